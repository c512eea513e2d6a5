"""The 1+17+192 platform: its bodies, its rooms, its quarterly meeting."""
