"""What systemd does for a worker, for a test: `python restarting.py CONTROL PORT` asks the test that listens on CONTROL to restart the worker of PORT."""

import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.server import Server


@contextmanager
def restarter(workers: list[Server], statuses: list[int]) -> Iterator[str]:
    """Give the command that restarts the worker of `{port}`; each worker's exit status is added to `statuses`."""

    class Asked(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            port = int(self.rfile.readline())
            worker = next(worker for worker in workers if worker.port == port)
            worker.process.terminate()
            statuses.append(worker.process.wait(15))
            worker.start()
            self.wfile.write(b"done\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Asked) as control:
        threading.Thread(target=control.serve_forever, daemon=True).start()
        yield f"{sys.executable} -m tests.deploy.restarting {control.server_address[1]} {{port}}"
        control.shutdown()


if __name__ == "__main__":
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60) as asked:
        asked.sendall(f"{sys.argv[2]}\n".encode())
        sys.exit(0 if asked.makefile().readline() else 1)
