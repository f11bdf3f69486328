"""A question made up in the room that cannot be asked: the counsellor is told why, and nothing changes."""

import pytest

from sessions.domain.messages import told
from sessions.domain.refusals import Refusal


@pytest.mark.parametrize(("options", "why"), [
    (["oui"], "Écrivez au moins deux réponses différentes, ou aucune."),
    (["oui", "Oui "], "Écrivez au moins deux réponses différentes, ou aucune."),
    (["oui", "x" * 200], "120 caractères"),
])
def test_a_question_that_no_type_suits_is_refused_with_what_to_do(room, options, why):
    room.command("next")
    version, steps = room.live.version, len(room.live.plan.steps)

    with pytest.raises(Refusal) as refused:
        room.command("improvise", prompt="On fait une pause ?", options=options)

    assert refused.value.key == "bad_command"
    assert why in told(refused.value)
    assert (room.live.version, len(room.live.plan.steps)) == (version, steps)
