"""How a round of screening is made; what it found is the disputes' own question."""

from lawgov.dictionaries.lists import Dictionary

ROUND = Dictionary("screening.type", "排查方式")
