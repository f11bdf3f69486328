from tests.workshop.authoring.forms import each_type, sample
from workshop.authoring.writing import step_in_yaml
from workshop.exercises.registry import exercise_type
from workshop.plans.loader import load_workshop
from workshop.typography import french

HEAD = 'id: essai\ntitle: "Un essai"\nminutes: 20\nsteps:\n'


def read_back(tmp_path, text):
    path = tmp_path / "essai.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return load_workshop(path, {}).steps[0]


@each_type
def test_the_step_in_yaml_is_read_as_the_same_specification(exercise, tmp_path):
    step = read_back(tmp_path, step_in_yaml(exercise, sample(exercise)))

    assert step.parts[0].type == exercise.name
    assert step.parts[0].spec == sample(exercise)
    assert step.parts[0].approval == (exercise.texts is not None)


def test_whatever_an_author_types_can_be_read_back(tmp_path):
    exercise = exercise_type("slide")
    text = french("# pas un commentaire : oui\n  - non\n\n«\u00a0yes\u00a0» & *x* {{ a }}\n\ttab 2026-06-30")
    specification = exercise.Specification(prompt="yes", text=text, points=("on", "12", "null", "'quote\""))

    assert read_back(tmp_path, step_in_yaml(exercise, specification)).parts[0].spec == specification


def test_the_step_has_an_identifier_even_where_the_prompt_has_no_letter(tmp_path):
    exercise = exercise_type("mood")

    assert read_back(tmp_path, step_in_yaml(exercise, exercise.Specification(prompt="???"))).id == "mood"
    assert read_back(tmp_path, step_in_yaml(exercise, exercise.Specification(prompt="Ta météo, là, ici ou ailleurs"))).id == "ta-meteo-la-ici"
