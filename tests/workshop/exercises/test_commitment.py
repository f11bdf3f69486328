"""What I do next, when, and with or without help."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.commitment import EXERCISE
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.figures import Bar

from .plain_form import macros, names, sent

SPECIFICATION = EXERCISE.Specification(prompt="Choisis.", max_actions=2, suggestions=["Mettre à jour son CV", "Consulter les offres"])
WEEK = "cette semaine"


def read(**raw):
    return read_answer(EXERCISE, SPECIFICATION, raw)


def story(*answers):
    return EXERCISE.tell(SPECIFICATION, EXERCISE.summarise(SPECIFICATION, list(answers)))


CV, OFFERS = "Mettre à jour son CV", "Consulter les offres"


@pytest.mark.parametrize(("raw", "because"), [
    ({"actions": [], "when": WEEK}, "Choisis une action"),
    ({"when": WEEK}, "Choisis une action"),
    ({"own": [" "], "when": WEEK}, "Choisis ou écris"),
    ({"actions": ["Gagner au loto"], "when": WEEK}, "n’est plus proposée"),
    ({"actions": [CV, OFFERS], "own": ["a"], "when": WEEK}, "2 actions au plus"),
    ({"own": ["a", "b", "c"], "when": WEEK}, "2 actions au plus"),
    ({"own": ["a", "b", "c", "d"], "when": WEEK}, "trop d’éléments"),
    ({"own": ["a", "A"], "when": WEEK}, "deux fois"),
    ({"actions": [CV], "own": [CV], "when": WEEK}, "deux fois"),
    ({"actions": [CV, CV], "when": WEEK}, "deux fois"),
    ({"own": ["a" * 121], "when": WEEK}, "120 lettres"),
    ({"actions": [CV], "when": WEEK, "help": "yes", "help_with": "a" * 121}, "120 lettres"),
    ({"actions": [CV]}, "manque"),
    ({"actions": [CV], "when": ""}, "Choisis quand"),
    ({"actions": [CV], "when": "2026-02-30"}, "Choisis quand"),
    ({"actions": [CV], "when": None}, "Choisis quand"),
    ({"actions": [CV], "when": 12}, "Choisis quand"),
    ({"actions": [CV, OFFERS], "when": WEEK, "later": {"2": "bientôt"}}, "Choisis quand"),
    ({"actions": [CV, OFFERS], "when": WEEK, "later": {"1": WEEK}}, "ne va pas"),
    ({"actions": [CV, OFFERS], "when": WEEK, "later": [WEEK]}, "ne va pas"),
    ({"actions": [CV], "when": WEEK, "help": "oui"}, "ne va pas"),
    ({"actions": [CV], "when": WEEK, "name": "Karim"}, "ne va pas"),
    ({"actions": CV, "when": WEEK}, "ne va pas"),
    (None, "ne va pas"),
])
def test_a_commitment_that_does_not_fit_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


@pytest.mark.parametrize(("raw", "said"), [
    ({"actions": ["Mettre à jour son CV"], "when": "aujourd’hui"}, "Aujourd’hui\u00a0: mettre à jour son CV."),
    ({"actions": [OFFERS], "own": ["Appeler le garage."], "when": WEEK}, "Cette semaine\u00a0: consulter les offres et appeler le garage."),
    ({"own": ["CV à refaire"], "when": "ce mois-ci", "help": "yes"}, "Ce mois-ci\u00a0: CV à refaire, avec de l’aide."),
    ({"own": ["À vélo, faire le tour"], "when": "2027-03-01", "help_with": "Relire"}, "Le 1er mars 2027\u00a0: à vélo, faire le tour, avec de l’aide (relire)."),
    ({"own": ["S’informer"], "when": "2027-12-25"}, "Le 25 décembre 2027\u00a0: s’informer."),
    ({"actions": [CV, OFFERS], "when": WEEK, "later": {"2": "2027-03-01"}, "help": "yes"},
     "Cette semaine\u00a0: mettre à jour son CV\u202f; le 1er mars 2027\u00a0: consulter les offres, avec de l’aide."),
    ({"actions": [CV, OFFERS], "when": WEEK, "later": {"2": WEEK}}, "Cette semaine\u00a0: mettre à jour son CV et consulter les offres."),
    ({"actions": [CV], "when": WEEK, "later": {"2": "2027-03-01", "3": WEEK}}, "Cette semaine\u00a0: mettre à jour son CV."),
])
def test_a_commitment_reads_as_one_sentence(raw, said):
    assert EXERCISE.in_words(SPECIFICATION, read(**raw)) == said


def test_a_date_comes_back_as_a_date():
    answer = read(own=["a"], when="2027-03-01")

    assert answer.when == date(2027, 3, 1)
    assert read_answer(EXERCISE, SPECIFICATION, answer.model_dump(mode="json")) == answer


def test_the_bars_show_what_was_chosen_the_suggested_actions_first_among_equals():
    (bars,) = story(
        read(own=["Appeler le garage"], actions=[OFFERS], when=WEEK),
        read(actions=["Mettre à jour son CV"], when=WEEK),
        read(own=["mettre à jour son cv"], when=WEEK),
    ).figures

    assert bars.bars == (Bar("Mettre à jour son CV", 2), Bar("Consulter les offres", 1), Bar("Appeler le garage", 1))
    assert bars.total == 3


@pytest.mark.parametrize(("answers", "said"), [
    ([], "Personne n’a encore choisi d’action."),
    ([{"when": "ce mois-ci"}], "Une personne repart avec une action."),
    ([{"when": WEEK, "help": "yes"}], "Une personne repart avec une action, dès cette semaine. Une personne veut de l’aide."),
    ([{"when": WEEK}, {"when": "2027-03-01"}, {"when": "aujourd’hui"}], "3 personnes repartent avec 3 actions. 2 commencent dès cette semaine."),
    ([{"when": "ce mois-ci", "help": "yes"}, {"when": "ce mois-ci", "help_with": "relire"}], "2 personnes repartent avec 2 actions. 2 veulent de l’aide."),
])
def test_the_sentence_says_how_many_act_and_how_many_want_help(answers, said):
    assert story(*[read(actions=["Consulter les offres"], **answer) for answer in answers]).sentence == said


def test_who_takes_several_actions_leaves_with_as_many():
    two = read(actions=["Consulter les offres"], own=["Appeler le garage"], when=WEEK)
    one = read(actions=["Consulter les offres"], when="ce mois-ci")

    assert story(two).sentence == "Une personne repart avec 2 actions, dès cette semaine."
    assert story(two, one).sentence == "2 personnes repartent avec 3 actions. Une personne commence dès cette semaine."


def test_who_begins_one_of_several_actions_this_week_begins_this_week():
    late = read(actions=[CV, OFFERS], when="ce mois-ci", later={"2": "2027-03-01"})
    soon = read(actions=[CV, OFFERS], when="ce mois-ci", later={"2": WEEK})

    assert story(late, soon).sentence == "2 personnes repartent avec 4 actions. Une personne commence dès cette semaine."
    # not all that they chose is for this week
    assert story(soon).sentence == "Une personne repart avec 2 actions. Elle commence dès cette semaine."
    assert story(soon, soon).sentence == "2 personnes repartent avec 4 actions. Toutes commencent dès cette semaine."


def test_an_action_keeps_its_moment_when_the_one_before_it_is_hidden():
    answer = read(own=["gros mot", "Appeler Momo"], when=WEEK, later={"2": "2027-03-01"})
    shown = EXERCISE.without(answer, lambda text: text == "gros mot")

    assert shown.told == (("Appeler Momo", "Le 1er mars 2027"),)
    assert EXERCISE.without(answer, lambda text: False) == answer


def test_only_what_somebody_wrote_waits_for_approval():
    answer = read(actions=[OFFERS], own=["Appeler Momo"], when=WEEK, help="yes", help_with="le numéro")

    assert list(EXERCISE.texts(answer)) == ["Appeler Momo", "le numéro"]
    assert EXERCISE.without(answer, lambda text: True).everything == (OFFERS,)
    assert EXERCISE.without(answer, lambda text: True).help_with == ""
    assert EXERCISE.without(read(own=["Appeler Momo"], when=WEEK), lambda text: True) is None
    assert EXERCISE.without(answer, lambda text: False) == answer


def test_help_that_is_not_hidden_is_not_lost_with_a_hidden_action():
    answer = read(actions=[OFFERS], own=["gros mot"], when=WEEK, help_with="relire")

    assert EXERCISE.without(answer, lambda text: text == "gros mot").help_with == "relire"


@pytest.mark.parametrize("mine", [
    {"actions": ["Consulter les offres"], "when": WEEK, "help": "yes", "help_with": "relire"},
    {"actions": [CV], "own": ["Appeler le garage"], "when": "2027-03-01"},
    {"own": ["Appeler le garage", "Écrire à l’usine"], "when": "aujourd’hui"},
    {"actions": [CV, OFFERS], "when": "aujourd’hui", "later": {"2": "2027-03-01"}},
    {"actions": [CV, OFFERS], "when": "2027-03-01", "later": {"2": WEEK}},
])
def test_the_plain_form_brings_back_what_was_sent(mine):
    answer = read(**mine)
    html = macros("commitment", "phone.html").form(EXERCISE.public(SPECIFICATION), answer)

    assert names(html) == {"actions[]", "own[]", "when", "later.2", "help", "help_with"}
    assert read_answer(EXERCISE, SPECIFICATION, nest(sent(html))) == answer


def test_without_a_script_what_had_no_moment_of_its_own_goes_with_the_first_wherever_that_goes():
    html = macros("commitment", "phone.html").form(EXERCISE.public(SPECIFICATION), read(actions=[CV, OFFERS], when=WEEK))
    changed = [(name, "aujourd’hui" if name == "when" and value else value) for name, value in sent(html)]

    assert read_answer(EXERCISE, SPECIFICATION, nest(changed)).moments == ("aujourd’hui", "aujourd’hui")


def test_the_result_shows_the_date_as_french_writes_it():
    html = macros("commitment", "phone.html").result(SPECIFICATION, read(own=["a"], when="2027-03-01", help_with="Relire mon CV"), None)

    assert "Le 1er mars 2027, avec de l’aide (relire mon CV)." in html


def test_an_author_who_suggests_nothing_gets_the_twenty_usual_actions():
    assert len(EXERCISE.Specification(prompt="Choisis.").suggestions) == 20


@pytest.mark.parametrize("fields", [{"suggestions": []}, {"suggestions": ["Appeler", "appeler"]}, {"max_actions": 0}, {"max_actions": 4}])
def test_a_commitment_that_could_not_be_taken_is_refused(fields):
    with pytest.raises(ValidationError):
        EXERCISE.Specification.model_validate({"prompt": "Choisis.", **fields})


@given(st.integers(1, 3), st.randoms(use_true_random=False))
def test_a_rehearsed_commitment_fits(max_actions, random):
    specification = EXERCISE.Specification(prompt="Choisis.", max_actions=max_actions)
    imagined = EXERCISE.imagine(specification, random)

    assert read_answer(EXERCISE, specification, imagined.model_dump(mode="json")) == imagined


@given(st.lists(st.sampled_from(["Consulter les offres", "consulter les offres", "Appeler", "appeler"]), max_size=12), st.randoms())
def test_the_order_of_the_answers_never_matters(actions, random):
    answers = [read(own=[action], when=WEEK) for action in actions]
    told = story(*answers)
    random.shuffle(answers)

    assert story(*answers) == told


def test_each_action_is_kept_with_its_moment_and_known_by_its_words():
    kept = EXERCISE.keeping.keep(SPECIFICATION, read(actions=[CV], own=["Appeler le garage"], when="2027-03-01", help="yes", help_with="les photos"))

    assert [(one.title, one.lines) for one in kept] == [(title, ("Le 1er mars 2027, avec de l’aide (les photos)",)) for title in (CV, "Appeler le garage")]
    each = EXERCISE.keeping.keep(SPECIFICATION, read(actions=[CV, OFFERS], when="aujourd’hui", later={"2": WEEK}))
    assert [one.lines for one in each] == [("Aujourd’hui",), ("Cette semaine",)]
    again = EXERCISE.keeping.keep(SPECIFICATION, read(own=["appeler le garage"], when=WEEK))
    assert [one.key for one in again] == [kept[1].key]
