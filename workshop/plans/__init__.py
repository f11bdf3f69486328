"""Workshops as they are prepared: the model, the reader of YAML files with located errors, the dated facts. Pure."""
