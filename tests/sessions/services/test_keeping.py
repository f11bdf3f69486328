"""What a learner gives in the room is there in the notebook, in this session and in the next, and in nobody else's."""

import copy
import threading

import pytest
from sqlalchemy import delete, event, func, select

from sessions.domain.notebook import Progress, chapters_of, to_do_in
from sessions.domain.refusals import Refusal, TooLate
from sessions.store.tables import LiveRow, NotebookPageRow, NotebookRow, ParticipantRow
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.exercises.contract import AnswerRefused
from workshop.plans.model import Step, Workshop

CV, OFFERS = "Mettre à jour son CV", "Consulter les offres"
ONE = {"actions": [CV], "when": "cette semaine"}
TWO = {"actions": [CV, OFFERS], "when": "aujourd’hui"}


def workshop() -> Workshop:
    block = Step(id="bloc", title="Deux fois", minutes=5, parts=(part_of("commitment"), part_of("choice"), part_of("commitment")))
    return Workshop(id="actions", title="Mes actions", minutes=20, steps=(step_of("commitment", "actions"), block))


@pytest.fixture
def room(database) -> TestRoom:
    """A session whose first step is open, with Inès in it."""
    return begun(TestRoom(database, workshop()))


def begun(room):
    room.ines = room.join("Inès")
    room.command("next")
    room.command("open")
    return room


def later(room, *, is_rehearsal=False):
    """Return another session on the same server, in its lobby."""
    other = copy.copy(room)
    other.code = room.room.starting.start(workshop(), is_rehearsal=is_rehearsal)
    other.live_id = room.room.joining.find(other.code).id
    return other


def notebook_of(room, person):
    return room.room.owning.written_by(person.id)


def kept(room, person):
    """Return the titles kept by a person, or None where there is no notebook."""
    book = notebook_of(room, person)
    return None if book is None else titles(room, book)


def titles(room, book):
    return [keepsake["title"] for page in room.room.owning.pages(book.id) for keepsake in page.keepsakes]


def count(database, table):
    with database() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_an_answer_that_is_kept_is_in_the_notebook_once_it_is_acknowledged(room):
    room.answer(room.ines, TWO)

    [page] = room.room.owning.pages(notebook_of(room, room.ines).id)
    assert [(keepsake["title"], keepsake["lines"]) for keepsake in page.keepsakes] == [(CV, ["Aujourd’hui"]), (OFFERS, ["Aujourd’hui"])]
    assert page.answer["actions"] == [CV, OFFERS]
    assert room.gathered()[0].answers[room.ines.id].actions == (CV, OFFERS)


def test_answering_again_replaces_and_a_pass_leaves_what_was_kept(room):
    room.answer(room.ines, TWO)
    room.answer(room.ines, ONE)
    assert kept(room, room.ines) == [CV]

    room.answer(room.ines, None)
    assert kept(room, room.ines) == [CV]
    assert room.gathered()[0].answers[room.ines.id] is None


def test_an_older_answer_sent_again_does_not_come_back_to_the_notebook(room):
    room.answer(room.ines, TWO, answer_id="first")
    room.answer(room.ines, ONE, answer_id="second")
    room.answer(room.ines, TWO, answer_id="first")

    assert kept(room, room.ines) == [CV]


def test_each_part_of_a_block_has_its_own_page(room):
    room.command("next")
    room.command("open")
    room.answer(room.ines, ONE, part=0)
    room.answer(room.ines, {"choices": ["b"]}, part=1)
    room.answer(room.ines, {"actions": [OFFERS], "when": "ce mois-ci"}, part=2)

    assert kept(room, room.ines) == [CV, OFFERS]


def test_a_second_round_takes_the_place_of_the_first(room):
    room.answer(room.ines, ONE)
    for name in ("close", "reveal", "second_round"):
        room.command(name)
    room.answer(room.ines, {"actions": [OFFERS], "when": "ce mois-ci"})

    assert kept(room, room.ines) == [OFFERS]


def test_what_is_refused_or_comes_too_late_is_not_kept(room):
    with pytest.raises(AnswerRefused):
        room.answer(room.ines, {"actions": ["Gagner au loto"], "when": "ce mois-ci"})
    room.command("close")
    room.wait(seconds=5)
    with pytest.raises(TooLate):
        room.answer(room.ines, ONE)

    assert kept(room, room.ines) is None


