"""What each surface shows now, read from the database alone: first load, reload, reconnection and push all come through here."""

from collections.abc import Collection, Sequence

from sessions.domain.dealt import Dealt, Seat, dealing_part, to_be_seated
from sessions.domain.live_session import LiveSession
from sessions.domain.notebook import ToDo, to_do_in, to_do_types
from sessions.domain.paces import Progress, progress_of
from sessions.domain.refusals import Refusal
from sessions.domain.sharing import Rooms, SharedPart, is_moving, rooms_of, shared_parts, shares
from sessions.domain.states import LiveState, RunState
from sessions.domain.views.desk import LISTED_PEOPLE, LONG_GONE, DeskView, desk_view
from sessions.domain.views.phone import OwnAnswer, PhoneView, phone_view
from sessions.domain.views.room_facts import RoomFacts
from sessions.domain.views.screen import SHOWN_ALIASES, ScreenView, screen_view

from .dealing import dealt_now, latest_teams, settle
from .ports import Reads, Store, World


class Showing:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world
        self._newcomer = store.read_batches(self._newcomers)
        self._rooms = store.read_batches(self._rooms_asked)

    def phone(self, live_id: int, participant_id: int, wanted: int | None = None, *, for_another: bool = False) -> PhoneView:
        """Return one person's view; raises Refusal where she is no longer in the session.

        `for_another` is how a counsellor sees it who answers in her place: without what she answered to what is private.
        """
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            person = reads.people.by_id(participant_id)
            if person is None or person.removed_at is not None or person.live_id != live_id:
                raise Refusal("removed")
            dealt = dealt_now(reads, live)
            own = _own(reads, live, live.current_run_id, participant_id)
            if for_another:
                own = {place: answer for place, answer in own.items() if not live.step.parts[place].exercise.is_private}
            promises = _promises(reads, live, participant_id) if live.state is LiveState.ENDED else ()
            # the notebook is its owner's: whoever answers in her place sees nothing of it
            to_do = _to_do(reads, live, participant_id) if live.state is LiveState.LOBBY and not for_another else ()
        if dealt and participant_id not in dealt.seated and to_be_seated(dealt.dealing, [person], self.world.now()):
            dealt = self._seated(live)
        return phone_view(
            live, self.world.now(), own, is_rehearsal=head.is_rehearsal, untimed=person.untimed, wanted=wanted, promises=promises,
            seat=dealt.seat(participant_id) if dealt else None, to_do=to_do, rooms=self._shared(live),
        )  # fmt: skip

    def _seated(self, live: LiveSession) -> Dealt | None:
        """Seat who came in during the very instant in which the step opened, when neither transaction could see the other."""
        self.store.together(lambda work: settle(work, self.world, work.lives.by_id(live.id)))
        with self.store.read() as reads:
            return dealt_now(reads, live)

    def newcomer(self, live_id: int) -> PhoneView:
        """Return the view of somebody who has just come in: nothing in it is her own yet. Those who come in together share the look."""
        return self._newcomer(live_id)

    def _newcomers(self, reads: Reads, live_ids: Sequence[int]) -> list[PhoneView]:
        now = self.world.now()
        views = {}
        for live_id in set(live_ids):
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            # what the room shares moves all the time: who comes in then gets a fragment of her own
            is_personal = dealing_part(live) is not None or shares(live)
            views[live_id] = phone_view(live, now, {}, is_rehearsal=head.is_rehearsal, is_personal=is_personal, seat=_nobody(live))
        return [views[live_id] for live_id in live_ids]

    def phones(self, live_id: int) -> PhoneView:
        """Return the view that is pushed to every phone at once; `is_personal` tells them to ask for their own."""
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            run = live.current
            answered = bool(run and reads.answers.is_answered(run.id))
            recalls = live.state is LiveState.LOBBY and reads.notebooks.are_in(live_id)
        is_personal = answered or recalls or live.state is LiveState.ENDED or dealing_part(live) is not None
        return phone_view(
            live, self.world.now(), {}, is_rehearsal=head.is_rehearsal, is_personal=is_personal, seat=_nobody(live), rooms=self._shared(live)
        )  # fmt: skip

    def shared(self, live_id: int) -> tuple[SharedPart, ...]:
        """Return what is pushed to all phones while they answer; nothing where the step does not share or is not open."""
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
            return shared_parts(live, reads.answers.gathered(live, live.current_run_id)) if is_moving(live) else ()

    def _shared(self, live: LiveSession) -> Rooms:
        """Return what the room shares now. Phones that ask together share the look: one alone reads the whole room's answers."""
        return self._rooms((live.id, live.current_run_id)) if shares(live) else {}

    def _rooms_asked(self, reads: Reads, asked: Sequence[tuple[int, str]]) -> list[Rooms]:
        found = {}
        for live_id, run_id in set(asked):
            live = reads.lives.by_id(live_id)
            found[live_id, run_id] = rooms_of(live.plan.step(live.run(run_id).step_id), reads.answers.gathered(live, run_id))
        return [found[one] for one in asked]

    def screen(self, live_id: int) -> ScreenView:
        now = self.world.now()
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            aliases, people = reads.people.latest_aliases(live_id, SHOWN_ALIASES), reads.people.count(live_id)
            gathered, before, teams = (), None, ()
            if live.current and live.current.state is RunState.REVEALED:
                gathered, before = _gathered(reads, live)
                teams = latest_teams(reads, live) if live.step.by_team else ()
            dealt = dealt_now(reads, live)
            progress = _progress(reads, live, reads.people.with_a_phone(live_id, now - LONG_GONE), dealt)
        return screen_view(
            live, now, aliases, people, progress, gathered, before, is_rehearsal=head.is_rehearsal, dealt=dealt, teams=teams, rooms=self._shared(live)
        )  # fmt: skip

    def desk(self, live_id: int) -> DeskView:
        now = self.world.now()
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            run_id = live.current_run_id
            gathered, before = _gathered(reads, live) if run_id else ((), None)
            room = RoomFacts(
                people=reads.people.present(live_id, LISTED_PEOPLE),
                count=reads.people.count(live_id),
                there=reads.people.with_a_phone(live_id, now - LONG_GONE),
                done=_done(reads, live) if run_id else {},
                hands_total=reads.answers.hands_total(run_id) if run_id else 0,
                signals=reads.signals.raised(live_id, run_id),
                gathered=gathered,
                before=before,
                decisions=reads.answers.decisions(run_id) if run_id else {},
                dealt=dealt_now(reads, live),
                teams=latest_teams(reads, live) if run_id and live.step.by_team else (),
            )
        return desk_view(live, now, room, is_rehearsal=head.is_rehearsal)

    def progress(self, live_id: int) -> tuple[int, str, Progress]:
        """Return version, run and how many have answered: what is told a few times a second."""
        since = self.world.now() - LONG_GONE
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
            progress = _progress(reads, live, reads.people.with_a_phone(live_id, since), dealt_now(reads, live))
        return live.version, live.current_run_id or "", progress


