"""The catalogue of activities and the author's form, as a browser without JavaScript uses them; and what the page's script asks for."""

import html
import io
import re
import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests.application import close_app, make_app
from tests.workshop.authoring.forms import each_type
from tests.workshop.authoring.test_making import as_sent
from tests.workshop.authoring.test_uploads import SVG
from tests.workshop.exercises.plain_form import sent as fields_sent
from workshop.authoring.drafts import draft_of
from workshop.authoring.shaping import shape_of
from workshop.exercises.registry import FOLDER, exercise_type, exercise_types, sample_of, starts_of
from workshop.web.authoring import SHELVES

from .conftest import Browser, a_house

SCRIPT = "<script>alert(1)</script>"
HOSTILE = [SCRIPT, "\x00" + "x" * 20_000]


@pytest.fixture(scope="module")
def whole_app(tmp_path_factory, sqlite_template):
    folder = tmp_path_factory.mktemp("authoring")
    shutil.copyfile(sqlite_template, folder / "t.sqlite3")
    app = make_app(folder, f"sqlite:///{folder}/t.sqlite3")
    a_house(app.extensions["tremplin"], "Mission locale du Bocage", "Claire Petit", "claire@ml.fr")
    yield app
    close_app(app)


@pytest.fixture(scope="module")
def author(whole_app):
    browser = Browser(whole_app)
    assert browser.sign_in().status_code == 303
    return browser


def address(exercise, more=""):
    return f"/activites/{exercise.name}{more}"


def sample_fields(exercise):
    return as_sent(draft_of(shape_of(exercise), sample_of(exercise).specification.model_dump(mode="json")))


def post(author, exercise, fields, more=""):
    return author.send(address(exercise), fields, to=address(exercise, more))


def text(answer) -> str:
    return html.unescape(answer.text)


def own_form(answer) -> str:
    """Return the page's form, without the frames of the preview."""
    return re.sub(r'srcdoc="[^"]*"', "", answer.text.partition('<form class="author"')[2].partition("</form>")[0])


def test_every_type_stands_on_a_shelf_of_the_catalogue(author):
    page = text(author.get("/activites"))

    for exercise in exercise_types().values():
        assert exercise.label in page
        assert exercise.purpose in page
        assert f'href="{address(exercise)}"' in page
    assert [told[0] for told in SHELVES.values() if f"> {told[0]}</h2>" not in page] == []


def test_a_shelf_is_in_the_order_of_the_alphabet_accents_or_none(author):
    page = text(author.get("/activites"))

    assert page.index(">Équipes<") < page.index(">Pause<") < page.index(">Tirage au sort<")


@each_type
def test_knowledge_is_graded_and_a_voice_never_is(exercise):
    assert exercise.shelf in SHELVES
    assert exercise.shelf != "knowledge" or exercise.grade is not None
    assert exercise.shelf != "voice" or exercise.grade is None


@each_type
def test_the_sample_fills_the_form_and_the_form_alone_sends_it_back(author, exercise):
    """What the page shows is what it sends: without JavaScript too."""
    page = author.get(address(exercise, "?depuis=exemple"))

    sent = dict(fields_sent(own_form(page)))

    assert page.status_code == 200
    assert author.client.post(address(exercise, "/apercu"), data=sent).json["problems"] == {}
    assert {name: value for name, value in sent.items() if not name.startswith("_") and name != "csrf_token"}.keys() >= sample_fields(exercise).keys() - {
        name for name, value in sample_fields(exercise).items() if not value
    }


@each_type
def test_from_nothing_little_is_left_to_write(author, exercise):
    """An activity is made in two minutes: what the form begins with leaves a prompt and few texts to find, and names each of them at once."""
    sent = dict(fields_sent(own_form(author.get(address(exercise)))))

    problems = author.client.post(address(exercise, "/apercu"), data=sent).json["problems"]

    assert len(problems) <= 8, problems


OTHER_STARTS = [pytest.param(exercise, start, id=f"{exercise.name}-{start}") for exercise in exercise_types().values() for start in starts_of(exercise)]


