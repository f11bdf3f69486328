"""Passwords, hashed with argon2id. Slow on purpose: the web calls both functions through `house().outside`."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 10
MAX_LENGTH = 200
"""A longer text would only make the server work."""

HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    return HASHER.hash(password)


def password_fits(password_hash: str | None, password: str) -> bool:
    """Return whether it is the password; `None` (nobody has that address) takes as long and is never right."""
    try:
        HASHER.verify(password_hash or _nobodys_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _nobodys_hash() -> str:
    return HASHER.hash("personne n’a ce mot de passe")
