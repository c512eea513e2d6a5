"""Emergencies: the team and its incidents."""
