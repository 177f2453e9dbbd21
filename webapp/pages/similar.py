"""Which other papers say something similar to this paragraph, before and since?"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, make_response, render_template

from indexer.model.as_json import similar_json
from webapp import context
from webapp.pages.search import unlisted

pages = Blueprint("similar", __name__)


@pages.get("/documents/<document_id>/similar/<anchor>")
def show(document_id: str, anchor: str) -> Response:
    catalogue = context.catalogue()
    similar = catalogue.similar(document_id, anchor)
    return unlisted(make_response(render_template("similar.html", similar=similar, notice=catalogue.notice())))


@pages.get("/documents/<document_id>/similar/<anchor>.json")
def as_json(document_id: str, anchor: str) -> Response:
    return unlisted(jsonify(similar_json(context.catalogue().similar(document_id, anchor))))
