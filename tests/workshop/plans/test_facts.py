"""Dated facts: each with its source, since when it holds and when to look again."""

from datetime import date
from pathlib import Path

import pytest

from workshop.plans.facts import due_for_review, load_facts
from workshop.plans.problems import ContentError

CONTENT = Path(__file__).parents[3] / "content"
GOOD = """\
smic:
  label: "Smic brut de l'heure"
  value: 12.31
  unit: "€"
  source: {label: "Arrêté du 22 mai 2026", url: "https://exemple.fr/arrete"}
  valid_as_of: 2026-06-01
  review_on: 2027-01-01
  volatility: annual
"""


def load(tmp_path, text):
    folder = tmp_path / "content"
    folder.mkdir(exist_ok=True)
    (folder / "facts.yaml").write_text(text, encoding="utf-8")
    return load_facts(folder / "facts.yaml")


def told(tmp_path, text):
    with pytest.raises(ContentError) as refused:
        load(tmp_path, text)
    return [str(problem).replace("\u00a0", " ").replace("\u202f", " ") for problem in refused.value.problems]


def test_a_fact_has_its_value_its_dates_and_its_source(tmp_path):
    fact = load(tmp_path, GOOD)["smic"]

    assert (fact.id, fact.value, fact.unit) == ("smic", 12.31, "€")
    assert (fact.as_source.label, fact.as_source.valid_as_of, fact.as_source.review_on) == ("Arrêté du 22 mai 2026", date(2026, 6, 1), date(2027, 1, 1))
    assert fact.label == "Smic brut de l’heure"


@pytest.mark.parametrize(("value", "unit", "written"), [
    ("12.31", "€", "12,31"), ("12.5", "€", "12,50"), ("1867.02", "€", "1\u202f867,02"), ("300", "€", "300"), ("5000", "€", "5\u202f000"),
    ("12.5", "% du Smic", "12,5"), ("27", "sur 100", "27"), ('"aucun"', "", "aucun"),
])
def test_a_value_is_written_as_french_writes_numbers(tmp_path, value, unit, written):
    text = GOOD.replace("value: 12.31", f"value: {value}").replace('unit: "€"', f'unit: "{unit}"')

    assert load(tmp_path, text)["smic"].written == written


@pytest.mark.parametrize(("old", "new", "sentence"), [
    ("  review_on: 2027-01-01\n", "", "ligne 1, fait « smic », champ review_on : "
     "ce fait change ; écrivez la date à laquelle le vérifier, par exemple 2027-01-01"),
    ("review_on: 2027", "review_on: 2020", "ligne 7, fait « smic », champ review_on : "
     "cette date vient avant valid_as_of ; écrivez une date plus tard"),
    ("valid_as_of: 2026-06-01", "valid_as_of: juin", "ligne 6, fait « smic », champ valid_as_of : il faut une date ; écrivez-la comme 2026-06-30"),
    ("volatility: annual", "volatility: souvent", "ligne 8, fait « smic », champ volatility : "
     "cette valeur n’existe pas ; écrivez stable, annual ou event"),
    ('source: {label: "Arrêté du 22 mai 2026", url: "https://exemple.fr/arrete"}', "note: x", None),
    ("https://exemple.fr/arrete", "exemple.fr", "ligne 5, fait « smic », champ source.url : "
     "« exemple.fr » ne va pas ; copiez l’adresse entière, avec https:// au début"),
    ("valid_as_of", "valid_from", None),
    ("smic:", "Smic:", "ligne 1, fait « Smic », champ id : "
     "« Smic » ne va pas ; écrivez en minuscules sans accent, chiffres et tirets, par exemple marche-cache"),
])  # fmt: skip
def test_a_mistake_in_a_fact_is_told_with_its_line_its_field_and_its_cure(tmp_path, old, new, sentence):
    problems = told(tmp_path, GOOD.replace(old, new))

    if sentence is None:
        assert [problem.split(" : ")[1].split(" ;")[0] for problem in problems] == ["ce champ manque", "ce champ n’existe pas"]
    else:
        assert problems == [f"content/facts.yaml, {sentence}"]


def test_a_fact_written_twice_is_told(tmp_path):
    assert told(tmp_path, GOOD * 2) == ["content/facts.yaml, ligne 9, fait « smic » : ce champ est déjà écrit ligne 1 ; gardez-en un seul"]


def test_the_mistakes_of_all_facts_are_told_at_once(tmp_path):
    other = GOOD.replace("smic:", "autre:")
    problems = told(tmp_path, (GOOD + other).replace("valid_as_of: 2026-06-01", "valid_as_of: juin"))

    assert [problem.split(",")[2].split(" champ")[0].strip() for problem in problems] == ["fait « smic »", "fait « autre »"]


def test_a_list_in_the_place_of_facts_is_refused(tmp_path):
    [problem] = told(tmp_path, "- smic\n")

    assert "il faut des faits" in problem


def test_without_a_file_there_are_no_facts(tmp_path):
    assert load_facts(tmp_path / "facts.yaml") == {}


def test_facts_past_their_date_of_review_are_listed_the_longest_overdue_first(tmp_path):
    later = GOOD.replace("smic:", "tard:").replace("review_on: 2027", "review_on: 2030")
    never = GOOD.replace("smic:", "stable:").replace("  review_on: 2027-01-01\n", "").replace("annual", "stable")
    sooner = GOOD.replace("smic:", "vite:").replace("review_on: 2027", "review_on: 2026-07-01 #")
    facts = load(tmp_path, GOOD + later + never + sooner)

    assert due_for_review(facts, date(2026, 7, 1)) == []
    assert [fact.id for fact in due_for_review(facts, date(2026, 7, 2))] == ["vite"]
    assert [fact.id for fact in due_for_review(facts, date(2027, 1, 1))] == ["vite"]
    assert [fact.id for fact in due_for_review(facts, date(2027, 1, 2))] == ["vite", "smic"]
    assert [fact.id for fact in due_for_review(facts, date(2040, 1, 1))] == ["vite", "smic", "tard"]


def test_every_built_in_fact_has_a_source_that_can_be_opened_and_a_date():
    facts = load_facts(CONTENT / "facts.yaml")

    assert len(facts) > 20
    assert [fact.id for fact in facts.values() if not fact.source.url.startswith(("https://", "http://"))] == []
    assert [fact.id for fact in facts.values() if fact.volatility != "stable" and fact.review_on is None] == []


def test_the_measured_share_of_hiring_without_an_advert_is_the_sum_of_its_parts():
    facts = load_facts(CONTENT / "facts.yaml")

    assert facts["dares-sans-annonce-2015"].value == facts["dares-relations-2015"].value + facts["dares-spontanees-2015"].value == 48
