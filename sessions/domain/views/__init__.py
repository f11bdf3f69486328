"""What each surface may see, as values: one module per surface. Templates draw these and know nothing else."""
