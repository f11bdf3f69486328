"""The weather of the group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.mood import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import Bars

SPECIFICATION = EXERCISE.Specification(prompt="Quelle est ta météo ?")
KEYS = ("sun", "bright", "clouds", "rain", "storm")


def answers(**counts):
    return [EXERCISE.Answer(weather=key) for key, count in counts.items() for _ in range(count)]


def sentence(**counts):
    return EXERCISE.tell(SPECIFICATION, EXERCISE.summarise(SPECIFICATION, answers(**counts))).sentence


@pytest.mark.parametrize(("raw", "because"), [
    ({"weather": "snow"}, "n’existe pas ici"),
    ({"weather": "Sun"}, "n’existe pas ici"),
    ({"weather": ""}, "n’existe pas ici"),
    ({"weather": "\x00"}, "n’existe pas ici"),
    ({"weather": "\ud83d"}, "ne va pas"),
    ({"weather": "s" * 5000}, "trop longue"),
    ({"weather": None}, "ne va pas"),
    ({"weather": 1}, "ne va pas"),
    ({"weather": True}, "ne va pas"),
    ({"weather": ["sun"]}, "ne va pas"),
    ({"weather": {"sun": "sun"}}, "ne va pas"),
    ({"weather": "sun", "why": "mal dormi"}, "ne va pas"),
    ({}, "manque"),
    ([], "ne va pas"),
    (None, "ne va pas"),
    ("sun", "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


@pytest.mark.parametrize("key", KEYS)
def test_each_weather_can_be_answered(key):
    assert read_answer(EXERCISE, SPECIFICATION, {"weather": f" {key} "}).weather == key


def test_each_weather_has_its_own_word_and_its_own_drawing():
    options = EXERCISE.public(SPECIFICATION)["options"]

    assert [option["key"] for option in options] == list(KEYS)
    assert len({option["label"] for option in options}) == 5
    assert len({option["drawing"] for option in options}) == 5


def test_the_measure_goes_down_from_sun_to_storm():
    assert [EXERCISE.measure(SPECIFICATION, EXERCISE.Answer(weather=key)) for key in KEYS] == [5, 4, 3, 2, 1]


def test_hands_can_be_raised_for_every_weather():
    hands = EXERCISE.hands(SPECIFICATION)

    assert {key: hand.answer.weather for key, hand in hands.items()} == {key: key for key in KEYS}
    assert all(EXERCISE.in_words(SPECIFICATION, hand.answer) == hand.label for hand in hands.values())


@pytest.mark.parametrize(("counts", "told"), [
    ({}, "Personne n’a encore donné sa météo."),
    ({"rain": 1}, "Une seule personne a donné sa météo."),
    ({"sun": 3, "bright": 2}, "Tout le monde est au soleil."),
    ({"clouds": 4}, "Tout le monde est sous les nuages."),
    ({"rain": 1, "storm": 2}, "Tout le monde est sous la pluie ou l’orage."),
    ({"sun": 4, "bright": 5, "clouds": 3, "rain": 2}, "Plutôt du soleil\u00a0: 9 sur 14."),
    ({"clouds": 6, "sun": 5}, "Plutôt des nuages\u00a0: 6 sur 11."),
    ({"storm": 3, "rain": 4, "bright": 5}, "Plutôt de la pluie\u00a0: 7 sur 12."),
    ({"sun": 5, "clouds": 4, "storm": 5}, "Le temps est partagé\u00a0: 5 au soleil, 4 sous les nuages, 5 sous l’orage."),
    ({"storm": 5}, "Tout le monde est sous l’orage."),
    ({"storm": 5, "sun": 2}, "Plutôt de l’orage\u00a0: 5 sur 7."),
    ({"sun": 4, "rain": 3, "storm": 1}, "Le temps est partagé\u00a0: 4 au soleil, 4 sous la pluie ou l’orage."),
    ({"sun": 2, "rain": 2}, "Le temps est partagé\u00a0: 2 au soleil, 2 sous la pluie."),
])
def test_the_sentence_says_what_the_weather_of_the_room_is(counts, told):
    assert sentence(**counts) == told


@given(st.lists(st.sampled_from(KEYS), max_size=60), st.randoms())
def test_the_bars_count_everybody_once_in_whatever_order_they_came(keys, random):
    given_answers = [EXERCISE.Answer(weather=key) for key in keys]
    summary = EXERCISE.summarise(SPECIFICATION, given_answers)
    random.shuffle(given_answers)
    (bars,) = EXERCISE.tell(SPECIFICATION, summary).figures

    assert EXERCISE.summarise(SPECIFICATION, given_answers) == summary
    assert isinstance(bars, Bars)
    assert len(bars.bars) == 5
    assert sum(bar.count for bar in bars.bars) == bars.total == len(keys)


@given(st.randoms(use_true_random=False))
def test_a_rehearsed_weather_is_one_of_the_five(random):
    imagined = EXERCISE.imagine(SPECIFICATION, random)

    assert read_answer(EXERCISE, SPECIFICATION, imagined.model_dump()) == imagined
