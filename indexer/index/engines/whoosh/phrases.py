"""Where do words stand one directly after another?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from indexer.index.engines.whoosh.columns import LENGTH_BITS, Array, FieldColumns

# Looking up one number in a sorted array costs about as much as merging or testing this many (measured).
_LOOKUP = 16
_ROW_BITS = 32  # of a key: above them the row, below them the position


def adjacent(field: FieldColumns, slots: Sequence[int]) -> tuple[Array, list[Array]]:
    """The holders in which the words at ``slots`` stand in this order, each directly after the one before: intp (n,),
    ascending; with one intp (n,) of indices into the field's postings for each word.
    """
    starts = [int(field.starts[slot]) for slot in slots]
    holders = [field.holders[start : field.starts[slot + 1]] for start, slot in zip(starts, slots, strict=True)]
    common = reduce(_both, sorted(holders, key=len))
    if not len(common):
        return common.astype(np.intp), [np.zeros(0, np.intp) for _ in slots]
    postings = [_places(own, common, len(field.lengths)) for own in holders]
    keys = [_keys(field, slot, own, place) for place, (slot, own) in enumerate(zip(slots, postings, strict=True))]
    rows = reduce(_both, sorted(keys, key=len)) >> _ROW_BITS
    rows = rows[np.diff(rows, prepend=-1) > 0]
    return common[rows].astype(np.intp), [start + own[rows] for start, own in zip(starts, postings, strict=True)]


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
