"""What the law asks before a step of mediation: each rule with its words and its article."""
