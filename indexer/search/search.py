"""Which papers, which paragraphs? A person's request becomes an engine's query, and its matches a page of results."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from indexer.model.document import Document, Passage
from indexer.model.query import Everything, Facet, Hit, Leaf, Matches, Query, Sort
from indexer.model.search import (
    DocumentResult,
    FacetCounts,
    FacetValue,
    PassageResult,
    SearchResults,
)
from indexer.model.versions import Version
from indexer.search.expand import Names, expansions, questions
from indexer.search.language import Reading, read_query
from indexer.search.reasons import reasons
from indexer.search.recency import recency
from indexer.search.sentences.understood import Understood
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

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchor of every passage, in reading order."""

    def passage(self, anchor: str) -> tuple[Passage, Words] | None:
        """The passage with the words of its text."""


class Papers(Protocol):
    """One state of the index, as a search sees it."""

    def ask(self, query: Query) -> Matches: ...

    def outline(self, document: str) -> Outline: ...

    def versions(self, document: str) -> tuple[Version, ...]: ...

    def label(self, facet: Facet, value: str) -> str:
        """What people call a filter value."""

    def names(self, facet: Facet, value: str) -> tuple[str, ...]:
        """What papers call it otherwise."""


def search(meant: Understood, papers: Papers, names: Names, today: date | None) -> SearchResults:
    """The results of what is ``meant`` and of its other ``names``, on the day ``today``. A page beyond the last one
    becomes the last one, and a notice says so.
    """
    started = time.perf_counter()
    known = None if meant.asked.literal else names
    reading = read_query(meant.run.query, known)
    query = plan(meant, reading, today)
    matches = papers.ask(query)
    pages = max(1, -(-matches.total // PAGE_SIZE))
    page = min(max(1, meant.asked.page), pages)
    notices = reading.notices
    if page != meant.asked.page:
        matches = papers.ask(replace(query, offset=(page - 1) * PAGE_SIZE))
        notices += (f"There is no page {meant.asked.page}: this is the last one.",)
    return SearchResults(
        request=meant.asked,
        interpreted=reading.interpreted,
        notices=notices,
        total=matches.total,
        page=page,
        pages=pages,
        documents=tuple(
            _result(hit, papers.outline(hit.document), reading.leaves, papers.versions(hit.document))
            for hit in matches.hits
        ),
        facets=tuple(_facet(facet, matches.counts[facet], meant.run.selected(facet), papers) for facet in Facet),
        took_ms=(time.perf_counter() - started) * 1000,
        words=meant.run.query,
        read=meant.read,
        recent=meant.recent,
        spelt_out=meant.spelt_out,
        expansions=expansions(reading.syntax),
        questions=questions(meant.asked.query, reading.syntax, known) if known else (),
    )


def counted(meant: Understood, papers: Papers, names: Names, today: date | None) -> int:
    """How many papers are found."""
    reading = read_query(meant.run.query, None if meant.asked.literal else names)
    return papers.ask(replace(plan(meant, reading, today), offset=0, limit=0)).total


def plan(meant: Understood, reading: Reading, today: date | None) -> Query:
    """What the engine is asked. Without a word to rank by, the newest papers come first."""
    request = meant.run
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
        recency=recency(today, asked_for=meant.recent),
        works=True,
        explain=request.explain,
    )


def _result(hit: Hit, outline: Outline, leaves: Sequence[Leaf], versions: tuple[Version, ...]) -> DocumentResult:
    """The paper with the passages that say most of the words themselves, not by their heading or title alone.

    The front sheet stands behind the text. Where only title and headings match, the best passage stands for the paper.
    """
    kept = ((outline.passage(best.anchor), best) for best in hit.passages)
    considered = [(found(one[1], leaves), one[0], best) for one, best in kept if one]
    saying = [candidate for candidate in considered if candidate[0]]
    saying.sort(key=lambda item: (not item[1].heading, -len({place.leaf for place in item[0]})))
    return DocumentResult(
        document=outline.document,
        score=hit.score,
        passages=tuple(
            PassageResult(
                passage=passage,
                snippet=snippet(passage.text, places),
                score=best.score,
                reasons=reasons(best.parts, passage, outline.document),
            )
            for places, passage, best in (saying or considered[:1])[:PASSAGES]
        ),
        rest=hit.rest,
        preferred=hit.score / (hit.passages[0].score + hit.rest) if hit.score else 1.0,
        versions=versions,
    )


def _facet(
    facet: Facet,
    counts: Mapping[str, int],
    selected: Sequence[str],
    papers: Papers,
) -> FacetCounts:
    """Newest year first; other values most papers first. A chosen value is shown even when it finds nothing."""
    values = [
        FacetValue(
            value=value,
            label=papers.label(facet, value),
            count=counts.get(value, 0),
            selected=value in selected,
            names=papers.names(facet, value),
        )
        for value in dict.fromkeys((*counts, *selected))
    ]
    if facet in _BY_TIME:
        values.sort(key=lambda value: value.value, reverse=True)
    else:
        values.sort(key=lambda value: (-value.count, value.label))
    return FacetCounts(facet=facet, values=tuple(values))
