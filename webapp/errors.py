"""What does a person see when something is wrong? One sentence, in the form they asked for; never a traceback."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from indexer.errors import NotFoundError, RegisterError, RequestError
from webapp import context

_SAID = {
    400: ("This request cannot be read", "Go back and try again, or start from the search page."),
    403: (
        "This was not accepted",
        "The form is too old, or you are not signed in. Sign in, open the page again and repeat what you did.",
    ),
    404: ("Page not found", "If you typed the address, check that it is right. The paper may have been taken out."),
    405: ("This page can only be read", "The site takes no data: use the links and the search form."),
    429: ("Too many attempts", "Wait a quarter of an hour, then try again."),
    503: ("This cannot be written down", "Tell whoever runs this site."),
    500: ("Sorry, there is a problem with this site", "Try again later. The fault has been written to the log."),
}


def handle(app: Flask) -> None:
    """Answer every failure of ``app`` with a page, JSON or plain text, as the address asks."""

    @app.errorhandler(NotFoundError)
    def not_found(error: NotFoundError) -> Response:
        return answer(404, str(error))

    @app.errorhandler(RequestError)
    def refused(error: RequestError) -> Response:
        return answer(400, str(error))

    @app.errorhandler(RegisterError)
    def not_written(error: RegisterError) -> Response:
        return answer(503, str(error))

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> Response:
        response = answer(error.code or 500)
        for name, value in error.get_headers():
            if name in {"Allow", "Location", "Content-Range", "Retry-After"}:
                response.headers[name] = value
        return response


def answer(status: int, message: str | None = None) -> Response:
    """The response for ``status``; ``message`` is a sentence of our own about this very request."""
    title, advice = _SAID.get(status, (HTTPStatus(status).phrase, "Start from the search page."))
    sentence = message or f"{title}. {advice}"
    if request.path.endswith(".json") or request.path == "/health":
        response = jsonify(error=sentence)
    elif request.path.endswith((".csv", ".atom", ".xml")):
        response = make_response(sentence + "\n")
        response.mimetype = "text/plain"
    else:
        notice = context.catalogue().notice() if status < 500 else None  # where the index itself fails there is none
        page = render_template("error.html", title=title, message=message or advice, notice=notice)
        response = make_response(page)
    response.status_code = status
    return response
