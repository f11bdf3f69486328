"""What the server does by the clock, whoever is there: pages that nobody came to print go when their day is over."""

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)
EVERY_S = 60.0


def tidy_for_ever(tidy: Callable[[], None], sleep: Callable[[float], None]) -> None:
    """Call `tidy` now and every minute; `sleep` belongs to the event loop."""
    while True:
        try:
            tidy()
        except Exception:
            # a database that is away for a moment: the next minute does it
            log.exception("could not tidy up")
        sleep(EVERY_S)
