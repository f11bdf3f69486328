"""Who a kept document is from and how to be reached: asked for when it is made, printed on it, and stored nowhere else."""

import re
import unicodedata
from dataclasses import dataclass, fields

UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Control characters, marks that show nothing or turn the text around, private ones: no name and no address needs them."""
LINE_BREAKS = "\r\n\v\f\x85\u2028\u2029"
LABELS = {"name": "Nom", "town": "Ville", "phone": "Téléphone", "email": "Adresse e-mail"}
LONGEST = {"name": 50, "town": 50, "phone": 25, "email": 70}
"""In letters: what stands on the page without being cut."""


class DocumentRefused(ValueError):
    """The page cannot be made of this; the message is French and says what to do. Nobody is addressed: a learner or a counsellor may read it."""


@dataclass(frozen=True)
class Header:
    """Every field may be empty. Raises DocumentRefused where one could not stand on the page; blanks around are taken off."""

    name: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, _readable(field.name, getattr(self, field.name)))
        if not re.fullmatch(r"[\d+(). /-]*", self.phone):
            raise DocumentRefused("Téléphone\u00a0: écrire seulement des chiffres, des espaces et le signe +. Exemple\u00a0: 06 12 34 56 78.")
        if self.email and not re.fullmatch(r"[^@\s]+@[^@\s]+", self.email):
            raise DocumentRefused("Adresse e-mail\u00a0: il manque le @, ou il y a un espace. Exemple\u00a0: lea@exemple.fr.")

    @property
    def contact(self) -> tuple[str, ...]:
        """Town and phone, as far as they are known; the e-mail stands after them, as a link."""
        return tuple(filter(None, (self.town, self.phone)))


def _readable(name: str, text: str) -> str:
    label = LABELS[name]
    bare = unicodedata.normalize("NFC", text).strip()
    if any(mark in bare for mark in LINE_BREAKS):
        raise DocumentRefused(f"{label}\u00a0: écrire sur une seule ligne.")
    if any(unicodedata.category(letter) in UNSEEN for letter in bare):
        raise DocumentRefused(f"{label}\u00a0: il y a un signe qui ne s’imprime pas. Effacer et écrire à nouveau, sans copier-coller.")
    if len(bare) > LONGEST[name]:
        raise DocumentRefused(f"{label}\u00a0: {LONGEST[name]} lettres au plus.")
    return " ".join(bare.split())
