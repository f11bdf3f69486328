"""Guesses of personal codes are limited: ten a minute from one address in one session."""

from sessions.services.limits import Limits

guesses = Limits(allowed=10, per_s=60)
