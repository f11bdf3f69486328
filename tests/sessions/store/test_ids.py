"""Ids that stand in signed tokens are never given twice, not even after the last row is deleted."""

import pytest
from sqlalchemy import text

from tests.sessions.plans import small_workshop
from workshop.db import Base

SIGNED = ("organisation", "counsellor", "cohort", "learner", "live", "participant")


@pytest.mark.parametrize("table", SIGNED)
def test_a_table_whose_ids_are_signed_says_so(table):
    assert Base.metadata.tables[table].dialect_options["sqlite"]["autoincrement"] is True


def test_the_id_of_a_deleted_session_is_not_given_to_the_next(room, database):
    with database.begin() as session:
        session.execute(text("DELETE FROM live"))
    again = room.room.joining.find(room.room.starting.start(small_workshop()))

    assert again.id > room.live_id
