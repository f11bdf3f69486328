"""What all forms of the office share. Each message says what to do; what was typed stays, passwords excepted."""

from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, Length, Optional, ValidationError

from workshop.people.addresses import looks_like_an_address
from workshop.people.passwords import MAX_LENGTH, MIN_LENGTH

DIFFERENT = "Les deux mots de passe sont différents. Écrivez le même deux fois."


class OfficeForm(FlaskForm):
    class Meta:
        csrf = False  # CSRFProtect already checks every POST of the application


def on_one_line(value: str | None) -> str:
    return " ".join((value or "").split())


def line(label: str, missing: str, max_length: int, hint: str = "") -> StringField:
    """One line that must be filled; `missing` is what is said where it is not."""
    return StringField(label, [DataRequired(missing), _at_most(max_length)], [on_one_line], description=hint)


def optional_line(label: str, max_length: int, hint: str = "", *checks) -> StringField:
    return StringField(label, [Optional(), _at_most(max_length), *checks], [on_one_line], description=hint)


def email_line(hint: str = "") -> EmailField:
    return EmailField(
        "Adresse e-mail", [DataRequired("Écrivez l’adresse e-mail."), _at_most(254), _address], [on_one_line], description=hint
    )


def new_password(label: str = "Mot de passe") -> PasswordField:
    checks = [
        DataRequired("Choisissez un mot de passe."),
        Length(min=MIN_LENGTH, message=f"Ce mot de passe est trop court. Il faut {MIN_LENGTH} caractères ou plus."),
        Length(max=MAX_LENGTH, message=f"Ce mot de passe est trop long. Restez sous {MAX_LENGTH} caractères."),
    ]
    hint = f"{MIN_LENGTH} caractères ou plus. Trois ou quatre mots à la suite font un bon mot de passe."
    return PasswordField(label, checks, description=hint)


def password_again() -> PasswordField:
    return PasswordField(
        "Le même mot de passe, encore", [DataRequired("Écrivez le mot de passe une deuxième fois."), EqualTo("password", DIFFERENT)]
    )


def _at_most(length: int) -> Length:
    return Length(max=length, message=f"C’est trop long. Restez sous {length} caractères.")


def _address(_form, field) -> None:
    if not looks_like_an_address(field.data):
        raise ValidationError("Cette adresse n’est pas complète. Exemple : prenom.nom@mission-locale.fr")
