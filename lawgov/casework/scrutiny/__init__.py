"""What is inside a file from outside: each format proves itself, or says what is wrong."""
