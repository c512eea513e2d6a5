"""What is shown to the public, de-identified, and taken down again."""
