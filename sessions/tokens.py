"""Who somebody is, as a signed text: a phone's participant, a screen, a desk. Nothing is stored; the database still decides who is in the room."""

from dataclasses import dataclass
from typing import Literal

from itsdangerous import BadSignature, URLSafeTimedSerializer

Role = Literal["phone", "screen", "desk"]
VALID_S = 60 * 60 * 24 * 40
"""Forty days: a session can be reopened, and its report read, for the weeks that a group lasts."""


@dataclass(frozen=True)
class Identity:
    role: Role
    live_id: int
    participant_id: int | None = None


class Tokens:
    def __init__(self, secret_key: str) -> None:
        self._signer = URLSafeTimedSerializer(secret_key, salt="tremplin.room")

    def make(self, identity: Identity) -> str:
        return self._signer.dumps([identity.role, identity.live_id, identity.participant_id])

    def read(self, token: object, role: Role) -> Identity | None:
        """Return whose token it is, or None where it is forged, too old, or for another role."""
        if not isinstance(token, str) or len(token) > 500:
            return None
        try:
            found = Identity(*self._signer.loads(token, max_age=VALID_S))
        except (BadSignature, TypeError):
            return None
        return found if found.role == role else None
