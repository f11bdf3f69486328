import json
import subprocess
import sys
from pathlib import Path

import pytest
import socketio

ROOT = Path(__file__).parents[4]


class Served:
    """A server of `serving.py`; `port` is where it listens."""

    def __init__(self, **options):
        command = [sys.executable, "-m", "tests.sessions.realtime.light.serving", json.dumps(options)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def client(self, name="client", transport="websocket", **handlers):
        """Return an ordinary Socket.IO client, connected."""
        client = socketio.Client(reconnection=False)
        for event, handler in handlers.items():
            client.on(event, handler, namespace="/live")
        client.connect(f"http://127.0.0.1:{self.port}", auth=name, namespaces=["/live"], transports=transport.split(","), wait_timeout=10)
        return client

    def stop(self):
        # how a server stops is tried elsewhere: this one holds nothing, and its clients are gone
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture(scope="package", params=["eventlet", "gevent"])
def mode(request):
    return request.param


@pytest.fixture(scope="package")
def light(mode):
    """The light path, with bounds that a test can reach."""
    served = Served(mode=mode, max_http_buffer_size=2000)
    yield served
    served.stop()


@pytest.fixture(scope="package", params=[True, False], ids=["light", "stock"])
def either(request, mode):
    """The light path, and python-engineio's own: whoever uses it must not be able to tell them apart."""
    served = Served(mode=mode, light=request.param)
    yield served
    served.stop()


@pytest.fixture
def beating(mode):
    """The light path with a quick heartbeat."""
    served = Served(mode=mode, ping_interval=0.3, ping_timeout=0.5, goodbye_s=0.5)
    yield served
    served.stop()
