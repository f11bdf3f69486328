"""Signing in and out."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import EmailField, PasswordField
from wtforms.validators import DataRequired, Length

from workshop.people.addresses import one_way
from workshop.people.passwords import MAX_LENGTH, password_fits
from workshop.people.setting_up import is_set_up
from workshop.people.signing_in import counsellor_with, must_wait, note_failure, note_success

from .database import reading, writing
from .form_parts import OfficeForm, on_one_line
from .house import house
from .own_paths import is_own_path
from .signed_in import forget, remember, signed_in_counsellor

signing = Blueprint("signing", __name__)

WAIT = "Trop d’essais pour cette adresse. Attendez une minute, puis réessayez."
WRONG = "L’adresse ou le mot de passe ne va pas. Vérifiez les deux, puis réessayez."


class SignIn(OfficeForm):
    email = EmailField("Adresse e-mail", [DataRequired("Écrivez votre adresse e-mail."), Length(max=254, message=WRONG)], [on_one_line])
    password = PasswordField("Mot de passe", [DataRequired("Écrivez votre mot de passe."), Length(max=MAX_LENGTH, message=WRONG)])


@signing.route("/connexion", methods=["GET", "POST"])
def sign_in() -> Any:
    """Sign in, then go where `suite` says, if that is a page of this site."""
    if signed_in_counsellor() is not None:
        return redirect(_next_page())
    with reading() as session:
        if not is_set_up(session):
            return redirect(url_for("setup.install"))
    form = SignIn()
    if not form.validate_on_submit():
        return _page(form, 422 if form.is_submitted() else 200)
    counsellor_id, refusal = _try(one_way(form.email.data), form.password.data)
    if counsellor_id is None:
        return _page(form, 429 if refusal == WAIT else 422, refusal)
    remember(counsellor_id)
    return redirect(_next_page(), 303)


@signing.post("/deconnexion")
def sign_out() -> Any:
    forget()
    flash("C’est fait : ce poste n’est plus connecté.")
    return redirect(url_for("signing.sign_in"), 303)


def _try(email: str, password: str) -> tuple[int | None, str]:
    """Return the counsellor's id, or None and the sentence that says why; as slow for an unknown address as for a known one."""
    now = datetime.now(UTC)
    with writing() as session:
        if must_wait(session, email, now):
            return None, WAIT
        note_failure(session, email, now)
        counsellor = counsellor_with(session, email)
    known_hash = counsellor.password_hash if counsellor else None
    if not house().outside(password_fits, known_hash, password):
        return None, WRONG
    with writing() as session:
        note_success(session, counsellor.id, now)
    return counsellor.id, ""


def _page(form: SignIn, status: int, refusal: str = "") -> Any:
    return render_template("office/sign_in.html", form=form, refusal=refusal, suite=request.values.get("suite", "")), status


def _next_page() -> str:
    wanted = request.values.get("suite", "")
    return wanted if is_own_path(wanted) else url_for("library.home")
