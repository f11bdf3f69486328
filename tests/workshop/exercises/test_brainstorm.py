"""Ideas first in private, then on a board, in groups, then voted on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.brainstorm import EXERCISE
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.figures import Bars, Board, Group, Note

from .plain_form import macros, names, sent

SPECIFICATION = EXERCISE.Specification(prompt="Où chercher ?", max_ideas=3, max_length=40)
VOTE = EXERCISE.Specification(
    prompt="Où chercher ?", votes=2, vote_on=[{"key": "a", "label": "le foot"}, {"key": "b", "label": "la famille"}, {"key": "c", "label": "le bus"}]
)


def gathered(*answers, specification=SPECIFICATION):
    return EXERCISE.summarise(specification, [read_answer(EXERCISE, specification, {"ideas": list(ideas)}) for ideas in answers])


def voted(*answers, specification=VOTE):
    return EXERCISE.summarise(specification, [read_answer(EXERCISE, specification, {"votes": list(votes)}) for votes in answers])


def arranged(summary, **groups):
    return EXERCISE.arrange(summary, EXERCISE.Arrangement(groups={name.replace("_", " "): title for name, title in groups.items()}))


@pytest.mark.parametrize(("raw", "because"), [
    ({"ideas": ["a", "b", "c", "d"]}, "3 idées au plus"),
    ({"ideas": ["a"] * 6}, "trop d’éléments"),
    ({"ideas": ["a" * 41]}, "40 lettres"),
    ({"ideas": [""]}, "Choisis ou écris"),
    ({"ideas": ["\x00"]}, "Choisis ou écris"),
    ({"ideas": ["!!! ?"]}, "pas de mot"),
    ({"ideas": []}, "au moins une idée"),
    ({"votes": ["a"]}, "on cherche des idées"),
    ({"ideas": ["le foot"], "votes": ["a"]}, "on cherche des idées"),
    ({"ideas": {"0": "le foot"}}, "ne va pas"),
    ({"ideas": ["le foot"], "group": "Sport"}, "ne va pas"),
    (None, "ne va pas"),
])
def test_an_idea_that_does_not_fit_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


@pytest.mark.parametrize(("raw", "because"), [
    ({"ideas": ["le foot"]}, "on vote"),
    ({"votes": ["a"], "ideas": ["le foot"]}, "on vote"),
    ({"votes": []}, "au moins une idée"),
    ({"votes": ["z"]}, "ne fait pas partie"),
    ({"votes": ["a", "a"]}, "deux fois"),
    ({"votes": ["a", "b", "c"]}, "Tu as 2 votes"),
])
def test_a_vote_that_does_not_fit_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, VOTE, raw)


@pytest.mark.parametrize("fields", [
    {"max_ideas": 0}, {"max_ideas": 6}, {"max_length": 5}, {"vote_on": [{"key": "a", "label": "seule"}]},
    {"votes": 3, "vote_on": [{"key": "a", "label": "un"}, {"key": "b", "label": "deux"}]},
    {"votes": 1, "vote_on": [{"key": "a", "label": "un"}, {"key": "a", "label": "deux"}]},
])
def test_a_brainstorm_that_could_not_be_played_is_refused(fields):
    with pytest.raises(ValidationError):
        EXERCISE.Specification.model_validate({"prompt": "Où chercher ?", **fields})


def test_ideas_that_differ_by_case_accents_spaces_or_punctuation_are_one_idea():
    summary = gathered(["le vélo"], ["Le  velo !"], ["LE VÉLO…"], ["le bus"])

    assert [(idea.key, idea.people) for idea in summary.ideas] == [("le velo", 3), ("le bus", 1)]
    assert summary.ideas[0].text == "le vélo"


def test_somebody_who_writes_the_same_idea_twice_counts_once():
    assert [idea.people for idea in gathered(["le foot", "Le foot !"]).ideas] == [1]


def test_the_board_shows_groups_the_fullest_first_then_the_heap():
    summary = arranged(gathered(["le foot", "le judo", "ma tante"], ["le bus"]), le_foot="Sport", le_judo="Sport", ma_tante="Famille")
    (board,) = EXERCISE.tell(SPECIFICATION, summary).figures

    assert board == Board("", (
        Group("Sport", (Note("le foot"), Note("le judo"))),
        Group("Famille", (Note("ma tante"),)),
        Group("", (Note("le bus"),)),
    ))  # fmt: skip


def test_two_spellings_of_a_group_are_one_group():
    assert arranged(gathered(["le foot", "le judo"]), le_foot="Sport", le_judo="sport ").groups == ("Sport",)


def test_an_arrangement_of_ideas_that_were_hidden_since_does_no_harm():
    assert arranged(gathered(["le foot"]), le_foot="Sport", gros_mot="Autre").groups == ("Sport",)


def test_an_idea_that_came_often_says_how_often():
    (board,) = EXERCISE.tell(SPECIFICATION, gathered(["le foot"], ["Le foot"], ["le bus"])).figures

    assert [note.text for note in board.groups[0].notes] == ["le foot (2 fois)", "le bus"]


def test_the_vote_is_made_of_at_most_24_ideas_the_most_given_first():
    answers = [[f"idée {number}"] for number in range(40)] + [["idée 39"]]
    vote = EXERCISE.follow_up.make(SPECIFICATION, gathered(*answers))

    assert len(vote.vote_on) == 24
    assert vote.vote_on[0].label == "idée 39"


@pytest.mark.parametrize(("asked", "voted_on"), [
    ("Où chercher ? Note tes idées.", "Où chercher ? Vote pour tes idées préférées."),
    ("Nos règles. Écris-en trois.", "Nos règles. Vote pour tes idées préférées."),
    ("Vos idées", "Vos idées. Vote pour tes idées préférées."),
    ("a" * 240, "a" * 208 + ". Vote pour tes idées préférées."),
])
def test_the_vote_asks_the_same_question_and_says_to_vote(asked, voted_on):
    specification = EXERCISE.Specification(prompt=asked)
    vote = EXERCISE.follow_up.make(specification, gathered(["le foot", "le bus", "le train"]))
    again = EXERCISE.follow_up.make(vote, voted(["i1"], ["i2"], specification=vote))

    assert vote.prompt == voted_on
    assert again.prompt == vote.prompt
    assert len(again.vote_on) == 2


def test_the_vote_keeps_the_groups_and_puts_them_together():
    summary = arranged(gathered(["le foot", "ma tante", "le judo"]), le_foot="Sport", le_judo="Sport")
    vote = EXERCISE.follow_up.make(SPECIFICATION, summary)

    assert [option.group for option in vote.vote_on] == ["Sport", "Sport", ""]
    assert vote.votes == 2


@pytest.mark.parametrize("answers", [[], [["le foot"]], [["le foot"], ["Le foot !"]]])
def test_there_is_no_vote_on_fewer_than_two_ideas(answers):
    with pytest.raises(ValueError, match="deux idées"):
        EXERCISE.follow_up.make(SPECIFICATION, gathered(*answers))


def test_a_vote_shows_the_ideas_by_their_votes():
    story = EXERCISE.tell(VOTE, voted(["a", "b"], ["b"], ["b", "c"]))
    (bars,) = story.figures

    assert isinstance(bars, Bars)
    assert [(bar.label, bar.count) for bar in bars.bars] == [("la famille", 3), ("le bus", 1), ("le foot", 1)]
    assert story.sentence == "L’idée du groupe\u00a0: «\u00a0la famille\u00a0», avec 3 votes."


@pytest.mark.parametrize(("votes", "sentence"), [
    ([["b"]], "Une seule personne a voté\u00a0: «\u00a0la famille\u00a0»."),
    ([["a", "b"]], "Une seule personne a voté\u00a0: «\u00a0la famille\u00a0» et «\u00a0le foot\u00a0»."),
])
def test_one_voter_is_not_the_group(votes, sentence):
    assert EXERCISE.tell(VOTE, voted(*votes)).sentence == sentence


def test_once_revealed_a_phone_does_not_say_that_its_ideas_are_on_the_screen_for_some_may_be_hidden():
    result = macros("brainstorm", "phone.html").result(SPECIFICATION, EXERCISE.Answer(ideas=("le foot",)), None)

    assert "Ton idée\u00a0:" in result
    assert "écran" not in result


def test_a_vote_on_grouped_ideas_shows_the_votes_of_each_group_too():
    specification = EXERCISE.follow_up.make(SPECIFICATION, arranged(gathered(["le foot", "ma tante"]), le_foot="Sport"))
    ideas, groups = EXERCISE.tell(specification, voted(["i2"], ["i2"], specification=specification)).figures

    assert [(bar.label, bar.count) for bar in ideas.bars] == [("ma tante", 2), ("le foot", 0)]
    assert [(bar.label, bar.count) for bar in groups.bars] == [("Les autres idées", 2), ("Sport", 0)]


@pytest.mark.parametrize(("votes", "said"), [
    ([], "Personne n’a voté"),
    ([["a"], ["a", "b"]], "avec 2 votes."),
    ([["a"], ["b"]], "avec 1 vote chacune."),
    ([["a"], ["b"]], "À égalité"),
    ([["a"], ["b"], ["c"]], "le bus\u00a0» et"),
])
def test_the_sentence_tells_the_vote(votes, said):
    assert said in EXERCISE.tell(VOTE, voted(*votes)).sentence


@pytest.mark.parametrize(("answers", "said"), [
    ([], "Aucune idée"),
    ([["le foot"], ["Le foot"]], "Une seule idée"),
    ([["le foot"], ["le bus"]], "2 idées différentes."),
    ([["le foot"], ["le foot"], ["le bus"]], "«\u00a0le foot\u00a0», 2 fois"),
])
def test_the_sentence_tells_the_ideas(answers, said):
    assert said in EXERCISE.tell(SPECIFICATION, gathered(*answers)).sentence


def test_a_hidden_idea_leaves_the_others_and_hidden_ideas_leave_nothing():
    answer = EXERCISE.Answer(ideas=("le foot", "gros mot"))

    assert EXERCISE.without(answer, lambda text: text == "gros mot").ideas == ("le foot",)
    assert EXERCISE.without(answer, lambda text: True) is None
    assert EXERCISE.without(EXERCISE.Answer(votes=("a",)), lambda text: True).votes == ("a",)


def test_hands_are_counted_for_a_vote_and_not_for_ideas():
    assert EXERCISE.hands(SPECIFICATION) == {}
    assert {key: hand.label for key, hand in EXERCISE.hands(VOTE).items()} == {"a": "le foot", "b": "la famille", "c": "le bus"}


def test_the_plain_form_sends_ideas_and_brings_back_what_was_sent():
    mine = EXERCISE.Answer(ideas=("le foot", "le bus"))
    html = macros("brainstorm", "phone.html").form(EXERCISE.public(SPECIFICATION), mine)

    assert names(html) == {"ideas[]"}
    assert read_answer(EXERCISE, SPECIFICATION, nest(sent(html))) == mine


def test_the_plain_form_of_a_vote_sends_votes_and_brings_back_what_was_sent():
    mine = EXERCISE.Answer(votes=("c",))
    html = macros("brainstorm", "phone.html").form(EXERCISE.public(VOTE), mine)

    assert names(html) == {"votes[]"}
    assert read_answer(EXERCISE, VOTE, nest(sent(html))) == mine


def test_the_desk_s_fields_say_the_arrangement_back():
    summary = arranged(gathered(["le n°1 : <b>foot</b>", "ma tante"]), ma_tante="Famille & amis")
    html = macros("brainstorm", "desk.html").panel(SPECIFICATION, summary, None)
    titles, fields = html.split("</datalist>")
    arrangement = EXERCISE.Arrangement.model_validate(nest(sent(fields)))

    assert arrangement.groups == {"ma tante": "Famille & amis"}
    assert len(names(fields)) == 2
    assert 'value="Famille &amp; amis"' in titles
    assert "<b>foot" not in html


@given(st.lists(st.lists(st.text("aéB -!", min_size=1, max_size=6).filter(lambda text: text.strip(" -!")), min_size=1, max_size=3), max_size=12), st.randoms())
def test_the_order_of_the_answers_never_matters(answers, random):
    summary = gathered(*answers)
    random.shuffle(answers)

    assert gathered(*answers) == summary


@given(st.integers(1, 5), st.integers(20, 200), st.randoms(use_true_random=False))
def test_rehearsed_ideas_and_votes_fit(max_ideas, max_length, random):
    specification = EXERCISE.Specification(prompt="Où chercher ?", max_ideas=max_ideas, max_length=max_length)
    ideas, votes = EXERCISE.imagine(specification, random), EXERCISE.imagine(VOTE, random)

    assert read_answer(EXERCISE, specification, ideas.model_dump()) == ideas
    assert read_answer(EXERCISE, VOTE, votes.model_dump()) == votes
