"""What must an engine do to be compared? The whole of what a results page needs, from words to snippets.

The ten best documents, a document ranking by its best paragraph, with the three best paragraphs of each and a snippet
of each of these; the number of documents; for each of the six filters how many documents have which value, counted as
if that filter were not set. A word counts in title, heading and text of a paragraph, weighted as ours are.

What differs, since users of the peers would have it so: *all of* and *without* mean one paragraph for the peers, a
whole document for us and for ``tantivy+documents``; each engine stems with its own English stemmer; and only ours,
stock Whoosh and SQLite look at every match when they pick the best, the others at as many as fill ten documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

import numpy as np

from benchmarks.corpus import Paper
from benchmarks.queries import BenchmarkQuery
from indexer.model.query import Facet

DOCUMENTS = 10
PASSAGES = 3  # of each document
SNIPPET = 260  # characters, about

Counts = Mapping[Facet, Mapping[str, int]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """``documents``: id, title and for each of the best paragraphs its anchor and snippet."""

    total: int
    documents: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]
    counts: Counts


class Peer(Protocol):
    name: ClassVar[str]
    asked: ClassVar[int]  # every so many queries, 1 for all: a slow engine is not waited for
    whole_documents: ClassVar[bool]  # whether *all of* and *without* mean a whole document

    @staticmethod
    def version() -> str:
        """Name and version of what is measured."""

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        """Indexes the papers in an empty folder."""

    def __init__(self, folder: Path) -> None:
        """Opens what ``build`` wrote."""

    def answer(self, query: BenchmarkQuery) -> Page: ...

    def close(self) -> None: ...


class FilterTable:
    """The filter values of every document as arrays, for peers that can say which documents match but not count them.

    What a user of such an engine would keep beside it; ``add`` when building, then ``save``; ``load`` when opening.
    """

    def __init__(self) -> None:
        self._values: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        self._pairs: dict[Facet, list[tuple[int, int]]] = {facet: [] for facet in Facet}
        self.papers: list[tuple[str, str]] = []  # id, title

    def add(self, paper: Paper) -> None:
        self.papers.append((paper.id, paper.title))
        for facet, values in paper.facets.items():
            known = self._values[facet]
            self._pairs[facet] += [(paper.number, known.setdefault(value, len(known))) for value in values]

    def watching(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        """The papers, each added as it passes."""
        for paper in papers:
            self.add(paper)
            yield paper

    def save(self, folder: Path) -> None:
        table = {facet.value: [list(self._values[facet]), self._pairs[facet]] for facet in Facet}
        (folder / "filters.json").write_text(json.dumps([table, self.papers]))

    @classmethod
    def load(cls, folder: Path) -> FilterTable:
        table, papers = json.loads((folder / "filters.json").read_text())
        loaded = cls()
        loaded.papers = [(paper, title) for paper, title in papers]
        loaded._bears = {Facet(name): _matrix(values, pairs, len(papers)) for name, (values, pairs) in table.items()}
        return loaded

    _bears: dict[Facet, tuple[list[str], Any]]

    def count(self, facet: Facet, documents: Sequence[int]) -> dict[str, int]:
        """How many of ``documents`` (by number) have which value."""
        values, codes = self._bears[facet]
        counts = np.bincount(codes[np.asarray(documents, np.intp)].ravel(), minlength=len(values) + 1)
        return {value: count for value, count in zip(values, counts.tolist(), strict=False) if count}


def _matrix(values: list[str], pairs: list[tuple[int, int]], documents: int) -> tuple[list[str], Any]:
    """The codes of each document's values, as many columns as a document has at most; what is over has no value."""
    rows: list[list[int]] = [[] for _ in range(documents)]
    for document, code in pairs:
        rows[document].append(code)
    width = max(1, *map(len, rows)) if rows else 1
    codes = np.full((documents, width), len(values), np.intp)
    for document, row in enumerate(rows):
        codes[document, : len(row)] = row
    return values, codes


def best_passages(hits: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """Hits (document, passage), best first, as the best documents with their best passages; stops when it has them."""
    documents: dict[int, list[T]] = {}
    for document, passage in hits:
        passages = documents.get(document)
        if passages is None:
            if len(documents) < DOCUMENTS:
                documents[document] = [passage]
        elif len(passages) < PASSAGES:
            passages.append(passage)
    return documents


def counted(query: BenchmarkQuery) -> dict[tuple[Facet, ...], list[Facet]]:
    """Which facets are counted under which filters: for each set of filters to apply, the facets counted by it."""
    under: dict[tuple[Facet, ...], list[Facet]] = {tuple(query.filters): []}
    for facet in Facet:
        under.setdefault(tuple(kept for kept in query.filters if kept is not facet), []).append(facet)
    return under
