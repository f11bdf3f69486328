"""Who is signed in on this browser, and the pages that need somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import g, redirect, request, session, url_for
from sqlalchemy import select

from workshop.people.tables import Counsellor, Organisation

from .database import reading

KEY = "counsellor"
"""The key in Flask's signed cookie; its value is the counsellor's id."""


@dataclass(frozen=True)
class SignedIn:
    counsellor: Counsellor
    organisation: Organisation


def signed_in() -> SignedIn | None:
    """Return who is signed in, with the organisation; looked up once a request. None where the account no longer exists."""
    if "signed_in" not in g:
        g.signed_in = _look_up(session.get(KEY))
    return g.signed_in


def signed_in_counsellor() -> Counsellor | None:
    found = signed_in()
    return found.counsellor if found else None


def counsellor_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Send whoever is not signed in to the sign-in page, and back here afterwards (to the library, where this was a form that was sent)."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if signed_in_counsellor() is None:
            wanted = request.full_path.rstrip("?") if request.method == "GET" else url_for("library.home")
            return redirect(url_for("signing.sign_in", suite=wanted))
        return view(*args, **kwargs)

    return guarded


def remember(counsellor_id: int) -> None:
    """Sign this browser in; whatever its cookie held before is forgotten."""
    session.clear()
    session[KEY] = counsellor_id
    session.permanent = True
    g.pop("signed_in", None)


def forget() -> None:
    session.clear()
    g.pop("signed_in", None)


def _look_up(counsellor_id: Any) -> SignedIn | None:
    if not isinstance(counsellor_id, int):
        return None
    both = select(Counsellor, Organisation).join(Organisation, Counsellor.organisation_id == Organisation.id)
    with reading() as database:
        row = database.execute(both.where(Counsellor.id == counsellor_id)).one_or_none()
    return SignedIn(*row) if row else None
