"""One block of a CV at a time, and the page that the blocks of several sessions become."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.cv import EXERCISE
from workshop.exercises.cv.recency import NEVER_OVER, UNDATED, how_recent
from workshop.exercises.forms import nest
from workshop.exercises.keeping import Entry, Heading, Keepsake
from workshop.exercises.reading import read_answer
from workshop.figures import Bar, Bars, Cloud, Word

from .plain_form import macros, names, sent

KINDS = ("headline", "experience", "training", "skill", "interest")
each_kind = pytest.mark.parametrize("kind", KINDS)
JOB = {"picked": {"what": "Vente"}, "lines": ["Préparé les commandes"]}


def spec(kind, **fields):
    return EXERCISE.Specification(prompt="Écris un bloc.", kind=kind, **fields)


def read(kind, **raw):
    return read_answer(EXERCISE, spec(kind), raw)


def story(kind, *raws):
    return EXERCISE.tell(spec(kind), EXERCISE.summarise(spec(kind), [read(kind, **raw) for raw in raws]))


def kept(kind, **raw):
    (keepsake,) = EXERCISE.keeping.keep(spec(kind), read(kind, **raw))
    return keepsake


def document(*keepsakes):
    return EXERCISE.keeping.document(keepsakes)


def job(what, place="", when="", *lines):
    own = {"what": what, **({"place": place} if place else {}), **({"when": when} if when else {})}
    return kept("experience", own=own, own_lines=list(lines) or ["Aidé l’équipe"])


def under(made, title):
    return next(heading.entries for heading in made.headings if heading.title == title)


@pytest.mark.parametrize(("kind", "raw", "because"), [
    ("headline", {"picked": {"what": "Bâtiment"}}, "Une ou deux phrases sur toi"),
    ("headline", {"own": {"what": "Bâtiment", "seeking": "un patron"}, "own_lines": ["Je viens"]}, "n’est plus proposé"),
    ("headline", {"own": {"what": "Bâtiment"}, "own_lines": ["a", "b", "c"]}, "2 réponses au plus"),
    ("experience", {"own": {"what": " "}, "lines": ["Préparé les commandes"]}, "Que faisais-tu"),
    ("experience", {**JOB, "picked": {"what": "Vente", "lines": "Préparé les commandes"}}, "n’est plus proposé"),
    ("experience", {**JOB, "own": {"lines": "Préparé"}}, "n’est plus proposé"),
    ("experience", {**JOB, "picked": {"what": "Vente", "state": "J’ai le diplôme"}}, "n’est plus proposé"),
    ("experience", {**JOB, "own_lines": ["PRÉPARÉ les commandes"]}, "deux fois"),
    ("experience", {**JOB, "lines": ["Préparé les commandes", "Préparé les commandes"]}, "deux fois"),
    ("experience", {**JOB, "own_lines": ["a" * 121]}, "120 lettres"),
    ("experience", {**JOB, "own": {"place": "a" * 61}}, "60 lettres"),
    ("experience", {**JOB, "own_lines": ["a", "b", "c", "d"]}, "trop d’éléments"),
    ("experience", {**JOB, "own": ["Vente"]}, "ne va pas"),
    ("experience", {**JOB, "own": {"what": 3}}, "ne va pas"),
    ("training", {"picked": {"what": "CléA"}, "own_lines": ["Appris à lire"]}, "n’est plus proposé"),
    ("skill", {"picked": {"what": "Cuisiner"}}, "Ta preuve"),
    ("interest", {}, "au moins une chose"),
    ("interest", {"own": {"languages": " "}}, "au moins une chose"),
    ("interest", {"lines": ["Préparé les commandes"]}, "n’est plus proposé"),
    ("interest", {"own": {"languages": "anglais (notions)"}, "lines": ["Anglais (notions)"]}, "deux fois"),
    ("interest", {"lines": ["Permis B", "Vélo", "CACES", "Permis AM (scooter)"]}, "3 réponses au plus"),
])
def test_a_block_that_does_not_fit_is_refused_with_a_reason(kind, raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read(kind, **raw)


@pytest.mark.parametrize(("kind", "raw", "told"), [
    ("headline", {"picked": {"what": "Bâtiment", "seeking": "Un stage"}, "own_lines": ["j’aime le travail dehors"]},
     "Bâtiment (Recherche un stage)\u00a0: J’aime le travail dehors."),
    ("experience", {"picked": {"sort": "Stage", "what": "Vente", "place": "Magasin"}, "own": {"when": "2025"}, "lines": ["Préparé les commandes"], "own_lines": ["rangé le stock."]},
     "Vente (Stage · Magasin · 2025)\u00a0: Préparé les commandes\u202f; Rangé le stock"),
    ("experience", {"picked": {"what": "Garde d’enfants", "sort": "Expérience personnelle (garder des enfants, aider un voisin…)"}, "own_lines": ["Gardé deux enfants"]},
     "Garde d’enfants (Expérience personnelle)\u00a0: Gardé deux enfants"),
    ("experience", {"picked": {"what": "Vente"}, "own": {"what": "vente au marché"}, "lines": ["Préparé les commandes"]},
     "Vente au marché\u00a0: Préparé les commandes"),
    ("training", {"picked": {"what": "CAP Cuisine", "state": "C’est en cours"}, "own": {"place": "lycée Hélène-Boucher", "when": "2026"}},
     "CAP Cuisine (en cours) (Lycée Hélène-Boucher · 2026)"),
    ("training", {"picked": {"what": "CAP Cuisine", "state": "J’ai suivi les cours, sans le diplôme"}}, "Niveau CAP Cuisine"),
    ("training", {"picked": {"what": "CAP Cuisine", "state": "J’ai le diplôme"}}, "CAP Cuisine"),
    ("skill", {"picked": {"what": "Cuisiner"}, "lines": ["Préparé un repas pour dix personnes"]}, "Cuisiner\u00a0: Préparé un repas pour dix personnes"),
    ("interest", {"lines": ["Anglais (notions)", "CACES", "Cuisine"], "own": {"languages": "Wolof (parlé)", "interests": "Boxe"}},
     "Langues et centres d’intérêt\u00a0: Langues\u00a0: anglais (notions), wolof (parlé)\u202f; Permis et mobilité\u00a0: CACES\u202f; Centres d’intérêt\u00a0: cuisine, boxe"),
])
def test_a_block_reads_as_it_stands_on_a_cv(kind, raw, told):
    assert EXERCISE.in_words(spec(kind), read(kind, **raw)) == told


@each_kind
def test_a_whole_block_can_be_given_by_touching_alone(kind):
    form = macros("cv", "phone.html").form(EXERCISE.public(spec(kind)), None)
    touched = {}
    for ask in EXERCISE.public(spec(kind))["asks"]:
        if ask["choices"]:
            touched.setdefault("lines[]" if ask["takes"] > 1 else f"picked.{ask['name']}", ask["choices"][0])

    assert set(touched) <= names(form)
    assert EXERCISE.in_words(spec(kind), read_answer(EXERCISE, spec(kind), nest(touched.items())))


@each_kind
def test_the_plain_form_brings_back_every_block_of_this_kind(kind):
    phone, random = macros("cv", "phone.html"), Random(3)
    for _ in range(20):
        answer = EXERCISE.imagine(spec(kind), random)
        again = read_answer(EXERCISE, spec(kind), nest(sent(phone.form(EXERCISE.public(spec(kind)), answer))))
        assert (again.picked, again.own, set(again.lines), again.own_lines) == (answer.picked, answer.own, set(answer.lines), answer.own_lines)


@each_kind
def test_a_rehearsed_block_is_always_taken_whatever_the_author_offers(kind):
    only = spec(kind, examples=("Une chose",), **({"sentences": ("Fait une chose",)} if kind in ("headline", "experience", "skill") else {}))
    for specification in (spec(kind), only):
        for seed in range(100):
            answer = EXERCISE.imagine(specification, Random(seed))
            assert read_answer(EXERCISE, specification, answer.model_dump(mode="json")) == answer


@each_kind
def test_the_form_never_asks_for_a_name_an_age_a_photograph_or_a_family(kind):
    asked = {ask["name"] for ask in EXERCISE.public(spec(kind))["asks"]}
    form = str(macros("cv", "phone.html").form(EXERCISE.public(spec(kind)), None))

    assert not asked & {"name", "age", "photo", "birth", "status", "family", "address", "nationality"}
    assert "type=\"file\"" not in form
    assert "N’écris pas de nom, pas d’adresse, rien sur ta santé ou ta famille." in form
    assert "Sur un CV\u00a0: pas de photo, pas d’âge, pas de situation de famille." in form


@each_kind
def test_one_s_block_is_shown_as_it_will_stand_on_the_cv(kind):
    answer = EXERCISE.imagine(spec(kind), Random(5))
    phone = macros("cv", "phone.html")
    block = answer.block(kind)

    for html in (str(phone.form(EXERCISE.public(spec(kind)), answer)), str(phone.result(spec(kind), answer, None))):
        assert all(f">{text}<" in html for text in (block.title, *block.lines))


def test_what_the_author_gives_takes_the_place_of_the_usual():
    public = EXERCISE.public(spec("experience", examples=("Pêche",), sentences=("Ramendé les filets",), verbs=("Ramendé", "Pêché")))
    asks = {ask["name"]: ask["choices"] for ask in public["asks"]}

    assert (asks["what"], asks["lines"], public["verbs"]) == (["Pêche"], ["Ramendé les filets"], ["Ramendé", "Pêché"])
    assert {ask["name"]: ask["choices"] for ask in EXERCISE.public(spec("interest", examples=("Pêche",)))["asks"]}["interests"] == ["Pêche"]
    assert EXERCISE.public(spec("training"))["verbs"] == []


@pytest.mark.parametrize(("fields", "because"), [
    ({"kind": "photo"}, "kind"),
    ({"kind": "training", "sentences": ("Appris",)}, "sentences"),
    ({"kind": "headline", "verbs": ("Appris",)}, "verbs"),
    ({"examples": ("Vente", "vente")}, "deux fois"),
    ({"examples": ("a" * 61,)}, "examples"),
    ({"kind": "interest", "examples": ("Vélo",)}, "déjà proposé"),
    ({"photo": True}, "photo"),
])
def test_a_specification_that_could_not_be_played_is_refused(fields, because):
    with pytest.raises(ValidationError, match=because):
        EXERCISE.Specification.model_validate({"prompt": "Écris un bloc.", **fields})


def test_verbs_are_counted_once_a_person_however_they_are_written():
    told = story(
        "experience",
        {**JOB, "own_lines": ["préparé 80 colis", "j'ai rangé le stock"]},
        {"own": {"what": "buvette"}, "own_lines": ["J’ai préparé les boissons", "Chanté faux"]},
        {"own": {"what": "jardin"}, "own_lines": ["Rangé"]},
        {**JOB},
    )

    assert told.figures == (Bars("", (Bar("Préparé", 3), Bar("Rangé", 2)), 4, "personne"),)
    assert told.sentence == "4 personnes ont écrit une expérience\u202f; verbe le plus utilisé\u00a0: «\u00a0Préparé\u00a0»."
    assert "bénévolat" in told.takeaway


@pytest.mark.parametrize(("kind", "raws", "sentence"), [
    ("skill", [], "Personne n’a encore écrit son bloc."),
    ("skill", [{"picked": {"what": "Cuisiner"}, "own_lines": ["Cuisiné"]}], "Une personne a prouvé une compétence."),
    ("skill", [{"picked": {"what": "Cuisiner"}, "own_lines": ["Cuisiné"]}, {"own": {"what": "cuisiner"}, "own_lines": ["Cuisiné"]}],
     "2 personnes ont prouvé une compétence\u202f; compétence la plus citée\u00a0: «\u00a0Cuisiner\u00a0»."),
    ("training", [{"picked": {"what": what}} for what in ("CléA", "CléA", "CAP Cuisine", "CAP Cuisine")], "4 personnes ont écrit une formation."),
])
def test_the_sentence_names_what_came_most_only_where_something_did(kind, raws, sentence):
    assert story(kind, *raws).sentence == sentence


def test_languages_and_interests_make_a_cloud():
    told = story("interest", {"lines": ["Cuisine", "Permis B"]}, {"own": {"interests": "cuisine"}})

    assert told.figures == (Cloud("", (Word("Cuisine", 2), Word("Permis B", 1))),)


def test_a_line_of_one_s_own_never_reaches_the_screen():
    told = story("experience", {"own": {"what": "Zorglub", "place": "Zorgland"}, "own_lines": ["Zorgé tout le monde", "Rangé Zorgland"]})

    assert "zorg" not in repr(told).casefold()


@pytest.mark.parametrize(("hidden", "left"), [
    ("vente au marché", None),
    ("rangé", {"picked": {"sort": "Stage"}, "own": {"what": "vente au marché", "place": "Lyon"}, "own_lines": ["vendu"]}),
    ("Lyon", {"picked": {"sort": "Stage"}, "own": {"what": "vente au marché", "place": "Lyon"}, "own_lines": ["rangé", "vendu"]}),
])
def test_a_hidden_text_leaves_the_block_and_a_block_without_a_name_or_lines_leaves_altogether(hidden, left):
    answer = read("experience", picked={"sort": "Stage"}, own={"what": "vente au marché", "place": "Lyon"}, own_lines=["rangé", "vendu"])

    shown = EXERCISE.without(answer, lambda text: text == hidden)

    assert shown == (left and read("experience", **left))
    assert list(EXERCISE.texts(answer)) == ["vente au marché", "rangé", "vendu"]


def test_a_block_whose_only_proof_is_hidden_leaves():
    answer = read("skill", picked={"what": "Cuisiner"}, own_lines=["Zut"])

    assert list(EXERCISE.texts(answer)) == ["Zut"]
    assert EXERCISE.without(answer, lambda text: True) is None


@each_kind
@given(random=st.randoms(use_true_random=False), data=st.data())
def test_what_is_left_of_a_block_is_still_a_block(kind, random, data):
    answer = EXERCISE.imagine(spec(kind), random)
    hidden = data.draw(st.sets(st.sampled_from(EXERCISE.texts(answer)))) if EXERCISE.texts(answer) else set()

    left = EXERCISE.without(answer, lambda text: text in hidden)

    assert left is None or read_answer(EXERCISE, spec(kind), left.model_dump(mode="json")) == left


def test_a_block_is_kept_under_one_key_with_its_place_first():
    keepsake = job("vente", "un marché", "2025", "rangé", "vendu")

    assert (keepsake.key, keepsake.title, keepsake.lines) == ("block", "Vente", ("Un marché · 2025", "Rangé", "Vendu"))
    assert keepsake.content["kind"] == "experience"


@pytest.mark.parametrize(("kind", "lines"), [("headline", ["Je viens"]), ("experience", ["Aidé"]), ("training", []), ("skill", ["Aidé"])])
def test_a_title_has_no_full_stop_on_a_cv(kind, lines):
    assert kept(kind, own={"what": "travailler en équipe."}, own_lines=lines).title == "Travailler en équipe"


def test_the_headings_come_in_the_order_of_a_french_cv_and_only_where_there_is_something():
    blocks = [
        kept("interest", lines=["Cuisine"]), kept("skill", picked={"what": "Cuisiner"}, own_lines=["Cuisiné"]), kept("training", picked={"what": "CléA"}),
        job("vente"), kept("headline", picked={"what": "Bâtiment", "seeking": "Un stage"}, lines=["J’aime travailler en équipe."]),
    ]  # fmt: skip

    made = document(*blocks)

    assert (made.title, made.subtitle) == ("Bâtiment", "Recherche un stage")
    assert [heading.title for heading in made.headings] == ["Profil", "Expériences", "Formation", "Compétences", "Langues et centres d’intérêt"]
    assert [heading.title for heading in document(blocks[1]).headings] == ["Compétences"]
    assert (document().title, document().headings) == ("Curriculum vitæ", ())


def test_the_newest_experience_comes_first_whenever_it_was_written():
    made = document(job("a", "", "2019"), job("b", "", "depuis mars 2024"), job("c", "", "juin à août 2025"), job("d"), job("e", "", "2025"), job("f", "", "12/2025"), job("g"))

    assert [entry.title for entry in under(made, "Expériences")] == ["B", "F", "C", "E", "A", "G", "D"]


@pytest.mark.parametrize(("text", "moment"), [
    ("juin à août 2025", (2025, 8)), ("été 2022", (2022, 8)), ("06/2024", (2024, 6)), ("du 03/06/2024 au 14/06/2024", (2024, 6)), ("2019-2021", (2021, 0)),
    ("Février 2024", (2024, 2)), ("depuis 2023", NEVER_OVER), ("Stage · un garage · En ce moment", NEVER_OVER), ("aujourd’hui", NEVER_OVER), ("", UNDATED),
    ("un garage, 69003 Lyon", UNDATED), ("chez Mario, rue du 8 mai", UNDATED), ("hiver 2024, printemps 2025", (2025, 5)),
])  # fmt: skip
def test_when_it_ended_is_read_from_a_few_words(text, moment):
    assert how_recent(text) == moment


def test_the_latest_title_and_its_sentences_win():
    made = document(
        kept("headline", picked={"what": "Bâtiment", "seeking": "Un stage"}, own_lines=["J’aime le béton"]),
        kept("headline", own={"what": "cuisine"}, own_lines=["J’aime le feu", "Je me lève tôt !"]),
    )

    assert (made.title, made.subtitle) == ("Cuisine", "")
    assert made.headings == (Heading("Profil", (Entry("", lines=("J’aime le feu. Je me lève tôt !",)),)),)


def test_a_job_written_twice_stands_once_as_it_was_written_last():
    made = document(job("Vente", "Lyon", "2025", "Rangé"), job("Vente", "Paris", "2024"), job("vente", "lyon ", "2025", "Rangé le stock", "Vendu"))

    assert under(made, "Expériences") == (Entry("Vente", "Lyon · 2025", ("Rangé le stock", "Vendu")), Entry("Vente", "Paris · 2024", ("Aidé l’équipe",)))


def test_proofs_of_the_same_skill_stand_together_latest_first():
    made = document(
        kept("skill", picked={"what": "Cuisiner"}, own_lines=["Cuisiné pour dix"]), kept("skill", picked={"what": "Apprendre vite"}, own_lines=["Appris"]),
        kept("skill", own={"what": "cuisiner"}, own_lines=["Servi vingt repas", "cuisiné pour dix."]),
    )  # fmt: skip

    assert under(made, "Compétences") == (Entry("Cuisiner", lines=("Servi vingt repas", "Cuisiné pour dix")), Entry("Apprendre vite", lines=("Appris",)))


def test_languages_licences_and_interests_of_several_sessions_stand_together_once():
    made = document(
        kept("interest", lines=["Anglais (notions)", "Permis B en cours", "Cuisine"]),
        kept("interest", lines=["Anglais (notions)", "Cuisine"], own={"languages": "Wolof (parlé, écrit)", "interests": "boxe"}),
    )  # fmt: skip

    assert under(made, "Langues et centres d’intérêt") == (
        Entry("Langues", "anglais (notions), wolof (parlé, écrit)"), Entry("Permis et mobilité", "permis B en cours"), Entry("Centres d’intérêt", "cuisine, boxe"),
    )  # fmt: skip


def test_what_the_learner_corrected_is_what_the_cv_says():
    before = job("vente", "un marché", "2025", "rangé", "vendu")

    corrected = Keepsake(before.key, "Vente au marché", ("Le marché de Vaise · 2024", "Rangé", "Vendu des fruits"), before.content)
    shortened = Keepsake(before.key, before.title, ("Rangé",), before.content)

    assert under(document(corrected), "Expériences") == (Entry("Vente au marché", "Le marché de Vaise · 2024", ("Rangé", "Vendu des fruits")),)
    assert under(document(shortened), "Expériences") == (Entry("Vente", "", ("Rangé",)),)


def test_a_corrected_line_that_names_no_group_is_an_interest():
    one = kept("interest", lines=["Cuisine"])

    assert under(document(Keepsake("block", one.title, ("échecs", "Langues : grec"), one.content)), "Langues et centres d’intérêt") == (
        Entry("Langues", "grec"), Entry("Centres d’intérêt", "échecs"),
    )  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 10**6)), max_size=12))
def test_every_kept_line_stands_in_the_document_unless_a_later_block_takes_its_place(written):
    blocks = [EXERCISE.keeping.keep(spec(kind), EXERCISE.imagine(spec(kind), Random(seed)))[0] for kind, seed in written]
    made = document(*blocks)
    page = " ".join([made.title, made.subtitle, *(text for heading in made.headings for entry in heading.entries for text in (entry.title, entry.aside, *entry.lines))]).casefold()

    for kind in {kind for kind, _ in written}:
        last = [block for block, (of, _) in zip(blocks, written, strict=True) if of == kind][-1]
        wanted = [part for line in last.lines for part in (line.partition("\u00a0: ")[2].split(", ") if kind == "interest" else [line])]
        assert all(text.casefold() in page for text in wanted)
