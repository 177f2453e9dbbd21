"""What does this paper say, paragraph by paragraph, and what do we know about it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request, send_file

from indexer.model.as_json import document_json, facts
from indexer.model.citation import citations
from indexer.model.document import Document
from indexer.model.person import RoleKind
from indexer.model.query import Facet, Filter
from indexer.model.search import SearchRequest
from webapp import context, params, passages, words

pages = Blueprint("documents", __name__)

_NAMES = {
    "type": "Type of paper",
    "committee": "Committee",
    "date": "Date",
    "year": "Year",
    "item": "Agenda item",
    "portfolio": "Portfolio",
    "portfolio_holder": "Portfolio holder",
    "chair": "Chair",
    "related_portfolios": "Related portfolios",
    "wards": "Wards",
}
_ROLES = {"portfolio_holder": RoleKind.PORTFOLIO_HOLDER, "chair": RoleKind.CHAIR}
# What an original may be sent as, whatever the index says of it. Only a PDF is shown; the rest is downloaded.
_PDF = "application/pdf"
_SENDABLE = frozenset(
    {
        _PDF,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
        "application/msword",
        "application/rtf",
        "text/html",
        "text/markdown",
        "text/plain",
    }
)
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of what is known about a paper."""

    name: str
    value: str
    basis: str
    person: str | None = None  # the id of the person who is the value
    filter: tuple[str, str] | None = None  # what else the value is called in the filters, and the search for that


@pages.get("/documents/<document_id>")
def show(document_id: str) -> str:
    catalogue = context.catalogue()
    document = catalogue.document(document_id)
    people = {(one.role.kind, one.role.name): one.person for one in catalogue.people_in(document_id)}
    asked = params.read(request.args).request
    query = catalogue.words(asked, context.day())
    marks = catalogue.marked(document_id, query, literal=asked.literal) if query else {}
    return render_template(
        "document.html",
        document=document,
        rows=list(known(document, people)),
        authors={name: person for (kind, name), person in people.items() if kind is RoleKind.AUTHOR},
        topics=[(match.topic, catalogue.label(Facet.TOPIC, match.topic)) for match in document.topics],
        query=query,
        back=(params.address("/search", asked), "All papers" if asked == SearchRequest() else "Back to results"),
        marks=marks,
        marked_passages=[passage for passage in document.passages() if passage.anchor in marks],
        citations=citations(document),
        paragraph_html=passages.paragraph,
        row_html=passages.cells,
        has_row_heads=passages.has_row_heads,
        versions=catalogue.versions(document_id),
        promises=catalogue.register.in_document(document_id, context.this_day()),
        notice=catalogue.notice(),
    )


@pages.get("/documents/<document_id>.json")
def as_json(document_id: str) -> Response:
    catalogue = context.catalogue()
    return jsonify(document_json(catalogue.document(document_id), catalogue.versions(document_id)))


@pages.get("/documents/<document_id>/original")
def original(document_id: str) -> Response:
    """The file as it came. A PDF opens in the browser, shut off from the site; anything else is downloaded."""
    found = context.catalogue().original(document_id)
    media_type = found.media_type if found.media_type in _SENDABLE else _UNKNOWN
    response = send_file(
        found.path,
        mimetype=media_type,
        as_attachment=media_type != _PDF,
        download_name=params.clean(found.name) or document_id,
        conditional=True,
        max_age=0,
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    return response


def known(document: Document, people: Mapping[tuple[RoleKind, str], str]) -> Iterator[Row]:
    """What is known about the paper besides its title, in the order in which people ask; each with its basis."""
    for name, fact in facts(document):
        if name in _NAMES and not (name == "year" and document.date):
            person = people.get((_ROLES[name], fact.value)) if name in _ROLES else None
            yield Row(
                name=_NAMES[name],
                value=_shown(fact.value),
                basis=words.basis(fact),
                person=person,
                filter=counted_as(document, name, fact.value),
            )
    if document.date is None:
        yield Row(name="Date", value="Not stated, and could not be inferred", basis="")


def counted_as(document: Document, name: str, printed: str) -> tuple[str, str] | None:
    """The name under which the filters count the committee or portfolio, where the paper prints another name."""
    counted = {
        "committee": (Facet.COMMITTEE, document.committee_id),
        "portfolio": (Facet.PORTFOLIO, document.portfolio_id),
    }
    facet, value = counted.get(name, (None, None))
    if not facet or not value:
        return None
    label = context.catalogue().label(facet, value)
    search = SearchRequest(filters=(Filter(facet=facet, values=(value,)),))
    return None if _plain(label) == _plain(printed) else (label, params.address("/search", search))


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _shown(value: Any) -> str:
    return words.day(value) if isinstance(value, date) else words.capital(str(value))
