"""What no backup holds: it is promised to be gone within a day, and backups are kept for months."""

TABLES = ("to_print",)
