"""Which documents bear a filter value, and how many of those found bear each?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from indexer.index.engines.whoosh.columns import WORK, Array
from indexer.index.engines.whoosh.snapshot import Snapshot
from indexer.model.query import Facet


class FilterValues:
    """The filter values of all segments: for each value, in order of facet and value, the documents that bear it."""

    def __init__(self, snapshot: Snapshot) -> None:
        pairs = sorted({pair for segment in snapshot.segments for pair in segment.columns.values})
        self._codes = {pair: code for code, pair in enumerate(pairs)}
        self._documents, self._starts = self._merged(snapshot)
        self._names: dict[Facet, list[str]] = {}
        self._ranges: dict[Facet, tuple[int, int]] = {}  # of each facet's codes
        for facet in Facet:
            self._names[facet] = [name for own, name in pairs if own == facet]
            first = bisect_left(pairs, (facet.value, ""))
            self._ranges[facet] = (first, first + len(self._names[facet]))
        self._size = snapshot.documents
        self.works = self._numbered()
        self._shared = self._of_shared()

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

    def _numbered(self) -> Array | None:
        """For each document a number that it shares with its other versions: intp (documents,). ``None`` where no two
        are of one work.
        """
        works = np.arange(self._size)
        for (facet, _), code in self._codes.items():
            if facet == WORK:
                versions = self._documents[self._starts[code] : self._starts[code + 1]]
                works[versions] = versions.min()
        return works if (np.bincount(works) > 1).any() else None

    def _of_shared(self) -> tuple[Array, Array]:
        """The documents that have other versions, with the codes of what they bear: each intp (pairs,)."""
        if self.works is None:
            return np.zeros(0, np.intp), np.zeros(0, np.intp)
        shared = np.bincount(self.works, minlength=self._size)[self.works] > 1
        pairs = shared[self._documents]
        return self._documents[pairs], np.repeat(np.arange(len(self._codes)), np.diff(self._starts))[pairs]

    def bearing(self, facet: Facet, names: Iterable[str]) -> Array:
        """The documents that bear one of these values: bool (documents,)."""
        found = np.zeros(self._size, bool)
        for name in names:
            code = self._codes.get((facet.value, name))
            if code is not None:
                found[self._documents[self._starts[code] : self._starts[code + 1]]] = True
        return found

    def counts(self, found: Array, facets: Sequence[Facet], *, works: bool) -> dict[Facet, dict[str, int]]:
        """How many of the documents ``found``, bool (documents,), bear each value of ``facets``; no value without.
        With ``works``, how many works among them.
        """
        low = min((self._ranges[facet][0] for facet in facets), default=0)
        high = max((self._ranges[facet][1] for facet in facets), default=0)
        counts = self._counts(found, low, high)
        if works and self.works is not None:
            for code, more in enumerate(self._repeated(found)[low:high].tolist()):
                counts[code] -= more
        return {
            facet: {
                name: count
                for name, count in zip(self._names[facet], counts[self._ranges[facet][0] - low :], strict=False)
                if count
            }
            for facet in facets
        }

    def _repeated(self, found: Array) -> Array:
        """For each code how many of ``found`` bear it that are versions of one counted already: intp (codes,)."""
        documents, codes = self._shared
        chosen = found[documents]
        codes = codes[chosen]
        works = self.works[documents[chosen]] if self.works is not None else documents[chosen]
        borne = np.sort(codes * self._size + works)
        again = borne[1:][borne[1:] == borne[:-1]] // self._size
        return np.bincount(again, minlength=len(self._codes))

    def _counts(self, found: Array, low: int, high: int) -> list[int]:
        """How many of ``found`` bear each value from code ``low`` to before ``high``."""
        if low == high:
            return []
        starts = self._starts[low : high + 1]
        bearers = found[self._documents[starts[0] : starts[-1]]].view(np.uint8)
        counts: list[int] = np.add.reduceat(bearers, starts[:-1] - starts[0], dtype=np.intp).tolist()
        return counts
