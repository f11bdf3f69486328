"""One transaction, then publish: what is told to the room has always been committed before."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from sessions.domain.refusals import Refusal
from sessions.services.ports import AnswerWrite, Changed, Publisher
from workshop.db import Sessions, make_sessions
from workshop.exercises.contract import AnswerRefused
from workshop.seen.metrics import COMMIT_ANSWERS

from .answer_writing import Outcome, write_in_one_order
from .answers import SqlAnswers
from .deals import SqlDeals
from .group_commit import GroupCommit
from .lives import SqlLives
from .memory import Memory
from .notebooks import SqlNotebooks
from .people import SqlPeople
from .prints import SqlPrints
from .signals import SqlSignals

NO = (Refusal, AnswerRefused)
T = TypeVar("T")
Item = TypeVar("Item")
Result = TypeVar("Result")


class SqlWork:
    """The repositories of one transaction."""

    def __init__(self, session: Session, memory: Memory, worker: str = "", *, keeps: bool = False) -> None:
        self.session = session
        self.lives = SqlLives(session, memory, keeps=keeps)
        self.people = SqlPeople(session, worker)
        self.answers = SqlAnswers(session)
        self.deals = SqlDeals(session)
        self.signals = SqlSignals(session)
        self.notebooks = SqlNotebooks(session)
        self.prints = SqlPrints(session)
        self.changes: list[Changed] = []

    def changed(self, changed: Changed) -> None:
        """Note what to publish once this is committed."""
        self.changes.append(changed)


class SqlStore:
    """`worker` names this process where several serve the same database."""

    def __init__(self, database: Sessions, publisher: Publisher, worker: str = "") -> None:
        self.database = database
        self._engine: Engine = database.kw["bind"]
        self._reading = make_sessions(self._engine.execution_options(reads_only=True))
        self.worker = worker
        self.publisher = publisher
        self.memory = Memory()
        self._acts = self.batches(_carried_out)
        self.answer_commits: GroupCommit[AnswerWrite, Outcome] = GroupCommit(self._write_batch)

    @contextmanager
    def work(self) -> Iterator[SqlWork]:
        """A transaction: committed when the block ends, rolled back when it raises; publishes after the commit."""
        with self.database() as session, session.begin():
            work = SqlWork(session, self.memory, self.worker)
            yield work
        for live in work.lives.saved:
            self.memory.keep(live)
        self.publisher.publish(work.changes)

    def together(self, act: Callable[[SqlWork], T]) -> T:
        """Return what `act` returns, once committed; acts that come together share a transaction, one after the other.

        An act that says no (Refusal, AnswerRefused) must do so before it writes anything. It may be called again where another act of its batch failed.
        """
        done = self._acts(act)
        if isinstance(done, NO):
            raise done
        return done

    def batches(self, handle: Callable[[SqlWork, Sequence[Item]], list[Result]]) -> Callable[[Item], Result]:
        """Return submit(item): returns the item's result once it is committed. `handle(work, items)` sees all that came together.

        It may be called again with single items where a batch failed, and gives its refusals as results.
        """

        def write(items: Sequence[Item]) -> list[Result]:
            with self.work() as work:
                return handle(work, items)

        return GroupCommit(write).submit

    def read_batches(self, handle: Callable[[SqlWork, Sequence[Item]], list[Result]]) -> Callable[[Item], Result]:
        """Return ask(item): returns what `handle(reads, items)` found for it, in a look that began after the question was asked."""

        def look(items: Sequence[Item]) -> list[Result]:
            with self.read() as reads:
                return handle(reads, items)

        return GroupCommit(look).submit

    @contextmanager
    def read(self) -> Iterator[SqlWork]:
        """A look at the committed state; never blocks a writer."""
        with self._reading() as session:
            yield SqlWork(session, self.memory, self.worker, keeps=True)

    def live_id(self, code: str) -> int | None:
        """Return the id of the session with this join code, remembered once read: whether the session still exists is asked by who uses it."""
        known = self.memory.ids.get(code)
        if known is None:
            with self.read() as reads:
                known = reads.lives.id_of(code)
            if known is not None:
                self.memory.ids.put(code, known)
        return known

    def write_answer(self, write: AnswerWrite) -> Outcome:
        """Return once the answer is on the disk; answers that come together share the commit."""
        return self.answer_commits.submit(write)

    def _write_batch(self, writes: Sequence[AnswerWrite]) -> list[Outcome]:
        with self._engine.begin() as connection:
            outcomes = write_in_one_order(connection, writes)
        COMMIT_ANSWERS.observe(len(writes))
        return outcomes


def _carried_out(work: SqlWork, acts: Sequence[Callable[[SqlWork], Any]]) -> list[Any]:
    return [_result(act, work) for act in acts]


def _result(act: Callable[[SqlWork], Any], work: SqlWork) -> Any:
    try:
        return act(work)
    except NO as refusal:
        return refusal