@pytest.mark.parametrize("exercise, start", OTHER_STARTS)
def test_another_start_has_a_button_and_lacks_little(author, exercise, start):
    page = author.get(address(exercise, f"?depuis={start}"))
    sent = dict(fields_sent(own_form(page)))

    problems = author.client.post(address(exercise, "/apercu"), data=sent).json["problems"]

    assert f'depuis={start}">{starts_of(exercise)[start].label}</a>' in text(author.get(address(exercise)))
    assert 0 < len(problems) <= 2


def test_true_or_false_wants_a_statement_and_which_it_is(author):
    sent = dict(fields_sent(own_form(author.get("/activites/choice?depuis=vrai-faux"))))
    sent |= {"prompt": "Un CV tient sur une page.", "options.0.right": "yes"}

    answer = author.client.post("/activites/choice/apercu", data=sent).json

    assert answer["problems"] == {}
    assert "label: Vrai" in answer["yaml"]
    assert author.get("/activites/choice?depuis=autre-chose").status_code == 404


@each_type
def test_an_empty_form_says_at_each_field_what_is_missing_and_goes_to_the_first(author, exercise):
    answer = post(author, exercise, {})

    page = text(answer)
    assert answer.status_code == 422
    assert '<div class="told-wrong" role="alert">' in page
    prompt = re.search(r'<(?:textarea|input)[^>]* name="prompt"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in prompt
    assert "autofocus" in prompt
    assert "f-prompt-why" in prompt
    assert page.count(" autofocus") == 1
    assert re.search(r'id="f-prompt-why" data-why="prompt">.*?Écrivez quelque chose ici\.', page)


@each_type
@pytest.mark.parametrize("typed", HOSTILE, ids=["script", "huge"])
def test_hostile_values_in_every_field_come_back_as_text_with_what_is_wrong(author, exercise, typed):
    answer = post(author, exercise, {name: value if name.endswith(".key") else typed for name, value in sample_fields(exercise).items()})

    assert answer.status_code in (200, 422)
    assert SCRIPT not in answer.text
    frames = [html.unescape(page) for page in re.findall(r'srcdoc="([^"]*)"', answer.text)]
    assert len(frames) == 4
    assert [page for page in frames if SCRIPT in page] == []


@each_type
def test_a_hostile_value_in_any_one_field_never_breaks_the_preview(author, exercise):
    fields = sample_fields(exercise)

    for name in fields:
        if name.split(".")[-1] not in ("image", "key"):
            answer = author.client.post(address(exercise, "/apercu"), data=fields | {name: SCRIPT, "csrf_token": token(author)})
            assert answer.status_code == 200
            assert (answer.json["preview"] is None) == bool(answer.json["problems"])
            assert SCRIPT not in str(answer.json["preview"])


def token(author) -> str:
    if not hasattr(author, "token"):
        author.token = re.search(r'name="csrf_token" value="([^"]+)"', author.get("/activites/mood").text)[1]
    return author.token


@each_type
def test_the_script_is_given_preview_and_yaml_only_when_nothing_is_wrong(author, exercise):
    good = author.client.post(address(exercise, "/apercu"), data=sample_fields(exercise) | {"csrf_token": token(author)}).json
    bad = author.client.post(address(exercise, "/apercu"), data={"csrf_token": token(author)}).json

    assert good["problems"] == {}
    assert good["preview"]["asking"].keys() == {"phone", "screen"}
    assert f"type: {exercise.name}" in good["yaml"]
    assert (bad["preview"], bad["yaml"]) == (None, "")
    assert "prompt" in bad["problems"]


def test_a_row_is_added_by_a_button_alone_and_nothing_typed_is_lost(author):
    choice = exercise_type("choice")
    answer = post(author, choice, {"prompt": "Que fais-tu d’abord ?", "options.0.label": "J’appelle", "_do": "add:options"})

    page = text(answer)
    assert answer.status_code == 200
    assert "Que fais-tu d’abord ?" in page
    assert "J’appelle" in page
    assert '<div class="told-wrong"' not in page
    assert re.search(r'name="options\.1\.label"[^>]* autofocus', page)


def test_the_script_is_given_the_fields_alone(author):
    answer = post(author, exercise_type("choice"), {"options.0.label": "A", "_do": "add:options"}, "/formulaire")

    assert 'name="options.1.label"' in answer.text
    assert "<html" not in answer.text


def test_where_a_row_leads_is_chosen_by_name(author):
    page = text(author.get("/activites/sorting?depuis=exemple"))

    first = sample_of(exercise_type("sorting")).specification.categories[0]
    assert f'<option value="{first.key}">{first.label}</option>' in page or f'<option value="{first.key}" selected>{first.label}</option>' in page


def test_a_picture_is_taken_from_its_file_and_one_that_cannot_be_used_is_told(author):
    slide = exercise_type("slide")
    fields = {"prompt": "Le bus", "picture.description": "Un bus"}

    good = post(author, slide, fields | {"picture.file": (io.BytesIO(SVG.encode()), "bus.svg")})
    bad = post(author, slide, fields | {"picture.file": (io.BytesIO(b"rien"), "bus.txt"), "_do": "add:x"})

    assert good.status_code == 200
    assert re.search(r'name="picture\.width" value="300"', good.text)
    assert "Ce fichier n’est pas une image" in text(bad)


def test_facts_can_be_inserted_with_their_source_and_date_and_one_that_is_overdue_says_so(whole_app, author):
    house = whole_app.extensions["tremplin"]
    late = house.facts["smic-heure-brut"].model_copy(update={"review_on": date(2026, 6, 2)})
    whole_app.extensions["tremplin"] = replace(house, facts={"smic-heure-brut": late, "la-bonne-boite": house.facts["la-bonne-boite"]})
    try:
        page = text(author.get("/activites/mood"))
    finally:
        whole_app.extensions["tremplin"] = house

    assert page.count("data-fact=") == 2
    assert page.count("À vérifier depuis le") == 1
    assert late.source.label in page
    assert "Vrai au 01/06/2026" in page
    assert "<code>{{fact:smic-heure-brut}}</code>" in page


def test_the_preview_shows_a_fact_s_value_and_the_file_keeps_its_name(author):
    fields = sample_fields(exercise_type("mood")) | {"prompt": "Le Smic est à {{fact:smic-heure-brut}} € ?", "csrf_token": token(author)}

    seen = author.client.post("/activites/mood/apercu", data=fields).json

    assert "12,31\u202f€" in seen["preview"]["asking"]["phone"]
    assert "12,31\u202f€" in seen["preview"]["asking"]["screen"]
    assert "{{fact:smic-heure-brut}}" in seen["yaml"]


def test_a_choice_that_leads_to_a_new_ending_adds_it(author):
    scenario = exercise_type("scenario")
    fields = sample_fields(scenario) | {"situations.0.choices.0.next": "+endings"}

    answer = post(author, scenario, fields, "/formulaire")

    count = sum(name.startswith("endings.") and name.endswith(".title") for name in fields)
    assert re.search(rf'name="endings\.{count}\.title"[^>]* autofocus', answer.text)


@each_type
def test_a_type_s_own_editor_is_served_and_nothing_else_of_its_folder(author, exercise):
    page = author.get(address(exercise)).text
    own = re.search(r'data-editor="([^"]*)"', page)[1]

    if own:
        assert author.get(own).status_code == 200
        assert author.get(own.replace("editor.js", "start.yaml")).status_code == 404
    assert bool(own) == (FOLDER / exercise.name / "editor.js").is_file()


def test_what_is_too_heavy_is_refused_and_not_broken(author):
    answer = post(author, exercise_type("mood"), {"prompt": "x" * 2_500_000})

    assert answer.status_code == 413
    assert "trop lourd" in answer.text


@pytest.mark.parametrize("path", ["/activites", "/activites/choice", "/activites/choice?depuis=exemple"])
def test_who_is_not_signed_in_is_sent_to_sign_in(whole_app, path):
    answer = Browser(whole_app).get(path)

    assert answer.status_code == 302
    assert answer.location.startswith("/connexion?suite=/activites")


@pytest.mark.parametrize("more", ["", "/formulaire", "/apercu", "/essayer"])
def test_a_form_is_taken_only_from_our_own_page_and_from_who_is_signed_in(whole_app, author, more):
    choice = exercise_type("choice")
    stranger = Browser(whole_app)

    assert author.client.post(address(choice, more), data={"prompt": "Bonjour"}).status_code == 400
    assert stranger.send("/connexion", {}, to=address(choice, more)).location.startswith("/connexion")


def test_a_type_that_does_not_exist_says_where_to_go(author):
    answer = author.get("/activites/inconnu")

    assert answer.status_code == 404
    assert "Choisissez-en une dans le catalogue" in text(answer)
