"""Officers and their certificates, training, sensitive posts, teams and areas."""
