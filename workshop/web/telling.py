"""Errors of the office, told on a page of the office."""

from typing import Any

from flask import Blueprint, render_template

from workshop.errors import ToldError


def tells_errors(blueprint: Blueprint) -> Blueprint:
    """Return the blueprint, whose told errors become a page with the sentence and a way back."""
    blueprint.register_error_handler(ToldError, _page)
    return blueprint


def _page(error: ToldError) -> Any:
    return render_template("office/told.html", sentence=str(error)), error.status
