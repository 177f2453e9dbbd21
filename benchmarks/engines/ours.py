"""How fast are we? Our engine on Whoosh's segments, with the snippets of our results pages.

The paragraphs and their words, which the peers keep in their indexes and we in the documents' outlines, lie here in
one file.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from benchmarks.corpus import Paper, Paragraph
from benchmarks.engines.peer import DOCUMENTS, PASSAGES, Page
from benchmarks.queries import BenchmarkQuery, How
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.model.query import (
    And,
    DocumentRecord,
    Everything,
    Filter,
    Leaf,
    Node,
    Not,
    Or,
    PassageRecord,
    Phrase,
    Prefix,
    Query,
    Sort,
    Term,
)
from indexer.search.snippets import found, snippet
from indexer.text.words import Words, analysed, stem


class Ours:
    name: ClassVar[str] = "ours"
    asked: ClassVar[int] = 1
    whole_documents: ClassVar[bool] = True

    @staticmethod
    def version() -> str:
        return f"matters-arising on Whoosh {version('whoosh')}, NumPy {np.__version__}"

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        engine = WhooshEngine(folder / "engine")
        texts = _Texts(folder)
        engine.write((), map(_record, texts.keeping(papers)))
        engine.close()

    def __init__(self, folder: Path) -> None:
        self._engine = WhooshEngine(folder / "engine")
        self._texts = _Texts.load(folder)

    def answer(self, query: BenchmarkQuery) -> Page:
        leaves = _leaves(query)
        matches = self._engine.search(
            Query(
                tree=_tree(query, leaves),
                filters=tuple(Filter(facet=facet, values=(value,)) for facet, value in query.filters.items()),
                sort=Sort.NEWEST if query.newest else Sort.RELEVANCE,
                limit=DOCUMENTS,
                passages=PASSAGES,
            )
        )
        documents = []
        for hit in matches.hits:
            shown = [(passage.anchor, self._texts.words(hit.document, passage.anchor)) for passage in hit.passages]
            snippets = [(anchor, snippet(words.text, found(words, leaves)).text) for anchor, words in shown]
            documents.append((hit.document, self._texts.title(hit.document), snippets))
        return Page(matches.total, documents, matches.counts)

    def close(self) -> None:
        self._engine.close()


def _record(paper: Paper) -> DocumentRecord:
    title, title_forms = analysed(paper.title)
    return DocumentRecord(
        id=paper.id,
        title=title,
        passages=tuple(map(_passage, paper.paragraphs)),
        date=paper.date,
        facets=paper.facets,
        title_forms=title_forms,
    )


def _passage(paragraph: Paragraph) -> PassageRecord:
    heading, heading_forms = analysed(paragraph.heading)
    text, text_forms = analysed(paragraph.text)
    return PassageRecord(
        anchor=paragraph.anchor, heading=heading, text=text, heading_forms=heading_forms, text_forms=text_forms
    )


def _leaves(query: BenchmarkQuery) -> tuple[Leaf, ...]:
    if query.how is How.BEGINNING:
        return tuple(Prefix(word) for word in query.words)
    words = tuple(stem(word) for word in query.words)
    return (Phrase(words),) if query.how is How.PHRASE else tuple(Term(word) for word in words)


def _tree(query: BenchmarkQuery, leaves: tuple[Leaf, ...]) -> Node:
    tree: Node
    if query.how is How.NONE:
        tree = Everything()
    elif len(leaves) == 1:
        tree = leaves[0]
    else:
        tree = And(leaves) if query.how is How.ALL else Or(leaves)
    return And((tree, Not(Term(stem(query.without))))) if query.without else tree


class _Texts:
    """Titles and paragraphs end to end in one file, and where each begins; after a paragraph, its words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bounds: Any = None
        self._first: Any = None

    def keeping(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        """The papers, written as they pass with the words of their paragraphs; a paper begins with its title."""
        lengths, first = [0], [0]
        with (self._folder / "texts").open("wb") as file:
            for paper in papers:
                kept = (f"{p.text}\n{Words.of(p.text).packed()}" for p in paper.paragraphs)
                lengths += [file.write(text.encode()) for text in (paper.title, *kept)]
                first.append(len(lengths) - 1)
                yield paper
        np.save(self._folder / "bounds.npy", np.cumsum(lengths))
        (self._folder / "first.json").write_text(json.dumps(first))

    @classmethod
    def load(cls, folder: Path) -> _Texts:
        texts = cls(folder)
        texts._bounds = np.load(folder / "bounds.npy").data
        texts._first = json.loads((folder / "first.json").read_text())
        with (folder / "texts").open("rb") as file:
            texts._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return texts

    _file: mmap.mmap

    def title(self, document: str) -> str:
        return self._at(self._first[int(document[1:])])

    def words(self, document: str, anchor: str) -> Words:
        """Anchors are ``para-1``, ``para-2`` and so on; the title stands before them."""
        text, _, packed = self._at(self._first[int(document[1:])] + int(anchor[5:])).rpartition("\n")
        return Words.unpacked(text, packed)

    def _at(self, place: int) -> str:
        return self._file[self._bounds[place] : self._bounds[place + 1]].decode()
