"""How much is a word worth in a passage? BM25F over the columns, with statistics over all segments.

The score of a word is the sum over fields of ``weight * idf * saturation``, with ``idf = ln(N / (n + 1)) + 1`` and
``saturation = t (K1 + 1) / (t + K1 (1 - B + B length / average))``: the formula of ``whoosh.scoring.BM25F``, after
S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009. As in Whoosh, N, n and the average count
deleted passages until their segment is merged, and a length is one that fits its length byte. Words that stand
together are worth what each is; so is a prefix, for every word that begins with it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from whoosh.util.numeric import byte_to_length

from indexer.index.engines.whoosh.columns import LENGTH_BITS, Array, FieldColumns
from indexer.index.engines.whoosh.phrases import adjacent, near
from indexer.index.engines.whoosh.snapshot import Snapshot
from indexer.index.ranking import K1, TITLES, B
from indexer.model.query import Bare, Exact, Near, Phrase, Prefix, Term

_LENGTHS = np.array([byte_to_length(byte) for byte in range(1 << LENGTH_BITS)], np.float64)
# Phrases come again, as the other names of what people ask about. Most stand in a few hundred passages: some kilobytes.
_KEPT_PHRASES = 128
_TABLED = 1 << 16  # weights whose saturation is looked up: all where no word stands over 255 times in a passage


@dataclass(frozen=True, slots=True)
class Holding:
    """Holders of a leaf in one field of one segment: intp (n,), numbered through all segments. A holder may stand more
    than once; its scores add up. ``score`` gives the scores above 0 of those at some places: intp (m,) to float64 (m,);
    of all with ``slice(None)``. Most queries show fewer documents than hold one of their words.
    """

    holders: Array
    score: Callable[[Array | slice], Array]


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of a field in one segment, the number of its first holder, and how many passages each holds."""

    columns: FieldColumns
    base: int
    sizes: Array | None  # title: int64 (documents,); other fields: one each


