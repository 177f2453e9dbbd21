"""Which papers, which paragraphs? A person's request becomes an engine's query, and its matches a page of results."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from indexer.model.document import Document, Passage
from indexer.model.query import Everything, Facet, Hit, Leaf, Matches, Query, Sort
from indexer.model.search import (
    DocumentResult,
    FacetCounts,
    FacetValue,
    PassageResult,
    SearchRequest,
    SearchResults,
)
from indexer.search.language import Reading, read_query
from indexer.search.snippets import found, snippet
from indexer.text.words import Words

PAGE_SIZE = 10  # documents; what people expect of a results page
PASSAGES = 3  # of each document: enough to choose by, few enough to see the next paper
_CONSIDERED = 8  # best passages that the engine is asked for, to choose those from

_BY_TIME = frozenset({Facet.YEAR, Facet.MUNICIPAL_YEAR})


class Outline(Protocol):
    """What is shown of a document found."""

    @property
    def document(self) -> Document:
        """The document without its sections."""

    def passage(self, anchor: str) -> tuple[Passage, Words] | None:
        """The passage with the words of its text."""


def search(
    request: SearchRequest,
    ask: Callable[[Query], Matches],
    outline: Callable[[str], Outline],
    label: Callable[[Facet, str], str],
    names: Callable[[Facet, str], tuple[str, ...]],
) -> SearchResults:
    """The results of ``request``. A page beyond the last one becomes the last one, and a notice says so."""
    started = time.perf_counter()
    reading = read_query(request.query)
    query = plan(request, reading)
    matches = ask(query)
    pages = max(1, -(-matches.total // PAGE_SIZE))
    page = min(max(1, request.page), pages)
    notices = reading.notices
    if page != request.page:
        matches = ask(replace(query, offset=(page - 1) * PAGE_SIZE))
        notices += (f"There is no page {request.page}: this is the last one.",)
    return SearchResults(
        request=request,
        interpreted=reading.interpreted,
        notices=notices,
        total=matches.total,
        page=page,
        pages=pages,
        documents=tuple(_result(hit, outline(hit.document), reading.leaves) for hit in matches.hits),
        facets=tuple(_facet(facet, matches.counts[facet], request.selected(facet), label, names) for facet in Facet),
        took_ms=(time.perf_counter() - started) * 1000,
    )


def counted(request: SearchRequest, ask: Callable[[Query], Matches]) -> int:
    """How many papers ``request`` finds."""
    return ask(replace(plan(request, read_query(request.query)), offset=0, limit=0)).total


def plan(request: SearchRequest, reading: Reading) -> Query:
    """What the engine is asked. Without a word to rank by, the newest papers come first."""
    browsing = isinstance(reading.tree, Everything) or not reading.leaves
    return Query(
        tree=reading.tree,
        filters=tuple(chosen for chosen in request.filters if chosen.values),
        date_from=request.date_from,
        date_to=request.date_to,
        sort=request.sort or (Sort.NEWEST if browsing else Sort.RELEVANCE),
        offset=(max(1, request.page) - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        passages=_CONSIDERED,
    )


def _result(hit: Hit, outline: Outline, leaves: Sequence[Leaf]) -> DocumentResult:
    """The paper with the passages that say most of the words themselves, not by their heading or title alone.

    The front sheet stands behind the text. Where only title and headings match, the best passage stands for the paper.
    """
    kept = ((outline.passage(best.anchor), best.score) for best in hit.passages)
    considered = [(found(one[1], leaves), one[0], score) for one, score in kept if one]
    saying = [candidate for candidate in considered if candidate[0]]
    saying.sort(key=lambda item: (not item[1].heading, -len({place.leaf for place in item[0]})))
    return DocumentResult(
        document=outline.document,
        score=hit.score,
        passages=tuple(
            PassageResult(passage=passage, snippet=snippet(passage.text, places), score=score)
            for places, passage, score in (saying or considered[:1])[:PASSAGES]
        ),
    )


def _facet(
    facet: Facet,
    counts: Mapping[str, int],
    selected: Sequence[str],
    label: Callable[[Facet, str], str],
    names: Callable[[Facet, str], tuple[str, ...]],
) -> FacetCounts:
    """Newest year first; other values most papers first. A chosen value is shown even when it finds nothing."""
    values = [
        FacetValue(
            value=value,
            label=label(facet, value),
            count=counts.get(value, 0),
            selected=value in selected,
            names=names(facet, value),
        )
        for value in dict.fromkeys((*counts, *selected))
    ]
    if facet in _BY_TIME:
        values.sort(key=lambda value: value.value, reverse=True)
    else:
        values.sort(key=lambda value: (-value.count, value.label))
    return FacetCounts(facet=facet, values=tuple(values))
