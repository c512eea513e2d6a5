"""Dated standards: powers, bands, hearing thresholds, the review catalogue, tags, rubrics."""
