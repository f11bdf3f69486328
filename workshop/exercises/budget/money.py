"""Amounts: counted in cents, told in euros as French writes them."""

from workshop.typography import NARROW

MINUS = "−"


def cents(amount: float) -> int:
    """Return an author's amount of euros in cents."""
    return round(amount * 100)


def euros(amount_cents: int) -> str:
    """Return an amount as it is read: "35 €", "−12,50 €", "1 867,02 €"."""
    return f"{number(amount_cents)}{NARROW}€"


def number(amount_cents: int) -> str:
    """Return an amount without its unit: "35", "−12,50"."""
    whole, rest = divmod(abs(amount_cents), 100)
    told = f"{whole:,}".replace(",", NARROW) + (f",{rest:02d}" if rest else "")
    return f"{MINUS if amount_cents < 0 else ''}{told}"


def signed(amount_cents: int) -> str:
    """Return what comes in or goes out, always with its sign: "+35 €", "−80 €"; nothing is "0 €"."""
    return f"+{euros(amount_cents)}" if amount_cents > 0 else euros(amount_cents)
