"""Errors of the office, told on a page of the office."""

from typing import Any

from flask import Blueprint, render_template

from workshop.errors import ToldError

TOO_HEAVY = "Ce que vous envoyez est trop lourd. Revenez en arrière et choisissez une image plus légère."


class TooHeavy(ToldError):
    status = 413


def tells_errors(blueprint: Blueprint) -> Blueprint:
    """Return the blueprint, whose told errors become a page with the sentence and a way back."""
    blueprint.register_error_handler(ToldError, _page)
    blueprint.register_error_handler(413, lambda _error: _page(TooHeavy(TOO_HEAVY)))
    return blueprint


def _page(error: ToldError) -> Any:
    return render_template("office/told.html", sentence=str(error)), error.status
