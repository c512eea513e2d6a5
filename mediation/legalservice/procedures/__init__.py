"""What can happen to each kind of case of public legal service."""
