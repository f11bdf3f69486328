"""A branching story: each choice has a consequence, every path comes to an ending, and nothing is told before it is reached."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of
from workshop.figures import in_words

from .plain_form import macros, sent

EXERCISE = exercise_type("scenario")
SPECIFICATION = sample_of(EXERCISE).specification
DONE = ("/bus:a/heure:a", "/bus:a/heure:b/tuteur:a", "/bus:b/tuteur:b", "/bus:c")
UNDER_WAY = ("/", "/bus:a", "/bus:b", "/bus:a/heure:b")


def choice(where, **more):
    return {"text": f"Vers {where}", "consequence": "Voilà.", "next": where, **more}


def situation(key, *nexts, **more):
    return {"key": key, "title": key, "text": "Que faire ?", "choices": [choice(one, **more) for one in nexts]}


def story(*situations, ends=("fin",), **more):
    return EXERCISE.Specification(prompt="Une histoire", situations=situations, endings=[{"key": key, "title": key} for key in ends], **more)


def answer(path, specification=SPECIFICATION):
    return read_answer(EXERCISE, specification, {"path": path})


def told(*paths, specification=SPECIFICATION):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [answer(path, specification) for path in paths]))


@pytest.mark.parametrize(("situations", "ends", "said"), [
    ([situation("a", "b", "fin")], ("fin",), "mène à «\u00a0b\u00a0», qui n’existe pas"),
    ([situation("a", "fin", "fin"), situation("b", "fin", "fin")], ("fin",), "aucun chemin n’arrive à «\u00a0b\u00a0»"),
    ([situation("a", "fin", "fin")], ("fin", "autre"), "endings\u00a0: aucun chemin n’arrive à «\u00a0autre\u00a0»"),
    ([situation("a", "b", "fin"), situation("b", "a", "fin")], ("fin",), "tourne en rond (a → b → a)"),
    ([situation("a", "a", "fin")], ("fin",), "tourne en rond (a → a)"),
    ([situation("a", "fin", "b"), situation("b", "c", "fin"), situation("c", "b", "fin")], ("fin",), "tourne en rond (b → c → b)"),
    ([situation("a", "b", "b"), situation("b", "a", "a")], (), "n’a pas de fin"),
    ([situation("a", "fin", "fin"), situation("a", "fin", "fin")], ("fin",), "«\u00a0a\u00a0» sert deux fois"),
    ([situation("a", "a2", "a2"), situation("a2", "a", "a")], ("a",), "«\u00a0a\u00a0» sert deux fois"),
])
def test_what_is_no_story_is_refused_to_its_author_with_the_cure(situations, ends, said):
    with pytest.raises(ValidationError) as refused:
        story(*situations, ends=ends)
    assert said in str(refused.value)


def test_an_unknown_start_is_refused():
    with pytest.raises(ValidationError, match="start\u00a0: la situation «\u00a0z\u00a0» n’existe pas"):
        story(situation("a", "fin", "fin"), start="z")


def test_a_story_may_begin_elsewhere_than_with_its_first_situation():
    specification = story(situation("a", "fin", "fin"), situation("b", "a", "fin"), start="b")

    assert EXERCISE.public(specification)["situation"]["title"] == "b"
    assert answer("/b:a/a:b", specification).taken[-1].situation == "a"


def test_choices_are_all_graded_or_none_of_them():
    half = {"key": "a", "title": "a", "text": "?", "choices": [choice("fin", quality="risqué"), choice("fin")]}

    with pytest.raises(ValidationError, match="d’autres non"):
        story(half)


@pytest.mark.parametrize("path", [
    "/heure:a", "/bus:a/tuteur:a", "/bus:a/bus:a", "/bus:c/perdu:a", "/bus:h", "/bus:a/heure:c", "//", "/bus", "/bus:aa", "/bus:a" * 60, "/BUS:a",
])
def test_what_is_no_path_of_the_story_is_refused(path):
    with pytest.raises(AnswerRefused):
        answer(path)


@pytest.mark.parametrize("path", [*DONE, *UNDER_WAY])
def test_a_path_is_done_only_at_an_ending(path):
    assert EXERCISE.is_done(SPECIFICATION, answer(path)) is (path in DONE)


def test_a_phone_knows_no_consequence_before_it_made_the_choice():
    shown = json.dumps(EXERCISE.public(SPECIFICATION), ensure_ascii=False)

    for one in SPECIFICATION.situations:
        assert all(choice.consequence not in shown for choice in one.choices)
    assert all(word not in shown for word in ("quality", "points", "risqué", "réflexe", "confiance"))


def test_a_choice_shows_its_consequence_and_what_comes_next_and_no_other():
    shown = EXERCISE.public_to(SPECIFICATION, answer("/bus:b"))
    text = json.dumps(shown, ensure_ascii=False)
    first, tuteur = SPECIFICATION.situation("bus"), SPECIFICATION.situation("tuteur")

    assert shown["last"] == {"label": first.choices[1].text, "consequence": first.choices[1].consequence}
    assert shown["situation"]["title"] == tuteur.title
    assert first.choices[0].consequence not in text
    assert all(one.consequence not in text for one in tuteur.choices)


@pytest.mark.parametrize(("path", "back"), [("/", ""), ("/bus:a", "/"), ("/bus:a/heure:b", "/bus:a")])
def test_a_choice_can_be_gone_back_on(path, back):
    assert EXERCISE.public_to(SPECIFICATION, answer(path))["back"] == back


def test_the_whole_story_can_be_lived_by_buttons_of_a_plain_form():
    mine, seen = None, []
    while not (mine and EXERCISE.is_done(SPECIFICATION, mine)):
        public = EXERCISE.public_to(SPECIFICATION, mine)
        html = str(macros("scenario", "phone.html").form(public, mine))
        button = public["situation"]["choices"][0]["path"]
        assert f'name="path" value="{button}"' in html
        # a browser sends the hidden path first, then the button that was pressed
        mine = read_answer(EXERCISE, SPECIFICATION, nest([*sent(html), ("path", button)]))
        seen.append(mine.path)
    html = str(macros("scenario", "phone.html").form(EXERCISE.public_to(SPECIFICATION, mine), mine))

    assert seen == ["/bus:a", "/bus:a/heure:a"]
    assert "Fin\u00a0: Tu as sa confiance." in html
    assert "Que fais-tu" not in html
    assert 'value="/bus:a">↩ Revenir en arrière' in html


def test_what_has_just_come_takes_the_focus():
    form = macros("scenario", "phone.html").form

    for path in ("/", "/bus:a", "/bus:c"):
        assert str(form(EXERCISE.public_to(SPECIFICATION, answer(path)), answer(path))).count('data-arrive tabindex="-1"') == 1


def test_who_was_stopped_midway_made_no_mistake():
    assert all(EXERCISE.grade(SPECIFICATION, answer(path)) is None for path in UNDER_WAY)


def test_a_story_without_qualities_is_not_graded():
    plain = story(situation("a", "fin", "fin"))

    assert EXERCISE.grade(plain, answer("/a:a", plain)) is None
    assert EXERCISE.scores(plain, [answer("/a:a", plain)]) == []


@pytest.mark.parametrize(("path", "score", "said"), [
    ("/bus:a/heure:a", 1, "2 bons réflexes sur 2 choix. Bravo."),
    ("/bus:b/tuteur:a", 0.5, "1 bon réflexe sur 2 choix. À revoir\u00a0: «\u00a0Le bus ne passe pas\u00a0»."),
    ("/bus:c", 0, "À revoir\u00a0: «\u00a0Le bus ne passe pas\u00a0»."),
])
def test_a_path_is_worth_the_mean_of_its_choices(path, score, said):
    grade = EXERCISE.grade(SPECIFICATION, answer(path))

    assert (grade.score, grade.explanation) == (score, said)


def test_points_come_before_the_quality():
    half = story({"key": "a", "title": "a", "text": "?", "choices": [choice("fin", quality="risqué", points=0.5), choice("fin", quality="risqué")]})

    assert [EXERCISE.grade(half, answer(path, half)).score for path in ("/a:a", "/a:b")] == [0.5, 0]


paths = st.sampled_from([*DONE, *UNDER_WAY])


@given(st.lists(paths, max_size=60), st.randoms())
def test_nobody_is_lost_on_the_way_whatever_the_order(taken, random):
    answers = [answer(path) for path in taken]
    counted = EXERCISE.summarise(SPECIFICATION, answers)
    random.shuffle(answers)

    assert EXERCISE.summarise(SPECIFICATION, answers) == counted
    assert counted.total == sum(counted.chosen["bus"]) == sum(path != "/" for path in taken)
    assert counted.done == sum(path in DONE for path in taken)
    for key, into in (("heure", [("bus", 0)]), ("tuteur", [("bus", 1), ("heure", 1)])):
        assert sum(counted.chosen[key]) <= sum(counted.chosen[one][place] for one, place in into)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=4), st.integers(0, 3))
def test_a_grade_lies_between_the_worst_and_the_best_choice(points, picked):
    graded = story({"key": "a", "title": "a", "text": "?", "choices": [choice("fin", points=worth) for worth in points]})
    letter = "abcd"[picked % len(points)]

    assert EXERCISE.grade(graded, answer(f"/a:{letter}", graded)).score == points[picked % len(points)]


def test_the_figure_shows_every_choice_and_where_it_leads():
    (figure,) = told("/bus:a/heure:a", "/bus:a/heure:a", "/bus:c").figures

    assert [(stop.key, stop.count, stop.is_end) for stop in figure.stops] == [
        ("1", 3, False), ("2", 2, False), ("3", 0, False), ("F1", 2, True), ("F2", 0, True), ("F3", 1, True),
    ]
    assert [(way.start, way.end, way.key, way.count, way.quality) for way in figure.ways][:3] == [
        ("bus", "heure", "A", 2, "good"), ("bus", "tuteur", "B", 0, "risky"), ("bus", "perdu", "C", 1, "risky"),
    ]
    assert "F1. Tu as sa confiance (nombre 2)" in in_words(figure)
    assert "1. Le bus ne passe pas (choix A. J’appelle tout de suite mon tuteur. ✓, nombre 2, suite 2. Dire une heure)" in in_words(figure)


@pytest.mark.parametrize(("taken", "said"), [
    ([], "Personne n’a encore pris de chemin."),
    (["/"], "Personne n’a encore pris de chemin."),
    (["/bus:a"], "Personne n’est encore arrivé au bout de l’histoire."),
    (["/bus:a/heure:a"], "Un seul chemin, jusqu’à «\u00a0Tu as sa confiance\u00a0»."),
    (["/bus:a/heure:a"] * 3, "Tout le monde arrive à «\u00a0Tu as sa confiance\u00a0»."),
    (["/bus:a/heure:a", "/bus:c", "/bus:c"], "2 sur 3 arrivent à «\u00a0Le stage s’arrête\u00a0». Le moment le plus risqué\u00a0: «\u00a0Le bus ne passe pas\u00a0». 2 sur 3 y ont pris un risque."),
    (["/bus:a/heure:a", "/bus:c"], "Le groupe se partage entre «\u00a0Tu as sa confiance\u00a0» et «\u00a0Le stage s’arrête\u00a0». "
                                   "Le moment le plus risqué\u00a0: «\u00a0Le bus ne passe pas\u00a0». 1 sur 2 y a pris un risque."),
])  # fmt: skip
def test_the_sentence_says_where_the_room_arrives_and_where_it_was_risky(taken, said):
    assert told(*taken).sentence == said


def test_where_choices_differ_is_told_of_a_moment_that_many_came_to():
    plain = story(situation("a", "fin", "b"), situation("b", "fin", "fin"))
    many = ["/a:a"] * 8 + ["/a:b/b:a", "/a:b/b:b"]

    # two people are as divided as can be, and say nothing of ten
    assert told(*many, specification=plain).sentence.endswith("«\u00a0a\u00a0» (8 contre 2).")


def test_three_endings_that_are_level_are_told_as_a_list():
    thrice = story(situation("a", "x", "y", "z"), ends=("x", "y", "z"))

    assert told("/a:a", "/a:b", "/a:c", specification=thrice).sentence.startswith("Le groupe se partage entre «\u00a0x\u00a0», «\u00a0y\u00a0» et «\u00a0z\u00a0».")


def test_a_story_that_is_not_graded_says_where_the_choices_differ():
    plain = story(situation("a", "fin", "b"), situation("b", "fin", "fin"))

    assert told("/a:a", "/a:b/b:a", "/a:b/b:a", specification=plain).sentence.endswith("Là où les choix diffèrent le plus\u00a0: «\u00a0a\u00a0» (2 contre 1).")


def test_one_person_s_path_is_told_in_words():
    assert EXERCISE.in_words(SPECIFICATION, answer("/bus:c")) == "Le bus ne passe pas\u00a0: Je rentre chez moi. J’irai demain.\u202f; fin\u00a0: Le stage s’arrête"
    assert EXERCISE.in_words(SPECIFICATION, answer("/")) == "histoire en cours"


def test_the_result_shows_one_s_own_path_with_the_better_choice():
    mine = answer("/bus:b/tuteur:a")
    html = str(macros("scenario", "phone.html").result(SPECIFICATION, mine, EXERCISE.grade(SPECIFICATION, mine)))

    assert html.count("✓ bon réflexe") == 1
    assert html.count("! risqué") == 1
    assert "Plutôt\u00a0: J’appelle tout de suite mon tuteur." in html
    assert "Fin\u00a0: Une seconde chance" in html
