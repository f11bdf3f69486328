"""Which notebooks this phone knows: one signed cookie, for a year, that holds who began them and nothing else.

On a phone that several share, only the first of them is known to it: the others have their code.
"""

from collections.abc import Sequence

from flask import Response, current_app, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

from sessions.domain.people import Participant
from sessions.services.notebook_ports import Notebook

from .serving import serving

COOKIE = "tremplin_carnet"
VALID_S = 60 * 60 * 24 * 365
MOST = 3
"""Notebooks on one phone; who has more of them has their codes."""
OPEN = "carnet"
"""The key in Flask's signed cookie, which ends with the browser: the notebook that its owner opened here, by its code or from the room."""


def keepers() -> list[int]:
    """Return the participants who began the notebooks of this phone, the latest first."""
    try:
        found = _signer().loads(request.cookies.get(COOKIE, "")[:500], max_age=VALID_S)
    except BadSignature:
        return []
    return [keeper for keeper in found if isinstance(keeper, int)][:MOST] if isinstance(found, list) else []


def may_open(book: Notebook) -> bool:
    """Whether this phone may open that notebook."""
    return book.began_by in keepers() or session.get(OPEN) == book.id


def remember_keeper(response: Response, keeper: int) -> Response:
    """Have this phone know that notebook first; those before it stay known while they exist."""
    before = [book.began_by for book in serving().room.owning.on_phone(keepers())]
    return _write(response, [keeper, *(other for other in before if other != keeper)])


def forget_keepers(response: Response, forgotten: int, instead: int | None = None) -> Response:
    """Have this phone know a notebook no longer, and `instead` in its place."""
    kept = [instead if keeper == forgotten else keeper for keeper in keepers()]
    return _write(response, [keeper for keeper in kept if keeper is not None])


def is_first_here(person: Participant) -> bool:
    """Whether this person is the first of those who share the phone, or alone on it."""
    with serving().room.store.read() as reads:
        return [mate.id for mate in reads.people.on_device(person.live_id, person.device)][:1] == [person.id]


def _write(response: Response, found: Sequence[int]) -> Response:
    if not found:
        response.delete_cookie(COOKIE)
        return response
    # Lax: a link to the notebook must work; another site's form does not carry it
    response.set_cookie(COOKIE, _signer().dumps(list(found)[:MOST]), max_age=VALID_S, httponly=True, samesite="Lax", secure=request.is_secure)
    return response


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="tremplin.notebook", signer_kwargs={"key_derivation": "hmac"})
