"""The ministry's return of people's mediation."""