def test_types_whose_answers_are_not_kept_make_no_notebook_and_ask_the_database_nothing_more(room, engine):
    room.command("next")
    room.command("open")
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    room.answer(room.ines, {"choices": ["b"]}, part=1)

    assert notebook_of(room, room.ines) is None
    assert not [statement for statement in statements if "notebook" in statement and "INSERT" in statement]


def test_a_full_room_that_answers_at_once_has_everything_kept_each_in_its_place(room):
    answers = {room.join(): {"own": [f"Appeler le garage {number}"], "when": "cette semaine"} for number in range(12)}
    threads = [threading.Thread(target=room.answer, args=given) for given in answers.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [kept(room, person) for person in answers] == [answer["own"] for answer in answers.values()]
    assert len({notebook_of(room, person).code for person in answers}) == 12


def test_those_who_share_a_phone_have_each_their_own_notebook(room):
    tom = room.join("Tom", device=room.ines.device)
    room.answer(room.ines, ONE)
    room.answer(tom, {"actions": [OFFERS], "when": "ce mois-ci"})

    assert (kept(room, room.ines), kept(room, tom)) == ([CV], [OFFERS])
    assert notebook_of(room, room.ines).id != notebook_of(room, tom).id


def test_nothing_is_kept_of_a_rehearsal_nor_of_somebody_without_a_phone(room, database):
    rehearsal = begun(later(room, is_rehearsal=True))
    rehearsal.answer(rehearsal.ines, ONE)
    rehearsal.room.owning.go_on_with(rehearsal.ines, room.room.owning.open(room.ines))
    assert rehearsal.room.owning.open(rehearsal.ines) is None
    assert kept(rehearsal, rehearsal.ines) is None

    room.command("add_participant", alias="Sami")
    sami = next(person for person in room.room.showing.desk(room.live_id).people if person.alias == "Sami")
    room.command("answer_for", participant=sami.id, run=room.run, answer=ONE)
    assert count(database, NotebookPageRow) == 0


def test_what_the_counsellor_answers_for_somebody_with_a_phone_is_hers_to_keep(room):
    room.command("answer_for", participant=room.ines.id, run=room.run, answer=ONE)

    assert kept(room, room.ines) == [CV]


def test_the_phone_of_the_last_session_under_the_same_name_goes_on_with_the_notebook(room):
    room.answer(room.ines, ONE)
    keeper, second = room.ines.id, later(room)

    assert second.room.owning.recognise(second.join("ines"), [keeper]).id == notebook_of(room, room.ines).id
    tom = second.join("Tom")
    assert second.room.owning.recognise(tom, [keeper]) is None
    second.command("next")
    second.command("open")
    second.answer(tom, {"actions": [OFFERS], "when": "ce mois-ci"})
    assert (kept(room, room.ines), kept(second, tom)) == ([CV], [OFFERS])


def test_what_was_given_in_the_session_comes_along_into_the_notebook_of_the_code(room, database):
    room.answer(room.ines, ONE)
    book, second = notebook_of(room, room.ines), begun(later(room))
    second.answer(second.ines, {"actions": [OFFERS], "when": "ce mois-ci"})
    second.room.owning.correct(notebook_of(second, second.ines).id, second.room.owning.pages(notebook_of(second, second.ines).id)[0].id, TWO)

    second.room.owning.go_on_with(second.ines, second.room.owning.by_code(book.code.replace("-", " ").upper()))

    assert titles(second, book) == [CV, CV, OFFERS]
    assert count(database, NotebookRow) == 1
    second.answer(second.ines, ONE)
    assert titles(second, book) == [CV, CV]


@pytest.mark.parametrize("typed", ["", "soleil-4827", "soleil-piano-tulipe-482713", "<script>alert(1)</script>", "a" * 5000])
def test_a_code_of_no_notebook_is_refused_in_words(room, typed):
    with pytest.raises(Refusal, match="notebook_unknown"):
        room.room.owning.by_code(typed)


def test_who_was_taken_for_another_leaves_with_her_own_answers_and_nothing_else(room):
    room.answer(room.ines, ONE)
    book, second = notebook_of(room, room.ines), begun(later(room))
    second.room.owning.go_on_with(second.ines, book)
    second.answer(second.ines, {"actions": [OFFERS], "when": "ce mois-ci"})

    own = second.room.owning.part_from(second.ines)

    assert (titles(second, own), titles(second, book)) == ([OFFERS], [CV])
    assert second.room.owning.part_from(second.ines) is None


def test_a_correction_is_read_as_in_the_room_and_the_sessions_answer_stays(room):
    room.answer(room.ines, ONE)
    book = notebook_of(room, room.ines)
    [page] = room.room.owning.pages(book.id)

    room.room.owning.correct(book.id, page.id, {"own": ["Appeler le garage"], "when": "2027-03-01"})
    with pytest.raises(AnswerRefused, match="Choisis une action"):
        room.room.owning.correct(book.id, page.id, {"when": "ce mois-ci"})

    assert titles(room, book) == ["Appeler le garage"]
    assert room.gathered()[0].answers[room.ines.id].actions == (CV,)


def test_a_notebook_outlives_its_session_and_can_still_be_corrected(room, database):
    room.answer(room.ines, ONE)
    book, second = notebook_of(room, room.ines), begun(later(room))
    second.room.owning.go_on_with(second.ines, book)
    second.answer(second.ines, {"actions": [OFFERS], "when": "ce mois-ci"})
    with database() as session, session.begin():
        session.execute(delete(LiveRow))
    first, other = room.room.owning.pages(book.id)
    assert (first.live_id, other.live_id) == (None, None)

    room.room.owning.correct(book.id, first.id, {"own": ["Appeler le garage"], "when": "ce mois-ci"})

    assert titles(room, book) == ["Appeler le garage", OFFERS]
    assert room.room.owning.on_phone([room.ines.id]) == [room.room.owning.by_id(book.id)]


def test_a_page_of_somebody_elses_notebook_can_be_neither_corrected_nor_marked_nor_taken_out(room):
    tom = room.join("Tom")
    room.answer(room.ines, ONE)
    room.answer(tom, {"actions": [OFFERS], "when": "ce mois-ci"})
    [page] = room.room.owning.pages(notebook_of(room, room.ines).id)
    toms = notebook_of(room, tom).id

    with pytest.raises(Refusal, match="no_such_page"):
        room.room.owning.correct(toms, page.id, TWO)
    with pytest.raises(Refusal, match="no_such_page"):
        room.room.owning.mark(toms, page.id, page.keepsakes[0]["key"], "done")
    room.room.owning.take_out(toms, page.id)
    assert room.room.owning.pages(notebook_of(room, room.ines).id) == [page]


def test_a_page_is_taken_out_and_the_whole_notebook_is_deleted(room, database):
    room.answer(room.ines, ONE)
    book = notebook_of(room, room.ines)
    [page] = room.room.owning.pages(book.id)
    room.room.owning.take_out(book.id, page.id)
    assert titles(room, book) == []

    room.answer(room.ines, TWO)
    assert room.room.owning.erase(book.id) == room.ines.id
    assert (count(database, NotebookRow), count(database, NotebookPageRow), count(database, ParticipantRow)) == (0, 0, 1)
    room.answer(room.ines, ONE)
    assert kept(room, room.ines) == [CV]
    assert notebook_of(room, room.ines).code != book.code


def test_how_far_an_action_has_come_stays_with_it_when_the_others_change(room):
    room.answer(room.ines, TWO)
    book = notebook_of(room, room.ines)
    [page] = room.room.owning.pages(book.id)
    offers = page.keepsakes[1]["key"]
    room.room.owning.mark(book.id, page.id, offers, "done")
    for bad in (("nowhere", "done"), (offers, "perhaps")):
        with pytest.raises(Refusal, match="no_such_page"):
            room.room.owning.mark(book.id, page.id, *bad)

    room.answer(room.ines, {"actions": [OFFERS], "when": "ce mois-ci"})

    [chapter] = chapters_of(room.room.owning.pages(book.id))
    assert chapter.label == "Mes actions"
    assert [(one.keepsake.title, one.progress) for one in chapter.pages[0].kept] == [(OFFERS, Progress.DONE)]
    assert chapter.pages[0].text == f"{OFFERS}\nCe mois-ci"


def test_what_is_to_be_done_is_that_of_the_last_session_that_gave_some(room):
    room.answer(room.ines, ONE)
    book, second = notebook_of(room, room.ines), begun(later(room))
    second.room.owning.go_on_with(second.ines, book)
    second.answer(second.ines, {"actions": [OFFERS], "when": "ce mois-ci"})

    assert [one.title for one in to_do_in(room.room.owning.pages(book.id))] == [OFFERS]
    assert to_do_in([]) == ()
