"""Who works with Tremplin and for whom: organisations, counsellors, groups of learners, and the rules of who sees what.

No Flask here: functions take a database session and say in French what cannot be done.
Answers given in a room live in `sessions`, apart from names.
"""
