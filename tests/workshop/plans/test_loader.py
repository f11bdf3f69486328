"""Workshops in YAML: what is written well is read, what is not is told with file, line, field and cure."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.registry import exercise_types, sample_of
from workshop.plans.loader import load_library, load_workshop
from workshop.plans.problems import ContentError

CONTENT = Path(__file__).parents[3] / "content"
FACTS = """\
smic:
  label: "Smic brut de l’heure"
  value: 12.31
  unit: "€"
  source: {label: "Arrêté du 22 mai 2026", url: "https://exemple.fr/arrete"}
  valid_as_of: 2026-06-01
  review_on: 2027-01-01
  volatility: annual
relations:
  label: "Recrutements par une relation"
  value: 27
  source: {label: "Dares, enquête Ofer 2016"}
  valid_as_of: 2015-11-30
  volatility: stable
"""
GOOD = """\
id: essai
title: "Un essai"
minutes: 15
goals:
  - {code: AB1, text: "Comprendre"}
steps:
  - id: piston
    title: "Le piston"
    minutes: 5
    type: choice
    goal: AB1
    specification:
      prompt: "C'est tricher ?"
      options:
        - {key: a, label: "Vrai"}
        - {key: b, label: "Faux", right: true}
  - id: avant
    title: "Avant"
    minutes: 10
    block:
      - type: scale
        moment: before
        specification: {prompt: "Je me sens capable."}
      - type: text
        approval: true
        specification:
          prompt: "Écris ta phrase."
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    return folder


