"""The first start: one organisation and its first counsellor, made once by whoever can read the server's data folder."""

import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.config import Settings
from workshop.db import Sessions
from workshop.errors import Refused

from .addresses import one_way
from .tables import Counsellor, Organisation

ALREADY_DONE = "L’installation est déjà faite. Connectez-vous."


@dataclass(frozen=True)
class FirstHouse:
    """What the first form says; the password is already hashed."""

    organisation: str
    counsellor: str
    email: str
    password_hash: str
    wifi_name: str = ""
    wifi_password: str = ""


def is_set_up(session: Session) -> bool:
    return session.scalar(select(Organisation.id).limit(1)) is not None


def setup_token(settings: Settings, database: Sessions) -> str | None:
    """Return the token that opens /installation, the same at each start until it is used; None once an organisation exists."""
    path = _token_path(settings)
    with database() as session:
        if is_set_up(session):
            path.unlink(missing_ok=True)
            return None
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(24))
    return path.read_text(encoding="ascii").strip()


def opens_setup(settings: Settings, database: Sessions, token: str) -> bool:
    expected = setup_token(settings, database)
    return expected is not None and hmac.compare_digest(expected.encode(), token.encode())


def set_up(session: Session, settings: Settings, first: FirstHouse, now: datetime) -> Counsellor:
    """Make the organisation and its first counsellor, and use the token up; raises Refused where somebody was faster."""
    if is_set_up(session):
        raise Refused(ALREADY_DONE)
    organisation = Organisation(name=first.organisation, wifi_name=first.wifi_name, wifi_password=first.wifi_password, created_at=now)
    session.add(organisation)
    session.flush()
    counsellor = Counsellor(
        organisation_id=organisation.id,
        name=first.counsellor,
        email=one_way(first.email),
        password_hash=first.password_hash,
        created_at=now,
        last_seen_at=now,
    )
    session.add(counsellor)
    session.flush()
    _use_up(_token_path(settings))
    return counsellor


def _token_path(settings: Settings) -> Path:
    return settings.data_dir / "setup.token"


def _write_once(path: Path, token: str) -> None:
    """Write beside and link: two servers that start together end with one whole token."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(token)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _use_up(path: Path) -> None:
    # Last before the commit: only one of two simultaneous requests can remove the file, on any database.
    # Where the commit then fails, the next start makes a new token.
    try:
        path.unlink()
    except FileNotFoundError as error:
        raise Refused(ALREADY_DONE) from error
