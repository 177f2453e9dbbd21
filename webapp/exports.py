"""How do lists leave the site? As tables for a spreadsheet and as feeds for a reader of news."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from flask import Response, make_response, render_template

from indexer.model import spreadsheet
from indexer.model.as_json import document_url
from indexer.model.document import Document
from webapp import context, words

Cell = spreadsheet.Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed."""

    title: str
    path: str  # its address without the site's, which also tells it from others
    summary: str
    day: date | None  # without one it is as new as the index


def table(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Response:
    """A CSV download that opens well in Excel; no cell of text is a formula."""
    response = make_response(spreadsheet.table(columns, rows))
    response.content_type = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def feed(title: str, path: str, documents: Iterable[Document]) -> Response:
    """An Atom feed of papers; ``path`` is the page that lists the same."""
    return feed_of(title, path, map(_item, documents))


def feed_of(title: str, path: str, items: Iterable[Item]) -> Response:
    """An Atom feed (RFC 4287); ``path`` is the page that lists the same."""
    built = context.catalogue().coverage().built
    entries = [{"item": item, "id": _urn(item.path), "updated": _moment(item.day, built)} for item in items]
    text = render_template(
        "feed.xml",
        title=title,
        path=path,
        id=_urn(path),
        updated=_rfc3339(built),
        entries=entries,
        base=context.base_url(),
    )
    response = make_response(text)
    response.content_type = "application/atom+xml; charset=utf-8"
    return response


def _item(document: Document) -> Item:
    date_or_year = words.day(document.date.value) if document.date else document.year and str(document.year.value)
    facts = (
        document.kind.value.value,
        document.committee and document.committee.value,
        date_or_year,
        document.portfolio and document.portfolio.value,
    )
    return Item(
        title=document.title.value,
        path=document_url(document.id),
        summary=words.capital(", ".join(fact for fact in facts if fact)),
        day=document.date.value if document.date else None,
    )


def _urn(path: str) -> str:
    """An id that stays the same wherever the site is, as a feed's entries need."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"matters-arising:{path}").urn


def _moment(day: date | None, built: datetime) -> str:
    return _rfc3339(datetime.combine(day, time(), UTC) if day else built)


def _rfc3339(moment: datetime) -> str:
    """``isoformat`` with the year in four digits and a zone, as Atom wants it."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.isoformat(timespec="seconds")