def load(folder, text=GOOD, name="essai.yaml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_workshop(path)


def told(folder, text):
    """Return what the author of that file is told, a problem a line, with plain spaces."""
    with pytest.raises(ContentError) as refused:
        load(folder, text)
    assert str(refused.value) == "\n".join(map(str, refused.value.problems))
    return [plain(str(problem)) for problem in refused.value.problems]


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def changed(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_type_on_its_own_and_a_block_both_become_parts(folder):
    workshop = load(folder)

    assert [[part.type for part in step.parts] for step in workshop.steps] == [["choice"], ["scale", "text"]]
    assert workshop.steps[0].parts[0].goal == "AB1"
    assert [(part.moment, part.approval) for part in workshop.steps[1].parts] == [("before", False), (None, True)]


def test_every_text_gets_french_typography(folder):
    workshop = load(folder, changed('title: "Le piston"', 'title: "L\'aide : le « piston »"\n    notes: "Prêts ?"'))

    assert workshop.steps[0].parts[0].spec.prompt == "C’est tricher\u202f?"
    assert workshop.steps[0].title == "L’aide\u00a0: le «\u00a0piston\u00a0»"
    assert workshop.steps[0].notes == "Prêts\u202f?"


# What the author is told. Every case: what is changed in the good file, and the whole sentence.

CASES = {
    "no right answer": (
        ('label: "Faux", right: true', 'label: "Faux"'),
        "ligne 14, étape « piston », champ specification.options : aucune bonne réponse ; écrivez « right: true » sur celle qui est juste",
    ),
    "an unknown field of a step": (
        ('title: "Le piston"', 'title: "Le piston"\n    minute: 3'),
        "ligne 9, étape « piston », champ minute : ce champ n’existe pas ; vouliez-vous dire « minutes » ?",
    ),
    "an unknown field of a workshop": (
        ("minutes: 15", "minutes: 15\ntitel: x"),
        "ligne 4, champ titel : ce champ n’existe pas ; vouliez-vous dire « title » ?",
    ),
    "an unknown field of an option": (
        ('label: "Vrai"}', 'label: "Vrai", explication: "Non."}'),
        "ligne 15, étape « piston », champ specification.options.1.explication : ce champ n’existe pas ; vouliez-vous dire « explanation » ?",
    ),
    "an unknown field in a block": (
        ("moment: before", "momment: before"),
        "ligne 22, étape « avant », champ block.1.momment : ce champ n’existe pas ; vouliez-vous dire « moment » ?",
    ),
    "an unknown field like no other": (
        ('{code: AB1, text: "Comprendre"}', '{code: AB1, text: "Comprendre", zzz: 1}'),
        "ligne 5, champ goals.1.zzz : ce champ n’existe pas ; les noms possibles : code, text",
    ),
    "a field of the specification one level too high": (
        ("approval: true\n", 'approval: true\n        starter: "Bonjour"\n'),
        "ligne 26, étape « avant », champ block.2.starter : ce champ se met sous « specification » ; décalez-le vers la droite, sous cette ligne",
    ),
    "a missing field": (
        ('    title: "Le piston"\n', ""),
        "ligne 7, étape « piston », champ title : ce champ manque ; ajoutez « title: … »",
    ),
    "a step without a type": (
        ("    type: choice\n", ""),
        "ligne 7, étape « piston », champ type : ce champ manque ; ajoutez « type: … »",
    ),
    "a missing field deep in a specification": (
        ('{key: a, label: "Vrai"}', '{label: "Vrai"}'),
        "ligne 15, étape « piston », champ specification.options.1.key : ce champ manque ; ajoutez « key: … »",
    ),
    "a missing specification in a block": (
        ('        specification: {prompt: "Je me sens capable."}\n', ""),
        "ligne 21, étape « avant », champ block.1.specification : ce champ manque ; ajoutez « specification: … »",
    ),
    "a step without an id": (
        ("id: piston\n    ", ""),
        "ligne 7, étape n° 1, champ id : ce champ manque ; ajoutez « id: … »",
    ),
    "a word where a number is wanted": (
        ("minutes: 5", "minutes: cinq"),
        "ligne 9, étape « piston », champ minutes : il faut un nombre ; écrivez-le en chiffres, sans unité",
    ),
    "a number where a text is wanted": (
        ('label: "Vrai"', "label: 12"),
        "ligne 15, étape « piston », champ specification.options.1.label : il faut un texte ; mettez-le entre guillemets",
    ),
    "a word that YAML takes for true": (
        ('label: "Vrai"', "label: yes"),
        "ligne 15, étape « piston », champ specification.options.1.label : YAML lit ce mot comme vrai ou faux ; mettez-le entre guillemets",
    ),
    "a field left empty": (
        ('prompt: "C\'est tricher ?"', "prompt:"),
        "ligne 13, étape « piston », champ specification.prompt : il n’y a rien après le deux-points ; écrivez une valeur, ou enlevez la ligne",
    ),
    "a text where a list is wanted": (
        ('goals:\n  - {code: AB1, text: "Comprendre"}', "goals: AB1"),
        "ligne 4, champ goals : il faut une liste ; écrivez un élément par ligne, avec un tiret devant",
    ),
    "a text where fields are wanted": (
        ('specification: {prompt: "Je me sens capable."}', 'specification: "Je me sens capable."'),
        "ligne 23, étape « avant », champ block.1.specification : "
        "il faut des champs ; écrivez « champ: valeur » à la ligne, décalé vers la droite",
    ),
    "a block that is no list": (
        (GOOD[GOOD.index("    block:") :], "    block: {type: scale}\n"),
        "ligne 20, étape « avant », champ block : il faut une liste ; écrivez un élément par ligne, avec un tiret devant",
    ),
    "an empty block": (
        (GOOD[GOOD.index("    block:") :], "    block: []\n"),
        "ligne 20, étape « avant », champ block : il y en a 0 ; il en faut au moins 1",
    ),
    "a number that is too large": (
        ("minutes: 10", "minutes: 1000"),
        "ligne 19, étape « avant », champ minutes : le nombre est trop grand ; écrivez 120 au plus",
    ),
    "a text that is too long": (
        ('label: "Vrai"', f'label: "{"x" * 130}"'),
        "ligne 15, étape « piston », champ specification.options.1.label : le texte est trop long (130 lettres) ; restez à 120 au plus",
    ),
    "too few options": (
        ('        - {key: a, label: "Vrai"}\n', ""),
        "ligne 14, étape « piston », champ specification.options : il y en a 1 ; il en faut au moins 2",
    ),
    "an id with a capital": (
        ("id: piston", "id: Piston"),
        "ligne 7, étape « Piston », champ id : « Piston » ne va pas ; écrivez en minuscules sans accent, chiffres et tirets, par exemple marche-cache",
    ),
    "a value that is none of those possible": (
        ("moment: before", "moment: avant"),
        "ligne 22, étape « avant », champ block.1.moment : cette valeur n’existe pas ; écrivez before ou after",
    ),
    "approval of what has no text": (
        ("moment: before", "approval: true"),
        "ligne 22, étape « avant », champ block.1.approval : le type « scale » n’a pas de texte libre à approuver ; enlevez cette ligne",
    ),
    "an unknown type with a near name": (
        ("type: choice", "type: choise"),
        "ligne 10, étape « piston », champ type : "
        "le type « choise » n’existe pas, ou n’existe plus ; vouliez-vous dire « choice » (Question à choix) ?",
    ),
    "an unknown type with the French name of another": (
        ("type: text", "type: Texte-court"),
        "ligne 24, étape « avant », champ block.2.type : "
        "le type « Texte-court » n’existe pas, ou n’existe plus ; vouliez-vous dire « text » (Texte court) ?",
    ),
    "a doubled step id": (
        ("id: avant", "id: piston"),
        "ligne 17, étape « piston », champ id : « piston » nomme déjà l’étape de la ligne 7 ; choisissez un autre nom",
    ),
    "a doubled key": (
        ("    minutes: 10\n", "    minutes: 10\n    minutes: 5\n"),
        "ligne 20, étape « avant », champ minutes : ce champ est déjà écrit ligne 19 ; gardez-en un seul",
    ),
    "an alias": (
        ('goals:\n  - {code: AB1, text: "Comprendre"}', 'goals:\n  - &un {code: AB1, text: "Comprendre"}\n  - *un'),
        "ligne 5, champ goals.2 : les raccourcis YAML (& et *) ne servent pas ici ; recopiez le texte",
    ),
    "a type beside a block": (
        ("    block:\n", "    type: choice\n    block:\n"),
        "ligne 20, étape « avant », champ type : « type » ne va pas à côté de « block » ; mettez-le dans chaque question du bloc",
    ),
    "an unknown fact": (
        ("goal: AB1\n", "goal: AB1\n    facts: [smick]\n"),
        "ligne 12, étape « piston », champ facts.1 : le fait « smick » n’existe pas dans facts.yaml ; vouliez-vous dire « smic » ?",
    ),
    "an unknown fact in a text": (
        ('label: "Vrai"', 'label: "{{fact:relation}} sur 100"'),
        "ligne 15, étape « piston », champ specification.options.1.label : "
        "le fait « relation » n’existe pas dans facts.yaml ; vouliez-vous dire « relations » ?",
    ),
    "facts that are no list": (
        ("goal: AB1\n", "goal: AB1\n    facts: smic\n"),
        "ligne 12, étape « piston », champ facts : il faut une liste ; écrivez par exemple « facts: [dares-relations-2015] »",
    ),
    "a type that stands alone, in a block": (
        ('- type: scale\n        moment: before', '- type: draw'),
        "ligne 17, étape « avant » : « draw » se joue seul ; mettez-le dans une étape à lui",
    ),
    "played by team where nothing is right or wrong": (
        ("    minutes: 10\n", "    minutes: 10\n    by_team: goal\n"),
        "ligne 20, étape « avant », champ by_team : rien n’est juste ou faux dans cette étape ; enlevez cette ligne",
    ),
    "a date that does not exist": (
        ("minutes: 15", "minutes: 15\npromise: 2026-02-31"),
        "ligne 4, champ promise : « 2026-02-31 » ne se lit pas ; mettez-le entre guillemets, ou écrivez une date comme 2026-06-30",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), CASES.values(), ids=CASES)
def test_a_mistake_is_told_with_its_file_its_line_its_field_and_its_cure(folder, change, sentence):
    assert told(folder, changed(*change)) == [f"content/essai.yaml, {sentence}"]


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_is_well_set(folder, name):
    with pytest.raises(ContentError) as refused:
        load(folder, changed(*CASES[name][0]))

    assert not re.search(r" [?!;:](\s|$)|\w'\w|« | »", str(refused.value))


def test_a_field_left_behind_by_a_changed_type_names_who_has_it(folder):
    missing, left_behind = told(folder, changed("type: choice", "type: matching"))

    assert "ligne 12, étape « piston », champ specification.pairs : ce champ manque" in missing
    assert "ligne 14, étape « piston », champ specification.options : ce champ n’est pas de « matching », mais de « " in left_behind
    assert "« choice » (Question à choix)" in left_behind
    assert left_behind.endswith("; changez le type, ou enlevez le champ")


def test_a_type_that_resembles_nothing_is_answered_with_all_that_exist(folder):
    [problem] = told(folder, changed("type: choice", "type: xyzxyz"))

    assert "« mood » (Météo du groupe)" in problem
    assert "« network » (Carte de mon réseau)" in problem


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_the_lines(folder):
    text = GOOD
    for old, new in [
        ("minutes: 15", "minutes: 1000"), ("minutes: 5", "minutes: cinq"), ('label: "Faux", right: true', 'label: "Faux"'), ("moment: before", "goals: AB1"),
        ("type: text", "type: texte"), ("minutes: 10\n", "minutes: 10\n    title: Deux\n"),
    ]:  # fmt: skip
        text = text.replace(old, new, 1)
    problems = told(folder, text)

    assert [re.search(r"champ (\S+)", problem)[1] for problem in problems] == [
        "minutes", "minutes", "specification.options", "title", "block.1.goals", "block.2.type",
    ]  # fmt: skip
    assert [int(re.search(r"ligne (\d+)", problem)[1]) for problem in problems] == [3, 9, 14, 20, 23, 25]


def test_several_mistakes_of_one_specification_are_all_told(folder):
    problems = told(folder, changed('{key: a, label: "Vrai"}', "{key: A, label: 3}"))

    assert [re.search(r"champ (\S+)", problem)[1] for problem in problems] == ["specification.options.1.key", "specification.options.1.label"]


# Files that are not YAML.


@pytest.mark.parametrize(("text", "line", "words"), [
    ('id: essai\ntitle: "Un essai\nminutes: 5\n', 2, "un guillemet est ouvert et jamais fermé ; ajoutez le guillemet de fin"),
    ("id: essai\ntitle: Attention : essai\n", 2, "deux-points en trop, ou le texte en contient un ; mettez tout le texte entre guillemets"),
    ("id: essai\nsteps:\n\t- id: a\n", 3, "il y a une tabulation au début de la ligne ; remplacez-la par des espaces"),
    ("id: essai\ngoals: [a, b\ntitle: x\n", 3, "une liste entre crochets n’est pas fermée ; ajoutez « ] »"),
    ("id: essai\ngoals: {a: b\ntitle: x\n", 3, "des champs entre accolades ne sont pas fermés ; ajoutez « } »"),
    ("steps:\n  - id: a\n title: b\n", 3, "n’est pas alignée, ou un guillemet coupe le texte ; alignez-la"),
    ("title: 'l'essai'\n", 1, "un guillemet coupe le texte"),
    ("title: @ essai\n", 1, "un texte ne peut pas commencer par ce signe ; mettez tout le texte entre guillemets"),
    ("title: *essai\n", 1, "un texte ne peut pas commencer par « * » ; mettez tout le texte entre guillemets"),
    ('id: a\ntitle: "c:\\dossier"\n', 2, "la barre « \\ » a un sens spécial entre guillemets doubles ; enlevez-la ou doublez-la"),
    ("id: essai\n---\nid: deux\n", 2, "la ligne « --- » commence un autre document ; enlevez-la"),
    ("goals: - a\n", 1, "le tiret n’est pas à sa place ; allez à la ligne avant le tiret"),
    ("id: essai\ntitle: a\x07b\n", 2, "caractère invisible que YAML refuse ; effacez-le"),
    ("id: essai\ntitle\nminutes: 5\n", 3, "il manque un deux-points"),
    ("", 1, "le fichier est vide ; copiez l’exemple de content/README.md"),
    ("# rien\n", 1, "le fichier est vide"),
])
def test_what_is_not_yaml_is_told_in_plain_words_at_its_line(folder, text, line, words):
    [problem] = told(folder, text)

    assert problem.startswith(f"content/essai.yaml, ligne {line} : ")
    assert words in problem


def test_a_file_that_is_not_utf_8_says_how_to_save_it(folder):
    path = folder / "essai.yaml"
    path.write_bytes('title: "Un été"\n'.encode("latin-1"))

    with pytest.raises(ContentError, match="UTF-8"):
        load_workshop(path)


@pytest.mark.parametrize("text", ["- a\n", "texte\n", "3\n", "steps: 3\n", "steps: [1, null, []]\n", "steps: [{block: 3}]\n", "? [a]\n: b\n"])
def test_a_file_of_another_shape_is_refused_and_never_breaks_the_reader(folder, text):
    assert all(problem.startswith("content/essai.yaml, ligne ") for problem in told(folder, text))


@given(st.data())
def test_whatever_line_is_lost_or_doubled_the_reader_gives_a_workshop_or_problems(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any") / "content"
    folder.mkdir()
    lines = GOOD.splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    junk = data.draw(st.sampled_from(["", lines[place] * 2, "  " + lines[place], lines[place].replace(":", "", 1), "[\n", "*\n", "a: &a [*a]\n", "!!python/name:os.system\n"]))

    try:
        load(folder, "".join([*lines[:place], junk, *lines[place + 1 :]]))
    except ContentError as error:
        assert error.problems
        assert all(1 <= problem.line <= len(lines) + 2 and problem.message for problem in error.problems)


# Facts in a workshop.


def test_a_fact_s_value_stands_in_the_text_and_its_source_in_the_part(folder):
    workshop = load(folder, changed('label: "Vrai"', 'label: "{{fact:smic}} € de l’heure"'))
    part = workshop.steps[0].parts[0]

    assert part.spec.options[0].label == "12,31\u202f€ de l’heure"
    [source] = part.sources
    assert (source.label, source.url, source.valid_as_of, source.review_on, source.volatility) == (
        "Arrêté du 22 mai 2026", "https://exemple.fr/arrete", date(2026, 6, 1), date(2027, 1, 1), "annual",
    )  # fmt: skip


def test_a_named_fact_gives_its_source_without_a_word_in_the_text(folder):
    workshop = load(folder, changed("moment: before", "moment: before\n        facts: [relations, smic]"))

    assert [source.label for source in workshop.steps[1].parts[0].sources] == ["Dares, enquête Ofer 2016", "Arrêté du 22 mai 2026"]
    assert workshop.steps[1].parts[1].sources == ()


def test_a_fact_named_and_inserted_is_one_source(folder):
    text = changed("goal: AB1", "goal: AB1\n    facts: [smic]").replace('label: "Vrai"', 'label: "{{ fact:smic }} €"')

    assert len(load(folder, text).steps[0].parts[0].sources) == 1


@pytest.mark.parametrize(("old", "step"), [('title: "Le piston"', 0), ('title: "Avant"', 1)])
def test_a_fact_in_the_notes_has_its_source_in_the_first_part(folder, old, step):
    workshop = load(folder, changed(old, old + '\n    notes: "Dites : {{fact:relations}} sur 100."'))

    assert workshop.steps[step].notes == "Dites\u00a0: 27 sur 100."
    assert [len(part.sources) for part in workshop.steps[step].parts] == [1] + [0] * step


def test_a_fact_alone_in_a_field_is_its_number_and_can_be_the_right_answer(folder):
    estimate = 'type: estimate\n        specification: {prompt: "Combien ?", minimum: 0, maximum: 100, right: "{{fact:smic}}"}'
    text = changed('type: scale\n        moment: before\n        specification: {prompt: "Je me sens capable."}', estimate)

    assert load(folder, text).steps[1].parts[0].spec.right == 12.31


@pytest.mark.parametrize("minus", ["-", "−", "- "])
def test_a_fact_alone_with_a_minus_is_what_goes_out(folder, minus):
    estimate = f'type: estimate\n        specification: {{prompt: "Combien ?", minimum: -50, maximum: 100, right: "{minus}{{{{fact:smic}}}}"}}'
    text = changed('type: scale\n        moment: before\n        specification: {prompt: "Je me sens capable."}', estimate)

    assert load(folder, text).steps[1].parts[0].spec.right == -12.31


def test_a_fact_alone_where_a_text_is_wanted_is_that_number_as_a_text(folder):
    part = load(folder, changed('label: "Vrai"', 'label: "{{fact:smic}}"')).steps[0].parts[0]

    assert part.spec.options[0].label == "12,31"
    assert len(part.sources) == 1


def test_a_source_written_out_stands_beside_those_of_facts(folder):
    text = changed("goal: AB1", 'goal: AB1\n    facts: [smic]\n    sources: [{label: "Une fiche", valid_as_of: 2026-01-01}]')

    assert [source.label for source in load(folder, text).steps[0].parts[0].sources] == ["Une fiche", "Arrêté du 22 mai 2026"]


# The library.


ONE = 'id: essai\ntitle: "Un essai"\nminutes: 15\nsteps:\n  - id: piston\n    title: "Le piston"\n    minutes: 5\n'


def test_a_type_s_own_example_can_be_played(folder):
    workshop = load(folder, f"{ONE}    type: choice\n    sample: true\n")

    assert workshop.steps[0].parts[0].spec == sample_of(exercise_types()["choice"]).specification


@pytest.mark.parametrize("more", ["    sample: oui\n", '    sample: true\n    specification: {prompt: "Vrai ?"}\n'])
def test_an_example_and_one_s_own_are_not_mixed(folder, more):
    assert told(folder, f"{ONE}    type: choice\n{more}") == [
        "content/essai.yaml, ligne 9, étape « piston », champ sample : "
        "écrivez « sample: true » pour l’exemple du type, ou « specification » pour la vôtre, mais pas les deux"
    ]


def test_the_example_of_an_unknown_type_tells_the_type_alone(folder):
    problems = told(folder, f"{ONE}    type: choise\n    sample: true\n")

    assert len(problems) == 1
    assert "« choise »" in problems[0]


FILM = '    type: slide\n    specification: {prompt: "Le film", video: {file: film.mp4, description: "Un film."}}\n'


def test_a_video_that_is_not_in_the_folder_is_told_by_its_name(folder):
    assert told(folder, f"{ONE}{FILM}") == [
        "content/essai.yaml, ligne 9, étape « piston », champ specification : "
        "le fichier « film.mp4 » n’est pas dans content/videos ; copiez-le là, ou corrigez son nom"
    ]


def test_a_video_that_is_there_is_taken(folder):
    (folder / "videos").mkdir()
    (folder / "videos" / "film.mp4").write_bytes(b"film")

    assert load(folder, f"{ONE}{FILM}").steps[0].parts[0].spec.video.file == "film.mp4"


def test_the_library_is_every_workshop_of_the_folder_by_id(folder):
    load(folder)
    load(folder, changed("id: essai", "id: autre"), "autre.yaml")

    library = load_library(folder)

    assert list(library) == ["autre", "essai"]
    assert library["essai"] == load_workshop(folder / "essai.yaml")


def test_a_folder_without_facts_or_workshops_is_an_empty_library(tmp_path):
    assert load_library(tmp_path) == {}


def test_two_files_with_the_same_id_are_refused(folder):
    load(folder)
    load(folder, name="copie.yaml")

    with pytest.raises(ContentError) as refused:
        load_library(folder)
    assert plain(str(refused.value)) == (
        "content/essai.yaml, ligne 1, champ id : « essai » est déjà l’identifiant de content/copie.yaml ; choisissez-en un autre"
    )


def test_the_problems_of_all_files_are_told_together(folder):
    for name in ("un.yaml", "deux.yaml"):
        (folder / name).write_text(changed("minutes: 5", "minutes: cinq"), encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_library(folder)
    assert [problem.file for problem in refused.value.problems] == ["content/deux.yaml", "content/un.yaml"]


def test_the_example_for_authors_is_a_valid_workshop(folder):
    [example] = re.findall(r"```yaml\n(.*?)```", (CONTENT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (folder / "facts.yaml").write_bytes((CONTENT / "facts.yaml").read_bytes())

    workshop = load(folder, example)

    assert workshop.minutes == sum(step.minutes for step in workshop.steps)
    assert workshop.step("chiffre").parts[0].spec.right == 21
    assert {part.moment for step in workshop.steps for part in step.parts} == {"before", "after", None}


def test_the_types_that_authors_are_told_of_exist():
    told_types = (CONTENT / "README.md").read_text(encoding="utf-8").split("## Les types")[1].split("## Les faits")[0]
    named = set(re.findall(r"`([a-z]+)`", told_types))

    assert len(named) > 5
    assert named <= set(exercise_types())
