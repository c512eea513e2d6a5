"""Binding: the pieces of a case in one file, with cover, contents and numbered pages."""
