"""The live session's rules. Pure: values in, values out; time and identifiers come in as arguments.

`states.py` is the table that the desk's buttons, the sockets' checks and the tests all read.
"""
