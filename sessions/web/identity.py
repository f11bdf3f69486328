"""Who holds this phone: one signed cookie per session, readable by nobody else's script."""

from flask import Response, request

from sessions.domain.live_session import LiveSession
from sessions.domain.people import Participant
from sessions.tokens import VALID_S, Identity

from .serving import serving


def cookie_name(code: str) -> str:
    return f"tremplin_{code}"


def own_identity(code: str, live_id: int) -> Identity | None:
    """Return the participant whose phone this is, or None; a token of another session does not count."""
    identity = serving().tokens.read(request.cookies.get(cookie_name(code)), "phone")
    return identity if identity and identity.live_id == live_id else None


def own_person(live: LiveSession) -> Participant | None:
    """Return the participant whose phone this is, or None where there is none, or no longer."""
    identity = own_identity(live.code, live.id)
    if identity is None:
        return None
    with serving().room.store.read() as reads:
        person = reads.people.by_id(identity.participant_id)
    return person if person and person.removed_at is None else None


def token_of(person: Participant) -> str:
    return serving().tokens.make(Identity("phone", person.live_id, person.id))


def remember(response: Response, code: str, person: Participant) -> Response:
    """Make this phone that person's."""
    # Lax: the QR code and the link of a message must work; another site's form does not carry it, so it cannot answer for anyone
    response.set_cookie(cookie_name(code), token_of(person), max_age=VALID_S, httponly=True, samesite="Lax", secure=request.is_secure)
    return response
