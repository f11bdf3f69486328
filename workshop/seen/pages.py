"""Counts the requests by family of pages and class of answer: both are few, and neither holds an address."""

from flask import Flask, Response, request

from .metrics import PAGES


def count_pages(app: Flask) -> None:
    """Count every answer of the application from now on; the family is the blueprint's name."""

    @app.after_request
    def _count(response: Response) -> Response:
        family = request.blueprint or ("static" if request.endpoint == "static" else "unknown")
        PAGES.labels(family, f"{response.status_code // 100}xx").inc()
        return response
