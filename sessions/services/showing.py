"""What each surface shows now, read from the database alone: first load, reload, reconnection and push all come through here."""

from collections.abc import Sequence

from sessions.domain.dealt import Dealt, Seat, dealing_part, to_be_seated
from sessions.domain.live_session import LiveSession
from sessions.domain.paces import Progress
from sessions.domain.printing import KEPT
from sessions.domain.refusals import Refusal
from sessions.domain.sharing import Rooms, SharedPart, is_moving, rooms_of, shared_parts, shares
from sessions.domain.states import LiveState, RunState
from sessions.domain.views.desk import LISTED_PEOPLE, LONG_GONE, DeskView, desk_view
from sessions.domain.views.outcomes import recalled_in
from sessions.domain.views.phone import PhoneView, phone_view
from sessions.domain.views.room_facts import RoomFacts
from sessions.domain.views.screen import SHOWN_ALIASES, ScreenView, screen_view
from workshop.exercises.keeping import Keepsake

from .dealing import dealt_alone, dealt_now, played_in_teams, settle
from .handing import Received, handing_part, received_by_all
from .looking import done_now, gathered_now, own_answers, own_now, progress_now, promised_before, promises_of, to_do_of
from .ports import Reads, Store, World


class Showing:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world
        self._newcomer = store.read_batches(self._newcomers)
        self._rooms = store.read_batches(self._rooms_asked)
        self._received = store.read_batches(self._received_asked)

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
            own = own_now(own_answers(reads, live, live.current_run_id, participant_id), dealt, participant_id)
            if for_another:
                own = {place: answer for place, answer in own.items() if not live.step.parts[place].exercise.is_private}
            teams, is_lost = played_in_teams(reads, live), reads.signals.is_lost(participant_id, live.current_run_id)
            promises = promises_of(reads, live, participant_id) if live.state is LiveState.ENDED else ()
            recalled = ()
            if live.state is LiveState.ENDED and not for_another:
                recalled = recalled_in(live, lambda run_id: own_answers(reads, live, run_id, participant_id))
            # the notebook is its owner's: whoever answers in her place sees nothing of it
            to_do = to_do_of(reads, live, participant_id) if live.state is LiveState.LOBBY and not for_another else ()
        if dealt and participant_id not in dealt.seated and to_be_seated(dealt.dealing, [person], self.world.now()):
            dealt = self._seated(live)
        return phone_view(
            live, self.world.now(), own, is_rehearsal=head.is_rehearsal, untimed=person.untimed, wanted=wanted, promises=promises,
            recalled=recalled, seat=dealt.seat(participant_id) if dealt else None, to_do=to_do, rooms=self._shared(live),
            received=self._given_to(live, participant_id) if not for_another else (), teams=teams, who=participant_id,
            is_lost=is_lost and not for_another,
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
            teams = played_in_teams(reads, live)
            views[live_id] = phone_view(live, now, {}, is_rehearsal=head.is_rehearsal, is_personal=is_personal, seat=_nobody(live), teams=teams)
        return [views[live_id] for live_id in live_ids]

    def phones(self, live_id: int) -> PhoneView:
        """Return the view that is pushed to every phone at once; `is_personal` tells them to ask for their own."""
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            run = live.current
            answered = bool(run and reads.answers.is_answered(run.id))
            recalls = live.state is LiveState.LOBBY and reads.notebooks.are_in(live_id)
            teams = played_in_teams(reads, live)
        is_personal = answered or recalls or bool(teams) or live.state is LiveState.ENDED or dealing_part(live) is not None
        return phone_view(
            live, self.world.now(), {}, is_rehearsal=head.is_rehearsal, is_personal=is_personal, seat=_nobody(live), rooms=self._shared(live), teams=teams
        )  # fmt: skip

    def shared(self, live_id: int) -> tuple[SharedPart, ...]:
        """Return what is pushed to all phones while they answer; nothing where the step does not share or is not open."""
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
            return shared_parts(live, reads.answers.gathered(live, live.current_run_id)) if is_moving(live) else ()

    def _shared(self, live: LiveSession) -> Rooms:
        """Return what the room shares now. Phones that ask together share the look: one alone reads the whole room's answers."""
        return self._rooms((live.id, live.current_run_id)) if shares(live) else {}

    def _given_to(self, live: LiveSession, participant_id: int) -> Sequence[Keepsake]:
        """Return what others gave to this person in the step that is revealed. Phones that ask together share the look."""
        return self._received(live.id).get(participant_id, ()) if handing_part(live) is not None else ()

    def _received_asked(self, reads: Reads, live_ids: Sequence[int]) -> list[Received]:
        found = {live_id: received_by_all(reads, reads.lives.by_id(live_id)) for live_id in set(live_ids)}
        return [found[live_id] for live_id in live_ids]

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
            gathered, before = (), None
            if live.current and live.current.state is RunState.REVEALED:
                gathered, before = gathered_now(reads, live)
            teams = played_in_teams(reads, live)
            dealt = dealt_alone(reads, live)
            progress = progress_now(reads, live, reads.people.with_a_phone(live_id, now - LONG_GONE), dealt)
            promised = promised_before(reads, live, head)
        return screen_view(
            live, now, aliases, people, progress, gathered, before, is_rehearsal=head.is_rehearsal, dealt=dealt, teams=teams, rooms=self._shared(live),
            promised=promised,
        )  # fmt: skip

    def desk(self, live_id: int) -> DeskView:
        now = self.world.now()
        with self.store.read() as reads:
            live, head = reads.lives.by_id(live_id), reads.lives.head(live_id)
            run_id, dealt = live.current_run_id, dealt_alone(reads, live)
            gathered, before = gathered_now(reads, live) if run_id else ((), None)
            room = RoomFacts(
                people=reads.people.present(live_id, LISTED_PEOPLE),
                count=reads.people.count(live_id),
                there=reads.people.with_a_phone(live_id, now - LONG_GONE),
                done=done_now(reads, live, dealt) if run_id else {},
                hands_total=reads.answers.hands_total(run_id) if run_id else 0,
                signals=reads.signals.raised(live_id, run_id),
                prints=reads.prints.waiting(live_id, now - KEPT),
                gathered=gathered,
                before=before,
                decisions=reads.answers.decisions(run_id) if run_id else {},
                dealt=dealt,
                teams=played_in_teams(reads, live),
                promised=promised_before(reads, live, head),
            )
        return desk_view(live, now, room, is_rehearsal=head.is_rehearsal)

    def progress(self, live_id: int) -> tuple[int, str, Progress]:
        """Return version, run and how many have answered: what is told a few times a second."""
        since = self.world.now() - LONG_GONE
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
            progress = progress_now(reads, live, reads.people.with_a_phone(live_id, since), dealt_alone(reads, live))
        return live.version, live.current_run_id or "", progress


def _nobody(live: LiveSession) -> Seat | None:
    """Return the seat in a view for everybody: where something is dealt out, nobody's."""
    return Seat() if dealing_part(live) is not None else None
