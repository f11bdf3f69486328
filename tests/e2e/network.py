"""A network between a phone and the server that can be cut and mended, as a Wi-Fi does."""

import socket
import threading


class Network:
    """A TCP relay on 127.0.0.1; while cut, it drops what is there and lets nothing new through."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.is_cut = False
        self._pairs: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self.is_cut = True
        for side in list(self._pairs):
            self._close(side)

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                phone, _ = self._listener.accept()
            except OSError:
                return
            if self.is_cut:
                phone.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self.target), timeout=5)
            except OSError:
                phone.close()
                continue
            server.settimeout(None)
            self._pairs |= {phone, server}
            for source, sink in ((phone, server), (server, phone)):
                threading.Thread(target=self._relay, args=(source, sink), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        finally:
            self._close(source)
            self._close(sink)

    def _close(self, side: socket.socket) -> None:
        self._pairs.discard(side)
        try:
            side.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        side.close()
