"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

STALE = "Une de ces cartes n’est plus proposée. Recharge la page et recommence."
MOST_CARDS, MOST_PICKS = 24, 5
SEEN_AT_LEAST = 3
QUESTIONS = {
    "situation": "C’était où, et quand\u202f?",
    "action": "Qu’est-ce que tu as fait\u202f?",
    "result": "Qu’est-ce que ça a donné\u202f?",
}
"""The three parts of a proof, as they are asked."""

Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")]
PartKey = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}\.(situation|action|result)$")]


class Card(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Force", description="En mots simples\u00a0: «\u00a0Travailler en équipe\u00a0»", min_length=2, max_length=40)
    help: str = Field(default="", title="Aide", description="Un exemple court\u00a0: «\u00a0Je demande et je donne un coup de main.\u00a0»", max_length=90)
    seen: str = Field(
        default="",
        title="Vue chez quelqu’un",
        description="La suite de «\u00a0J’ai vu que tu…\u00a0»\u00a0: «\u00a0aides les autres\u00a0». Vide\u00a0: pas proposée.",
        max_length=60,
    )


class StrengthsSpecification(Specification):
    cards: tuple[Card, ...] = Field(title="Cartes", description="Huit à douze, c’est bien.", min_length=4, max_length=MOST_CARDS)
    picks: int = Field(default=3, title="Cartes à choisir", description="De 1 à 5.", ge=1, le=MOST_PICKS)
    peers: bool = Field(default=True, title="«\u00a0J’ai vu que tu…\u00a0»", description="Chaque personne dit une force vue chez quelqu’un d’autre.")
    max_length: int = Field(default=120, title="Longueur de chaque réponse", description="En lettres, de 40 à 240.", ge=40, le=240)

    @model_validator(mode="after")
    def _can_be_picked(self) -> Self:
        if len({card.key for card in self.cards}) < len(self.cards):
            raise ValueError("cards\u00a0: deux cartes ont le même identifiant\u202f; donnez un identifiant différent à chacune")
        if len({card.label.casefold() for card in self.cards}) < len(self.cards):
            raise ValueError("cards\u00a0: une force est écrite deux fois\u202f; gardez-la une seule fois")
        if self.picks >= len(self.cards):
            raise ValueError("picks\u00a0: il faut plus de cartes que de cartes à choisir\u202f; ajoutez une carte ou baissez le nombre")
        if self.peers and len(self.to_see) < SEEN_AT_LEAST:
            raise ValueError(f"cards\u00a0: écrivez la suite de «\u00a0J’ai vu que tu…\u00a0» pour {SEEN_AT_LEAST} cartes au moins, ou décochez cette partie")
        return self

    @property
    def labels(self) -> dict[str, str]:
        return {card.key: card.label for card in self.cards}

    @property
    def to_see(self) -> dict[str, str]:
        """What can be seen in somebody, by the card's key: how the sentence goes on."""
        return {card.key: card.seen for card in self.cards if card.seen}


class StrengthsAnswer(Answer):
    picked: tuple[Key, ...] = Field(min_length=1, max_length=MOST_PICKS)
    proofs: dict[PartKey, OneLine] = Field(default={}, max_length=3 * MOST_CARDS)
    """What was written for the picked cards, by card and part: "team.action". Parts may stay empty, and so may a whole proof."""
    seen: Annotated[str, Field(max_length=20)] = ""
    """The card that was seen in somebody else; empty where nothing was said."""
    to: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    """Whom that is for. What a phone says of it only tells for whom its page asked: the deal decides when the answer is stored."""

    @model_validator(mode="before")
    @classmethod
    def _with_whom(cls, raw: Any) -> Any:
        """Take apart what the form sends, "17.oser": a choice made for one person is then never taken for another's, whatever the phone remembers."""
        seen = raw.get("seen") if isinstance(raw, Mapping) else None
        if not isinstance(seen, str) or "." not in seen:
            return raw
        to, _, card = seen.partition(".")
        return {**raw, "to": to, "seen": card}

    @field_validator("proofs")
    @classmethod
    def _of_what_is_picked(cls, proofs: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        """Drop what was written for a card that was put back: it is not to be kept anywhere."""
        picked = info.data.get("picked", ())
        return {key: text for key, text in proofs.items() if text and key.partition(".")[0] in picked}

    def proof(self, card: str) -> dict[str, str]:
        """Return the parts that were written for this card, in their order."""
        return {part: text for part in QUESTIONS if (text := self.proofs.get(f"{card}.{part}", ""))}

    @property
    def proved(self) -> tuple[str, ...]:
        """The picked cards whose proof is whole."""
        return tuple(card for card in self.picked if len(self.proof(card)) == len(QUESTIONS))


def public(specification: StrengthsSpecification) -> Mapping[str, Any]:
    """Return everything: there is nothing to find out here."""
    return {
        "prompt": specification.prompt,
        "send": "Garder mes forces",
        "again": "Garder mes forces",
        "cards": [card.model_dump(mode="json") for card in specification.cards],
        "labels": specification.labels,
        "picks": specification.picks,
        "questions": QUESTIONS,
        "to_see": specification.to_see if specification.peers else {},
        "max_length": specification.max_length,
    }


def check(specification: StrengthsSpecification, answer: StrengthsAnswer) -> None:
    """Refuse an unknown card, one taken twice, too many of them, and a text that is too long. Whom a word is for is decided by the deal, not here."""
    labels = specification.labels
    if not set(answer.picked) <= set(labels):
        raise AnswerRefused(STALE)
    if answer.seen and (not specification.peers or answer.seen not in specification.to_see):
        raise AnswerRefused(STALE)
    if len(set(answer.picked)) < len(answer.picked):
        raise AnswerRefused("Tu as pris deux fois la même carte. Prends-en une autre.")
    if len(answer.picked) > specification.picks:
        raise AnswerRefused(f"Garde {specification.picks} carte{'s' if specification.picks > 1 else ''} au plus, puis renvoie.")
    for key, text in answer.proofs.items():
        over = len(text) - specification.max_length
        if over > 0:
            label = labels[key.partition(".")[0]]
            raise AnswerRefused(f"«\u00a0{label}\u00a0»\u00a0: c’est trop long. Enlève au moins {over} lettre{'s' if over > 1 else ''} et renvoie.")


def in_words(specification: StrengthsSpecification, answer: StrengthsAnswer) -> str:
    """Return only how many were picked: which ones, and their proofs, are their writer's own."""
    return "Une force choisie" if len(answer.picked) == 1 else f"{len(answer.picked)} forces choisies"
