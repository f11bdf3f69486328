"""What a phone sends: the months that are over, each in a few letters, and the choices of this one."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused
from workshop.exercises.options import LETTERS

from .account import balances
from .euros import cents, euros
from .written import MONTHS, BudgetSpecification, Month, Option

Letter = Annotated[str, Field(pattern=r"^[a-d]$")]


class BudgetAnswer(Answer):
    """`month` is the one being answered, 1 to 3; `past` holds those before it. With `again` nothing of the month is chosen yet."""

    month: int = Field(ge=1, le=MONTHS)
    past: tuple[Annotated[str, Field(pattern=r"^[a-d]{1,5}\.[a-z][a-z0-9-]{0,20}\.[a-c]$")], ...] = Field(default=(), max_length=MONTHS)
    choices: Mapping[Annotated[str, Field(max_length=21)], Letter] = Field(default_factory=dict, max_length=5)
    event: str = Field(default="", max_length=21)
    reaction: Literal["", "a", "b", "c"] = ""
    again: bool = False

    @model_validator(mode="before")
    @classmethod
    def _back_to(cls, raw: Any) -> Any:
        """« Revenir au mois 2 » is a button beside the fields of the month being answered: these count for nothing then."""
        if not isinstance(raw, dict) or raw.get("again") not in ("1", "2", "3"):
            return raw
        month, past = int(raw["again"]), raw.get("past", [])
        return {"month": month, "past": list(past)[: month - 1] if isinstance(past, list | tuple) else past, "again": True}


    def months(self, specification: BudgetSpecification) -> tuple[Month, ...]:
        """Return the months that were lived, in their order."""
        past = tuple(Month(letters=letters, event=event, reaction=reaction) for letters, event, reaction in (one.split(".") for one in self.past))
        if self.again:
            return past
        letters = "".join(self.choices[expense.key] for expense in specification.choices)
        return (*past, Month(letters=letters, event=self.event, reaction=self.reaction))

    def ends(self, specification: BudgetSpecification) -> list[dict[str, Any]]:
        """Return the balance at the end of each month, as the phone tells it."""
        return [{"told": euros(end), "is_below": end < 0} for end in balances(specification, self.months(specification))]


def public(specification: BudgetSpecification) -> Mapping[str, Any]:
    """Return what comes in, what must be paid and what can be chosen; events come with each month."""
    return {
        "prompt": specification.prompt,
        "savings": euros(specification.savings),
        "incomes": [{"label": line.label, "amount": euros(line.amount)} for line in specification.incomes],
        "fixed": [{"label": line.label, "amount": euros(line.amount)} for line in specification.fixed],
        "choices": [
            {"key": expense.key, "label": expense.label, "options": [_told(option) for option in expense.options]}
            for expense in specification.choices
        ],
    }


def _told(option: Option) -> Mapping[str, Any]:
    return {"label": option.label, "amount": euros(option.amount), "cents": -cents(option.amount)}


def check(specification: BudgetSpecification, answer: BudgetAnswer) -> None:
    """Refuse a month without all its choices, one that does not follow on those before it, and what this budget does not offer."""
    if len(answer.past) != answer.month - 1:
        raise AnswerRefused("Ce mois ne suit pas les autres. Recharge la page.")
    if not answer.again:
        missing = [expense.label for expense in specification.choices if expense.key not in answer.choices]
        if missing:
            raise AnswerRefused(f"Il manque un choix : {missing[0]}.")
        if not answer.reaction:
            raise AnswerRefused("Dis ce que tu fais de l’imprévu.")
        if len(answer.choices) > len(specification.choices):
            raise AnswerRefused("Ce choix n’est pas proposé. Recharge la page.")
    for month in answer.months(specification):
        _check(specification, month)


def _check(specification: BudgetSpecification, month: Month) -> None:
    event = specification.event_of.get(month.event)
    fits = len(month.letters) == len(specification.choices) and all(
        LETTERS.lower().index(letter) < len(expense.options) for letter, expense in zip(month.letters, specification.choices, strict=True)
    )
    if not fits or event is None or LETTERS.lower().index(month.reaction) >= len(event.reactions):
        raise AnswerRefused("Ce choix n’est pas proposé. Recharge la page.")


def in_words(specification: BudgetSpecification, answer: BudgetAnswer) -> str:
    """Return where the account stands: « Fin du mois 2 : −35 €. »."""
    ends = answer.ends(specification)
    return f"Fin du mois {len(ends)} : {ends[-1]['told']}." if ends else "Pas encore commencé."
