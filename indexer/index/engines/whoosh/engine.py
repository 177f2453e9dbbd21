"""How does Whoosh keep our protocol? One Whoosh document a passage; a paper's first one carries its date and facets.

Text comes as words already analysed: Whoosh's own analysers, query parser and highlighter are not used. Whoosh is the
format, the lock and the table of contents; we write its segments and search columns beside them.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from pathlib import Path

from whoosh import fields, index
from whoosh.analysis import SpaceSeparatedTokenizer

from indexer.index.engines.whoosh.columns import FIELDS
from indexer.index.engines.whoosh.evaluation import Evaluation
from indexer.index.engines.whoosh.snapshot import open_snapshot
from indexer.index.engines.whoosh.write import write
from indexer.model.query import DocumentRecord, Matches, Query

_WORDS = SpaceSeparatedTokenizer()
SCHEMA = fields.Schema(
    document=fields.ID(stored=True),
    anchor=fields.STORED,
    about=fields.STORED,  # on a paper's first passage: the paper's date and facets, as JSON
    **{name: fields.TEXT(analyzer=_WORDS) for name in FIELDS},
)


class WhooshEngine:
    """A Whoosh index in ``folder``, made when there is none. Whoosh's own lock keeps two writers apart."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        place = str(folder)
        self._folder = folder
        self._index = index.open_dir(place) if index.exists_in(place) else index.create_in(place, SCHEMA)
        self._lock = threading.Lock()  # held while segments and their columns come and go
        self._evaluation: Evaluation | None = None

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        write(self._folder, self._index, remove, add, self._lock)
        with self._lock:
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
