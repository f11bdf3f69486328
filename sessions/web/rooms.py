"""From the library to the lobby."""

from typing import Any

from flask import Blueprint, abort, redirect, request, url_for

from sessions.services.starting import For
from workshop.people.cohorts import cohort_of
from workshop.web.house import house
from workshop.web.signed_in import counsellor_only, signed_in_counsellor

from .rehearsing import begin_rehearsal
from .serving import serving

rooms = Blueprint("rooms", __name__)


@rooms.post("/seances")
@counsellor_only
def start() -> Any:
    """Start a live session of a workshop, with or without a group; as a rehearsal, with a room of simulated learners."""
    workshop = house().library.get(request.form.get("workshop", ""))
    if workshop is None:
        abort(404)
    counsellor = signed_in_counsellor()
    is_rehearsal = request.form.get("rehearsal") == "1"
    whom = For(counsellor.organisation_id, counsellor.id, _cohort(counsellor.organisation_id))
    code = serving().room.starting.start(workshop, whom, is_rehearsal=is_rehearsal)
    if is_rehearsal:
        begin_rehearsal(house().settings, code)
    return redirect(url_for("desk.page", code=code), 303)


def _cohort(organisation_id: int) -> int | None:
    """Return the chosen group, only if it is this organisation's."""
    chosen = request.form.get("cohort", type=int)
    if chosen is None:
        return None
    with house().database() as session:
        found = cohort_of(session, organisation_id, chosen)
    return found.id if found else None
