"""Where do words stand one directly after another?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indexer.index.engines.whoosh.columns import LENGTH_BITS, Array, FieldColumns

# Looking up one number in a sorted array costs about as much as marking and testing this many (measured).
_LOOKUP = 16
_ROW_BITS = 32  # of a key: above them the row, below them the position


def adjacent(field: FieldColumns, slots: Sequence[int]) -> tuple[Array, list[Array]]:
    """The holders in which the words at ``slots`` stand in this order, each directly after the one before: intp (n,),
    ascending; with one intp (n,) of indices into the postings for each word.
    """
    ranges = [(int(field.starts[slot]), int(field.starts[slot + 1])) for slot in slots]
    holders = [field.holders[start:end] for start, end in ranges]
    common = _common(holders, len(field.lengths))
    postings = [_places(own, common, len(field.lengths)) for own in holders]
    rows: Array = np.arange(len(common))
    keys: Array | None = None
    for slot, own, place in sorted(
        zip(slots, postings, range(len(slots)), strict=True), key=lambda each: _size(field, each[0])
    ):
        found = _keys(field, slot, own, place)
        keys = found if keys is None else _both(keys, found)
    if keys is not None:
        every = keys >> _ROW_BITS
        rows = every[np.diff(every, prepend=-1) > 0]
    return common[rows].astype(np.intp), [start + own[rows] for (start, _), own in zip(ranges, postings, strict=True)]


def _size(field: FieldColumns, slot: int) -> int:
    return int(field.places[slot + 1] - field.places[slot])


def _common(lists: Sequence[Array], size: int) -> Array:
    """The numbers below ``size`` that stand in every list, all ascending."""
    common, *others = sorted(lists, key=len)
    for other in others:
        common = _both(common, other, size)
    return common


def _both(short: Array, long: Array, size: int | None = None) -> Array:
    """The numbers of ``short`` that stand in ``long`` too; both ascend."""
    if size is not None and len(short) * _LOOKUP > len(long):
        marked = np.zeros(size, bool)
        marked[long] = True
        return short[marked[short]]
    if len(long) == 0:
        return short[:0]
    places = np.searchsorted(long, short)
    places[places == len(long)] = 0
    both: Array = short[long[places] == short]
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
