"""The file of a case in its prescribed order, and its score."""
