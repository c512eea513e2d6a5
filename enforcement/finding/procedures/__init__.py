"""What can happen to what is found: one file a kind."""
