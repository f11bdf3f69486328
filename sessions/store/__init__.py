"""The database side of the room: tables, repositories, one transaction at a time, group commit of answers."""
