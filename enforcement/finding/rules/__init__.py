"""What law and house ask before a step, by noun."""
