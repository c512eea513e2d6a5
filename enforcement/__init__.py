"""行政执法: officers, inspections, penalty cases and their legal review will live here."""
