"""What does Whoosh want a segment to look like? Its own files, written from columns whole lists at a time.

The files are those that Whoosh 2.7.4 writes itself (``codec/whoosh3.py``); ``decode`` draws a word's postings. Two
things are otherwise, since Whoosh reads them as well and they are faster: pickles are of protocol 4, and what is short
is not compressed (a stored field then is zlib data all the same, with the content as it is).
"""

from __future__ import annotations

import json
import pickle
import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3TermInfo
from whoosh.columns import VarBytesColumn
from whoosh.filedb.filetables import OrderedHashWriter

from indexer.index.engines.whoosh.columns import FIELDS, LENGTH_BITS, Array, Columns, FieldColumns
from indexer.index.ranking import TITLES

_BLOCK = 128  # postings, Whoosh's own choice
_CHUNK = 1 << 18  # postings that are Python objects at one time
_COMPRESSION = 1  # of zlib; Whoosh takes 3, which is no smaller by 1 in 100 and takes longer
_SHORTEST = 128  # bytes; less hardly shrinks
_MOST_VALUES = 200_000  # values remembered: most are one small position, and come again and again
_INT, _LENGTH = struct.Struct("!i"), struct.Struct("!I")
_FIELD, _EXTENT = struct.Struct("!H"), struct.Struct("!qi")


def write_segment(columns: Columns, storage: Any, index_name: str) -> Any:
    """A new Whoosh segment in ``storage`` that holds what the columns hold; in no table of contents yet."""
    segment = W3Codec().new_segment(storage, index_name)
    segment.set_doc_count(len(columns.owners))
    segment._fieldlengths = {name: field.total for name, field in columns.fields.items() if field.total}  # noqa: SLF001
    _write_stored(columns, segment, storage)
    for name in FIELDS:
        _write_lengths(columns, name, segment, storage)
    _write_postings(columns, segment, storage)
    segment.create_compound_file(storage)
    return segment


def _write_stored(columns: Columns, segment: Any, storage: Any) -> None:
    writer = VarBytesColumn().writer(storage.create_file(W3Codec.column_filename(segment, "_stored")))
    abouts = _abouts(columns)
    firsts = set(columns.first.tolist())
    owners, ids = columns.owners.tolist(), [document.decode() for document in columns.documents]
    for passage, anchor in enumerate(columns.anchors):
        stored = {"document": ids[owners[passage]], "anchor": anchor.decode()}
        if passage in firsts:
            stored["about"] = next(abouts)
        writer.add(passage, _packed(pickle.dumps(stored, 4)))
    writer.finish(len(owners))
    writer._dbfile.close()  # noqa: SLF001 - Whoosh leaves that to its compound writer


def _abouts(columns: Columns) -> Iterator[str]:
    """What each document stores about itself, in order."""
    facets: list[dict[str, list[str]]] = [{} for _ in columns.dates]
    starts = columns.value_starts.tolist()
    for (facet, value), (start, end) in zip(columns.values, pairwise(starts), strict=True):
        for document in columns.value_documents[start:end].tolist():
            facets[document].setdefault(facet, []).append(value)
    for day, own in zip(columns.dates.tolist(), facets, strict=True):
        yield json.dumps({"date": date.fromordinal(day).isoformat() if day else None, "facets": own})


def _packed(content: bytes) -> bytes:
    """``content`` as zlib data."""
    size = len(content)
    if size > _SHORTEST:
        return zlib.compress(content, _COMPRESSION)
    return b"\x78\x01\x01" + struct.pack("<HH", size, size ^ 0xFFFF) + content + _LENGTH.pack(zlib.adler32(content))


def _write_lengths(columns: Columns, name: str, segment: Any, storage: Any) -> None:
    """The length byte of each passage; Whoosh keeps none where all are empty."""
    lengths = columns.fields[name].lengths
    if name in TITLES:
        lengths = lengths[columns.owners]
    if lengths.any():
        with storage.create_file(W3Codec.column_filename(segment, f"_{name}_len")) as file:
            file.write(lengths.tobytes())


