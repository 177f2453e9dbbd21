"""How does Whoosh keep our protocol? One Whoosh document a passage; a paper's first one carries its date and facets.

Text comes as words already analysed: Whoosh's own analysers, query parser and highlighter are not used. Whoosh is the
format, the lock and the table of contents; we write its segments and search columns beside them.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from whoosh import fields, index
from whoosh.analysis import SpaceSeparatedTokenizer

from indexer.errors import HomeError
from indexer.index.engines.whoosh.columns import FIELDS
from indexer.index.engines.whoosh.evaluation import Evaluation
from indexer.index.engines.whoosh.snapshot import open_snapshot
from indexer.index.engines.whoosh.write import write
from indexer.model.query import DocumentRecord, FoundPassage, Matches, PassageQuery, Query

_WORDS = SpaceSeparatedTokenizer()
SCHEMA = fields.Schema(
    document=fields.ID(stored=True),
    anchor=fields.STORED,
    about=fields.STORED,  # on a paper's first passage: the paper's date and facets, as JSON
    **{name: fields.TEXT(analyzer=_WORDS) for name in FIELDS},
)


class WhooshEngine:
    """A Whoosh index in ``folder``, made by the first writing. Whoosh's own lock keeps two writers apart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Any = None
        self._lock = threading.Lock()  # held while segments and their columns come and go
        self._evaluation: Evaluation | None = None

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        if not index.exists_in(str(self._folder)):
            self._folder.mkdir(parents=True, exist_ok=True)
            index.create_in(str(self._folder), SCHEMA).close()
        write(self._folder, self._open(), remove, add, self._lock)
        with self._lock:
            self._evaluation = self._read()

    def search(self, query: Query) -> Matches:
        return (self._evaluation or self._evaluated()).matches(query)

    def passages(self, query: PassageQuery) -> tuple[FoundPassage, ...]:
        return (self._evaluation or self._evaluated()).best_passages(query)

    def forms(self) -> Mapping[str, int]:
        return (self._evaluation or self._evaluated()).forms()

    def held(self, words: Sequence[str]) -> tuple[int, ...]:
        return (self._evaluation or self._evaluated()).held(words)

    def close(self) -> None:
        self._evaluation = None
        if self._index is not None:
            self._index.close()
            self._index = None

    def _evaluated(self) -> Evaluation:
        with self._lock:
            if self._evaluation is None:
                self._evaluation = self._read()
            return self._evaluation

    def _read(self) -> Evaluation:
        """What the index holds now; raises ``HomeError`` when there is nothing that can be read."""
        try:
            return Evaluation(open_snapshot(self._folder, self._open()))
        except (index.IndexError, OSError, LookupError, ValueError, struct.error) as error:
            raise HomeError(f"The index in {self._folder} is damaged. Run `matters index` again.") from error

    def _open(self) -> Any:
        if self._index is None:
            self._index = index.open_dir(str(self._folder))
        return self._index
