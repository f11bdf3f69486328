"""What is sent is too large by far: told in words, to the phone's script as to a plain form."""

from typing import Any

from flask import jsonify, render_template, request

from sessions.domain.messages import told
from sessions.domain.refusals import Refusal


def too_big(_error: Exception) -> Any:
    refusal = Refusal("too_big")
    if request.is_json:
        return jsonify(ok=False, error=told(refusal), reason=refusal.key), 413
    return render_template("phone/enter.html", error=told(refusal), code=""), 413
