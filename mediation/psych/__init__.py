"""Psychological service, crises, and the people who are looked after."""
