"""What is written of a mediator, and of a batch of subsidies."""
