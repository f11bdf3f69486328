"""Answers as they are read: one's own, a run's, and counts by query from what is committed."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from sessions.domain.live_session import LiveSession
from sessions.domain.results import PartAnswers
from sessions.domain.texts import hider
from sessions.services.ports import AnswerWrite, Own

from .answer_writing import RUNS, Outcome, write_answers, write_in_one_order
from .tables import AnswerRow, ArrangementRow, HandCountRow, ParticipantRow, TextDecisionRow
from .upsert import upsert

ANSWER = AnswerRow.__table__.c
OWN = select(ANSWER.part, ANSWER.payload).where(ANSWER.run_id == bindparam("run_id"), ANSWER.participant_id == bindparam("participant_id"))
ANSWERED_BY = (
    select(ANSWER.participant_id, ANSWER.part)
    .join(ParticipantRow.__table__, ParticipantRow.__table__.c.id == ANSWER.participant_id)
    .where(ANSWER.run_id == bindparam("run_id"), ParticipantRow.__table__.c.removed_at.is_(None))
)
IS_ANSWERED = select(ANSWER.part).where(ANSWER.run_id == bindparam("run_id")).limit(1)
"""Made once: putting a statement together costs more than carrying it out."""


class SqlAnswers:
    def __init__(self, session: Session) -> None:
        self.session = session

    def own(self, run_id: str, participant_id: int) -> dict[int, Own]:
        """Return one person's answers to a run, by part."""
        return {part: Own(True, payload) for part, payload in self.session.execute(OWN, {"run_id": run_id, "participant_id": participant_id})}

    def hold(self, run_id: str) -> None:
        """Hold the run against closing until this transaction ends, as the writing of an answer does."""
        self.session.execute(RUNS, {"ids": [run_id]})

    def is_answered(self, run_id: str) -> bool:
        """Return whether anybody at all has answered a run, or did before being removed."""
        return self.session.scalar(IS_ANSWERED, {"run_id": run_id}) is not None

    def answered_by(self, run_id: str) -> dict[int, set[int]]:
        """Return the parts that each participant has answered or passed; only those still in the room."""
        done: dict[int, set[int]] = defaultdict(set)
        for participant_id, part in self.session.execute(ANSWERED_BY, {"run_id": run_id}):
            done[participant_id].add(part)
        return dict(done)

    def sent_to(self, run_id: str, parts: Collection[int]) -> list[tuple[int, int, dict[str, Any]]]:
        """Return (participant, part, payload) of every answer to these parts that is not a pass."""
        wanted = select(AnswerRow.participant_id, AnswerRow.part, AnswerRow.payload).where(AnswerRow.run_id == run_id, AnswerRow.part.in_(parts))
        return [tuple(row) for row in self.session.execute(wanted) if row.payload is not None]

    def gathered(self, live: LiveSession, run_id: str) -> tuple[PartAnswers, ...]:
        """Return all that a run received, part by part, parsed; removed participants' answers are left out."""
        step = live.plan.step(live.run(run_id).step_id)
        answers: dict[int, dict[int, Any]] = defaultdict(dict)
        wanted = (
            select(AnswerRow.part, AnswerRow.participant_id, AnswerRow.payload)
            .join(ParticipantRow, ParticipantRow.id == AnswerRow.participant_id)
            .where(AnswerRow.run_id == run_id, ParticipantRow.removed_at.is_(None))
        )
        for part, participant_id, payload in self.session.execute(wanted):
            exercise = step.parts[part].exercise
            answers[part][participant_id] = None if payload is None else exercise.Answer.model_validate(payload)
        hands: dict[int, dict[str, int]] = defaultdict(dict)
        for row in self.session.scalars(select(HandCountRow).where(HandCountRow.run_id == run_id)):
            hands[row.part][row.key] = row.count
        decisions: dict[int, dict[str, bool]] = defaultdict(dict)
        for (part, key), is_shown in self.decisions(run_id).items():
            decisions[part][key] = is_shown
        arrangements = {row.part: row.content for row in self.session.scalars(select(ArrangementRow).where(ArrangementRow.run_id == run_id))}
        return tuple(
            PartAnswers(answers[place], hands[place], hider(decisions[place], part.approval), arrangements.get(place))
            for place, part in enumerate(step.parts)
        )

    def hands_total(self, run_id: str) -> int:
        return self.session.scalar(select(func.coalesce(func.sum(HandCountRow.count), 0)).where(HandCountRow.run_id == run_id)) or 0

    def count_hands(self, run_id: str, part: int, key: str, count: int) -> None:
        """Set (not add) the number of hands for one key; nought takes the line away."""
        if count == 0:
            condition = (HandCountRow.run_id == run_id, HandCountRow.part == part, HandCountRow.key == key)
            self.session.execute(delete(HandCountRow).where(*condition))
            return
        upsert(self.session, HandCountRow, {"run_id": run_id, "part": part, "key": key}, {"count": count})

    def decide_text(self, run_id: str, part: int, text_key: str, is_shown: bool) -> None:
        upsert(self.session, TextDecisionRow, {"run_id": run_id, "part": part, "text_key": text_key}, {"is_shown": is_shown})

    def decisions(self, run_id: str) -> dict[tuple[int, str], bool]:
        wanted = select(TextDecisionRow.part, TextDecisionRow.text_key, TextDecisionRow.is_shown).where(TextDecisionRow.run_id == run_id)
        return {(part, key): is_shown for part, key, is_shown in self.session.execute(wanted)}

    def arrange(self, run_id: str, part: int, content: dict[str, Any]) -> None:
        upsert(self.session, ArrangementRow, {"run_id": run_id, "part": part}, {"content": content})

    def write(self, write: AnswerWrite) -> Outcome:
        """Store one answer within the current transaction (the counsellor answering for somebody)."""
        return write_answers(self.session.connection(), [write])[0]

    def write_all(self, writes: Sequence[AnswerWrite]) -> list[Outcome]:
        """Store answers that came together within the current transaction; returns an outcome for each."""
        return write_in_one_order(self.session.connection(), writes)
