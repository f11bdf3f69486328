"""Amounts of money. They are counted in cents, so that three months add up to the cent."""


def cents(amount: float) -> int:
    return round(amount * 100)


def euros(amount: float) -> str:
    """Return « 1 234,50 € », « −35 € »: cents where there are some, a true minus sign, spaces that do not break."""
    counted = cents(amount)
    whole, rest = divmod(abs(counted), 100)
    grouped = f"{whole:,}".replace(",", "\u202f")
    sign = "−" if counted < 0 else ""
    return f"{sign}{grouped}{f',{rest:02d}' if rest else ''}\u00a0€"
