"""Errors that a user is told: each carries a French sentence that says what happened and what to do now."""


class ToldError(Exception):
    """`str(error)` is the sentence; `status` is the HTTP status of a page that shows it."""

    status = 400


class NotFound(ToldError):
    status = 404


class NotAllowed(ToldError):
    status = 403


class Refused(ToldError):
    """The request makes sense but cannot be done now."""

    status = 409
