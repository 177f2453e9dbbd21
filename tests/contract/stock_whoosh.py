"""What does Whoosh do by itself? It opens the same folder, knows nothing of columns, and scores by its own code; and it
writes the same records by its own code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from whoosh import index, query
from whoosh.scoring import BM25F

from indexer.index.engines.whoosh.engine import SCHEMA
from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import K1, B, searched
from indexer.model.query import Bare, DocumentRecord, Exact, Facet, Leaf, Matches, Near, Phrase, Prefix, Query, Term


def stock_write(folder: Path, records: Iterable[DocumentRecord]) -> None:
    """A new index of one segment, every passage added as Whoosh's documentation says."""
    writer = index.create_in(str(folder), SCHEMA).writer()
    for record in records:
        facets: dict[str, list[str]] = {}
        pairs = [(facet.value, value) for facet, values in record.facets.items() for value in values]
        for facet, value in sorted([*pairs, *([("work", record.work)] if record.work else [])]):
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
                title_forms=" ".join(record.title_forms),
                heading_forms=" ".join(passage.heading_forms),
                text_forms=" ".join(passage.text_forms),
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

    def scores(self, leaf: Leaf) -> dict[str, Mapping[int, float]]:
        bare, fields = searched(leaf)
        found: dict[str, Mapping[int, float]] = {}
        for name, weight in fields.items():
            clauses = self._clauses(bare, name, weight)
            found[name] = self._scores(query.Or(clauses)) if clauses else {}
            if isinstance(bare, Near):
                pairs = [self._scores(_near(name, pair, bare.distance)) for pair in pairwise(bare.words)]
                found[name] = {
                    passage: score for passage, score in found[name].items() if all(passage in pair for pair in pairs)
                }
        return found

    def _scores(self, asked: Any) -> Mapping[int, float]:
        return dict(self._searcher.search(asked, limit=None).items())

    def _clauses(self, leaf: Bare, name: str, weight: float) -> list[Any]:
        match leaf:
            case Term(word):
                return [query.Term(name, word, boost=weight)]
            case Phrase(words) | Exact(words):
                return [query.Phrase(name, list(words), boost=weight)]
            case Near(words):
                return [query.And([query.Term(name, word, boost=weight) for word in words])]
            case Prefix(stem):
                words = self._reader.expand_prefix(name, stem)
                return [query.Term(name, word.decode(), boost=weight) for word in words]


def _entry(stored: Mapping[str, str]) -> Entry:
    about = json.loads(stored["about"])
    (work,) = about["facets"].pop("work", [None])
    return Entry(
        id=stored["document"],
        date=date.fromisoformat(about["date"]) if about["date"] else None,
        facets={Facet(name): tuple(values) for name, values in about["facets"].items()},
        work=work,
    )


def _near(name: str, words: tuple[str, ...], distance: int) -> Any:
    """Two words of a field near each other, in either order."""
    one, other = (query.Term(name, word) for word in words)
    return query.SpanNear(one, other, slop=distance, ordered=False)
