"""Petitions: leaders in charge, reception days, batches received."""
