"""Anonymous questions: asked, seen, voted for, answered live."""

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.questions import EXERCISE
from workshop.exercises.questions.joining import key
from workshop.exercises.reading import read_answer

from .plain_form import macros

SPECIFICATION = EXERCISE.Specification(prompt="Vos questions ?", max_questions=3)
PAY, PERMIT, HOURS = "Combien on gagne\u202f?", "Il faut le permis\u202f?", "Quels horaires\u202f?"
QUESTION = st.text("abcé ?", min_size=1, max_size=8).filter(lambda text: any(map(str.isalpha, text)))


def answer(*questions, votes=()):
    return EXERCISE.Answer(questions=questions, votes=tuple(map(key, votes)))


def summary(*answers, **marks):
    found = EXERCISE.summarise(SPECIFICATION, answers)
    return EXERCISE.arrange(found, EXERCISE.Arrangement(**marks)) if marks else found


def counts(found):
    return {asked.text: asked.people for asked in found.questions}


def states(found):
    return [(asked.text, asked.state) for asked in found.questions]


def told(*answers, **marks):
    return EXERCISE.tell(SPECIFICATION, summary(*answers, **marks)).sentence


def shared(*answers, **marks):
    return EXERCISE.shared(SPECIFICATION, summary(*answers, **marks))


