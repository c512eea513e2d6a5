"""What can happen to a story, to an edition of the casebook, to a civic issue."""
