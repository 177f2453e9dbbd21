"""What did people decide about commitments? The latest first, with what is about words that have gone."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, make_response, render_template

from indexer.model.commitment_json import commitment_url
from indexer.model.register import Entry, Ruling
from indexer.model.register_json import RULING_COLUMNS, decided_json
from webapp import commitment_words, context, exports
from webapp.pages.search import unlisted

pages = Blueprint("decisions", __name__)

NEWEST = 25  # entries of a feed


@pages.get("/commitments/decisions")
def show() -> Response:
    catalogue = context.catalogue()
    page = render_template(
        "decisions.html",
        decided=[(ruling, entry, commitment_words.decided(ruling)) for ruling, entry in _decided()],
        problems=catalogue.register.problems(),
        notice=catalogue.notice(),
    )
    return unlisted(make_response(page))


@pages.get("/commitments/decisions.json")
def as_json() -> Response:
    return unlisted(jsonify(decided_json(_decided())))


@pages.get("/commitments/decisions.csv")
def as_csv() -> Response:
    return unlisted(exports.table("decisions", RULING_COLUMNS, decided_json(_decided())["decisions"]))


@pages.get("/commitments/decisions.atom")
def as_atom() -> Response:
    newest = (_item(ruling, entry) for ruling, entry in _decided()[:NEWEST])
    return unlisted(exports.feed_of("What people decided about commitments", "/commitments/decisions", newest))


def _decided() -> tuple[tuple[Ruling, Entry | None], ...]:
    return context.catalogue().register.decided(context.this_day())


def _item(ruling: Ruling, entry: Entry | None) -> exports.Item:
    """A decision; its line in the file tells it from others about the same commitment."""
    told = commitment_words.decided(ruling)
    path = commitment_url(entry.commitment.id) if entry else "/commitments/decisions"
    return exports.Item(
        title=f"{told.what}: {entry.reference if entry else 'not in the papers now'}",
        path=f"{path}#decision-{ruling.line}",
        summary=" – ".join(filter(None, (f"“{ruling.quote}”", told.note, told.place, f"decided by {ruling.who}"))),
        day=told.day,
    )
