"""Who may hold a desk or a screen: a counsellor of the session's organisation, or whoever brings the right token."""

from typing import Any

from flask import Response, abort, redirect, request, url_for

from sessions.domain.live_session import LiveSession
from sessions.tokens import VALID_S, Identity, Role
from workshop.web.signed_in import signed_in_counsellor

from .serving import serving


def allowed(code: str, role: Role) -> LiveSession | Response:
    """Return the live session for who may see this surface, or the answer to send instead (a redirect to sign in)."""
    live = serving().room.joining.find(code)
    given = request.args.get("jeton")
    if given and _is_valid(given, role, live):
        # the token leaves the address bar at once: a projector shows it to the whole room
        response = redirect(request.path)
        response.set_cookie(_cookie(role, live.code), given, max_age=VALID_S, httponly=True, samesite="Lax", secure=request.is_secure)
        return response
    if _is_valid(request.cookies.get(_cookie(role, live.code)), role, live) or is_of_this_house(live.id):
        return live
    if signed_in_counsellor() is not None:
        abort(403)
    return redirect(url_for("signing.sign_in", suite=request.path))


def is_of_this_house(live_id: int) -> bool:
    """Whether the signed-in counsellor belongs to the session's organisation."""
    counsellor = signed_in_counsellor()
    if counsellor is None:
        return False
    with serving().room.store.read() as reads:
        return reads.lives.head(live_id).organisation_id == counsellor.organisation_id


def holds_desk(live: LiveSession) -> bool:
    """Whether this browser may conduct the session."""
    return _is_valid(request.cookies.get(_cookie("desk", live.code)), "desk", live) or is_of_this_house(live.id)


def token_for(live: LiveSession, role: Role) -> str:
    return serving().tokens.make(Identity(role, live.id))


def _is_valid(token: Any, role: Role, live: LiveSession) -> bool:
    identity = serving().tokens.read(token, role)
    return identity is not None and identity.live_id == live.id


def _cookie(role: Role, code: str) -> str:
    return f"tremplin_{role}_{code}"
