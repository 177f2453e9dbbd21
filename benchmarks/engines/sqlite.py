"""How fast is SQLite's full-text search, the one that every Python has?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from benchmarks.corpus import Paper
from benchmarks.engines.peer import DOCUMENTS, SNIPPET, Page, best_passages, counted
from benchmarks.queries import BenchmarkQuery, How
from indexer.index.ranking import FIELD_WEIGHTS
from indexer.model.query import Facet

_MANY = {Facet.TOPIC}  # facets of which a document may have several values
_SNIPPET_WORDS = SNIPPET // 6
_SCHEMA = f"""
    PRAGMA journal_mode = off;
    CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT, title TEXT, day INTEGER,
                           {", ".join(f"{facet.value} TEXT" for facet in Facet if facet not in _MANY)});
    CREATE TABLE topic (value TEXT, document INTEGER, PRIMARY KEY (value, document)) WITHOUT ROWID;
    CREATE INDEX topic_document ON topic (document);
    CREATE TABLE paragraph (row INTEGER PRIMARY KEY, document INTEGER, anchor TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (title, heading, text, tokenize = 'porter unicode61');
"""
_RANK = f"bm25(words, {', '.join(map(str, FIELD_WEIGHTS.values()))})"


class Sqlite:
    name: ClassVar[str] = "sqlite-fts5"
    asked: ClassVar[int] = 2
    whole_documents: ClassVar[bool] = False

    @staticmethod
    def version() -> str:
        return f"SQLite {sqlite3.sqlite_version} FTS5"

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        connection = sqlite3.connect(folder / "index.db")
        connection.executescript(_SCHEMA)
        row = 0
        plain = [facet for facet in Facet if facet not in _MANY]
        for paper in papers:
            facts = (paper.number, paper.id, paper.title, paper.date.toordinal())
            values = [next(iter(paper.facets[facet]), None) for facet in plain]
            connection.execute(f"INSERT INTO document VALUES (?, ?, ?, ?{', ?' * len(plain)})", (*facts, *values))
            connection.executemany(
                "INSERT INTO topic VALUES (?, ?)", [(v, paper.number) for v in paper.facets[Facet.TOPIC]]
            )
            rows = [(row + k, p) for k, p in enumerate(paper.paragraphs)]
            connection.executemany(
                "INSERT INTO paragraph VALUES (?, ?, ?)", [(r, paper.number, p.anchor) for r, p in rows]
            )
            connection.executemany(
                "INSERT INTO words (rowid, title, heading, text) VALUES (?, ?, ?, ?)",
                [(r, paper.title, p.heading, p.text) for r, p in rows],
            )
            row += len(rows)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.commit()
        connection.execute("ANALYZE")
        connection.close()

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "index.db")
        self._connection.execute("PRAGMA mmap_size = 4000000000")
        self._connection.execute("PRAGMA cache_size = -200000")
        self._connection.execute("CREATE TEMP TABLE matched (document INTEGER PRIMARY KEY)")

    def answer(self, query: BenchmarkQuery) -> Page:
        counts: dict[Facet, Mapping[str, int]] = {}
        total = 0
        for kept, facets in counted(query).items():
            self._match(query, kept)
            counts |= {facet: self._count(facet) for facet in facets}
            if len(kept) == len(query.filters):
                [[total]] = self._connection.execute("SELECT count(*) FROM matched")
        return Page(total, self._best(query) if query.words else self._newest(query), counts)

    def _match(self, query: BenchmarkQuery, kept: tuple[Facet, ...]) -> None:
        """Puts the documents that match under these filters into the table ``matched``."""
        where, values = _where(query, kept)
        self._connection.execute("DELETE FROM matched")
        if query.words:
            source = "words JOIN paragraph ON row = words.rowid JOIN document ON number = document WHERE words MATCH ?"
            values.insert(0, _expression(query))
        else:
            source = "document WHERE 1"
        self._connection.execute(f"INSERT OR IGNORE INTO matched SELECT number FROM {source}{where}", values)

    def _count(self, facet: Facet) -> dict[str, int]:
        if facet in _MANY:
            return dict(
                self._connection.execute("SELECT value, count(*) FROM matched JOIN topic USING (document) GROUP BY 1")
            )
        return dict(
            self._connection.execute(
                f"SELECT {facet.value}, count(*) FROM matched JOIN document ON number = document GROUP BY 1"
            )
        )

    def _best(self, query: BenchmarkQuery) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Every match is ranked and grouped, then the snippets of those shown are made."""
        where, values = _where(query, tuple(query.filters))
        order = "day DESC, rank" if query.newest else "rank"
        rows = self._connection.execute(
            f"SELECT number, row, {_RANK} AS rank FROM words JOIN paragraph ON row = words.rowid JOIN document "
            f"ON number = document WHERE words MATCH ?{where} ORDER BY {order}",
            [_expression(query), *values],
        )
        documents = best_passages((number, row) for number, row, _ in rows)
        shown = [row for rows in documents.values() for row in rows]
        rows = self._connection.execute(
            f"SELECT row, anchor, snippet(words, 2, '<b>', '</b>', '…', {_SNIPPET_WORDS}) FROM words "
            f"JOIN paragraph ON row = words.rowid WHERE words MATCH ? AND words.rowid IN ({_list(shown)})",
            [_expression(query)],
        )
        snippets = {row: (anchor, text) for row, anchor, text in rows}
        titles = self._connection.execute(
            f"SELECT number, id, title FROM document WHERE number IN ({_list(documents)})"
        )
        named = {number: (identifier, title) for number, identifier, title in titles}
        return [(*named[number], [snippets[row] for row in rows]) for number, rows in documents.items()]

    def _newest(self, query: BenchmarkQuery) -> list[tuple[str, str, list[tuple[str, str]]]]:
        where, values = _where(query, tuple(query.filters))
        rows = self._connection.execute(
            f"SELECT id, title FROM document WHERE 1{where} ORDER BY day DESC LIMIT {DOCUMENTS}", values
        )
        return [(identifier, title, []) for identifier, title in rows]

    def close(self) -> None:
        self._connection.close()


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers)) or "NULL"


def _expression(query: BenchmarkQuery) -> str:
    """The query in the language of FTS5."""
    words = [f'"{word}"' for word in query.words]
    match query.how:
        case How.PHRASE:
            expression = f'"{" ".join(query.words)}"'
        case How.BEGINNING:
            expression = f'"{query.words[0]}"*'
        case How.ALL:
            expression = " AND ".join(words)
        case _:
            expression = " OR ".join(words)
    return f'({expression}) NOT "{query.without}"' if query.without else expression


def _where(query: BenchmarkQuery, kept: tuple[Facet, ...]) -> tuple[str, list[str]]:
    condition = "".join(
        " AND number IN (SELECT document FROM topic WHERE value = ?)" if facet in _MANY else f" AND {facet.value} = ?"
        for facet in kept
    )
    return condition, [query.filters[facet] for facet in kept]
