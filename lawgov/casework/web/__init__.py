"""The frames of the pages: list, case, step and register, which each kind fills with its own."""
