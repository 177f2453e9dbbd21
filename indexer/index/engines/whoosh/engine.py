"""How does Whoosh keep our protocol? One Whoosh document a passage; a paper's first one carries its date and facets.

Text reaches Whoosh as words already analysed, joined by spaces: its own analysers, query parser and highlighter are
not used.
"""

from __future__ import annotations

import json
import struct
import threading
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from whoosh import fields, index
from whoosh import query as whoosh_query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.scoring import BM25F

from indexer.errors import HomeError
from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import FIELD_WEIGHTS, K1, B
from indexer.model.query import DocumentRecord, Facet, Leaf, Matches, Query, Term

_WORDS = SpaceSeparatedTokenizer()
_SCHEMA = fields.Schema(
    document=fields.ID(stored=True),
    anchor=fields.STORED,
    about=fields.STORED,  # on a paper's first passage: the paper's date and facets, as JSON
    **{name: fields.TEXT(analyzer=_WORDS) for name in FIELD_WEIGHTS},
)
# Whoosh's default holds half as much before it starts a new temporary run on disk. Two runs are merged at commit.
_MEMORY_MB = 256


class WhooshEngine:
    """A Whoosh index in ``folder``, made by the first writing. Whoosh's own lock keeps two writers apart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Any = None
        self._lock = threading.Lock()  # a Whoosh reader must not be shared by threads at the same time
        self._postings: _Postings | None = None

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        if not index.exists_in(str(self._folder)):
            self._folder.mkdir(parents=True, exist_ok=True)
            index.create_in(str(self._folder), _SCHEMA).close()
        writer = self._open().writer(limitmb=_MEMORY_MB)
        try:
            for document in remove:
                writer.delete_by_term("document", document)
            for record in add:
                writer.delete_by_term("document", record.id)
                _add(writer, record)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        self._forget()

    def search(self, query: Query) -> Matches:
        with self._lock:
            if self._postings is None:
                self._postings = self._read()
            return evaluate(query, self._postings)

    def close(self) -> None:
        self._forget()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _read(self) -> _Postings:
        """The postings; raises ``HomeError`` when there are none that can be read."""
        try:
            return _Postings(self._open())
        except (index.IndexError, OSError, LookupError, ValueError, struct.error) as error:
            raise HomeError(f"The index in {self._folder} is damaged. Run `matters index` again.") from error

    def _open(self) -> Any:
        if self._index is None:
            self._index = index.open_dir(str(self._folder))
        return self._index

    def _forget(self) -> None:
        with self._lock:
            if self._postings is not None:
                self._postings.close()
                self._postings = None


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


class _Postings:
    """One state of the index; a passage's ordinal is Whoosh's document number."""

    def __init__(self, whoosh_index: Any) -> None:
        self._searcher = whoosh_index.searcher(weighting=BM25F(B=B, K1=K1))
        self.documents: list[Entry] = []
        self._anchors: dict[int, tuple[str, str]] = {}
        for number, stored in self._searcher.reader().iter_docs():
            self._anchors[number] = (stored["document"], stored["anchor"])
            if stored.get("about"):
                self.documents.append(_entry(stored))
        self._ordinals = {entry.id: ordinal for ordinal, entry in enumerate(self.documents)}

    def owner(self, passage: int) -> int:
        return self._ordinals[self._anchors[passage][0]]

    def anchor(self, passage: int) -> str:
        return self._anchors[passage][1]

    def scores(self, leaf: Leaf) -> Mapping[int, float]:
        found = self._searcher.search(_in_every_field(leaf), limit=None)
        return dict(found.items())

    def close(self) -> None:
        self._searcher.close()


def _in_every_field(leaf: Leaf) -> Any:
    if isinstance(leaf, Term):
        return whoosh_query.Or(
            [whoosh_query.Term(name, leaf.word, boost=weight) for name, weight in FIELD_WEIGHTS.items()]
        )
    return whoosh_query.Or(
        [whoosh_query.Phrase(name, list(leaf.words), boost=weight) for name, weight in FIELD_WEIGHTS.items()]
    )


def _entry(stored: Mapping[str, str]) -> Entry:
    about = json.loads(stored["about"])
    return Entry(
        id=stored["document"],
        date=date.fromisoformat(about["date"]) if about["date"] else None,
        facets={Facet(name): tuple(values) for name, values in about["facets"].items()},
    )
