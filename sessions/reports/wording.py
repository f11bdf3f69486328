"""Numbers, dates and durations as French writes them. U+202F is the narrow no-break space, U+00A0 the ordinary one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def long_day(day: date) -> str:
    """Return "jeudi 1er octobre 2026"."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{DAYS[day.weekday()]} {number} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return "01/10/2026"."""
    return f"{day:%d/%m/%Y}"


def hour(moment: datetime) -> str:
    """Return the time of day in Paris: "9 h 05"."""
    local = moment.astimezone(PARIS)
    return f"{local.hour}\u202fh\u202f{local.minute:02}"


def duration(seconds: float) -> str:
    """Return "1 h 35", "2 h" or "35 min", to the nearest minute."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes}\u202fmin"
    return f"{hours}\u202fh\u202f{minutes:02}" if minutes else f"{hours}\u202fh"


def number(value: float) -> str:
    """Return at most one decimal: "4,2", "5"."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def percent(share: float) -> str:
    return f"{round(share * 100)}\u202f%"


def many(count: int, noun: str, plural: str = "") -> str:
    """Return "1 réponse", "3 réponses"; zero is singular in French."""
    return f"{count}\u00a0{noun if count < 2 else plural or noun + 's'}"


def listed(items: list[str] | tuple[str, ...]) -> str:
    """Return "a, b et c"."""
    *head, last = items or ("",)
    return f"{', '.join(head)} et {last}" if head else last
