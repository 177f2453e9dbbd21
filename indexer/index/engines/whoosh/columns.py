"""What stands beside a Whoosh segment? The same postings once more, as arrays that NumPy can read where they lie.

A segment never changes, so its columns are written once and map straight from disk. They hold what Whoosh holds and
nothing else; ``column_file`` says how they rest in a file. The file of one segment, ``<segment id>.columns``::

    array                dtype    shape              what it says
    -------------------  -------  -----------------  -----------------------------------------------------------------
    documents.ids        uint8    (bytes,)           the ids of the documents end to end, UTF-8
    documents.bounds     uint32   (documents + 1,)   where each id starts in documents.ids
    documents.first      int32    (documents + 1,)   the first passage of each document; the last entry is `passages`
    documents.dates      int32    (documents,)       date.toordinal(), 0 for undated
    passages.document    int32    (passages,)        the document of each passage
    passages.anchors     uint8    (bytes,)           the anchors end to end
    passages.bounds      uint32   (passages + 1,)    where each anchor starts in passages.anchors
    filters.starts       int64    (values + 1,)      where each filter value's documents start in filters.documents
    filters.documents    int32    (pairs,)           the documents that bear a value, ascending within a value

    and for each field F of title, heading, text (stems), title_forms, heading_forms, text_forms (for exact phrases):
    F.words              uint8    (bytes,)           the words in order of their UTF-8 bytes, end to end
    F.bounds             uint32   (words + 1,)       where each word starts in F.words
    F.starts             int64    (words + 1,)       where each word's postings start in F.holders and F.weights
    F.holders            int32    (postings,)        the passage that holds the word, ascending within a word;
                                                     of titles a document, since all its passages share it
    F.weights            uint16   (postings,)        times the holder holds the word << 8 | length byte of the holder;
                                                     uint32 for all where a word stands over 255 times in one holder
    F.places             int64    (words + 1,)       where each word's positions start in F.positions
    F.positions          uint16   (occurrences,)     the positions of each posting, ascending, posting after posting:
                                                     counted from 0; uint32 where a holder has over 65,536 words
    F.lengths            uint8    (holders,)         length of each passage (title: document) as Whoosh's length byte

Passages stand in Whoosh's order, so a passage's ordinal is its document number in the segment; those of a document
follow one another. Deleted documents stay in: Whoosh keeps the list of them elsewhere and counts them until it
merges. In ``values`` (of the header) stand the filter values, as pairs of facet and value, in order; the works
among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.index.ranking import FIELD_WEIGHTS, FORMS

Array = npt.NDArray[Any]

FIELDS = (*FIELD_WEIGHTS, *(f"{name}{FORMS}" for name in FIELD_WEIGHTS))
WORK = "work"  # beside the names of facets in ``Columns.values``: what the versions of one work share
LENGTH_BITS = 8  # of a weight: the length byte; the bits above count the word


_SIGNPOSTS = 64  # 6 steps of the 17 among 100,000 words; a signpost for all would take as long to make as they save


class Strings:
    """Strings end to end. ``text`` uint8 (bytes,); ``bounds`` uint32 (strings + 1,)."""

    def __init__(self, text: Array, bounds: Array) -> None:
        self.text = text
        self.bounds = bounds
        self._text, self._bounds = text.data, bounds.data  # single items of these cost a tenth of an array's

    @classmethod
    def of(cls, strings: Iterable[bytes]) -> Strings:
        parts = list(strings)
        bounds = np.zeros(len(parts) + 1, np.uint32)
        np.cumsum([len(part) for part in parts], out=bounds[1:])
        return cls(np.frombuffer(b"".join(parts), np.uint8), bounds)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, number: int) -> bytes:
        return self._text[self._bounds[number] : self._bounds[number + 1]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        text, bounds = self.text.tobytes(), self.bounds.tolist()
        return (text[start:end] for start, end in pairwise(bounds))

    @cached_property
    def _signposts(self) -> list[bytes]:
        """Every so many strings one, so that a search takes few steps in Python; some kilobytes."""
        return [self[number] for number in range(0, len(self), _SIGNPOSTS)]

    def position(self, string: bytes) -> int:
        """How many strings come before ``string``, where they stand in order."""
        after = bisect_left(self._signposts, string)
        low, high = max(0, after - 1) * _SIGNPOSTS, min(after * _SIGNPOSTS, len(self))
        while low < high:
            middle = (low + high) // 2
            if self[middle] < string:
                low = middle + 1
            else:
                high = middle
        return low

    def beginning(self, start: bytes) -> tuple[int, int]:
        """The strings that begin with ``start``, where they stand in order: from the first to before the second."""
        return self.position(start), self.position(start + b"\xff")  # no UTF-8 text holds this byte


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The postings of one field as a writer has them: ``times`` (postings,) and ``positions`` (occurrences,) of any
    integer dtype, the rest as drawn above. ``total`` is Whoosh's field length: the words of the field in all passages.
    """

    words: Strings
    starts: Array
    holders: Array
    times: Array
    positions: Array
    lengths: Array
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColumns:
    """The postings of one field as they rest; arrays as drawn above."""

    words: Strings
    starts: Array
    holders: Array
    weights: Array
    places: Array
    positions: Array
    lengths: Array
    total: int

    @classmethod
    def of(cls, postings: Postings) -> FieldColumns:
        occurrences = np.zeros(len(postings.times) + 1, np.int64)
        np.cumsum(postings.times, out=occurrences[1:])
        weights = postings.times.astype(np.int64) << LENGTH_BITS | postings.lengths[postings.holders]
        return cls(
            words=postings.words,
            starts=postings.starts.astype(np.int64),
            holders=postings.holders.astype(np.int32),
            weights=_narrow(weights),
            places=occurrences[postings.starts],
            positions=_narrow(postings.positions),
            lengths=postings.lengths,
            total=postings.total,
        )

    def slot(self, word: bytes) -> int | None:
        """The place of ``word`` among the words."""
        slot = self.words.position(word)
        return slot if slot < len(self.words) and self.words[slot] == word else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All columns of one segment; arrays as drawn above. ``values`` are pairs of facet and value."""

    documents: Strings
    first: Array
    dates: Array
    owners: Array
    anchors: Strings
    values: tuple[tuple[str, str], ...]
    value_starts: Array
    value_documents: Array
    fields: Mapping[str, FieldColumns]

    def arrays(self) -> dict[str, Array]:
        """Every array by the name it bears in the file."""
        named = {
            "documents.ids": self.documents.text,
            "documents.bounds": self.documents.bounds,
            "documents.first": self.first,
            "documents.dates": self.dates,
            "passages.document": self.owners,
            "passages.anchors": self.anchors.text,
            "passages.bounds": self.anchors.bounds,
            "filters.starts": self.value_starts,
            "filters.documents": self.value_documents,
        }
        for name, field in self.fields.items():
            named |= {
                f"{name}.words": field.words.text,
                f"{name}.bounds": field.words.bounds,
                f"{name}.starts": field.starts,
                f"{name}.holders": field.holders,
                f"{name}.weights": field.weights,
                f"{name}.places": field.places,
                f"{name}.positions": field.positions,
                f"{name}.lengths": field.lengths,
            }
        return named

    @classmethod
    def from_arrays(
        cls, arrays: Mapping[str, Array], values: tuple[tuple[str, str], ...], totals: Mapping[str, int]
    ) -> Columns:
        """The columns whose ``arrays()`` these are. Raises ``KeyError`` when one is missing."""
        return cls(
            documents=Strings(arrays["documents.ids"], arrays["documents.bounds"]),
            first=arrays["documents.first"],
            dates=arrays["documents.dates"],
            owners=arrays["passages.document"],
            anchors=Strings(arrays["passages.anchors"], arrays["passages.bounds"]),
            values=values,
            value_starts=arrays["filters.starts"],
            value_documents=arrays["filters.documents"],
            fields={
                name: FieldColumns(
                    words=Strings(arrays[f"{name}.words"], arrays[f"{name}.bounds"]),
                    starts=arrays[f"{name}.starts"],
                    holders=arrays[f"{name}.holders"],
                    weights=arrays[f"{name}.weights"],
                    places=arrays[f"{name}.places"],
                    positions=arrays[f"{name}.positions"],
                    lengths=arrays[f"{name}.lengths"],
                    total=totals[name],
                )
                for name in FIELDS
            },
        )


def _narrow(numbers: Array) -> Array:
    """``numbers`` as uint16, or as uint32 where one needs it."""
    wide = len(numbers) > 0 and int(numbers.max()) > np.iinfo(np.uint16).max
    return numbers.astype(np.uint32 if wide else np.uint16)
