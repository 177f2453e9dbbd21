"""What do documents become on their way into a segment? Arrays: every word a number, then the postings in one sort.

A word costs one look-up when it comes in; everything after that is done for all words at once.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np
from whoosh.util.numeric import length_to_byte

from indexer.index.engines.whoosh.columns import FIELDS, WORK, Array, Columns, FieldColumns, Postings, Strings
from indexer.index.engines.whoosh.merge import Part, merge
from indexer.index.ranking import TITLES
from indexer.model.query import DocumentRecord

_LONGEST_EXACT = 1 << 12  # lengths up to here find their byte in a table; longer passages are rare
_BYTES = np.array([length_to_byte(length) for length in range(_LONGEST_EXACT)], np.uint8)


class Gathering:
    """Documents that shall become one segment. Of two with the same id the later one counts."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of the last document with each id
        self._ids: list[bytes] = []
        self._dates = array("i")
        self._first = array("i", [0])
        self._anchors: list[bytes] = []
        self._bearers: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("i"))
        self._fields = {name: _Words() for name in FIELDS}

    @property
    def documents(self) -> Collection[str]:
        """The ids of the documents."""
        return self._numbers.keys()

    @property
    def passages(self) -> int:
        """How many passages they have."""
        return len(self._anchors)

    def add(self, record: DocumentRecord) -> None:
        number = self._numbers[record.id] = len(self._ids)
        self._ids.append(record.id.encode())
        self._dates.append(record.date.toordinal() if record.date else 0)
        for facet, values in record.facets.items():
            for value in dict.fromkeys(values):
                self._bearers[facet.value, value].append(number)
        if record.work:
            self._bearers[WORK, record.work].append(number)
        self._fields["title"].add(record.title)
        self._fields["title_forms"].add(record.title_forms)
        for passage in record.passages:
            self._anchors.append(passage.anchor.encode())
            self._fields["heading"].add(passage.heading)
            self._fields["text"].add(passage.text)
            self._fields["heading_forms"].add(passage.heading_forms)
            self._fields["text_forms"].add(passage.text_forms)
        self._first.append(len(self._anchors))

    def columns(self) -> Columns:
        """The columns of what was gathered."""
        columns = self._columns()
        if len(self._numbers) == len(self._ids):
            return columns
        kept = np.zeros(len(self._ids), bool)
        kept[list(self._numbers.values())] = True
        return merge([Part(columns, kept)])

    def _columns(self) -> Columns:
        first = np.array(self._first, np.int32)
        values = tuple(sorted(self._bearers))
        bearers = [np.array(self._bearers[value], np.int32) for value in values]
        passages = np.diff(first)
        return Columns(
            documents=Strings.of(self._ids),
            first=first,
            dates=np.array(self._dates, np.int32),
            owners=np.repeat(np.arange(len(self._ids), dtype=np.int32), passages),
            anchors=Strings.of(self._anchors),
            values=values,
            value_starts=np.cumsum([0, *map(len, bearers)], dtype=np.int64),
            value_documents=np.concatenate([np.zeros(0, np.int32), *bearers]),
            fields={
                name: FieldColumns.of(field.postings(passages if name in TITLES else None))
                for name, field in self._fields.items()
            },
        )


class _Words:
    """The words of one field, holder after holder. ``words`` are numbers, counted as words come up."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self.words = array("i")
        self._ends = array("q", [0])

    def add(self, words: Sequence[str]) -> None:
        self.words.extend(map(self._numbers.__getitem__, words))
        self._ends.append(len(self.words))

    def postings(self, passages: Array | None) -> Postings:
        """The postings; ``passages`` says how many each holder stands for, when it is not one."""
        encoded = [word.encode() for word in self._numbers]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        ends = np.array(self._ends, np.int64)
        lengths = np.diff(ends)
        word, place = _sorted(ranks[np.array(self.words, np.int32)])
        holders = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[place]
        begins = np.flatnonzero(_changes(word) | _changes(holders))
        place -= ends[holders]
        return Postings(
            words=Strings.of(encoded[number] for number in order),
            starts=np.searchsorted(word[begins], np.arange(len(order) + 1)),
            holders=holders[begins],
            times=np.diff(np.append(begins, len(holders))),
            positions=place,
            lengths=length_bytes(lengths),
            total=int(lengths.sum() if passages is None else (lengths * passages).sum()),
        )


def _sorted(ranks: Array) -> tuple[Array, Array]:
    """The words of a field as ranks int64 (occurrences,), sorted, and the place where each stood; uses up ``ranks``.

    One sort of word and place in a single number: the fastest that NumPy has, and stable since places differ.
    """
    bits = len(ranks).bit_length()
    ranks <<= bits
    ranks |= np.arange(len(ranks))
    ranks.sort()
    places = ranks & (1 << bits) - 1
    ranks >>= bits
    return ranks, places


def length_bytes(lengths: Array) -> Array:
    """Whoosh's length byte of each length: uint8."""
    found = _BYTES[np.minimum(lengths, _LONGEST_EXACT - 1)]
    for long in np.flatnonzero(lengths >= _LONGEST_EXACT):
        found[long] = length_to_byte(int(lengths[long]))
    return found


def _changes(values: Array) -> Array:
    """Where a value differs from the one before it: bool, true at the start."""
    changes = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes
