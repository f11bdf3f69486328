"""What the workshop « Catalogue » tells as true beside its activities."""

from pathlib import Path

from workshop.plans.facts import load_facts
from workshop.plans.loader import load_library
from workshop.web.workshop_view import in_french

CONTENT = Path(__file__).parents[3] / "content"


def test_the_budget_s_salary_is_the_fact_s_and_said_to_hold_since_the_fact_s_day():
    fact = load_facts(CONTENT / "facts.yaml")["apprenti-18-20-annee-1-euros"]
    budget = load_library(CONTENT)["catalogue"].step("budget").parts[0].spec

    assert [line.amount for line in budget.incomes] == [fact.value]
    assert f"du {in_french(fact.valid_as_of)}." in budget.note
