import pytest

from tests.workshop.authoring.forms import as_json, draft_of_the_sample, made_of
from workshop.exercises.registry import exercise_type


def options(**changes):
    return [row | changes for row in draft_of_the_sample("choice")["options"]]


def test_a_rule_of_the_type_is_told_in_the_words_of_the_form():
    assert made_of("choice", options=options(right=False)).problems == {
        "options": "Aucune bonne réponse\u202f; cochez «\u00a0Bonne réponse\u00a0» sur celle qui est juste."
    }
    assert "cochez «\u00a0Plusieurs réponses\u00a0»" in made_of("choice", options=options(right=True)).problems["options"]


def test_a_rule_names_a_field_as_the_form_does():
    assert "augmentez «\u00a0Longueur\u00a0»" in made_of("text", max_length="20", starter="x" * 30).problems["starter"]


def test_a_row_is_called_by_its_text_and_not_by_its_key():
    data = as_json(exercise_type("scenario"))
    ending = {"key": "zz", "title": "Tout finit bien", "text": ""}

    problems = made_of("scenario", endings=[*data["endings"], ending]).problems

    assert problems["endings"].startswith("Aucun chemin n’arrive à «\u00a0Tout finit bien\u00a0»")


@pytest.mark.parametrize(("name", "changes", "field", "said"), [
    ("text", {"max_length": "5"}, "max_length", "Ce nombre est trop petit. Écrivez 20 au moins."),
    ("text", {"max_length": "5000"}, "max_length", "Ce nombre est trop grand. Écrivez 1000 au plus."),
    ("text", {"max_length": "beaucoup"}, "max_length", "Écrivez un nombre, en chiffres."),
    ("text", {"max_length": "30,5"}, "max_length", "Écrivez un nombre entier, sans virgule."),
    ("text", {"prompt": "a"}, "prompt", "C’est trop court. Écrivez au moins 3 lettres."),
    ("commitment", {"suggestions": "Bonne action\nx"}, "suggestions", "Ligne 2\u00a0: C’est trop court. Écrivez au moins 3 lettres."),
    ("commitment", {"suggestions": ""}, "suggestions", "Il en faut au moins 1."),
    ("teams", {"mix": "autre"}, "mix", "Choisissez une réponse de la liste."),
])  # fmt: skip
def test_each_problem_says_what_to_do(name, changes, field, said):
    assert made_of(name, **changes).problems == {field: said}
