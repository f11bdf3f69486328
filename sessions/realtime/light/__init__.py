"""The light path of a phone that opens a WebSocket at once: no greenlet waits for it, and what is told to a room is encoded and framed once.

`door` takes such a connection over from python-engineio and leaves every other to it; `engine_socket` speaks Engine.IO for it; `heartbeat` asks
all of them whether they are still there; `wire`, `reading` and `handshake` know WebSocket (RFC 6455) and nothing of Engine.IO; `loop` is what
the launcher lends. Rooms, acknowledgements, namespaces and the message queue stay python-socketio's: it finds these sockets among the others.
"""
