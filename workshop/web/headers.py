"""What every answer tells the browser: load nothing from elsewhere, run no script that is not a file of ours, show us in nobody's frame."""

from flask import Flask, Response

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


def protect(app: Flask) -> None:
    """Add the headers to every answer of the application."""

    @app.after_request
    def _add(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