@pytest.mark.parametrize(("raw", "because"), [
    ({"questions": ["un", "deux", "trois", "quatre"]}, "trop d’éléments"),
    ({"questions": ["a" * 121]}, "120 lettres au plus"),
    ({"questions": ["? !"]}, "avec des mots"),
    ({"votes": ["q123"]}, "ne va pas"),
    ({"votes": [key(PAY)] * 201}, "trop d’éléments"),
    ({"questions": [], "votes": []}, "Je passe"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_no_more_questions_are_taken_than_the_author_lets_ask():
    with pytest.raises(AnswerRefused, match="une question au plus"):
        read_answer(EXERCISE, EXERCISE.Specification(prompt="Ta question ?", max_questions=1), {"questions": [PAY, PERMIT]})


@pytest.mark.parametrize("fields", [{"max_questions": 0}, {"max_questions": 4}, {"max_length": 20}, {"max_length": 121}, {"votes": 3}])
def test_what_could_not_be_asked_is_refused_of_an_author(fields):
    with pytest.raises(ValidationError):
        EXERCISE.Specification.model_validate({"prompt": "Vos questions ?", **fields})


def test_one_who_asks_counts_as_one_who_votes():
    assert counts(summary(answer(PAY), answer(votes=[PAY]), answer(PERMIT, votes=[PAY]))) == {PAY: 3, PERMIT: 1}


def test_nobody_counts_twice_who_votes_for_her_own_question_or_votes_twice():
    assert counts(summary(answer(PAY, votes=[PAY, PAY]), answer(PERMIT, votes=[PAY, PAY]))) == {PAY: 2, PERMIT: 1}


@pytest.mark.parametrize("again", ["combien on gagne", "COMBIEN  ON GAGNE ?", "Combien on gagné?", "Combien, on gagne…"])
def test_the_same_question_written_otherwise_is_one_and_its_votes_are_summed(again):
    assert counts(summary(answer(PAY), answer(again), answer(PAY, again, votes=[again]), answer(votes=[PAY]))) == {PAY: 4}


def test_the_wording_shown_is_the_commonest_then_the_most_complete():
    assert counts(summary(answer("combien on gagne"), answer(PAY))) == {PAY: 2}
    assert counts(summary(answer("combien on gagne"), answer("combien on gagne"), answer(PAY))) == {"combien on gagne": 3}


def test_a_question_is_shown_with_french_spacing_so_that_no_question_mark_is_alone_on_a_line():
    assert counts(summary(answer("C'est quoi un CDI ?"))) == {"C’est quoi un CDI\u202f?": 1}


def test_a_vote_for_a_question_that_is_not_there_is_taken_and_counts_for_nothing():
    late = read_answer(EXERCISE, SPECIFICATION, {"votes": [key("Une question retirée ?")]})

    assert counts(summary(answer(PAY), late)) == {PAY: 1}
    assert summary(late).questions == ()


def test_a_hidden_question_goes_with_its_votes_and_comes_back_with_them():
    answers = [answer(PAY, PERMIT), answer(votes=[PAY]), answer(HOURS, votes=[PAY, PERMIT])]
    kept = [left for one in answers if (left := EXERCISE.without(one, lambda text: key(text) == key(PAY)))]

    assert counts(summary(*kept)) == {PERMIT: 2, HOURS: 1}
    assert counts(summary(*answers)) == {PAY: 3, PERMIT: 2, HOURS: 1}


def test_who_asked_only_what_is_hidden_keeps_her_votes():
    assert EXERCISE.without(answer(PAY, votes=[PERMIT]), lambda text: True) == answer(votes=[PERMIT])
    assert EXERCISE.without(answer(PAY), lambda text: True) is None


def test_an_edited_question_starts_again_without_votes():
    assert counts(summary(answer("Combien on gagne par mois\u202f?"), answer(votes=[PAY]))) == {"Combien on gagne par mois\u202f?": 1}


def test_most_people_come_first_and_neither_the_alphabet_nor_the_first_wins_a_tie():
    asked = [f"Question {letter}" for letter in "abcdefgh"]
    order = [one.text for one in summary(*map(answer, asked), answer(votes=["Question e"])).questions]

    assert order[0] == "Question e"
    assert order[1:] not in (asked[:4] + asked[5:], (asked[:4] + asked[5:])[::-1])
    assert order == [one.text for one in summary(answer(votes=["Question e"]), *map(answer, reversed(asked))).questions]


@given(st.lists(st.tuples(st.lists(QUESTION, max_size=3), st.lists(QUESTION, max_size=3)), max_size=12))
def test_no_question_has_more_people_than_there_are(room):
    found = summary(*(answer(*questions, votes=votes) for questions, votes in room))

    assert all(1 <= asked.people <= len(room) for asked in found.questions)
    assert len({asked.key for asked in found.questions}) == len(found.questions)


ROOM = [answer(PAY, votes=[PERMIT]), answer(PERMIT, votes=[PAY]), answer(HOURS, votes=[PAY])]


def test_the_question_that_is_being_answered_comes_first_and_those_answered_last():
    first = summary(*ROOM, now=key(HOURS))
    assert states(first) == [(HOURS, "now"), (PAY, "open"), (PERMIT, "open")]

    then = summary(*ROOM, was=key(HOURS), now=key(PERMIT))
    assert states(then) == [(PERMIT, "now"), (PAY, "open"), (HOURS, "done")]


@pytest.mark.parametrize(("mark", "now", "done"), [
    ({"answered": {PERMIT: "yes"}}, None, {PERMIT, HOURS}),
    ({"answered": {PERMIT: "no"}}, None, {HOURS}),
    ({"answered": {HOURS: "no"}}, PERMIT, set()),
    ({"now": HOURS}, HOURS, {PERMIT}),
    ({"now": PAY}, PAY, {PERMIT, HOURS}),
])
def test_each_press_on_the_desk_changes_one_thing(mark, now, done):
    before = {"was": key(PERMIT), "answered": {key(HOURS): "yes"}}
    pressed = {"answered": before["answered"] | {key(text): said for text, said in mark.get("answered", {}).items()}}
    pressed |= {"was": before["was"]} | ({"now": key(mark["now"])} if "now" in mark else {})

    found = dict(states(summary(*ROOM, **pressed)))

    assert [text for text, state in found.items() if state == "now"] == ([now] if now else [])
    assert {text for text, state in found.items() if state == "done"} == done


def test_a_mark_on_a_question_that_is_not_there_any_more_marks_nothing():
    assert states(summary(answer(PAY), now=key("Retirée ?"), answered={key("Cachée ?"): "yes"})) == [(PAY, "open")]


def test_a_press_is_read_from_the_panel_s_own_fields():
    panel = macros("questions", "desk.html").panel(SPECIFICATION, summary(*ROOM, now=key(PAY), answered={key(HOURS): "yes"}), None)

    assert f'name="was" value="{key(PAY)}"' in panel
    assert panel.index(f'<input type="hidden" name="answered.{key(HOURS)}" value="yes">') < panel.index(f'name="answered.{key(HOURS)}" value="no"')
    assert f'name="now" value="{key(PERMIT)}"' in panel


@pytest.mark.parametrize(("answers", "marks", "sentence"), [
    ([], {}, "Pas encore de question."),
    ([answer(PAY)], {}, "1 question."),
    ([answer(PAY), answer(votes=[PAY])], {"now": key(PAY)}, "1 question, elle a eu une réponse."),
    ([answer(PAY, PERMIT)], {}, "2 questions."),
    (ROOM, {}, f"3 questions\u202f; la plus demandée\u00a0: «\u00a0{PAY}\u00a0» (3 personnes)."),
    (ROOM, {"now": key(PERMIT)}, f"3 questions, 1 a eu une réponse\u202f; la plus demandée\u00a0: «\u00a0{PAY}\u00a0» (3 personnes)."),
    ([answer(PAY, PERMIT), answer(PAY, PERMIT)], {"now": key(PERMIT), "was": key(PAY)}, "2 questions, toutes ont eu une réponse."),
])
def test_the_sentence_says_how_many_were_asked_and_answered_and_which_most_people_have(answers, marks, sentence):
    assert told(*answers, **marks) == sentence


def test_the_report_lists_the_questions_with_their_people_and_their_tick():
    (figure,) = EXERCISE.tell(SPECIFICATION, summary(*ROOM, answered={key(PAY): "yes"})).figures

    assert [(item.label, item.note) for item in figure.items] == [
        (PERMIT, "2 personnes"), (HOURS, "1 personne"), (PAY, "3 personnes · ✓ a eu une réponse"),
    ]  # fmt: skip


def test_what_is_shared_is_capped_the_most_asked_first_and_the_cap_is_said():
    room = shared(*(answer(f"Question {number}") for number in range(60)), answer(votes=["Question 59"]))

    assert (room["total"], len(room["questions"]), room["questions"][0]["text"]) == (60, 40, "Question 59")
    assert "Voici les 40 premières." in macros("questions", "phone.html").room(EXERCISE.public(SPECIFICATION) | {"room": room})


def test_a_tick_for_a_question_beyond_the_cap_is_still_sent():
    public = EXERCISE.public(SPECIFICATION) | {"room": shared(*(answer(f"Question {number}") for number in range(60)))}
    beyond = next(number for number in range(60) if f"Question {number}" not in {asked["text"] for asked in public["room"]["questions"]})

    form = macros("questions", "phone.html").form(public, answer(votes=[f"Question {beyond}"]))

    assert f'value="{key(f"Question {beyond}")}" checked' in form


def test_one_s_own_question_is_marked_as_such_and_only_there():
    public = EXERCISE.public(SPECIFICATION) | {"room": shared(*ROOM)}
    phone = macros("questions", "phone.html")

    form = phone.form(public, answer("combien on gagne"))

    assert form.count('data-mine="yes"') == 1
    assert 'data-mine="yes"' not in phone.room(public)


def test_5000_people_are_counted_in_bounded_time():
    answers = [answer(f"Question {number}", f"Autre {number % 50}", votes=[f"Autre {place}" for place in range(40)]) for number in range(5000)]
    began = process_time()

    room = shared(*answers)

    assert process_time() - began < 3
    assert room["total"] == 5050
    assert len(json.dumps(room)) < 10_000
