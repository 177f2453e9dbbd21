"""What may a browser do with what we send? The same strict answer on every response."""

from __future__ import annotations

import base64
import hashlib
import re

from flask import Flask, Response, request

TEMPLATE = "govuk_frontend_jinja/template.html"

# Everything is refused but what the pages use: own styles, scripts and images, and forms that come back here.
POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'none'"
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # the words of a search can be sensitive
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
OVER_TLS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def protect(app: Flask, *, tls: bool) -> None:
    """Put the headers on every response of ``app``; a view's own value stands. ``tls``: the site is at https."""
    fixed = FIXED | {"Content-Security-Policy": POLICY.format(scripts=" ".join(_inline_scripts(app)))}
    fixed |= OVER_TLS if tls else {}

    @app.after_request
    def add(response: Response) -> Response:
        for name, value in fixed.items():
            response.headers.setdefault(name, value)
        if response.status_code == 200 and not response.is_streamed:
            response.headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")
            response.add_etag()
            response.make_conditional(request)
        return response


def _inline_scripts(app: Flask) -> list[str]:
    """The hashes that allow the scripts which stand in the page template, as ``script-src`` wants them."""
    loader = app.jinja_env.loader
    assert loader is not None  # noqa: S101 - create_app sets it
    source, _, _ = loader.get_source(app.jinja_env, TEMPLATE)
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", source, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
