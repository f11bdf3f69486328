"""What every answer tells the browser: load nothing from elsewhere, run no script that is not ours, show us in nobody's frame."""

from collections.abc import Sequence

from flask import Flask, Response

SELF = "'self'"
POLICY = "; ".join(
    (
        "default-src 'self'",
        # the phone's style stands in its page, so that it costs no request
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def protect(app: Flask, scripts: Sequence[str] = ()) -> None:
    """Add the headers to every answer of the application; `scripts` are the hashes of those that stand in a page, as the policy writes them."""
    policy = f"{POLICY}; {' '.join(['script-src', SELF, *scripts])}"

    @app.after_request
    def _add(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
