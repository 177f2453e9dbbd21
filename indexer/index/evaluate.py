"""Which documents does a query match, in which order, and how are they counted? The plain way, for any postings.

A passage's score is the sum of its scores for the query's words and phrases; a document's is that of its best passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from indexer.model.query import (
    And,
    Everything,
    Facet,
    Hit,
    Leaf,
    Matches,
    Node,
    Not,
    Or,
    PassageHit,
    Phrase,
    Prefix,
    Query,
    Sort,
    Term,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document as the postings know it."""

    id: str
    date: date | None
    facets: Mapping[Facet, tuple[str, ...]]


class Postings(Protocol):
    """Passages and documents are ordinals, counted from 0; passages of a document ascend in reading order."""

    @property
    def documents(self) -> Sequence[Entry]: ...

    def owner(self, passage: int) -> int:
        """The document of a passage."""

    def anchor(self, passage: int) -> str: ...

    def scores(self, leaf: Leaf) -> Mapping[int, float]:
        """Every passage that holds the leaf (in its title, heading or text) with a score above 0."""


def evaluate(query: Query, postings: Postings) -> Matches:
    """The matches of ``query``: the hits of the page asked for, with the total and the counts over all pages."""
    scores = {leaf: postings.scores(leaf) for leaf in leaves(query.tree)}
    holders = {leaf: {postings.owner(passage) for passage in own} for leaf, own in scores.items()}
    matched = _matched(query.tree, holders, frozenset(range(len(postings.documents))))
    found, counts = _filtered(query, matched, postings.documents)
    passages = _passage_scores(query.tree, scores, postings, found)
    ordered = _ordered(query.sort, found, passages, postings.documents)
    hits = tuple(
        _hit(document, passages.get(document, {}), query.passages, postings)
        for document in ordered[query.offset : query.offset + query.limit]
    )
    return Matches(total=len(ordered), hits=hits, counts=counts)


def leaves(node: Node) -> Iterator[Leaf]:
    """Every word, phrase and prefix of the tree."""
    match node:
        case Term() | Phrase() | Prefix():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Everything():
            return


def wanted(node: Node) -> Iterator[Leaf]:
    """The leaves that add to a score: those under no ``Not``."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)
        case Term() | Phrase() | Prefix():
            yield node
        case Not() | Everything():
            return


def _matched(node: Node, holders: Mapping[Leaf, set[int]], everything: frozenset[int]) -> frozenset[int]:
    match node:
        case Term() | Phrase() | Prefix():
            return frozenset(holders[node])
        case And(parts):
            return everything.intersection(*(_matched(part, holders, everything) for part in parts))
        case Or(parts):
            return frozenset[int]().union(*(_matched(part, holders, everything) for part in parts))
        case Not(part):
            return everything - _matched(part, holders, everything)
        case Everything():
            return everything


def _filtered(
    query: Query, matched: frozenset[int], documents: Sequence[Entry]
) -> tuple[list[int], dict[Facet, dict[str, int]]]:
    """The documents that pass every filter, and the counts of each facet as if its own filter were not set.

    One pass: a document that fails no filter counts everywhere; one that fails a single filter counts for that facet.
    """
    filters = [(chosen.facet, frozenset(chosen.values)) for chosen in query.filters]
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    found = []
    for document in sorted(matched):
        entry = documents[document]
        if not _in_range(entry.date, query.date_from, query.date_to):
            continue
        failed = {facet for facet, values in filters if values.isdisjoint(entry.facets.get(facet, ()))}
        if not failed:
            found.append(document)
        for facet in (failed or Facet) if len(failed) < 2 else ():
            counts[facet].update(entry.facets.get(facet, ()))
    return found, {facet: dict(counter) for facet, counter in counts.items()}


def _in_range(day: date | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _passage_scores(
    tree: Node, leaf_scores: Mapping[Leaf, Mapping[int, float]], postings: Postings, found: Sequence[int]
) -> dict[int, dict[int, float]]:
    """For each found document, its matching passages with the sum of their leaves' scores."""
    scores: dict[int, dict[int, float]] = {document: {} for document in found}
    for leaf in dict.fromkeys(wanted(tree)):
        for passage, score in leaf_scores[leaf].items():
            own = scores.get(postings.owner(passage))
            if own is not None:
                own[passage] = own.get(passage, 0.0) + score
    return scores


def _ordered(
    sort: Sort, found: Sequence[int], passages: Mapping[int, Mapping[int, float]], documents: Sequence[Entry]
) -> list[int]:
    """By score, ties newest first; or by date, undated papers last. What still ties is in order of id."""

    def best(document: int) -> float:
        return max(passages[document].values(), default=0.0)

    def newest(document: int) -> int:
        day = documents[document].date
        return -day.toordinal() if day else 0

    def oldest(document: int) -> int:
        day = documents[document].date
        return day.toordinal() if day else date.max.toordinal()

    by_id = sorted(found, key=lambda document: documents[document].id)
    match sort:
        case Sort.RELEVANCE:
            return sorted(by_id, key=lambda document: (-best(document), newest(document)))
        case Sort.NEWEST:
            return sorted(by_id, key=newest)
        case Sort.OLDEST:
            return sorted(by_id, key=oldest)


def _hit(document: int, passages: Mapping[int, float], most: int, postings: Postings) -> Hit:
    best = sorted(passages.items(), key=lambda item: (-item[1], item[0]))
    return Hit(
        document=postings.documents[document].id,
        score=best[0][1] if best else 0.0,
        passages=tuple(PassageHit(anchor=postings.anchor(passage), score=score) for passage, score in best[:most]),
    )
