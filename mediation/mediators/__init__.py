"""Mediators: their directory, appraisal, recusal, and the subsidy by case."""
