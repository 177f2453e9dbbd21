"""Which documents does a query match, in which order, and how are they counted? The plain way, for any postings.

A passage's score is the sum of its scores for the query's words and phrases. A document's is that of its best passage
and a share of what its other passages have, their title left out, times what it is preferred for being new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from indexer.index.ranking import FORMS, REST
from indexer.model.query import (
    And,
    Everything,
    Facet,
    FoundPassage,
    Hit,
    Leaf,
    Matches,
    Node,
    Not,
    Or,
    Part,
    PassageHit,
    PassageQuery,
    Query,
    Recency,
    Sort,
    leaves,
    wanted,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document as the postings know it."""

    id: str
    date: date | None
    facets: Mapping[Facet, tuple[str, ...]]
    work: str | None = None


class Postings(Protocol):
    """Passages and documents are ordinals, counted from 0; passages of a document ascend in reading order."""

    @property
    def documents(self) -> Sequence[Entry]: ...

    def owner(self, passage: int) -> int:
        """The document of a passage."""

    def anchor(self, passage: int) -> str: ...

    def scores(self, leaf: Leaf) -> Mapping[str, Mapping[int, float]]:
        """For each field searched (``ranking.searched``) every passage that holds the leaf, with a score above 0."""


def evaluate(query: Query, postings: Postings) -> Matches:
    """The matches of ``query``: the hits of the page asked for, with the total and the counts over all pages."""
    scores = {leaf: postings.scores(leaf) for leaf in leaves(query.tree)}
    holders = {
        leaf: {postings.owner(passage) for field in fields.values() for passage in field}
        for leaf, fields in scores.items()
    }
    matched = _matched(query.tree, holders, frozenset(range(len(postings.documents))))
    found, counts = _filtered(query, matched, postings.documents)
    passages = _passage_parts(query.tree, scores, postings, found)
    scores_of = {
        document: (_best(own) + _rest(own)) * preference(query.recency, postings.documents[document].date)
        for document, own in passages.items()
    }
    ordered = _ordered(query.sort, found, scores_of, postings.documents)
    if query.works:
        firsts: dict[str, int] = {}
        for document in ordered:
            firsts.setdefault(_work(postings.documents, document), document)
        ordered = list(firsts.values())
    hits = tuple(
        _hit(document, scores_of[document], passages[document], query, postings)
        for document in ordered[query.offset : query.offset + query.limit]
    )
    return Matches(total=len(ordered), hits=hits, counts=counts)


def best_passages(query: PassageQuery, postings: Postings) -> tuple[FoundPassage, ...]:
    """The passages that ``query`` asks for, the best first."""
    asked = Query(
        tree=Everything(), filters=query.filters, date_from=query.date_from, date_to=query.date_to, sort=Sort.NEWEST
    )
    found, _ = _filtered(asked, frozenset(range(len(postings.documents))), postings.documents)
    parts = _passage_parts(Or(query.leaves), {leaf: postings.scores(leaf) for leaf in query.leaves}, postings, found)
    own = [
        (-_sum(some), passage)
        for passages in parts.values()
        for passage, some in passages.items()
        if any(part.field != "title" for part in some)
    ]
    return tuple(
        FoundPassage(
            document=postings.documents[postings.owner(passage)].id, anchor=postings.anchor(passage), score=-score
        )
        for score, passage in sorted(own)[: query.limit]
    )


def preference(recency: Recency | None, day: date | None) -> float:
    """What the score of a document of that day is multiplied by."""
    if recency is None or day is None:
        return 1.0
    age = max(0, (recency.today - day).days)
    return float(1.0 + recency.weight * 0.5 ** (age / recency.half_life))


def _matched(node: Node, holders: Mapping[Leaf, set[int]], everything: frozenset[int]) -> frozenset[int]:
    match node:
        case And(parts):
            return everything.intersection(*(_matched(part, holders, everything) for part in parts))
        case Or(parts):
            return frozenset[int]().union(*(_matched(part, holders, everything) for part in parts))
        case Not(part):
            return everything - _matched(part, holders, everything)
        case Everything():
            return everything
        case leaf:
            return frozenset(holders[leaf])


