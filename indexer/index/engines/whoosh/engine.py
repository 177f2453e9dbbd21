"""How does Whoosh keep our protocol? One Whoosh document a passage; a paper's first one carries its date and facets.

Text reaches Whoosh as words already analysed, joined by spaces: its own analysers, query parser and highlighter are
not used.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from whoosh import fields, index
from whoosh.analysis import SpaceSeparatedTokenizer

from indexer.index.engines.whoosh.columns import FIELDS
from indexer.index.engines.whoosh.evaluation import Evaluation
from indexer.index.engines.whoosh.snapshot import open_snapshot
from indexer.model.query import DocumentRecord, Matches, Query

_WORDS = SpaceSeparatedTokenizer()
_SCHEMA = fields.Schema(
    document=fields.ID(stored=True),
    anchor=fields.STORED,
    about=fields.STORED,  # on a paper's first passage: the paper's date and facets, as JSON
    **{name: fields.TEXT(analyzer=_WORDS) for name in FIELDS},
)
# Whoosh's default holds half as much before it starts a new temporary run on disk. Two runs are merged at commit.
_MEMORY_MB = 256


class WhooshEngine:
    """A Whoosh index in ``folder``, made when there is none. Whoosh's own lock keeps two writers apart."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        place = str(folder)
        self._folder = folder
        self._index = index.open_dir(place) if index.exists_in(place) else index.create_in(place, _SCHEMA)
        self._lock = threading.Lock()  # held while segments and their columns come and go
        self._evaluation: Evaluation | None = None

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        writer = self._index.writer(limitmb=_MEMORY_MB)
        try:
            for document in remove:
                writer.delete_by_term("document", document)
            for record in add:
                writer.delete_by_term("document", record.id)
                _add(writer, record)
        except BaseException:
            writer.cancel()
            raise
        with self._lock:
            writer.commit()
            self._evaluation = Evaluation(open_snapshot(self._folder, self._index))

    def search(self, query: Query) -> Matches:
        return (self._evaluation or self._opened()).matches(query)

    def close(self) -> None:
        self._evaluation = None
        self._index.close()

    def _opened(self) -> Evaluation:
        with self._lock:
            if self._evaluation is None:
                self._evaluation = Evaluation(open_snapshot(self._folder, self._index))
            return self._evaluation


def _add(writer: Any, record: DocumentRecord) -> None:
    about = {
        "date": record.date.isoformat() if record.date else None,
        "facets": {facet.value: list(values) for facet, values in record.facets.items()},
    }
    for place, passage in enumerate(record.passages):
        writer.add_document(
            document=record.id,
            anchor=passage.anchor,
            about=json.dumps(about) if place == 0 else None,
            title=" ".join(record.title),
            heading=" ".join(passage.heading),
            text=" ".join(passage.text),
        )
