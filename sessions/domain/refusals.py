"""Why the domain says no. The French sentences are in messages.py."""


class Refusal(Exception):
    """A command or an answer that cannot be taken now; `key` finds its sentence."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


class Stale(Refusal):
    """The command was meant for another version: somebody else changed the session meanwhile."""

    def __init__(self, expected: int, current: int) -> None:
        super().__init__("stale", expected=expected, current=current)


class NotNow(Refusal):
    """The command is not allowed in this state."""


class TooLate(Refusal):
    """The answer came after the step was closed."""
