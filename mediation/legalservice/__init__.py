"""Public legal service: consultations, rota, pacts, legal aid, service points."""
