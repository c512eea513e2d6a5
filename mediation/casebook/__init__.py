"""Stories of closed disputes without names, civic issues and what came of them."""
