"""What the one who runs the server sees of it: health, metrics, logs. Numbers and names of ours; nothing that a person wrote or that says who she is."""
