"""« Essayer en salle » : an activity that an author is writing, played at once with simulated learners."""

from typing import Any

from flask import Blueprint, redirect, url_for

from sessions.services.starting import For
from workshop.authoring.trial import trial_workshop
from workshop.web.author_form import AuthorForm, wanted_type
from workshop.web.authoring import author_page
from workshop.web.house import house
from workshop.web.signed_in import counsellor_only, signed_in_counsellor
from workshop.web.telling import tells_errors

from .rehearsing import begin_rehearsal
from .serving import serving

trying = tells_errors(Blueprint("trying", __name__))


@trying.post("/activites/<name>/essayer")
@counsellor_only
def start(name: str) -> Any:
    """Start a rehearsal of this one step and go to its desk; the form again, with what is wrong, where it cannot be played yet."""
    form = AuthorForm.sent(wanted_type(name))
    if form.specification is None:
        form.says_problems = True
        return author_page(form)
    counsellor = signed_in_counsellor()
    workshop = trial_workshop(form.exercise, form.specification, form.made.sources)
    code = serving().room.starting.start(workshop, For(counsellor.organisation_id, counsellor.id), is_rehearsal=True)
    begin_rehearsal(house().settings, code)
    return redirect(url_for("desk.page", code=code), 303)
