"""The first run: /installation, opened by the token that the server shows at its first start."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from workshop.people.passwords import hash_password
from workshop.people.setting_up import FirstHouse, is_set_up, opens_setup, set_up

from .database import reading, writing
from .form_parts import OfficeForm, email_line, line, new_password, password_again
from .house import house
from .signed_in import remember
from .telling import tells_errors
from .wifi_fields import WifiFields

setup = tells_errors(Blueprint("setup", __name__))


ITS_NAME = "Par exemple : Mission locale du Haut-Bocage. Il s’imprime sur les bilans."


class FirstRun(OfficeForm, WifiFields):
    organisation = line("Nom de la structure", "Écrivez le nom de votre structure.", 120, ITS_NAME)
    name = line("Votre prénom et votre nom", "Écrivez votre prénom et votre nom.", 80)
    email = email_line("Elle sert à vous connecter. Aucun message n’est envoyé.")
    password = new_password()
    password_again = password_again()


@setup.route("/installation", methods=["GET", "POST"])
def install() -> Any:
    """Make the organisation and its first counsellor, then sign her in."""
    if not is_new():
        flash("L’installation est déjà faite. Connectez-vous.")
        return redirect(url_for("signing.sign_in"))
    if not opens_setup(house().settings, house().database, request.values.get("jeton", "")):
        return render_template("office/setup_closed.html"), 403 if request.values.get("jeton") else 200
    form = FirstRun()
    if not form.validate_on_submit():
        return render_template("office/setup.html", form=form, token=request.values["jeton"]), 422 if form.is_submitted() else 200
    first = FirstHouse(
        form.organisation.data,
        form.name.data,
        form.email.data,
        house().outside(hash_password, form.password.data),
        form.wifi_name.data,
        form.wifi_password.data,
    )
    with writing() as session:
        counsellor = set_up(session, house().settings, first, datetime.now(UTC))
    remember(counsellor.id)
    flash("C’est prêt. Choisissez un atelier, et répétez-le seul pour voir.")
    return redirect(url_for("library.home"), 303)


def is_new() -> bool:
    """Whether this server waits for its first organisation."""
    with reading() as session:
        return not is_set_up(session)
