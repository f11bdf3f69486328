"""Socket.IO: identity, limits and errors in `namespace.py`, one module per surface, and `publisher.py`, the only one that emits."""
