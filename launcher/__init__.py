"""How the application is started: the event loop, the listener, the command line. With app.py, the only place that wires."""
