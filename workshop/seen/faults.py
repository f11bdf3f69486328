"""What a log may say of an error: its kind, its code and where it happened. Not its own sentence, which may quote an alias, an answer or a query's values."""

import logging
import traceback
from collections.abc import Iterator

from flask import Flask, request

log = logging.getLogger(__name__)


def kind(error: BaseException) -> str:
    """Return the error's class, with the code of the database or of the system where it has one."""
    cause = getattr(error, "orig", None) or error
    codes = [getattr(cause, name, None) for name in ("sqlite_errorname", "sqlstate", "strerror")]
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return " ".join([name, *(f"({code})" for code in codes if isinstance(code, str))])


def where(error: BaseException) -> str:
    """Return the lines of code that led to the error and to what caused it, the first cause first; no values."""
    links = list(_links(error))[::-1]
    return "\n".join("".join(traceback.format_tb(link.__traceback__)) + kind(link) for link in links)


def _links(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def tell_failed_pages(app: Flask) -> None:
    """Log a page that fails by its rule (`/r/<code>/envoi`) and not by its address, which names the session and may hold a token."""
    app.log_exception = lambda exc_info: log.error(
        "a page failed: %s %s", request.method, request.url_rule or "no such page", exc_info=exc_info
    )
