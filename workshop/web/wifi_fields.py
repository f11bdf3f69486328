"""The Wi-Fi that the lobby's QR code gives to the room."""

from wtforms import Form
from wtforms.validators import ValidationError

from .form_parts import optional_line

MIN_KEY = 8
"""IEEE 802.11i, annex H.4: a WPA passphrase has 8 to 63 characters; a network's name has 32 bytes at most."""


class WifiFields(Form):
    wifi_name = optional_line("Nom du Wi-Fi", 32, "Il s’affiche en QR code avant la séance. Laissez vide si chacun a sa connexion.")
    wifi_password = optional_line(
        "Mot de passe du Wi-Fi", 63, "La salle pourra le lire : mettez celui des visiteurs. Laissez vide si le Wi-Fi est ouvert."
    )

    def validate_wifi_name(self, field) -> None:
        if len(field.data.encode()) > 32:
            raise ValidationError("Ce nom est trop long pour un Wi-Fi. Recopiez-le tel qu’il s’affiche sur un téléphone.")

    def validate_wifi_password(self, field) -> None:
        if field.data and not self.wifi_name.data:
            raise ValidationError("Écrivez aussi le nom du Wi-Fi, ou videz ce mot de passe.")
        if field.data and len(field.data) < MIN_KEY:
            raise ValidationError(f"Un mot de passe de Wi-Fi a {MIN_KEY} caractères ou plus. Recopiez-le en entier.")