def _nobody(live: LiveSession) -> Seat | None:
    """Return the seat in a view for everybody: where something is dealt out, nobody's."""
    return Seat() if dealing_part(live) is not None else None


def _progress(reads: Reads, live: LiveSession, there: Collection[int], dealt: Dealt | None) -> Progress:
    if live.current_run_id is None:
        return Progress()
    return progress_of(live, there, _done(reads, live), reads.answers.hands_total(live.current_run_id), dealt)


def _done(reads: Reads, live: LiveSession) -> dict[int, set[int]]:
    """Return the places of the parts that each participant has done in the current run; what goes on counts once it has come to its end."""
    done = reads.answers.answered_by(live.current_run_id)
    going_on = {place: part for place, part in enumerate(live.step.parts) if part.exercise.goes_on}
    for participant_id, place, payload in reads.answers.sent_to(live.current_run_id, going_on) if going_on else ():
        part = going_on[place]
        if participant_id in done and not part.exercise.is_done(part.spec, part.exercise.Answer.model_validate(payload)):
            done[participant_id].discard(place)
    return done


def _gathered(reads: Reads, live: LiveSession):
    """Return the current run's answers and, in a second round, the first round's."""
    rounds = live.runs_of(live.current.step_id)
    before = reads.answers.gathered(live, rounds[0].id) if live.current.round > 1 else None
    return reads.answers.gathered(live, live.current.id), before


def _own(reads: Reads, live: LiveSession, run_id: str | None, participant_id: int) -> dict[int, OwnAnswer]:
    if run_id is None:
        return {}
    step = live.plan.step(live.run(run_id).step_id)
    found = reads.answers.own(run_id, participant_id)
    return {
        place: OwnAnswer(None if own.payload is None else step.parts[place].exercise.Answer.model_validate(own.payload))
        for place, own in found.items()
    }


def _to_do(reads: Reads, live: LiveSession, participant_id: int) -> tuple[ToDo, ...]:
    """Return what this person decided to do in an earlier session, from the notebook."""
    notebook_id = reads.notebooks.owners([participant_id])[0].notebook_id
    return () if notebook_id is None else to_do_in(reads.notebooks.to_do(notebook_id, to_do_types(), live.id))


def _promises(reads: Reads, live: LiveSession, participant_id: int) -> tuple[str, ...]:
    told = []
    for run in live.runs:
        step = live.plan.step(run.step_id)
        wanted = [place for place, part in enumerate(step.parts) if part.exercise.section == "commitments"]
        own = _own(reads, live, run.id, participant_id) if wanted else {}
        told += [step.parts[place].exercise.in_words(step.parts[place].spec, own[place].answer) for place in wanted if place in own and own[place].answer]
    return tuple(told)


