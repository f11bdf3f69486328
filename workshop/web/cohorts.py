"""Groups: the list, one group with its names, and what is done to them."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import IntegerField
from wtforms.validators import InputRequired, NumberRange

from workshop.errors import Refused
from workshop.people import cohorts as groups

from .database import reading, writing
from .form_parts import OfficeForm, line
from .signed_in import counsellor_only, signed_in_counsellor
from .telling import tells_errors

cohorts = tells_errors(Blueprint("cohorts", __name__, url_prefix="/groupes"))

HOW_MANY = "Écrivez un nombre entre 0 et 200."


class GroupForm(OfficeForm):
    name = line("Nom du groupe", "Donnez un nom au groupe.", 80, "Par exemple : Groupe d’automne, Promotion 12.")
    headcount = IntegerField("Nombre de jeunes attendus", [InputRequired(HOW_MANY), NumberRange(0, groups.MAX_LEARNERS, HOW_MANY)])


@cohorts.get("/")
@counsellor_only
def index() -> Any:
    with reading() as session:
        active = groups.active_cohorts(session, _house_id())
        archived = groups.archived_cohorts(session, _house_id())
    return render_template("office/cohorts.html", active=active, archived=archived)


@cohorts.route("/nouveau", methods=["GET", "POST"])
@counsellor_only
def new() -> Any:
    form = GroupForm()
    if form.validate_on_submit():
        try:
            with writing() as session:
                cohort = groups.create_cohort(session, _house_id(), form.name.data, form.headcount.data, datetime.now(UTC))
            flash("Le groupe est créé. Vous pouvez y coller une liste de noms.")
            return redirect(url_for(".page", cohort_id=cohort.id), 303)
        except Refused as refused:
            form.name.errors = [str(refused)]
    return render_template("office/cohort_new.html", form=form), 422 if form.is_submitted() else 200


@cohorts.get("/<int:cohort_id>")
@counsellor_only
def page(cohort_id: int) -> Any:
    return _page(cohort_id)


@cohorts.post("/<int:cohort_id>")
@counsellor_only
def change(cohort_id: int) -> Any:
    form = GroupForm()
    if form.validate_on_submit():
        try:
            with writing() as session:
                groups.change_cohort(session, groups.required_cohort(session, _house_id(), cohort_id), form.name.data, form.headcount.data)
            return _back(cohort_id, "C’est enregistré.")
        except Refused as refused:
            form.name.errors = [str(refused)]
    return _page(cohort_id, form)


@cohorts.post("/<int:cohort_id>/noms")
@counsellor_only
def add_names(cohort_id: int) -> Any:
    pasted = request.form.get("names", "")
    try:
        with writing() as session:
            added = groups.add_learners(session, groups.required_cohort(session, _house_id(), cohort_id), pasted)
    except Refused as refused:
        return _page(cohort_id, pasted=pasted, refusal=str(refused))
    if not pasted.strip():
        return _page(cohort_id, refusal="Collez ou écrivez au moins un nom, un par ligne.")
    return _back(cohort_id, _told_added(len(added)))


@cohorts.post("/<int:cohort_id>/noms/<int:learner_id>/enlever")
@counsellor_only
def remove_name(cohort_id: int, learner_id: int) -> Any:
    with writing() as session:
        name = groups.remove_learner(session, groups.required_cohort(session, _house_id(), cohort_id), learner_id)
    return _back(cohort_id, f"{name} n’est plus sur la liste.")


@cohorts.post("/<int:cohort_id>/archiver")
@counsellor_only
def archive(cohort_id: int) -> Any:
    with writing() as session:
        groups.archive_cohort(groups.required_cohort(session, _house_id(), cohort_id), datetime.now(UTC))
    return _back(cohort_id, "Le groupe est archivé. Vous pouvez le reprendre quand vous voulez.")


@cohorts.post("/<int:cohort_id>/reprendre")
@counsellor_only
def restore(cohort_id: int) -> Any:
    with writing() as session:
        groups.restore_cohort(session, groups.required_cohort(session, _house_id(), cohort_id))
    return _back(cohort_id, "Le groupe est de nouveau dans la liste.")


def _page(cohort_id: int, form: GroupForm | None = None, pasted: str = "", refusal: str = "") -> Any:
    with reading() as session:
        cohort = groups.required_cohort(session, _house_id(), cohort_id)
        learners = groups.learners_of(session, cohort)
    status = 422 if form or refusal else 200
    shown = form or GroupForm(formdata=None, obj=cohort)
    return render_template("office/cohort.html", cohort=cohort, learners=learners, form=shown, pasted=pasted, refusal=refusal), status


def _told_added(count: int) -> str:
    if count == 0:
        return "Ces noms sont déjà sur la liste."
    return "1 nom est ajouté." if count == 1 else f"{count} noms sont ajoutés."


def _back(cohort_id: int, told: str) -> Any:
    flash(told)
    return redirect(url_for(".page", cohort_id=cohort_id), 303)


def _house_id() -> int:
    return signed_in_counsellor().organisation_id
