"""Which documents bear a filter value, and how many of those found bear each?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from indexer.index.engines.whoosh.columns import Array
from indexer.index.engines.whoosh.snapshot import Snapshot
from indexer.model.query import Facet


class FilterValues:
    """The filter values of all segments: for each value, in order of facet and value, the documents that bear it."""

    def __init__(self, snapshot: Snapshot) -> None:
        pairs = sorted({pair for segment in snapshot.segments for pair in segment.columns.values})
        self._codes = {pair: code for code, pair in enumerate(pairs)}
        self._documents, self._starts = self._merged(snapshot)
        self._names: dict[Facet, list[str]] = {facet: [] for facet in Facet}
        self._ranges = dict.fromkeys(Facet, (0, 0))  # of each facet's codes
        for code, (facet, name) in enumerate(pairs):
            self._names[Facet(facet)].append(name)
            self._ranges[Facet(facet)] = (code + 1 - len(self._names[Facet(facet)]), code + 1)
        self._size = snapshot.documents

    def _merged(self, snapshot: Snapshot) -> tuple[Array, Array]:
        """The documents of all values, intp (pairs,); and where each value's start, intp (values + 1,)."""
        documents, codes = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
        for segment in snapshot.segments:
            own = np.array([self._codes[pair] for pair in segment.columns.values], np.intp)
            codes.append(np.repeat(own, np.diff(segment.columns.value_starts)))
            documents.append(segment.columns.value_documents.astype(np.intp) + segment.documents)
        every = np.concatenate(codes)
        starts = np.concatenate((np.zeros(1, np.intp), np.cumsum(np.bincount(every, minlength=len(self._codes)))))
        return np.concatenate(documents)[np.argsort(every, kind="stable")], starts

    def bearing(self, facet: Facet, names: Iterable[str]) -> Array:
        """The documents that bear one of these values: bool (documents,)."""
        found = np.zeros(self._size, bool)
        for name in names:
            code = self._codes.get((facet.value, name))
            if code is not None:
                found[self._documents[self._starts[code] : self._starts[code + 1]]] = True
        return found

    def counts(self, found: Array, facets: Iterable[Facet] = tuple(Facet)) -> Mapping[Facet, Mapping[str, int]]:
        """How many of the documents ``found``, bool (documents,), bear each value of ``facets``; no value without."""
        return {facet: self._counts(found, facet) for facet in facets}

    def _counts(self, found: Array, facet: Facet) -> dict[str, int]:
        low, high = self._ranges[facet]
        if low == high:
            return {}
        starts = self._starts[low : high + 1]
        bearers = found[self._documents[starts[0] : starts[-1]]].view(np.uint8)
        counts = np.add.reduceat(bearers, starts[:-1] - starts[0], dtype=np.intp).tolist()
        return {name: count for name, count in zip(self._names[facet], counts, strict=True) if count}
