"""What does Whoosh do by itself? It opens the same folder, knows nothing of columns, and scores by its own code; and it
writes the same records by its own code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from whoosh import index, query
from whoosh.scoring import BM25F

from indexer.index.engines.whoosh.engine import SCHEMA
from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import FIELD_WEIGHTS, K1, B
from indexer.model.query import DocumentRecord, Facet, Leaf, Matches, Phrase, Prefix, Query, Term


def stock_write(folder: Path, records: Iterable[DocumentRecord]) -> None:
    """A new index of one segment, every passage added as Whoosh's documentation says."""
    writer = index.create_in(str(folder), SCHEMA).writer()
    for record in records:
        facets: dict[str, list[str]] = {}
        for facet, value in sorted((facet.value, value) for facet, values in record.facets.items() for value in values):
            facets.setdefault(facet, []).append(value)
        about = {"date": record.date.isoformat() if record.date else None, "facets": facets}
        for place, passage in enumerate(record.passages):
            writer.add_document(
                document=record.id,
                anchor=passage.anchor,
                about=json.dumps(about) if place == 0 else None,
                title=" ".join(record.title),
                heading=" ".join(passage.heading),
                text=" ".join(passage.text),
            )
    writer.commit()


def stock_search(folder: Path, asked: Query) -> Matches:
    """The plain evaluation over the scores of a Whoosh searcher."""
    opened = index.open_dir(str(folder))
    with opened.searcher(weighting=BM25F(B=B, K1=K1)) as searcher:
        return evaluate(asked, _Postings(searcher))


class _Postings:
    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher
        self._reader = searcher.reader()
        self.documents: list[Entry] = []
        self._stored: dict[int, Mapping[str, str]] = {}
        self._owners: dict[int, int] = {}
        for number, stored in self._reader.iter_docs():  # a document's passages follow one another
            if stored.get("about"):
                self.documents.append(_entry(stored))
            self._stored[number] = stored
            self._owners[number] = len(self.documents) - 1

    def owner(self, passage: int) -> int:
        return self._owners[passage]

    def anchor(self, passage: int) -> str:
        return self._stored[passage]["anchor"]

    def scores(self, leaf: Leaf) -> Mapping[int, float]:
        clauses = [clause for name, weight in FIELD_WEIGHTS.items() for clause in self._clauses(leaf, name, weight)]
        return dict(self._searcher.search(query.Or(clauses), limit=None).items()) if clauses else {}

    def _clauses(self, leaf: Leaf, name: str, weight: float) -> list[Any]:
        match leaf:
            case Term(word):
                return [query.Term(name, word, boost=weight)]
            case Phrase(words):
                return [query.Phrase(name, list(words), boost=weight)]
            case Prefix(stem):
                words = self._reader.expand_prefix(name, stem)
                return [query.Term(name, word.decode(), boost=weight) for word in words]


def _entry(stored: Mapping[str, str]) -> Entry:
    about = json.loads(stored["about"])
    return Entry(
        id=stored["document"],
        date=date.fromisoformat(about["date"]) if about["date"] else None,
        facets={Facet(name): tuple(values) for name, values in about["facets"].items()},
    )
