"""A network between a phone and the server that can be cut and mended, as a Wi-Fi does."""

import socket
import threading


class Network:
    """A TCP relay on 127.0.0.1; while cut, it drops what is there and lets nothing new through."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.is_cut = False
        self.pairs: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self.is_cut = True
        self.drop(*self.pairs)

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def drop(self, *sides: socket.socket) -> None:
        for side in sides:
            self.pairs.discard(side)
            try:
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            side.close()

    def begin(self, phone: socket.socket, server: socket.socket) -> None:
        """A connection was made; for networks with more to them."""

    def pass_on(self, data: bytes, source: socket.socket, sink: socket.socket) -> None:
        sink.sendall(data)

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
            self.pairs |= {phone, server}
            self.begin(phone, server)
            for source, sink in ((phone, server), (server, phone)):
                threading.Thread(target=self._relay, args=(source, sink), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                self.pass_on(data, source, sink)
        except OSError:
            pass
        finally:
            self.drop(source, sink)
