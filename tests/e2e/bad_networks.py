"""Networks that are worse than cut: they let through late, or not all, or nothing more of what was begun."""

import socket
import threading
import time
from random import Random

from tests.e2e.network import Network

LOST = 0.3


class LossyNetwork(Network):
    """3 chunks of 10 are lost and sent again, as TCP does: up to `delay_s` later. One connection of 6 dies on the way."""

    def __init__(self, target: int, random: Random, delay_s: float = 1.0) -> None:
        self.random = random
        self.delay_s = delay_s
        self._accepted = 0
        super().__init__(target)

    def begin(self, phone: socket.socket, server: socket.socket) -> None:
        self._accepted += 1
        if self._accepted % 6 == 0:
            dying = threading.Timer(self.random.uniform(0.5, 3), self.drop, (phone, server))
            dying.daemon = True
            dying.start()

    def pass_on(self, data: bytes, source: socket.socket, sink: socket.socket) -> None:
        time.sleep(self.random.uniform(0, 0.2))
        while self.random.random() < LOST:
            time.sleep(self.random.uniform(0.2, 1) * self.delay_s)
        sink.sendall(data)


class LeftNetwork(Network):
    """`leave` is a phone that goes from the Wi-Fi to 4G: what was connected hears nothing any more, not even an end; what connects anew goes through."""

    def __init__(self, target: int) -> None:
        self._left: set[socket.socket] = set()
        self.passed_up = 0
        super().__init__(target)

    def leave_after_next_word(self) -> None:
        """The next thing that the phone says still arrives; no answer to it does."""
        self._left = {side for side in self.pairs if side.getsockname()[1] == self.port}
        self.passed_up = 0

    def pass_on(self, data: bytes, source: socket.socket, sink: socket.socket) -> None:
        if sink in self._left:
            return
        if source in self._left:
            self.passed_up += 1
            if self.passed_up > 1:
                return
        sink.sendall(data)
