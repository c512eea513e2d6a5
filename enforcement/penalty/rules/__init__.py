"""What the law asks before each step of a penalty case, by stage."""
