"""Colleagues' accounts, and one's own password."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from wtforms import PasswordField
from wtforms.validators import DataRequired

from workshop.errors import Refused
from workshop.people.passwords import hash_password, password_fits
from workshop.people.team import add_counsellor, remove_counsellor, set_password

from .database import writing
from .form_parts import OfficeForm, email_line, line, new_password, password_again
from .house import house
from .signed_in import counsellor_only, signed_in_counsellor
from .telling import tells_errors

team = tells_errors(Blueprint("team", __name__, url_prefix="/reglages"))


class ColleagueForm(OfficeForm):
    name = line("Prénom et nom", "Écrivez le prénom et le nom.", 80)
    email = email_line("Elle sert à se connecter. Aucun message n’est envoyé.")
    password = new_password("Mot de passe provisoire")


class PasswordForm(OfficeForm):
    current = PasswordField("Mot de passe actuel", [DataRequired("Écrivez votre mot de passe actuel.")])
    password = new_password("Nouveau mot de passe")
    password_again = password_again()


@team.route("/equipe/nouveau", methods=["GET", "POST"])
@counsellor_only
def new() -> Any:
    form = ColleagueForm()
    if form.validate_on_submit():
        password_hash = house().outside(hash_password, form.password.data)
        try:
            with writing() as session:
                add_counsellor(
                    session, signed_in_counsellor().organisation_id, form.name.data, form.email.data, password_hash, datetime.now(UTC)
                )
            return _back(f"{form.name.data} a maintenant un compte. Donnez-lui le mot de passe provisoire de vive voix.")
        except Refused as refused:
            form.email.errors = [str(refused)]
    return render_template("office/colleague_new.html", form=form), 422 if form.is_submitted() else 200


@team.post("/equipe/<int:counsellor_id>/retirer")
@counsellor_only
def remove(counsellor_id: int) -> Any:
    with writing() as session:
        name = remove_counsellor(session, signed_in_counsellor(), counsellor_id)
    return _back(f"{name} n’a plus de compte. Ses séances restent dans la liste.")


@team.route("/mot-de-passe", methods=["GET", "POST"])
@counsellor_only
def password() -> Any:
    form, counsellor = PasswordForm(), signed_in_counsellor()
    if form.validate_on_submit():
        if house().outside(password_fits, counsellor.password_hash, form.current.data):
            password_hash = house().outside(hash_password, form.password.data)
            with writing() as session:
                set_password(session, counsellor.email, password_hash)
            return _back("Votre mot de passe est changé.")
        form.current.errors = ["Ce n’est pas votre mot de passe actuel. Écrivez-le de nouveau."]
    return render_template("office/password.html", form=form), 422 if form.is_submitted() else 200


def _back(told: str) -> Any:
    flash(told)
    return redirect(url_for("settings.page"), 303)
