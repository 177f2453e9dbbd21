"""What does one state of the index hold? The columns of all its segments, seen as one.

Passages and documents are numbered through all segments, in Whoosh's order.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import TOC

from indexer.index.engines.whoosh.column_file import ENDING, ColumnFileError, load, save
from indexer.index.engines.whoosh.columns import Array, Columns
from indexer.index.engines.whoosh.decode import decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The columns of a segment, and the numbers of its first passage and document among all."""

    columns: Columns
    passages: int
    documents: int


class Snapshot:
    """One state of the index. ``owners`` intp (passages,) is the document of each passage; ``first`` intp
    (documents + 1,) the first passage of each document; ``dates`` int32 (documents,) as in the columns; ``alive`` bool
    (documents,) is false for what has been deleted but not yet merged away.
    """

    def __init__(self, columns: Sequence[Columns], deleted: Sequence[Sequence[int]]) -> None:
        passages = np.cumsum([0, *(len(part.owners) for part in columns)])
        documents = np.cumsum([0, *(len(part.dates) for part in columns)])
        self.segments = tuple(
            Segment(columns=part, passages=int(passage), documents=int(document))
            for part, passage, document in zip(columns, passages, documents, strict=False)
        )
        self.passages, self.documents = int(passages[-1]), int(documents[-1])
        self._passages, self._documents = passages[:-1].tolist(), documents[:-1].tolist()
        self.owners = _joined([segment.columns.owners for segment in self.segments], documents, np.intp)
        self.first = np.append(
            _joined([segment.columns.first[:-1] for segment in self.segments], passages, np.intp), self.passages
        )
        self.dates = _joined([segment.columns.dates for segment in self.segments], np.zeros_like(documents), np.int32)
        self.alive = np.ones(self.documents, bool)
        for segment, gone in zip(self.segments, deleted, strict=True):
            self.alive[self.owners[np.array(gone, np.intp) + segment.passages]] = False

    def id(self, document: int) -> str:
        segment = self.segments[bisect(self._documents, document) - 1]
        return segment.columns.documents[document - segment.documents].decode()

    def anchor(self, passage: int) -> str:
        segment = self.segments[bisect(self._passages, passage) - 1]
        return segment.columns.anchors[passage - segment.passages].decode()

    @cached_property
    def newest(self) -> Array:
        """The rank of each document, newest first, undated last, then by id: intp (documents,)."""
        return self._ranks(-self.dates)

    @cached_property
    def oldest(self) -> Array:
        """The rank of each document, oldest first, undated last, then by id: intp (documents,)."""
        return self._ranks(np.where(self.dates == 0, np.iinfo(np.int32).max, self.dates))

    def _ranks(self, days: Array) -> Array:
        return _inverse(np.lexsort((self._by_id, days)))

    @cached_property
    def _by_id(self) -> Array:
        ids = [document for segment in self.segments for document in segment.columns.documents]
        return _inverse(np.array(sorted(range(len(ids)), key=ids.__getitem__), np.intp))


def open_snapshot(folder: Path, index: Any) -> Snapshot:
    """The state of ``index`` (a Whoosh index in ``folder``) after its last commit. Columns that are missing, damaged
    or of another version are made again, and kept where the folder can be written.
    """
    segments = TOC.read(index.storage, index.indexname).segments
    return Snapshot(
        [segment_columns(folder, index.storage, segment) for segment in segments],
        [sorted(segment.deleted_docs()) for segment in segments],
    )


def segment_columns(folder: Path, storage: Any, segment: Any) -> Columns:
    """The columns of one segment, made again when need be."""
    path = folder / f"{segment.segment_id()}{ENDING}"
    try:
        return load(path)
    except ColumnFileError:
        columns = decode(storage, segment)
    try:
        save(columns, path)
    except OSError:  # a folder that cannot be written is searched all the same
        return columns
    return load(path)


def _joined(parts: Sequence[Array], bases: Array, kind: type[Any]) -> Array:
    """The parts one after another, each with its base added."""
    based = [part.astype(kind) + kind(base) for part, base in zip(parts, bases, strict=False)]
    return np.concatenate(based) if based else np.zeros(0, kind)


def _inverse(order: Array) -> Array:
    ranks = np.empty(len(order), np.intp)
    ranks[order] = np.arange(len(order))
    return ranks
