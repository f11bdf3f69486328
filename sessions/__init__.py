"""What happens in the room: live sessions, from the join code to the report.

Imports `workshop` (what is prepared) and is never imported by it.
"""
