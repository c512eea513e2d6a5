"""The file of a dispute in its prescribed order."""