def _filtered(
    query: Query, matched: frozenset[int], documents: Sequence[Entry]
) -> tuple[list[int], dict[Facet, dict[str, int]]]:
    """The documents that pass every filter, and the counts of each facet as if its own filter were not set.

    One pass: a document that fails no filter counts everywhere; one that fails a single filter counts for that facet.
    """
    filters = [(chosen.facet, frozenset(chosen.values)) for chosen in query.filters]
    bearers: dict[Facet, dict[str, set[str]]] = {facet: defaultdict(set) for facet in Facet}
    found = []
    for document in sorted(matched):
        entry = documents[document]
        if not _in_range(entry.date, query.date_from, query.date_to):
            continue
        failed = {facet for facet, values in filters if values.isdisjoint(entry.facets.get(facet, ()))}
        if not failed:
            found.append(document)
        for facet in (failed or Facet) if len(failed) < 2 else ():
            for value in entry.facets.get(facet, ()):
                bearers[facet][value].add(_work(documents, document) if query.works else entry.id)
    return found, {facet: {value: len(ids) for value, ids in own.items()} for facet, own in bearers.items()}


def _work(documents: Sequence[Entry], document: int) -> str:
    """What counts as one with the document."""
    entry = documents[document]
    return f"work {entry.work}" if entry.work else f"document {entry.id}"


def _in_range(day: date | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _passage_parts(
    tree: Node, scores: Mapping[Leaf, Mapping[str, Mapping[int, float]]], postings: Postings, found: Sequence[int]
) -> dict[int, dict[int, list[Part]]]:
    """For each found document, its matching passages with what each leaf adds to their scores."""
    parts: dict[int, dict[int, list[Part]]] = {document: {} for document in found}
    for leaf in dict.fromkeys(wanted(tree)):
        for field, own in scores[leaf].items():
            for passage, score in own.items():
                document = parts.get(postings.owner(passage))
                if document is not None:
                    part = Part(leaf=leaf, field=field.removesuffix(FORMS), score=score)
                    document.setdefault(passage, []).append(part)
    return parts


def _sum(parts: Iterable[Part]) -> float:
    return sum(part.score for part in parts)


def _best(passages: Mapping[int, Sequence[Part]]) -> float:
    return max((_sum(parts) for parts in passages.values()), default=0.0)


def _rest(passages: Mapping[int, Sequence[Part]]) -> float:
    """What the passages beside the best one add."""
    own = [_sum(part for part in parts if part.field != "title") for parts in passages.values()]
    return REST * (sum(own) - max(own, default=0.0))


def _ordered(sort: Sort, found: Sequence[int], best: Mapping[int, float], documents: Sequence[Entry]) -> list[int]:
    """By score, ties newest first; or by date, undated papers last. What still ties is in order of id."""

    def newest(document: int) -> int:
        day = documents[document].date
        return -day.toordinal() if day else 0

    def oldest(document: int) -> int:
        day = documents[document].date
        return day.toordinal() if day else date.max.toordinal()

    by_id = sorted(found, key=lambda document: documents[document].id)
    match sort:
        case Sort.RELEVANCE:
            return sorted(by_id, key=lambda document: (-best[document], newest(document)))
        case Sort.NEWEST:
            return sorted(by_id, key=newest)
        case Sort.OLDEST:
            return sorted(by_id, key=oldest)


def _hit(document: int, score: float, passages: Mapping[int, list[Part]], query: Query, postings: Postings) -> Hit:
    best = sorted(passages.items(), key=lambda item: (-_sum(item[1]), item[0]))
    return Hit(
        document=postings.documents[document].id,
        score=score,
        rest=_rest(passages),
        passages=tuple(
            PassageHit(anchor=postings.anchor(passage), score=_sum(parts), parts=tuple(parts) if query.explain else ())
            for passage, parts in best[: query.passages]
        ),
    )
