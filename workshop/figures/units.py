"""The unit that follows a number."""

SHOWN_DECIMALS = 2
"""1,999 is shown as 2, and so has the unit of 2."""


def unit_of(value: float, unit: str, unit_one: str) -> str:
    """Return the unit as French says it with that number: the singular from −2 to 2, both left out ("0 jour", "1,5 jour", "2 jours").

    Without a singular the unit serves for every number: taking an "s" away would spoil "mois" and "fois", and only the first word of "offres d’emploi" has one.
    """
    return unit_one if unit_one and abs(round(value, SHOWN_DECIMALS)) < 2 else unit
