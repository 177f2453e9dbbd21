"""Which papers hold these words? The page of results, and the same as JSON, CSV and Atom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from indexer.errors import RequestError
from indexer.model.as_json import search_json
from indexer.model.query import Facet, Sort
from indexer.model.search import DocumentResult, FacetValue, SearchRequest, SearchResults
from webapp import context, exports, params, words
from webapp.tags import newest, tags, told

pages = Blueprint("search", __name__)

# A table longer than this is not read but computed with, and for that there is the JSON.
MOST_EXPORTED = 500
# Years are looked for in a row; of other values the first have most papers, and the rest is one click away.
BY_TIME = (Facet.YEAR, Facet.MUNICIPAL_YEAR)
FIRST_VALUES = 10
COLUMNS = (
    *("document", "title", "type", "committee", "date", "year", "municipal_year", "portfolio", "portfolio_holder"),
    *("number", "heading", "text", "page", "url"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of results, what the form sends for it, and whether it is in use."""

    name: str
    value: str
    href: str
    chosen: bool


@pages.get("/search")
def show() -> Response:
    parsed = params.read(request.args)
    messages = [(mistake.parameter, mistake.message) for mistake in parsed.mistakes]
    catalogue, today = context.catalogue(), context.day()
    asked, unknown = _known(parsed.request)
    messages += unknown
    results = catalogue.search(asked, today)
    chosen = list(tags(results))
    wants_answer = asked.page == 1 and not messages and catalogue.is_question(asked)
    page = render_template(
        "search.html",
        answer=catalogue.ask(asked) if wants_answer else None,
        parsed=parsed,
        asked=asked,
        messages=messages,
        by_time=BY_TIME,
        first_values=FIRST_VALUES,
        results=results,
        people=catalogue.people_named(asked.query) if asked.page == 1 else (),
        facets=_facets(results),
        tags=chosen,
        newest=newest(results),
        filters=told(chosen),
        read={(read.part, read.value) for read in results.read},
        as_typed=replace(asked, literal=True, page=1) if results.words != results.ran.query else None,
        unfiltered=SearchRequest(query=results.spelt_out.query, literal=asked.literal),
        with_query=lambda query: params.address("/search", replace(asked, query=query, page=1)),
        typed_only=replace(results.spelt_out, query=results.words, literal=True, page=1),
        orders=list(_orders(asked, results.words)),
        pagination=pagination(
            lambda page: params.address("/search", replace(results.request, page=page)), results.page, results.pages
        ),
        notice=catalogue.notice(),
        most_exported=MOST_EXPORTED,
    )
    return unlisted(make_response(page, 400 if messages else 200))


@pages.get("/search.json")
def as_json() -> Response:
    return unlisted(jsonify(search_json(context.catalogue().search(usable(), context.day()))))


@pages.get("/search.csv")
def as_csv() -> Response:
    """Every result, not only a page of them, as far as ``MOST_EXPORTED`` papers."""
    return unlisted(exports.table("search", COLUMNS, rows(usable())))


@pages.get("/search.atom")
def as_atom() -> Response:
    """The newest papers that the search finds."""
    asked = replace(usable(), sort=Sort.NEWEST, page=1)
    results = context.catalogue().search(asked, context.day())
    title = f"Papers for “{asked.query}”" if asked.query else "Newest papers"
    path = params.address("/search", asked)
    return unlisted(exports.feed(title, path, (result.document for result in _as_asked(results))))


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
        results = context.catalogue().search(replace(asked, page=page), context.day())
        if not _as_asked(results):
            return
        found = search_json(results)
        for document in found["documents"]:
            paper = {**document, "document": document["id"]}
            yield from ({**paper, **paragraph} for paragraph in document["paragraphs"] or [{}])
        papers += len(found["documents"])
        page += 1
        if page > found["pages"]:
            return


def _as_asked(results: SearchResults) -> Sequence[DocumentResult]:
    """The papers found by the very words: where a table or a feed has them, it could not say that it took others."""
    return results.documents if results.ran == results.request else ()


def pagination(href: Callable[[int], str], here: int, pages_there: int) -> dict[str, Any]:
    """What the pagination component needs: the ends, the pages around this one, and gaps between."""
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


def _known(asked: SearchRequest) -> tuple[SearchRequest, list[tuple[str, str]]]:
    """``asked`` without the filter values that name nothing there is, and what is wrong with each of these."""
    messages = []
    for facet, value in context.catalogue().unknown(asked):
        asked = params.without(asked, facet, value)
        messages.append((facet.value, words.no_such(facet, value)))
    return asked, messages


def _facets(results: SearchResults) -> Mapping[Facet, tuple[FacetValue, ...]]:
    """The values of each filter. Where nothing was found there is still something to choose: every value, with 0."""
    found = {counts.facet: counts.values for counts in results.facets}
    if results.total:
        return found
    for counts in context.catalogue().search(SearchRequest()).facets:
        all_values = {value.value: replace(value, count=0) for value in counts.values}
        found[counts.facet] = tuple((all_values | {value.value: value for value in found[counts.facet]}).values())
    return found


def _orders(asked: SearchRequest, words: str) -> Iterator[Order]:
    """The orders there are. The usual one is sent as nothing, so that it can change with the words asked for."""
    usual = Sort.RELEVANCE if words else Sort.NEWEST
    names = {Sort.RELEVANCE: "Most relevant", Sort.NEWEST: "Newest", Sort.OLDEST: "Oldest"}
    for sort in Sort:
        if words or sort is not Sort.RELEVANCE:
            kept = None if sort is usual and asked.sort is not sort else sort
            href = params.address("/search", replace(asked, sort=kept, page=1))
            yield Order(name=names[sort], value=kept or "", href=href, chosen=sort is (asked.sort or usual))


def unlisted(response: Response) -> Response:
    """Keeps searches, of which there is no end, out of the search engines of the web."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response
