"""What is prepared: exercise types, workshops, people, and the office where a counsellor works on them.

Nothing here knows what happens in the room: that is `sessions`, which imports this package and is never imported back.
"""
