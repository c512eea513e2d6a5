"""What must hold in the files of mediators and in a batch of subsidies."""
