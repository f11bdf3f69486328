"""Dated facts in the author's form: their values in the activity, their names in its file."""

from datetime import date

import pytest

from tests.workshop.authoring.forms import FACTS, as_json, draft_of_the_sample, made_of
from workshop.authoring.drafts import blank as blank_draft
from workshop.authoring.offering import offered
from workshop.authoring.shaping import shape_of
from workshop.authoring.writing import step_in_yaml
from workshop.exercises.registry import exercise_type
from workshop.plans.loader import load_workshop

HEAD = 'id: essai\ntitle: "Un essai"\nminutes: 20\nsteps:\n'
BOUNDS = {"minimum": "0", "maximum": "100", "step": "1", "tolerance": "0"}


def read_back(tmp_path, name, made, facts):
    path = tmp_path / "essai.yaml"
    path.write_text(HEAD + step_in_yaml(exercise_type(name), made.specification, made.inserted), encoding="utf-8")
    return load_workshop(path, facts).steps[0].parts[0]


def test_a_fact_in_a_text_has_its_value_with_french_spaces():
    made = made_of("mood", prompt="Le Smic : {{fact:smic}} € de l'heure. Vrai ?")

    assert made.specification.prompt == "Le Smic\u00a0: 12,31\u202f€ de l’heure. Vrai\u202f?"
    assert [source.label for source in made.sources] == ["Source smic"]


@pytest.mark.parametrize(("typed", "value"), [("{{fact:smic}}", 12.31), (" {{ fact:jours }} ", 60), ("-{{fact:smic}}", -12.31), ("− {{fact:smic}}", -12.31)])
def test_a_fact_alone_is_a_number_and_a_minus_before_it_counts(typed, value):
    assert made_of("estimate", **BOUNDS | {"right": typed, "minimum": "-50"}).specification.right == value


def test_amounts_of_a_list_may_be_facts():
    rows = as_json(exercise_type("budget"))["fixed"]
    made = made_of("budget", fixed=[{**rows[0], "amount": "{{fact:smic}}"}])

    assert made.specification.fixed[0].amount == 12.31


@pytest.mark.parametrize(("name", "changes", "field", "said"), [
    ("mood", {"prompt": "Le {{fact:smik}}"}, "prompt", "Le fait «\u00a0smik\u00a0» n’existe pas. Vouliez-vous dire «\u00a0smic\u00a0»\u202f?"),
    ("mood", {"prompt": "Le {{fact:zzzz}}"}, "prompt", "Le fait «\u00a0zzzz\u00a0» n’existe pas. Choisissez-en un dans «\u00a0Insérer un fait daté\u00a0»."),
    ("estimate", {"right": "{{fact:rien}}"}, "right", "Le fait «\u00a0rien\u00a0» n’existe pas. Choisissez-en un dans «\u00a0Insérer un fait daté\u00a0»."),
    ("estimate", {"right": "{{fact:site}}"}, "right", "La valeur de ce fait est un texte. Choisissez un fait qui est un nombre."),
    ("estimate", {"right": "{{fact:smic}} €"}, "right", "Écrivez un nombre, en chiffres."),
    ("teams", {"size": "{{fact:smic}}"}, "size", "Écrivez un nombre entier, sans virgule."),
    ("teams", {"size": "{{fact:jours}}"}, "size", "Ce nombre est trop grand. Écrivez 12 au plus."),
    ("commitment", {"suggestions": "Appeler\nLire {{fact:smik}}"}, "suggestions", "Le fait «\u00a0smik\u00a0» n’existe pas. Vouliez-vous dire «\u00a0smic\u00a0»\u202f?"),
])  # fmt: skip
def test_a_fact_that_does_not_fit_is_told_at_its_field(name, changes, field, said):
    changes = BOUNDS | changes if name == "estimate" else changes

    assert made_of(name, **changes).problems == {field: said}


def test_only_the_value_counts_against_the_longest_text():
    rows = as_json(exercise_type("matrix"))["items"]
    label = f"{'x' * 52} {{{{fact:smic}}}}"

    assert made_of("matrix", items=[*rows, {"key": "z", "label": label}]).specification.items[-1].label == f"{'x' * 52} 12,31"


def test_the_file_keeps_the_names_and_follows_the_facts(tmp_path):
    changes = {"right": "{{fact:smic}}", "prompt": "Combien ?", "unit": "€", "takeaway": "{{fact:smic}} € : {{fact:site}}"}
    made = made_of("estimate", **BOUNDS, **changes)

    same = read_back(tmp_path, "estimate", made, FACTS)
    raised = read_back(tmp_path, "estimate", made, FACTS | {"smic": FACTS["smic"].model_copy(update={"value": 13})})

    assert same.spec == made.specification
    assert same.sources == made.sources
    assert (raised.spec.right, raised.spec.takeaway) == (13, "13\u202f€\u00a0: un site")


def test_a_fact_deep_in_the_form_or_alone_in_a_text_comes_back_from_the_file(tmp_path):
    rows, [blank, *_] = draft_of_the_sample("choice")["options"], blank_draft(shape_of(exercise_type("choice")))["options"]
    made = made_of("choice", options=[blank, *rows[:-1], {**rows[-1], "label": "{{fact:smic}}"}])

    assert made.specification.options[-1].label == "12,31"
    assert read_back(tmp_path, "choice", made, FACTS).spec == made.specification


def test_a_fact_that_is_the_usual_value_today_stays_in_the_file(tmp_path):
    usual = FACTS | {"pas": FACTS["jours"].model_copy(update={"id": "pas", "value": 1})}
    made = made_of("estimate", **BOUNDS | {"step": "{{fact:jours}}"}, right="5")
    inserted = {("step",): "{{fact:pas}}"}

    text = step_in_yaml(exercise_type("estimate"), made.specification.model_copy(update={"step": 1}), inserted)

    assert "step: '{{fact:pas}}'" in text
    path = tmp_path / "essai.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    assert load_workshop(path, usual).steps[0].parts[0].spec.step == 1


def test_what_is_offered_stands_in_the_order_of_its_words_and_what_is_overdue_is_known():
    late = FACTS["jours"].model_copy(update={"label": "Écart", "review_on": date(2026, 7, 1)})

    found = offered(FACTS | {"jours": late}, date(2026, 7, 2))

    assert [(one.placeholder, one.fact.told, one.is_late) for one in found] == [
        ("{{fact:jours}}", "60\u00a0jours", True), ("{{fact:site}}", "un site", False), ("{{fact:smic}}", "12,31\u202f€", False),
    ]  # fmt: skip
