"""What people do in the room, one module per intention. Rules come from `domain`; what is needed from outside is in `ports.py`."""
