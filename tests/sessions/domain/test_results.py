"""What a room is told of a block, of hidden texts, of raised hands and of two rounds."""

from sessions.domain.results import WAITING, Earlier, PartAnswers, mean_score, story_of_part, story_of_step, summary_of
from sessions.domain.texts import hider, text_key
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Part, Step

CHOICE = part_of("choice")
BLOCK = Step(id="bloc", title="Trois questions", minutes=5, parts=(CHOICE, CHOICE, part_of("scale")))


def chose(*keys):
    return PartAnswers({place: CHOICE.exercise.Answer(choices=(key,)) for place, key in enumerate(keys)})


def test_a_block_names_the_hardest_question_by_those_who_reached_it():
    story = story_of_step(BLOCK, (chose("b", "b", "a", "a"), chose("b"), PartAnswers()))

    assert "(1 sur 1)" in story.sentence
    assert "(2 sur 4)" in story.sentence


def test_a_block_that_nobody_answered_says_so():
    assert story_of_step(BLOCK, (PartAnswers(), PartAnswers(), PartAnswers())).sentence == "Personne n’a répondu."


def test_a_block_that_everybody_knew_says_so():
    assert "tout le monde" in story_of_step(BLOCK, (chose("b", "b"), chose("b"), PartAnswers())).sentence


def test_what_is_not_graded_in_a_block_is_told_after_the_questions():
    poll = part_of("poll")
    voted = PartAnswers({1: poll.exercise.Answer(choices=("visit",))})
    story = story_of_step(Step(id="mixte", title="Deux choses", minutes=5, parts=(CHOICE, poll)), (chose("b"), voted))

    assert [figure.title for figure in story.figures] == ["Bonnes réponses", poll.spec.prompt]
    assert poll.spec.prompt.rstrip(" .") in story.sentence


def test_how_able_each_one_feels_is_not_shown_beside_the_questions():
    scale = part_of("scale")
    confidence = scale.model_copy(update={"goal": "MC1", "moment": "before"})
    felt = PartAnswers({1: scale.exercise.Answer(value=4)})
    story = story_of_step(Step(id="avant", title="Avant", minutes=5, parts=(CHOICE, confidence)), (chose("b"), felt))

    assert [figure.title for figure in story.figures] == ["Bonnes réponses"]


def test_a_block_s_second_round_stands_beside_its_first():
    second = Part(type="choice", specification=CHOICE.specification | {"prompt": "Et ensuite ?"})
    two = Step(id="deux", title="Deux questions", minutes=5, parts=(CHOICE, second))
    [figure] = story_of_step(two, (chose("b", "b"), chose("b")), Earlier((chose("a", "b"), chose("a")))).figures

    assert [(bar.before, bar.count) for bar in figure.bars] == [(1, 2), (0, 1)]


def test_a_block_of_statements_names_each_over_its_own_figure():
    scale = part_of("scale")
    second = Part(type="scale", specification=scale.specification | {"prompt": "Je sais me présenter."})
    answers = PartAnswers({1: scale.exercise.Answer(value=4)})
    story = story_of_step(Step(id="deux", title="Deux phrases", minutes=5, parts=(scale, second)), (answers, answers))

    assert [figure.title for figure in story.figures] == [scale.spec.prompt, "Je sais me présenter."]
    assert story.sentence.endswith("«\u00a0Je sais me présenter\u00a0»\u00a0: une seule réponse\u00a0: «\u00a0Tout à fait\u00a0».")


def test_a_pass_is_neither_right_nor_wrong():
    with_pass = PartAnswers({1: CHOICE.exercise.Answer(choices=("b",)), 2: None})

    assert mean_score(CHOICE, with_pass) == 1
    assert with_pass.received == 2


def test_raised_hands_count_in_the_figure():
    [figure] = story_of_part(CHOICE, PartAnswers(chose("b").answers, {"a": 3, "unknown": 9})).figures

    assert [bar.count for bar in figure.bars] == [3, 1, 0]


def test_hands_raised_for_several_choices_are_not_counted_as_so_many_people():
    several = part_of("poll")
    one = Part(type="poll", specification=several.specification | {"multiple": False})

    assert story_of_part(several, PartAnswers(hands={"visit": 10, "phone": 7})).figures[0].total == 10
    assert story_of_part(one, PartAnswers(hands={"visit": 10, "phone": 7})).figures[0].total == 17


def test_a_hand_that_stands_for_nothing_any_more_counts_for_nothing():
    assert story_of_part(part_of("poll"), PartAnswers(hands={"fax": 3})).figures[0].total == 0


def test_votes_by_hands_are_those_of_as_few_people_as_can_be():
    vote = Part(type="brainstorm", specification={"prompt": "Votez", "votes": 2, "vote_on": [{"key": key, "label": key} for key in ("a", "b", "c")]})

    assert story_of_part(vote, PartAnswers(hands={"a": 6, "b": 6})).figures[0].total == 6


def test_a_second_round_stands_beside_the_first():
    [figure] = story_of_step(step_of("choice"), (chose("b", "b"),), Earlier((chose("a", "b"),))).figures

    assert [(bar.before, bar.count) for bar in figure.bars] == [(1, 0), (1, 2), (0, 0)]


def test_where_a_figure_cannot_hold_both_rounds_the_first_is_told_in_words():
    step = step_of("judgement")
    answer, options = step.parts[0].exercise.Answer, [option.key for option in step.parts[0].spec.options]
    now, before = (PartAnswers({1: answer(choices=(key,)), 2: answer(choices=(key,))}) for key in options[:2])
    story = story_of_step(step, (now,), Earlier((before,)))

    assert story.sentence.startswith(story_of_part(step.parts[0], now).sentence)
    assert "Au premier tour\u00a0: l" in story.sentence


def test_texts_that_wait_for_approval_are_not_shown_nor_told():
    part = part_of("text", approval=True)
    answer = part.exercise.Answer(text="Bonjour, je cherche un stage.")
    waiting = PartAnswers({1: answer}, is_hidden=hider({}, approval=True))
    assert story_of_part(part, waiting).sentence == WAITING

    approved = PartAnswers({1: answer}, is_hidden=hider({text_key(answer.text): True}, approval=True))
    assert "stage" in str(story_of_part(part, approved).figures)


def test_a_text_is_decided_on_however_it_is_written():
    is_hidden = hider({text_key("Le Garage !"): False}, approval=False)

    assert is_hidden("le garage")
    assert not is_hidden("la mairie")


def test_the_order_of_answers_never_matters():
    given = chose("a", "b", "c", "b").answers
    backwards = dict(reversed(given.items()))

    assert summary_of(CHOICE, PartAnswers(given)) == summary_of(CHOICE, PartAnswers(backwards))
