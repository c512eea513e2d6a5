"""How acts are found: leads, patrols, inspections, campaigns, hazards, soft measures."""
