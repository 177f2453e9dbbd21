"""Which documents does a query match, in which order, and how are they counted? The quick way, over arrays.

The plain way stands in ``indexer.index.evaluate``; both give the same answers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from indexer.index.engines.whoosh.columns import FIELDS, Array
from indexer.index.engines.whoosh.filters import FilterValues
from indexer.index.engines.whoosh.scoring import Field, Holding
from indexer.index.engines.whoosh.snapshot import Snapshot
from indexer.index.ranking import FORMS, REST, searched
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
    Sort,
    leaves,
    wanted,
)

# Only the holders that are shown are scored where at most one document in this many is: choosing them costs as much as
# scoring half of them (measured).
_CHOSEN = 2
# The best passage of each document is looked for among all passages of the index where at least one in this many
# holds a word of the query; among the holders where fewer do (measured: a holder costs three times as much).
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Scored:
    """Passages (or titles: documents) with the document and the score of each: intp, intp, float64 (n,)."""

    holders: Array
    owners: Array
    scores: Array


@dataclass(frozen=True, slots=True)
class _Held:
    """Where a leaf stands: in ``passages`` (with the documents of each, intp) and in the titles of documents."""

    passages: Sequence[Holding]
    owners: Sequence[Array]
    titles: Sequence[Holding]

    def documents(self, size: int) -> Array:
        """The documents that hold the leaf: bool (documents,)."""
        found = np.zeros(size, bool)
        for holders in (*self.owners, *(title.holders for title in self.titles)):
            found[holders] = True
        return found

    def scored(self, found: Array | None) -> Iterator[_Scored]:
        """The passages with their scores; only those of documents that are ``found``, bool (documents,), if given."""
        for holding, owners in zip(self.passages, self.owners, strict=True):
            places = slice(None) if found is None else np.flatnonzero(found[owners])
            yield _Scored(holding.holders[places], owners[places], holding.score(places))


class Evaluation:
    """Answers queries about one snapshot; safe to use from several threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._fields = {name: Field(name, snapshot) for name in FIELDS}
        self._values = FilterValues(snapshot)
        self._spare: deque[Array] = deque()  # float64 (passages,) of zeros, one for each thread that was ever busy

    def matches(self, query: Query) -> Matches:
        """The matches of ``query``: the hits of the page asked for, with the total and the counts over all pages."""
        held = {leaf: self._held(leaf) for leaf in dict.fromkeys(leaves(query.tree))}
        matched = self._matched(query.tree, held) & self._snapshot.alive
        found, counts = self._filtered(query, matched)
        own = tuple(dict.fromkeys(wanted(query.tree)))
        leaves_wanted = [held[leaf] for leaf in own]
        documents = np.flatnonzero(found)
        chosen = found if len(documents) * _CHOSEN < len(found) else None
        scored = [one for leaf in leaves_wanted for one in leaf.scored(chosen)]
        with self._summed(scored) as passages:
            titles = self._titles(leaves_wanted)
            total, page = self._page(query, documents, scored, passages, titles)
            preferred = self._preference(query, page).tolist()
            hits = tuple(
                self._hit(document, passages, titles, query, times)
                for document, times in zip(page.tolist(), preferred, strict=True)
            )
        if query.explain:
            hits = self._explained(hits, page, own)
        return Matches(total=total, hits=hits, counts=counts)

    def best_passages(self, query: PassageQuery) -> tuple[FoundPassage, ...]:
        """As ``Engine.passages``."""
        passing = self._passing(query)
        within = _all(self._snapshot.alive & self._in_range(query), passing.values())
        held = [self._held(leaf) for leaf in dict.fromkeys(query.leaves)]
        scored = [one for leaf in held for one in leaf.scored(None if within.all() else within)]
        with self._summed(scored) as sums:
            found = np.flatnonzero(sums)
            scores = sums[found] + self._titles(held)[self._snapshot.owners[found]]
        if len(found) > query.limit > 0:
            least = np.partition(scores, len(scores) - query.limit)[len(scores) - query.limit]
            found, scores = found[scores >= least], scores[scores >= least]
        order = np.lexsort((found, -scores))[: query.limit]
        return tuple(
            FoundPassage(
                document=self._snapshot.id(int(self._snapshot.owners[passage])),
                anchor=self._snapshot.anchor(passage),
                score=score,
            )
            for passage, score in zip(found[order].tolist(), scores[order].tolist(), strict=True)
        )

    def forms(self) -> Mapping[str, int]:
        """As ``Engine.forms``."""
        return self._fields[f"text{FORMS}"].words()

    def held(self, words: Sequence[str]) -> tuple[int, ...]:
        """As ``Engine.held``."""
        return tuple(map(self._fields["text"].held, words))

    def _held(self, leaf: Leaf) -> _Held:
        passages: list[Holding] = []
        titles: list[Holding] = []
        bare, weights = searched(leaf)
        for name, weight in weights.items():
            field = self._fields[name]
            (titles if field.of_documents else passages).extend(field.holding(bare, weight))
        return _Held(passages, [self._snapshot.owners[holding.holders] for holding in passages], titles)

    def _matched(self, node: Node, held: Mapping[Leaf, _Held]) -> Array:
        """The documents that match: bool (documents,)."""
        size = self._snapshot.documents
        match node:
            case And(parts):
                return _all(np.ones(size, bool), [self._matched(part, held) for part in parts])
            case Or(parts):
                return ~_all(np.ones(size, bool), [~self._matched(part, held) for part in parts])
            case Not(part):
                return ~self._matched(part, held)
            case Everything():
                return np.ones(size, bool)
            case leaf:
                return held[leaf].documents(size)

    def _filtered(self, query: Query, matched: Array) -> tuple[Array, dict[Facet, dict[str, int]]]:
        """The documents that pass every filter, and the counts of each facet as if its own filter were not set."""
        matched = matched & self._in_range(query)
        passing = self._passing(query)
        found = _all(matched, passing.values())
        counts = self._values.counts(found, [facet for facet in Facet if facet not in passing], works=query.works)
        for facet in passing:
            others = [mask for other, mask in passing.items() if other is not facet]
            counts |= self._values.counts(_all(matched, others), [facet], works=query.works)
        return found, {facet: counts[facet] for facet in Facet}

    def _passing(self, query: Query | PassageQuery) -> dict[Facet, Array]:
        """For each filter the documents that pass it: bool (documents,)."""
        passing: dict[Facet, Array] = {}
        for chosen in query.filters:
            bearing = self._values.bearing(chosen.facet, chosen.values)
            passing[chosen.facet] = passing.get(chosen.facet, True) & bearing
        return passing

    def _in_range(self, query: Query | PassageQuery) -> Array | bool:
        dates = self._snapshot.dates
        within: Array | bool = True
        if query.date_from or query.date_to:
            within = dates > 0
        if query.date_from:
            within = within & (dates >= query.date_from.toordinal())
        if query.date_to:
            within = within & (dates <= query.date_to.toordinal())
        return within

    @contextmanager
    def _summed(self, scored: Sequence[_Scored]) -> Iterator[Array]:
        """The scores of all passages, without those of their titles: float64 (passages,)."""
        try:
            sums = self._spare.pop()
        except IndexError:
            sums = np.zeros(self._snapshot.passages)
        for one in scored:
            np.add.at(sums, one.holders, one.scores)  # twice as quick as sums[holders] += scores
        yield sums
        for one in scored:
            sums[one.holders] = 0.0
        self._spare.append(sums)

    def _titles(self, held: Sequence[_Held]) -> Array:
        """The scores of all titles: float64 (documents,)."""
        sums = np.zeros(self._snapshot.documents)
        for title in (title for leaf in held for title in leaf.titles):
            np.add.at(sums, title.holders, title.score(slice(None)))
        return sums

    def _best_and_rest(self, scored: Sequence[_Scored], passages: Array) -> tuple[Array, Array]:
        """The score of each document's best passage, without its title, and what the others add: float64
        (documents,) each.
        """
        if sum(len(one.owners) for one in scored) * _FEW > len(passages):
            first = self._snapshot.first[:-1]
            best, total = np.maximum.reduceat(passages, first), np.add.reduceat(passages, first)
        else:
            best, total = np.zeros(self._snapshot.documents), np.zeros(self._snapshot.documents)
            for one in scored:
                np.maximum.at(best, one.owners, passages[one.holders])
                np.add.at(total, one.owners, one.scores)
        return best, REST * (total - best)

    def _page(
        self, query: Query, found: Array, scored: Sequence[_Scored], passages: Array, titles: Array
    ) -> tuple[int, Array]:
        """How many were found, and the documents of the page asked for, in order: by score, ties newest first; or by
        date.
        """
        end = query.offset + query.limit
        if query.sort is not Sort.RELEVANCE:
            ranks = (self._snapshot.newest if query.sort is Sort.NEWEST else self._snapshot.oldest)[found]
            kept = self._firsts(query, found, (ranks,))
            found, ranks = found[kept], ranks[kept]
            return len(found), found[np.argsort(ranks)[query.offset : end]]
        best, rest = self._best_and_rest(scored, passages)
        scores = (best + rest + titles)[found] * self._preference(query, found)
        kept = self._firsts(query, found, (self._snapshot.newest[found], -scores))
        found, scores = found[kept], scores[kept]
        total = len(found)
        if 0 < end < total:
            least = np.partition(scores, total - end)[total - end]
            found, scores = found[scores >= least], scores[scores >= least]
        order = np.lexsort((self._snapshot.newest[found], -scores))
        return total, found[order[query.offset : end]]

    def _firsts(self, query: Query, found: Array, keys: tuple[Array, ...]) -> Array | slice:
        """Where in ``found`` the first of each work stands, by ``keys`` as ``numpy.lexsort`` takes them: all places
        when works do not count.
        """
        works = self._values.works
        if not query.works or works is None:
            return slice(None)
        order = np.lexsort(keys)
        ordered = works[found[order]]
        first = np.empty(len(works), np.intp)
        first[ordered[::-1]] = np.arange(len(ordered))[::-1]  # of equal works, the last one written is the first
        return np.sort(order[first[ordered] == np.arange(len(ordered))])

    def _preference(self, query: Query, documents: Array) -> Array:
        """What the scores of ``documents`` are multiplied by: float64 (documents,)."""
        recency = query.recency
        if recency is None:
            return np.ones(len(documents))
        days = self._snapshot.dates[documents]
        ages = np.maximum(0, recency.today.toordinal() - days)
        return np.where(days == 0, 1.0, 1.0 + recency.weight * 0.5 ** (ages / recency.half_life))

    def _hit(self, document: int, passages: Array, titles: Array, query: Query, times: float) -> Hit:
        """A document of the page. Where its title holds a word of the query, all its passages match."""
        first, end = self._snapshot.first[document : document + 2].tolist()
        title = float(titles[document])
        scores = passages[first:end].tolist()
        matching = range(len(scores)) if title else [place for place, score in enumerate(scores) if score]
        best = sorted(matching, key=scores.__getitem__, reverse=True)[: max(1, query.passages)]  # of equals, the first
        rest = REST * (sum(scores) - scores[best[0]]) if best else 0.0
        return Hit(
            document=self._snapshot.id(document),
            score=(scores[best[0]] + rest + title) * times if best else 0.0,
            rest=rest,
            passages=tuple(
                PassageHit(anchor=self._snapshot.anchor(first + place), score=scores[place] + title)
                for place in best[: query.passages]
            ),
        )

    def _explained(self, hits: Sequence[Hit], page: Array, own: Sequence[Leaf]) -> tuple[Hit, ...]:
        """The hits, each passage with what every leaf adds to its score."""
        holdings = [
            (leaf, name, list(self._fields[name].holding(bare, weight)))
            for leaf in own
            for bare, weights in [searched(leaf)]
            for name, weight in weights.items()
        ]
        return tuple(
            replace(
                hit,
                passages=tuple(
                    replace(passage, parts=tuple(self._parts(document, passage.anchor, holdings)))
                    for passage in hit.passages
                ),
            )
            for hit, document in zip(hits, page.tolist(), strict=True)
        )

    def _parts(
        self, document: int, anchor: str, holdings: Sequence[tuple[Leaf, str, Sequence[Holding]]]
    ) -> Iterator[Part]:
        first, end = self._snapshot.first[document : document + 2].tolist()
        passage = next(place for place in range(first, end) if self._snapshot.anchor(place) == anchor)
        for leaf, name, own in holdings:
            holder = document if self._fields[name].of_documents else passage
            score = sum(float(holding.score(np.flatnonzero(holding.holders == holder)).sum()) for holding in own)
            if score:
                yield Part(leaf=leaf, field=name.removesuffix(FORMS), score=score)


def _all(first: Array, others: Iterable[Array]) -> Array:
    """Where ``first`` and all ``others`` are true."""
    for other in others:
        first = first & other
    return first
