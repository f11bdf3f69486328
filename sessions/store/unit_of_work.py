"""One transaction, then publish: what is told to the room has always been committed before."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy.orm import Session

from sessions.services.ports import AnswerWrite, Changed, Publisher
from workshop.db import Sessions

from .answer_writing import Outcome, write_answers
from .answers import SqlAnswers
from .group_commit import GroupCommit
from .lives import SqlLives
from .people import SqlPeople
from .plan_cache import PlanCache
from .signals import SqlSignals


class SqlWork:
    """The repositories of one transaction."""

    def __init__(self, session: Session, plans: PlanCache) -> None:
        self.session = session
        self.lives = SqlLives(session, plans)
        self.people = SqlPeople(session)
        self.answers = SqlAnswers(session)
        self.signals = SqlSignals(session)
        self.changes: list[Changed] = []

    def changed(self, changed: Changed) -> None:
        """Note what to publish once this is committed."""
        self.changes.append(changed)


class SqlStore:
    def __init__(self, database: Sessions, publisher: Publisher) -> None:
        self.database = database
        self.publisher = publisher
        self.plans = PlanCache()
        self.answer_commits: GroupCommit[AnswerWrite, Outcome] = GroupCommit(self._write_batch)

    @contextmanager
    def work(self) -> Iterator[SqlWork]:
        """A transaction: committed when the block ends, rolled back when it raises; publishes after the commit."""
        with self.database() as session, session.begin():
            work = SqlWork(session, self.plans)
            yield work
        self.publisher.publish(work.changes)

    @contextmanager
    def read(self) -> Iterator[SqlWork]:
        """A look at the committed state; never blocks a writer."""
        with self.database() as session:
            session.connection(execution_options={"reads_only": True})
            yield SqlWork(session, self.plans)

    def write_answer(self, write: AnswerWrite) -> Outcome:
        """Return once the answer is on the disk; answers that come together share the commit."""
        return self.answer_commits.submit(write)

    def _write_batch(self, writes: Sequence[AnswerWrite]) -> list[Outcome]:
        ordered = sorted(range(len(writes)), key=lambda place: (writes[place].run_id, writes[place].participant_id))
        with self.database() as session, session.begin():
            # one order for all processes, so that two batches never wait for each other in a circle
            outcomes = write_answers(session, [writes[place] for place in ordered])
        by_place = dict(zip(ordered, outcomes, strict=True))
        return [by_place[place] for place in range(len(writes))]
