"""Legal review: nothing major is decided without a passed one of that very text."""
