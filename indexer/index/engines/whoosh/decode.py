"""What does a finished Whoosh segment hold? Its columns, read out of Whoosh's own files block by block.

In whoosh 2.7.4 (``codec/whoosh3.py``) a word's postings are 4 bytes of magic, then blocks of up to 128: an int32
length (negative in the last block), a pickled tuple (count, last id, greatest weight, compression, least and greatest
length byte), then a pickled tuple (differences of ids, weights, values), compressed or not. A value is an uint32
count and a pickled list of the differences of positions.
"""

from __future__ import annotations

import json
import pickle
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import accumulate
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3Codec

from indexer.index.engines.whoosh.columns import FIELDS, Array, Columns, FieldColumns, Postings, Strings
from indexer.index.ranking import TITLES

_MAGIC = 4  # bytes before the first block
_BLOCK = struct.Struct("!i")
_COUNT = 4  # bytes before the positions of a posting
_MOST_KEPT = 200_000  # values decoded and kept: most are one small position, and come again and again


def decode(storage: Any, segment: Any) -> Columns:
    """The columns of ``segment`` (a Whoosh segment in a Whoosh storage), deleted documents included."""
    files = segment.open_compound_file(storage) if segment.is_compound() else storage
    codec = segment.codec()
    per_document = codec.per_document_reader(files, segment)
    stored = [per_document.stored_fields(passage) for passage in range(segment.doc_count_all())]
    starts = [passage for passage, fields in enumerate(stored) if fields.get("about")]
    first = np.array([*starts, len(stored)], np.int32)
    abouts = [json.loads(stored[passage]["about"]) for passage in starts]
    values, value_starts, value_documents = _values([about["facets"] for about in abouts])
    gathered = _gathered(codec.terms_reader(files, segment), segment.open_file(files, W3Codec.POSTS_EXT))
    return Columns(
        documents=Strings.of(stored[passage]["document"].encode() for passage in starts),
        first=first,
        dates=np.array([_ordinal(about["date"]) for about in abouts], np.int32),
        owners=np.repeat(np.arange(len(starts), dtype=np.int32), np.diff(first)),
        anchors=Strings.of(fields["anchor"].encode() for fields in stored),
        values=values,
        value_starts=value_starts,
        value_documents=value_documents,
        fields={
            name: FieldColumns.of(
                gathered[name].postings(
                    _lengths(per_document, name, len(stored)),
                    first if name in TITLES else None,
                    per_document.field_length(name),
                )
            )
            for name in FIELDS
        },
    )


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def _values(documents: Sequence[Mapping[str, Sequence[str]]]) -> tuple[tuple[tuple[str, str], ...], Array, Array]:
    """``Columns.values``, ``value_starts`` and ``value_documents`` of the facets of each document."""
    bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for document, facets in enumerate(documents):
        for facet, names in facets.items():
            for name in dict.fromkeys(names):
                bearers[facet, name].append(document)
    values = tuple(sorted(bearers))
    starts = np.array([0, *accumulate(len(bearers[value]) for value in values)], np.int64)
    return values, starts, np.array([document for value in values for document in bearers[value]], np.int32)


def _lengths(per_document: Any, name: str, passages: int) -> Array:
    """The length byte of each passage: uint8 (passages,). Whoosh keeps no column where all are empty."""
    column = f"_{name}_len"
    if not per_document.has_column(column):
        return np.zeros(passages, np.uint8)
    reader = per_document.column_reader(column, LENGTHS_COLUMN)
    return np.fromiter((reader[passage] for passage in range(passages)), np.uint8, passages)


class _Gathered:
    """The postings of one field, word after word in order."""

    def __init__(self) -> None:
        self.words: list[bytes] = []
        self.ends = array("q")  # of each word's postings
        self.holders = array("i")
        self.times = array("i")
        self.positions = array("i")

    def postings(self, lengths: Array, first: Array | None, total: int) -> Postings:
        """The postings; with ``first`` only those of each document's first passage, as postings of the document."""
        starts = np.concatenate((np.zeros(1, np.int64), np.frombuffer(self.ends, np.int64)))
        holders = np.frombuffer(self.holders, np.int32)
        times = np.frombuffer(self.times, np.int32)
        positions = np.frombuffer(self.positions, np.int32)
        if first is not None:
            documents = np.full(len(lengths) + 1, -1, np.int32)
            documents[first] = np.arange(len(first), dtype=np.int32)
            kept = documents[holders] >= 0
            positions = positions[np.repeat(kept, times)]
            starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)))[starts]
            holders, times, lengths = documents[holders[kept]], times[kept], lengths[first[:-1]]
        return Postings(
            words=Strings.of(self.words),
            starts=starts,
            holders=holders,
            times=times,
            positions=positions,
            lengths=lengths,
            total=total,
        )


def _gathered(terms: Any, posts: Any) -> dict[str, _Gathered]:
    """The postings of each field, from a terms reader and the file of postings."""
    fields = {name: _Gathered() for name in FIELDS}
    kept: dict[bytes, tuple[int, ...]] = {}
    for (name, word), info in terms.items():
        field = fields.get(name)
        if field is None:
            continue
        offset, (length,) = info.extent()  # whoosh leaves the length in the tuple that `struct` gives
        holders, values = _postings(posts.get(offset, length))
        for value in values:
            positions = kept.get(value)
            if positions is None:
                positions = tuple(accumulate(pickle.loads(value[_COUNT:])))  # noqa: S301 - of our own index
                if len(kept) < _MOST_KEPT:
                    kept[value] = positions
            field.times.append(len(positions))
            field.positions.extend(positions)
        field.holders.extend(holders)
        field.words.append(word)
        field.ends.append(len(field.holders))
    return fields


def _postings(raw: bytes) -> tuple[list[int], list[bytes]]:
    """The ids and the values of one word."""
    ids: list[int] = []
    values: list[bytes] = []
    place, last = _MAGIC, False
    while not last:
        (length,) = _BLOCK.unpack_from(raw, place)
        last, length = length < 0, abs(length)
        place += _BLOCK.size
        block = BytesIO(raw[place : place + length])
        compressed = pickle.load(block)[3]  # noqa: S301 - of our own index
        content = block.read()
        differences, _, block_values = pickle.loads(zlib.decompress(content) if compressed else content)  # noqa: S301
        ids.extend(accumulate(differences))
        values.extend(block_values)
        place += length
    return ids, values