class Field:
    """One field of a snapshot."""

    def __init__(self, name: str, snapshot: Snapshot) -> None:
        self.of_documents = name in TITLES
        self._passages = max(1, snapshot.passages)
        self._parts = [
            _Part(
                segment.columns.fields[name],
                segment.documents if self.of_documents else segment.passages,
                np.diff(segment.columns.first) if self.of_documents else None,
            )
            for segment in snapshot.segments
        ]
        total = sum(part.columns.total for part in self._parts)
        average = total / self._passages or 1.0
        self._standing = lru_cache(_KEPT_PHRASES)(self._together)
        self._norms = K1 * (1 - B + B * _LENGTHS / average)  # by length byte

    def holding(self, leaf: Bare, weight: float) -> Iterator[Holding]:
        """The holders of ``leaf``, segment by segment; ``weight`` is what it is worth in this field."""
        match leaf:
            case Term(word) | Phrase((word,)) | Exact((word,)) | Near((word,)):
                return self._term(word.encode(), weight)
            case Phrase(words) | Exact(words):
                return self._several(words, None, weight)
            case Near(words, distance):
                return self._several(words, distance, weight)
            case Prefix(stem):
                return self._prefix(stem.encode(), weight)

    def held(self, word: str) -> int:
        """How many passages hold the word, deleted ones included."""
        slots = ((part, part.columns.slot(word.encode())) for part in self._parts)
        return sum(_held(part, slot) for part, slot in slots)

    def words(self) -> Counter[str]:
        """Every word, with how many passages hold it, deleted ones included."""
        words: Counter[str] = Counter()
        for part in self._parts:
            counts = _all_held(part, 0, len(part.columns.words)).tolist()
            words.update(dict(zip(map(bytes.decode, part.columns.words), counts, strict=True)))
        return words

    def _term(self, word: bytes, weight: float) -> Iterator[Holding]:
        found = [(part, slot) for part in self._parts if (slot := part.columns.slot(word)) is not None]
        worth = self._worth(sum(_held(part, slot) for part, slot in found), weight)
        for part, slot in found:
            postings = slice(part.columns.starts[slot], part.columns.starts[slot + 1])
            yield self._holding(part, postings, worth)

    def _several(self, words: tuple[str, ...], distance: int | None, weight: float) -> Iterator[Holding]:
        for holders, scores in self._standing(words, distance):
            yield Holding(holders, (weight * scores).__getitem__)

    def _together(self, words: tuple[str, ...], distance: int | None) -> tuple[tuple[Array, Array], ...]:
        """For each segment the holders of words that stand one directly after another, or within ``distance``, and
        their scores at a weight of 1.
        """
        found = []
        slots = [[part.columns.slot(word.encode()) for word in words] for part in self._parts]
        worths = [
            self._worth(sum(_held(part, row[place]) for part, row in zip(self._parts, slots, strict=True)), 1.0)
            for place in range(len(words))
        ]
        for part, row in zip(self._parts, slots, strict=True):
            present = [slot for slot in row if slot is not None]
            if not present or len(present) < len(row):
                continue
            if distance is None:
                holders, postings = adjacent(part.columns, present)
            else:
                holders, postings = near(part.columns, present, distance)
            scores = np.zeros(len(holders))
            for worth, own in zip(worths, postings, strict=True):
                scores += worth * self._saturation(part.columns.weights[own])
            found.append((holders + part.base, scores))
        return tuple(found)

    def _prefix(self, stem: bytes, weight: float) -> Iterator[Holding]:
        ranges = [(part, *part.columns.words.beginning(stem)) for part in self._parts]
        holding = [_all_held(part, low, high) for part, low, high in ranges]
        if len(ranges) > 1:
            words = [[part.columns.words[slot] for slot in range(low, high)] for part, low, high in ranges]
            everywhere: Counter[bytes] = Counter()
            for own, counts in zip(words, holding, strict=True):
                everywhere.update(dict(zip(own, counts.tolist(), strict=True)))
            holding = [np.array([everywhere[word] for word in own], np.int64) for own in words]
        for (part, low, high), counts in zip(ranges, holding, strict=True):
            worths = weight * (np.log(self._passages / (counts + 1)) + 1)
            starts = part.columns.starts[low : high + 1]
            if low < high:
                yield self._holding(part, slice(starts[0], starts[-1]), np.repeat(worths, np.diff(starts)))

    def _worth(self, holding: int, weight: float) -> float:
        """Weight and inverse document frequency of a word that so many passages hold in this field."""
        return weight * (math.log(self._passages / (holding + 1)) + 1)

    def _holding(self, part: _Part, postings: slice, worth: float | Array) -> Holding:
        holders = part.columns.holders[postings].astype(np.intp)
        if part.base:
            holders += part.base
        weights = part.columns.weights[postings]

        def score(places: Array | slice) -> Array:
            scores = self._saturation(weights[places])
            scores *= worth[places] if isinstance(worth, np.ndarray) else worth
            return scores

        return Holding(holders, score)

    @cached_property
    def _table(self) -> Array:
        return self._formula(np.arange(_TABLED))

    def _saturation(self, weights: Array) -> Array:
        return self._table[weights] if weights.dtype == np.uint16 else self._formula(weights)

    def _formula(self, weights: Array) -> Array:
        times = (weights >> LENGTH_BITS).astype(np.float64)
        saturation: Array = times * (K1 + 1) / (times + self._norms[weights & ((1 << LENGTH_BITS) - 1)])
        return saturation


def _held(part: _Part, slot: int | None) -> int:
    """How many passages hold the word."""
    if slot is None:
        return 0
    start, end = part.columns.starts[slot], part.columns.starts[slot + 1]
    return int(end - start if part.sizes is None else part.sizes[part.columns.holders[start:end]].sum())


def _all_held(part: _Part, low: int, high: int) -> Array:
    """How many passages hold each of the words from slot ``low`` to ``high``: int64 (high - low,)."""
    starts = part.columns.starts[low : high + 1]
    if part.sizes is None or low == high:
        return np.diff(starts)
    held: Array = np.add.reduceat(part.sizes[part.columns.holders[starts[0] : starts[-1]]], starts[:-1] - starts[0])
    return held
