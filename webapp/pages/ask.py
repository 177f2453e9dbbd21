"""What do the papers answer? As JSON; on pages an answer stands above the results of the search."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from indexer.model.answer_json import answer_json
from webapp import context
from webapp.pages.search import unlisted, usable

pages = Blueprint("ask", __name__)


@pages.get("/ask.json")
def as_json() -> Response:
    return unlisted(jsonify(answer_json(context.catalogue().ask(usable()))))
