"""The specification with what the phone's result asks of it, and the rules for an answer."""

from collections.abc import Mapping

from workshop.exercises.contract import AnswerRefused

from .accounts import Month, accounts, owed
from .money import euros
from .plan import BudgetAnswer, BudgetPlan


class BudgetSpecification(BudgetPlan):
    def played(self, answer: BudgetAnswer) -> list[Month]:
        return accounts(self, answer)

    def left_to_pay(self, answer: BudgetAnswer) -> str:
        """Return what is to be paid after the last month, as text; "" where there is nothing."""
        left = owed(self, answer)
        return euros(left) if left else ""


def check(specification: BudgetSpecification, answer: BudgetAnswer) -> None:
    """Refuse a choice that does not exist, and a month with a choice left out."""
    for pick, letter in answer.picks.items():
        if letter not in _letters(specification, pick[2:]):
            raise AnswerRefused("Ce choix n’existe plus. Recharge la page et choisis à nouveau.")
    if any(specification.surprise(key) is None for key in answer.events):
        raise AnswerRefused("Cette surprise n’existe plus. Recharge la page et choisis à nouveau.")
    for month in range(1, answer.months + 1):
        for group in specification.groups:
            if answer.pick(month, group.key) is None:
                raise AnswerRefused(f"Mois {month} : il reste un choix à faire, « {group.label} ».")


def _letters(specification: BudgetSpecification, key: str) -> Mapping[str, object]:
    """Return what can be chosen under that key, by letter."""
    group, surprise = specification.group(key), specification.surprise(key)
    if group is not None:
        return group.lettered
    return surprise.lettered if surprise is not None and surprise.has_choice else {}
