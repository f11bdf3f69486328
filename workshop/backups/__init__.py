"""Backups of the database while the server runs, and their restoring: one module for each kind of database, behind `copying`."""
