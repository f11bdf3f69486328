"""What the light path needs of the event loop; launcher/watching.py has one for each loop."""

from collections.abc import Callable
from typing import Any, Protocol


class RawSocket(Protocol):
    """A connected socket that never waits: what cannot be done at once raises BlockingIOError."""

    def fileno(self) -> int: ...
    def recv(self, most: int) -> bytes: ...
    def send(self, data: bytes | memoryview) -> int: ...
    def shutdown(self, how: int) -> None: ...
    def close(self) -> None: ...


class Loop(Protocol):
    """Callbacks run in the loop itself: they may not wait. `spawn` is for what may."""

    def take_socket(self, environ: dict[str, Any]) -> tuple[RawSocket, bytes]:
        """Return the request's connection, the caller's alone from now on, and the bytes already read from it past the request.

        The request must then be answered with an empty list, without start_response: its server writes nothing and forgets the connection.
        """

    def watch_readable(self, descriptor: int, callback: Callable[[], None]) -> Any:
        """Call back as long as there is something to read, or the end, until `unwatch` is given what this returns."""

    def watch_writable(self, descriptor: int, callback: Callable[[], None]) -> Any: ...

    def unwatch(self, watched: Any) -> None:
        """Must come before the descriptor is closed."""

    def spawn(self, function: Callable[..., None], *arguments: Any) -> None: ...