def _write_postings(columns: Columns, segment: Any, storage: Any) -> None:
    posts = segment.create_file(storage, W3Codec.POSTS_EXT)
    terms = OrderedHashWriter(segment.create_file(storage, W3Codec.TERMS_EXT))
    numbers: dict[str, int] = {}
    terms.extras["fieldmap"] = numbers
    place = 0  # in the file of postings
    for name in sorted((*FIELDS, "document")):
        lists = _of_documents(columns) if name == "document" else _of_words(columns, name)
        for word, statistics, content in lists:
            key = _FIELD.pack(numbers.setdefault(name, len(numbers))) + word
            terms.add(key, statistics + _EXTENT.pack(place, len(content)))
            posts.write(content)
            place += len(content)
    terms.close()
    posts.close()


def _of_documents(columns: Columns) -> Iterator[tuple[bytes, bytes, bytes]]:
    """For each document id in order: the id, its statistics and the list of its passages."""
    ids, first = list(columns.documents), columns.first.tolist()
    for number in sorted(range(len(ids)), key=ids.__getitem__):
        start, end = first[number], first[number + 1]
        blocks = []
        for begin in range(start, end, _BLOCK):
            after = min(begin + _BLOCK, end)
            differences = (begin, *(1 for _ in range(begin + 1, after)))
            blocks.append(_block((after - begin, after - 1, 1.0), (0, 0), (differences, None, None)))
        count = end - start
        statistics = W3TermInfo._struct.pack(0, count, count, 0, 0, 1.0, start, end - 1)  # noqa: SLF001
        yield ids[number], statistics, _list(blocks)


