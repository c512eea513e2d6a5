"""The public counter: what somebody without an account may send, and how floods are kept out."""
