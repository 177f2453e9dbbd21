"""Where do words stand one directly after another, and where near each other?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np

from indexer.index.engines.whoosh.columns import LENGTH_BITS, Array, FieldColumns

# Looking up one number in a sorted array costs about as much as merging or testing this many (measured).
_LOOKUP = 16
_ROW_BITS = 32  # of a key: above them the row, below them the position
_FAR = np.int64(1 << 62)  # no key is so great


def adjacent(field: FieldColumns, slots: Sequence[int]) -> tuple[Array, list[Array]]:
    """The holders in which the words at ``slots`` stand in this order, each directly after the one before: intp (n,),
    ascending; with one intp (n,) of indices into the field's postings for each word.
    """
    met = _Met.of(field, slots)
    keys = [met.keys(number, number) for number in range(len(slots))] if len(met.common) else []
    rows = reduce(_both, sorted(keys, key=len)) >> _ROW_BITS if keys else np.zeros(0, np.int64)
    return met.chosen(rows[np.diff(rows, prepend=-1) > 0])


def near(field: FieldColumns, slots: Sequence[int], distance: int) -> tuple[Array, list[Array]]:
    """The holders in which each of the words at ``slots`` but the last stands somewhere within ``distance`` words of
    the next one, on either side; as ``adjacent`` gives them.
    """
    met = _Met.of(field, slots)
    found = np.ones(len(met.common), bool)
    keys = [met.keys(number, 0) for number in range(len(slots))] if len(met.common) else []
    for one, other in pairwise(keys):
        after = np.append(other, _FAR)[np.searchsorted(other, one, "right")] - one
        before = one - np.insert(other, 0, -_FAR)[np.searchsorted(other, one, "left")]
        close = np.zeros(len(met.common), bool)
        close[one[np.minimum(after, before) <= distance] >> _ROW_BITS] = True
        found &= close
    return met.chosen(np.flatnonzero(found))


@dataclass(frozen=True, slots=True)
class _Met:
    """The holders that hold all words at ``slots``, ascending int32 (rows,), and where each stands in the postings of
    each word, counted within the word: intp (rows,).
    """

    field: FieldColumns
    slots: Sequence[int]
    common: Array
    postings: Sequence[Array]

    @classmethod
    def of(cls, field: FieldColumns, slots: Sequence[int]) -> _Met:
        holders = [field.holders[field.starts[slot] : field.starts[slot + 1]] for slot in slots]
        common = reduce(_both, sorted(holders, key=len))
        return cls(field, slots, common, [_places(own, common, len(field.lengths)) for own in holders])

    def keys(self, number: int, place: int) -> Array:
        """Row and position of every occurrence of a word, the position reduced by ``place``."""
        return _keys(self.field, self.slots[number], self.postings[number], place)

    def chosen(self, rows: Array) -> tuple[Array, list[Array]]:
        """The holders of these rows, and their postings of each word, counted in the field."""
        postings = [self.field.starts[slot] + own[rows] for slot, own in zip(self.slots, self.postings, strict=True)]
        return self.common[rows].astype(np.intp), postings


def _both(one: Array, other: Array) -> Array:
    """The numbers that stand in both; each ascends, and holds none twice."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    both: Array
    if len(short) * _LOOKUP < len(long):
        places = np.searchsorted(long, short)
        places[places == len(long)] = 0
        both = short[long[places] == short]
    else:
        merged = np.concatenate((short, long))
        merged.sort(kind="stable")  # finds that these are two runs, and merges them
        both = merged[:-1][merged[1:] == merged[:-1]]
    return both


def _places(long: Array, chosen: Array, size: int) -> Array:
    """Where the ``chosen`` stand in ``long``, which has them all; both ascend."""
    if len(chosen) * _LOOKUP > len(long):
        marked = np.zeros(size, bool)
        marked[chosen] = True
        return np.flatnonzero(marked[long])
    places: Array = np.searchsorted(long, chosen)
    return places


def _keys(field: FieldColumns, slot: int, postings: Array, place: int) -> Array:
    """Row and position of every occurrence, ascending int64, the position reduced by the word's place in the phrase:
    equal for all words where the phrase stands. Row i is ``postings[i]``, counted within the word.
    """
    begin, end = int(field.starts[slot]), int(field.starts[slot + 1])
    positions = field.positions[field.places[slot] : field.places[slot + 1]]
    if len(positions) == end - begin:  # once in each holder
        return (np.arange(len(postings)) << _ROW_BITS) + positions[postings].astype(np.int64) - place
    times = (field.weights[begin:end] >> LENGTH_BITS).astype(np.int64)
    begins = (np.cumsum(times) - times)[postings]
    counts = times[postings]
    rows = np.repeat(np.arange(len(postings)), counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return (rows << _ROW_BITS) + positions[np.repeat(begins, counts) + within].astype(np.int64) - place
