"""Hours that count for the Contrat d'engagement jeune."""

FLAT_HOURS = {"atelier": 4, "information collective": 3}
"""Flat, whatever the real duration: the counting of the State's own CEJ application (pass-emploi-api 9.23.0, November 2025)."""


def cej_hours(kind: str) -> int:
    """Return the flat hours for one person present; raises KeyError for an unknown kind."""
    return FLAT_HOURS[kind]
