"""How does the index change from one state to the next? New segments, small ones merged, one new table of contents.

What is written is seen when the new table of contents stands; until then, and when anything fails, the index is as it
was. Whoosh's own lock keeps two writers apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from whoosh.index import TOC, LockError, clean_files

from indexer.index.engines.whoosh.column_file import ENDING, save
from indexer.index.engines.whoosh.columns import Columns
from indexer.index.engines.whoosh.encode import write_segment
from indexer.index.engines.whoosh.gather import Gathering
from indexer.index.engines.whoosh.merge import Part, merge
from indexer.index.engines.whoosh.snapshot import segment_columns
from indexer.model.query import DocumentRecord

# Passages in one segment at most: a process that writes so many takes 0.9 GB of memory.
LARGEST = 250_000
# A segment no more than so many times as big as all that is merged already is merged too. So there is never more than
# a handful of segments, and a passage is rewritten some ten times while an index grows from a hundred to a million.
_RATIO = 2
_MOST_DELETED = 1 / 3  # of a segment; with more it is written again without


def write(
    folder: Path,
    index: Any,
    remove: Collection[str],
    add: Iterable[DocumentRecord],
    committing: AbstractContextManager[Any],
) -> None:
    """Takes documents out of ``index`` (a Whoosh index in ``folder``) and puts others in, as one change.

    Holds ``committing`` while files of the old state go. Raises ``LockError`` of Whoosh while another process writes.
    """
    lock = index.lock("WRITELOCK")
    if not lock.acquire(blocking=False):
        raise LockError
    try:
        contents = TOC.read(index.storage, index.indexname)
        change = _Change(folder, index, contents.segments)
        try:
            change.remove(remove)
            change.add(add)
            with committing:
                TOC(contents.schema, change.segments, contents.generation + 1).write(index.storage, index.indexname)
                clean_files(index.storage, index.indexname, contents.generation + 1, change.segments)
        except BaseException:
            now = TOC.read(index.storage, index.indexname)
            clean_files(index.storage, index.indexname, now.generation, now.segments)
            raise
    finally:
        lock.release()


class _Change:
    """The segments of an index while they change; nothing of this is seen before the table of contents is."""

    def __init__(self, folder: Path, index: Any, segments: Sequence[Any]) -> None:
        self._folder, self._index = folder, index
        self.segments = list(segments)

    def remove(self, documents: Collection[str]) -> None:
        """Marks the passages of these documents as deleted."""
        gone = {document.encode() for document in documents}
        for segment in self.segments if gone else ():
            columns = self._columns(segment)
            first = columns.first.tolist()
            for number, document in enumerate(columns.documents):
                if document in gone:
                    for passage in range(first[number], first[number + 1]):
                        segment.delete_document(passage)

    def add(self, records: Iterable[DocumentRecord]) -> None:
        """Writes the records into new segments, and the last of them together with what it is worth merging with."""
        gathering = Gathering()
        for record in records:
            gathering.add(record)
            if gathering.passages >= LARGEST:
                self.remove(gathering.documents)
                self._write(gathering.columns())
                gathering = Gathering()
        self.remove(gathering.documents)
        self._merge(gathering)

    def _merge(self, gathering: Gathering) -> None:
        sizes = [(segment.doc_count(), segment.doc_count_all()) for segment in self.segments]
        merged = to_merge(sizes, gathering.passages)
        parts = [Part.of(self._columns(self.segments[place]), self.segments[place].deleted_docs()) for place in merged]
        self.segments = [segment for place, segment in enumerate(self.segments) if place not in merged]
        if parts:
            self._write(merge([*parts, Part.of(gathering.columns(), ())]))
        elif gathering.passages:
            self._write(gathering.columns())

    def _write(self, columns: Columns) -> None:
        if len(columns.owners):
            segment = write_segment(columns, self._index.storage, self._index.indexname)
            save(columns, self._folder / f"{segment.segment_id()}{ENDING}")
            self.segments.append(segment)

    def _columns(self, segment: Any) -> Columns:
        return segment_columns(self._folder, self._index.storage, segment)


def to_merge(sizes: Sequence[tuple[int, int]], new: int) -> list[int]:
    """Which segments become one with ``new`` new passages. ``sizes`` are passages without and with the deleted ones."""
    merged = [place for place, (kept, held) in enumerate(sizes) if held - kept > held * _MOST_DELETED]
    total = new + sum(sizes[place][0] for place in merged)
    for place in sorted(set(range(len(sizes))) - set(merged), key=lambda place: sizes[place]):
        kept, _ = sizes[place]
        if kept > _RATIO * total or kept + total > LARGEST:
            break
        merged.append(place)
        total += kept
    return sorted(merged)
