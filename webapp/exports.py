"""How do lists leave the site? As tables for a spreadsheet and as feeds for a reader of news."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time

from flask import Response, make_response, render_template

from indexer.model.document import Document
from webapp import context

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")  # what a spreadsheet takes for the beginning of a formula
Cell = str | int | float | None


def table(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Response:
    """A CSV download (RFC 4180, UTF-8 with the mark by which Excel knows it); no cell of text is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    response = make_response("\ufeff" + text.getvalue())
    response.content_type = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def feed(title: str, path: str, documents: Iterable[Document]) -> Response:
    """An Atom feed (RFC 4287) of papers; ``path`` is the page that lists the same."""
    built = context.catalogue().coverage().built
    entries = [
        {"document": document, "id": _urn(f"/documents/{document.id}"), "updated": _moment(document, built)}
        for document in documents
    ]
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


def _cell(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _urn(path: str) -> str:
    """An id that stays the same wherever the site is, as a feed's entries need."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"matters-arising:{path}").urn


def _moment(document: Document, built: datetime) -> str:
    if document.date is None:
        return _rfc3339(built)
    return _rfc3339(datetime.combine(document.date.value, time(), UTC))


def _rfc3339(moment: datetime) -> str:
    """``isoformat`` with the year in four digits and a zone, as Atom wants it."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.isoformat(timespec="seconds")
