"""The full-process record: text, audio and video of each step, and its check."""
