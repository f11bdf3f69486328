"""The settings of the organisation: its name, its programme, the room's Wi-Fi."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for

from workshop.people.tables import Organisation
from workshop.people.team import team_of

from .database import reading, writing
from .form_parts import OfficeForm, line, optional_line
from .signed_in import counsellor_only, signed_in
from .telling import tells_errors
from .wifi_fields import WifiFields

settings = tells_errors(Blueprint("settings", __name__, url_prefix="/reglages"))


class HouseForm(OfficeForm, WifiFields):
    name = line("Nom de la structure", "Écrivez le nom de votre structure.", 120, "Il s’imprime sur les bilans.")
    programme = optional_line("Nom du programme", 80, "Il s’affiche sur les pages et les bilans.")


@settings.route("/", methods=["GET", "POST"])
@counsellor_only
def page() -> Any:
    organisation = signed_in().organisation
    form = HouseForm(obj=organisation)
    if form.validate_on_submit():
        with writing() as session:
            form.populate_obj(session.get_one(Organisation, organisation.id))
        flash("C’est enregistré.")
        return redirect(url_for(".page"), 303)
    with reading() as session:
        team = team_of(session, organisation.id)
    return render_template("office/settings.html", form=form, team=team), 422 if form.is_submitted() else 200