def _of_words(columns: Columns, name: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """For each word of a field in order: the word, its statistics and the list of its postings."""
    field = columns.fields[name]
    words = list(field.words)
    values = _Values()
    start = 0
    while start < len(words):
        # at least one word, and as many more as make a chunk
        end = int(np.searchsorted(field.starts, field.starts[start] + _CHUNK, "right")) - 1
        end = min(max(end, start + 1), len(words))
        chunk = _Chunk(field, start, end, values)
        if name in TITLES:
            chunk.spread(columns.first)
        yield from zip(words[start:end], *chunk.encoded(), strict=True)
        start = end


class _Values(dict[bytes, bytes]):
    """Whoosh's value of a posting, by the bytes of its positions (int32, ascending)."""

    def __missing__(self, raw: bytes) -> bytes:
        positions = array("i", raw)
        differences = [position - before for position, before in zip(positions, (0, *positions), strict=False)]
        value = _LENGTH.pack(len(positions)) + pickle.dumps(differences, 2)
        if len(self) >= _MOST_VALUES:
            self.clear()
        self[raw] = value
        return value

    def of(self, positions: Array, times: Array) -> Array:
        """The values of postings with so many positions each: object (postings,)."""
        positions = positions.astype(np.int32)
        ends = np.cumsum(times)
        single = times == 1
        # Most postings are a word that stands once; there are few different places for it to stand.
        places = positions[ends[single] - 1]
        known = np.flatnonzero(np.bincount(places)).astype(np.int32)
        table = np.empty(places.max(initial=0) + 1, object)
        table[known] = [self[place.tobytes()] for place in known]
        values = np.empty(len(times), object)
        values[single] = table[places]
        several = np.flatnonzero(~single)
        raw, bounds = positions.tobytes(), zip((ends - times)[several].tolist(), ends[several].tolist(), strict=True)
        values[several] = [self[raw[4 * start : 4 * end]] for start, end in bounds]
        return values


class _Chunk:
    """The postings of the words from ``start`` to before ``end``. Arrays are (postings,): ``ids``, ``times``,
    ``lengths`` as bytes, ``values`` of Whoosh; ``starts`` is (words + 1,).
    """

    def __init__(self, field: FieldColumns, start: int, end: int, values: _Values) -> None:
        self.starts = field.starts[start : end + 1] - field.starts[start]
        begin, after = field.starts[start], field.starts[end]
        weights = field.weights[begin:after]
        self.ids = field.holders[begin:after]
        self.times = (weights >> LENGTH_BITS).astype(np.int64)
        self.lengths = weights & ((1 << LENGTH_BITS) - 1)
        self.values = values.of(field.positions[field.places[start] : field.places[end]], self.times)

    def spread(self, first: Array) -> None:
        """Turns postings of documents into postings of all their passages."""
        counts = np.diff(first)[self.ids]
        origins = np.repeat(np.arange(len(self.ids)), counts)
        ends = np.concatenate(([0], np.cumsum(counts)))
        self.ids = first[self.ids][origins] + np.arange(len(origins)) - ends[origins]
        self.times, self.lengths = self.times[origins], self.lengths[origins]
        self.values = self.values[origins]
        self.starts = ends[self.starts]

    def encoded(self) -> tuple[list[bytes], list[bytes]]:
        """For each word its statistics and its list of postings."""
        blocks, bounds = self._blocks()
        starts, ends = self.starts[:-1], self.starts[1:]
        statistics = map(
            W3TermInfo._struct.pack,  # noqa: SLF001 - the codec's own form
            (0 for _ in starts),
            np.add.reduceat(self.times, starts).tolist(),
            (ends - starts).tolist(),
            np.minimum.reduceat(self.lengths, starts).tolist(),
            np.maximum.reduceat(self.lengths, starts).tolist(),
            np.maximum.reduceat(self.times, starts).tolist(),
            self.ids[starts].tolist(),
            self.ids[ends - 1].tolist(),
        )
        return list(statistics), [_list(blocks[a:b]) for a, b in pairwise(bounds)]

    def _blocks(self) -> tuple[list[bytes], list[int]]:
        """All blocks, and where those of each word start: (words + 1,)."""
        counts = np.diff(self.starts)
        blocks = -(-counts // _BLOCK)
        bounds = np.concatenate(([0], np.cumsum(blocks)))
        words = np.repeat(np.arange(len(counts)), blocks)
        starts = self.starts[words] + (np.arange(len(words)) - bounds[words]) * _BLOCK
        ends = np.minimum(starts + _BLOCK, self.starts[words + 1])
        differences = np.diff(self.ids, prepend=0)
        differences[starts] = self.ids[starts]
        most, least = np.maximum.reduceat(self.times, starts), np.minimum.reduceat(self.times, starts)
        ids, times, values = differences.tolist(), self.times.tolist(), self.values.tolist()
        encoded = []
        for start, end, last, heaviest, lightest, shortest, longest in zip(
            starts.tolist(),
            ends.tolist(),
            self.ids[ends - 1].tolist(),
            most.tolist(),
            least.tolist(),
            np.minimum.reduceat(self.lengths, starts).tolist(),
            np.maximum.reduceat(self.lengths, starts).tolist(),
            strict=True,
        ):
            # Whoosh's short form: none where all weigh 1, one number where all weigh the same
            weights: object = None if heaviest == 1 else float(heaviest)
            if heaviest != lightest:
                weights = tuple(map(float, times[start:end]))
            content = (tuple(ids[start:end]), weights, tuple(values[start:end]))
            encoded.append(_block((end - start, last, float(heaviest)), (shortest, longest), content))
        return encoded, bounds.tolist()


def _block(statistics: tuple[int, int, float], lengths: tuple[int, int], content: object) -> bytes:
    """One block without its length: ``statistics`` are the count, the last id and the greatest weight."""
    packed = pickle.dumps(content, 4)
    compression = _COMPRESSION if len(packed) > _SHORTEST else 0
    if compression:
        packed = zlib.compress(packed, compression)
    return pickle.dumps((*statistics, compression, *lengths), 4) + packed


def _list(blocks: Sequence[bytes]) -> bytes:
    """The blocks of a word, each with its length, the last one's negative."""
    parts = [WHOOSH3_HEADER_MAGIC]
    for number, block in enumerate(blocks, start=1):
        parts += [_INT.pack(-len(block) if number == len(blocks) else len(block)), block]
    return b"".join(parts)
