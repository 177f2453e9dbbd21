"""Which papers hold these words? The page of results, and the same as JSON, CSV and Atom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from indexer.errors import RequestError
from indexer.model.as_json import search_json
from indexer.model.query import Sort
from indexer.model.search import SearchRequest, SearchResults
from webapp import context, exports, params, words

pages = Blueprint("search", __name__)

# A table longer than this is not read but computed with, and for that there is the JSON.
MOST_EXPORTED = 500
COLUMNS = (
    *("document", "title", "type", "committee", "date", "year", "municipal_year", "portfolio", "portfolio_holder"),
    *("number", "heading", "text", "page", "url"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A chosen filter value and the address of the same search without it."""

    name: str
    label: str
    href: str


@pages.get("/search")
def show() -> Response:
    parsed = params.read(request.args)
    messages = [(mistake.parameter, mistake.message) for mistake in parsed.mistakes]
    try:
        results = context.catalogue().search(parsed.request)
    except RequestError as error:
        messages.append(("q", str(error)))
        results = context.catalogue().search(SearchRequest())  # for the filters beside the message
    page = render_template(
        "search.html",
        parsed=parsed,
        asked=parsed.request,
        messages=messages,
        results=results,
        facets={counts.facet: counts.values for counts in results.facets},
        tags=list(_tags(results)),
        sorts=_sorts(parsed.request),
        pagination=pagination("/search", replace(results.request, page=results.page), results.pages),
        notice=context.catalogue().notice(),
        most_exported=MOST_EXPORTED,
    )
    return _unlisted(make_response(page, 400 if messages else 200))


@pages.get("/search.json")
def as_json() -> Response:
    return _unlisted(jsonify(search_json(context.catalogue().search(usable()))))


@pages.get("/search.csv")
def as_csv() -> Response:
    """Every result, not only a page of them, as far as ``MOST_EXPORTED`` papers."""
    return _unlisted(exports.table("search", COLUMNS, rows(usable())))


@pages.get("/search.atom")
def as_atom() -> Response:
    """The newest papers that the search finds."""
    asked = replace(usable(), sort=Sort.NEWEST, page=1)
    results = context.catalogue().search(asked)
    title = f"Papers for “{asked.query}”" if asked.query else "Newest papers"
    path = params.address("/search", asked)
    return _unlisted(exports.feed(title, path, (result.document for result in results.documents)))


def usable() -> SearchRequest:
    """What this request asks for; raises ``RequestError`` when a part of it cannot be used."""
    parsed = params.read(request.args)
    if parsed.mistakes:
        raise RequestError(" ".join(mistake.message for mistake in parsed.mistakes))
    return parsed.request


def rows(asked: SearchRequest) -> Iterator[dict[str, exports.Cell]]:
    """A row for each best paragraph of each paper found; a paper found without one has a row of its own."""
    page, papers = 1, 0
    while papers < MOST_EXPORTED:
        found = search_json(context.catalogue().search(replace(asked, page=page)))
        for document in found["documents"]:
            paper = {**document, "document": document["id"]}
            yield from ({**paper, **paragraph} for paragraph in document["paragraphs"] or [{}])
        papers += len(found["documents"])
        page += 1
        if page > found["pages"]:
            return


def pagination(path: str, asked: SearchRequest, pages_there: int) -> dict[str, Any]:
    """What the pagination component needs: the ends, the pages around this one, and gaps between."""

    def href(page: int) -> str:
        return params.address(path, replace(asked, page=page))

    here = asked.page
    near = sorted({1, here - 1, here, here + 1, pages_there} & set(range(1, pages_there + 1)))
    items: list[dict[str, Any]] = []
    for before, page in zip([0, *near], near, strict=False):
        items += [{"ellipsis": True}] if page - before > 1 else []
        items.append({"number": page, "href": href(page), "current": page == here})
    return {
        "landmarkLabel": "Pages of results",
        "previous": {"href": href(here - 1)} if here > 1 else None,
        "next": {"href": href(here + 1)} if here < pages_there else None,
        "items": items,
    }


def _tags(results: SearchResults) -> Iterator[Tag]:
    asked = results.request
    for counts in results.facets:
        for value in counts.values:
            if value.selected:
                href = params.address("/search", params.without(asked, counts.facet, value.value))
                yield Tag(name=words.FACET_NAMES[counts.facet], label=value.label, href=href)
    if asked.date_from:
        href = params.address("/search", replace(asked, date_from=None, page=1))
        yield Tag(name="From", label=words.day(asked.date_from), href=href)
    if asked.date_to:
        href = params.address("/search", replace(asked, date_to=None, page=1))
        yield Tag(name="To", label=words.day(asked.date_to), href=href)


def _sorts(asked: SearchRequest) -> list[tuple[str, str | None]]:
    """The orders there are, each with its address, or none for the one that is in use."""
    now = asked.sort or (Sort.RELEVANCE if asked.query else Sort.NEWEST)
    names = {Sort.RELEVANCE: "Most relevant", Sort.NEWEST: "Newest", Sort.OLDEST: "Oldest"}
    return [
        (names[sort], None if sort is now else params.address("/search", replace(asked, sort=sort, page=1)))
        for sort in Sort
        if asked.query or sort is not Sort.RELEVANCE
    ]


def _unlisted(response: Response) -> Response:
    """Keeps searches, of which there is no end, out of the search engines of the web."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response
