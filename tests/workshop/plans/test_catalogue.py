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


def test_what_the_budget_calls_income_arrives_on_the_account_and_the_sources_of_that_are_told():
    facts = load_facts(CONTENT / "facts.yaml")
    step = load_library(CONTENT)["catalogue"].step("budget")

    assert facts["apprenti-18-20-annee-1"].value < facts["apprenti-sans-cotisations"].value, "part of this pay goes to contributions: what comes in is less"
    assert {facts[name].as_source for name in ("apprenti-18-20-annee-1", "apprenti-sans-cotisations")} <= {*step.parts[0].sources}
    assert "cotisations" in step.parts[0].spec.note


def test_the_budget_says_which_amounts_are_examples_and_what_an_overdraft_really_costs():
    facts = load_facts(CONTENT / "facts.yaml")
    budget = load_library(CONTENT)["catalogue"].step("budget").parts[0].spec

    assert budget.note.endswith("Le reste\u00a0: des exemples.")
    assert all(f"{facts[name].written}\u202f€" in budget.takeaway for name in ("commission-intervention-operation", "commission-intervention-mois"))
