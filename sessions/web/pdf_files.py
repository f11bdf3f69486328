"""A PDF with somebody's name on it, on its way to one browser: kept by none."""

import re
from typing import Literal

from flask import Response

from sessions.domain.people import alias_key


def pdf_file(content: bytes, label: str, shown: Literal["attachment", "inline"]) -> Response:
    """Return the answer; the file is called after `label`, and nobody's name is in its name."""
    response = Response(content, mimetype="application/pdf")
    name = "-".join(filter(None, (alias_key(word) for word in re.split(r"\W+", label)))) or "carnet"
    response.headers["Content-Disposition"] = f'{shown}; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response
