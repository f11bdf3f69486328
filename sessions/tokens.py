"""Who somebody is, as a signed text: a phone's participant, a screen, a desk. Nothing is stored; the database still decides who is in the room."""

from dataclasses import dataclass
from typing import Literal

from itsdangerous import BadSignature, TimestampSigner

Role = Literal["phone", "screen", "desk"]
NOBODY = 0
VALID_S = 60 * 60 * 24 * 40
"""Forty days: a session can be reopened, and its report read, for the weeks that a group lasts."""


@dataclass(frozen=True)
class Identity:
    role: Role
    live_id: int
    participant_id: int | None = None


class Tokens:
    def __init__(self, secret_key: str) -> None:
        self._signer = TimestampSigner(secret_key, salt="tremplin.room", key_derivation="hmac")

    def make(self, identity: Identity) -> str:
        """Return the identity, when it was told and our signature: letters, figures, dots and dashes alone, so it can stand in an address."""
        return self._signer.sign(f"{identity.role}-{identity.live_id}-{identity.participant_id or NOBODY}").decode()

    def read(self, token: object, role: Role) -> Identity | None:
        """Return whose token it is, or None where it is forged, too old, or for another role."""
        if not isinstance(token, str) or len(token) > 500:
            return None
        try:
            found, live_id, participant_id = self._signer.unsign(token, max_age=VALID_S).decode().split("-")
        except BadSignature:
            return None
        return Identity(role, int(live_id), int(participant_id) or None) if found == role else None
