"""Screening: rounds planned by the community and walked by the groups."""
