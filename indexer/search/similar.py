"""Which paragraphs of other papers say something similar, before and since?

Two passages are as similar as the cosine of their vectors (G. Salton, C. Buckley, "Term-weighting approaches in
automatic text retrieval", 1988): a word of their gists counts once, by its inverse document frequency, and so does a
topic. The engine proposes the passages that have some of the most telling words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indexer.model.document import Document, Passage
from indexer.model.paths import Similar
from indexer.model.query import Hit, Matches, Or, Query, Term
from indexer.model.search import DocumentResult, PassageResult
from indexer.search.search import Outline
from indexer.search.snippets import found, snippet
from indexer.search.telling import Gist, gist
from indexer.text.words import Words

SHOWN = 5  # papers before, and papers since: as many as one looks through
LEAST = 0.28  # chosen by reading pairs of the sample papers: docs/explanation/similar.md
SHARED = 3  # words that both must have: with fewer, two rare words that meet by accident are enough
TOPIC = 3.0  # what a topic in common is worth: as much as a word that one passage in eight holds (ln 8 + 1)
# How much the engine is asked. Of all in the sample that is similar enough it proposes 96 in 100; with 16 words 97.
_WORDS, _PAPERS, _PASSAGES = 12, 30, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What a passage is compared with: what an engine answers, and what else is known of the index."""

    ask: Callable[[Query], Matches]
    held: Callable[[Sequence[str]], Sequence[int]]
    outline: Callable[[str], Outline]
    passages: int  # how many there are
    names: Collection[str]  # stems of the names of people


@dataclass(frozen=True, slots=True)
class _Candidate:
    document: Document
    passage: Passage
    words: Words
    gist: Gist


def similar(document: Document, passage: Passage, apart: Collection[str], papers: Papers) -> Similar:
    """What resembles ``passage`` of ``document`` in other papers than those ``apart``, its versions."""
    own = gist(document, passage, papers.names)
    result = Similar(document=document, passage=passage, comparable=len(own.words) >= SHARED)
    if not result.comparable:
        return result
    query = _query(own, {document.id, *apart}, papers)
    day = document.date.value if document.date else None
    hits = _proposed(query, day, papers)
    alike = _alike(own, [hit for hit in hits if hit.document not in {document.id, *apart}], papers)
    dates = [(one.document.date.value if one.document.date else None, one) for one in alike]
    return replace(
        result,
        before=_shown(one for when, one in dates if when and day and when < day),
        since=_shown(one for when, one in dates if when and day and when >= day),
        unplaced=_shown(one for when, one in dates if not (when and day)),
    )


def _query(own: Gist, skipped: Collection[str], papers: Papers) -> Query:
    """What has any of the most telling words that stand elsewhere too."""
    words = sorted(own.words)
    rarest = sorted((count, word) for word, count in zip(words, papers.held(words), strict=True) if count > 1)
    return Query(
        tree=Or(tuple(Term(word) for _, word in rarest[:_WORDS])),
        limit=_PAPERS + len(skipped),
        passages=_PASSAGES,
        works=True,
    )


def _proposed(query: Query, day: date | None, papers: Papers) -> Iterator[Hit]:
    """The best hits of each side of ``day``, and what bears no date among the best of all."""
    everywhere = papers.ask(query).hits
    if day is None:
        yield from everywhere
        return
    yield from (hit for hit in everywhere if papers.outline(hit.document).document.date is None)
    yield from papers.ask(replace(query, date_from=day)).hits
    if day > date.min:
        yield from papers.ask(replace(query, date_to=day - timedelta(days=1))).hits


def _alike(own: Gist, hits: Iterable[Hit], papers: Papers) -> list[DocumentResult]:
    """The papers with the passage of each that resembles most, where it resembles enough."""
    proposed = [list(_candidates(hit, own, papers)) for hit in hits]
    words = sorted(own.words.union(*(one.gist.words for several in proposed for one in several)))
    counts = zip(words, papers.held(words), strict=True)
    worth = {word: math.log(papers.passages / (count + 1)) + 1 for word, count in counts}
    best = (
        max(((_cosine(own, one.gist, worth), one) for one in several), key=lambda scored: scored[0])
        for several in proposed
        if several
    )
    return [_result(score, one, own) for score, one in best if score >= LEAST]


def _candidates(hit: Hit, own: Gist, papers: Papers) -> Iterator[_Candidate]:
    """The passages proposed that have words enough in common to be looked at."""
    outline = papers.outline(hit.document)
    for proposed in hit.passages:
        passage, words = outline.passage(proposed.anchor) or (None, None)
        if passage and words and sum(f" {word} " in words.stems for word in own.words) >= SHARED:
            yield _Candidate(outline.document, passage, words, gist(outline.document, passage, papers.names))


def _cosine(one: Gist, other: Gist, worth: Mapping[str, float]) -> float:
    """How similar two gists are, 0 to 1; 0 where they share too few words."""
    shared = one.words & other.words
    if len(shared) < SHARED:
        return 0.0

    def product(words: Iterable[str], topics: Collection[str]) -> float:
        return sum(worth[word] ** 2 for word in sorted(words)) + TOPIC**2 * len(topics)

    both = product(shared, one.topics & other.topics)
    return min(1.0, both / math.sqrt(product(one.words, one.topics) * product(other.words, other.topics)))


def _result(score: float, one: _Candidate, own: Gist) -> DocumentResult:
    leaves = [Term(word) for word in sorted(own.words & one.gist.words)]
    cut = snippet(one.passage.text, found(one.words, leaves))
    passage = PassageResult(passage=one.passage, snippet=cut, score=score)
    return DocumentResult(document=one.document, score=score, passages=(passage,))


def _shown(alike: Iterable[DocumentResult]) -> tuple[DocumentResult, ...]:
    """The best of them, of equals the newest; the newest first and those without a date last."""
    newest = sorted(alike, key=_date, reverse=True)
    return tuple(sorted(sorted(newest, key=lambda one: -one.score)[:SHOWN], key=_date, reverse=True))


def _date(result: DocumentResult) -> date:
    return result.document.date.value if result.document.date else date.min
