"""The catalogue of activities, and the form that makes one."""

from typing import Any

from flask import Blueprint, render_template, request

from workshop.authoring.moves import is_move
from workshop.exercises.contract import Family
from workshop.exercises.registry import exercise_types
from workshop.typography import unaccented

from .author_form import AuthorForm, wanted_type
from .signed_in import counsellor_only
from .telling import tells_errors

authoring = tells_errors(Blueprint("authoring", __name__, url_prefix="/activites"))

SHELVES: dict[Family, tuple[str, str, str]] = {
    "knowledge": ("Savoirs", "Il y a une bonne réponse. Chaque erreur a son explication.", "circle-help"),
    "voice": ("Voix", "Chaque personne donne son avis. Rien n’est juste ou faux.", "message-circle"),
    "making": ("Faire", "Chaque jeune repart avec quelque chose.", "hand"),
    "rhythm": ("Rythme", "Présenter, faire des équipes, souffler.", "clock"),
}
"""The name of each shelf of the catalogue, what stands on it, and its icon."""


@authoring.get("")
@counsellor_only
def catalogue() -> Any:
    types = sorted(exercise_types().values(), key=lambda exercise: unaccented(exercise.label))
    shelves = [(*told, [exercise for exercise in types if exercise.shelf == family]) for family, told in SHELVES.items()]
    return render_template("office/authoring/catalogue.html", shelves=shelves)


@authoring.get("/<name>")
@counsellor_only
def page(name: str) -> Any:
    exercise, start = wanted_type(name), request.args.get("depuis", "")
    if start == "exemple":
        return author_page(AuthorForm.of_the_sample(exercise))
    return author_page(AuthorForm.begun(exercise, start) if start else AuthorForm.empty(exercise))


@authoring.post("/<name>")
@counsellor_only
def look(name: str) -> Any:
    """The form again: with a row more or less, or with what is left to put right."""
    form = AuthorForm.sent(wanted_type(name))
    command = request.form.get("_do", "")
    if is_move(command):
        form.move(command)
    else:
        form.says_problems = True
    return author_page(form)


@authoring.post("/<name>/formulaire")
@counsellor_only
def fields(name: str) -> Any:
    """The fields alone, after a row was added or moved: the script puts them in place."""
    form = AuthorForm.sent(wanted_type(name))
    form.move(request.form.get("_do", ""))
    return render_template("office/authoring/fields.html", form=form)


@authoring.post("/<name>/apercu")
@counsellor_only
def preview(name: str) -> Any:
    """What the form stands for now, as JSON: `problems` by field, and `preview` and `yaml` where there are none."""
    return AuthorForm.sent(wanted_type(name)).as_json()


def author_page(form: AuthorForm) -> Any:
    """Return the page of the form; with status 422 where it tells problems."""
    status = 422 if form.says_problems and form.made.problems else 200
    return render_template("office/authoring/form.html", form=form, seen=form.preview), status
