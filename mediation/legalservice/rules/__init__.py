"""What law and house ask of public legal service."""
