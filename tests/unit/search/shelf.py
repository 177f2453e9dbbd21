"""A few papers in an engine, to be compared with one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from indexer.index.engines.memory import MemoryEngine
from indexer.index.records import record
from indexer.index.store import Outline
from indexer.model.document import Basis, Document, Fact
from indexer.model.paths import Similar
from indexer.model.topic import TopicMatch
from indexer.search.similar import Papers, similar
from tests.unit.versions.papers import paper


class Shelf:
    """Papers by name, each with paragraphs "para-1", "para-2", ...; a name may begin with the paper's date."""

    def __init__(self, papers: Mapping[str, Collection[str]], *, topics: Mapping[str, str] | None = None) -> None:
        self.documents = {name: _dated(paper(name, text)) for name, text in papers.items()}
        for name, topic in (topics or {}).items():
            listed = TopicMatch(topic=topic, weight=1.0, paragraphs=("para-1",))
            self.documents[name] = replace(self.documents[name], topics=(listed,))
        self._outlines = {name: Outline(Outline.of(document)) for name, document in self.documents.items()}
        self._engine = MemoryEngine()
        self._engine.write((), map(record, self.documents.values()))

    def similar(
        self, name: str, anchor: str = "para-1", *, apart: Collection[str] = (), names: Collection[str] = ()
    ) -> Similar:
        document = self.documents[name]
        passages = [passage for other in self.documents.values() for passage in other.passages()]
        papers = Papers(
            ask=self._engine.search,
            held=self._engine.held,
            outline=self._outlines.__getitem__,
            passages=len(passages),
            names=names,
        )
        (passage,) = (passage for passage in document.passages() if passage.anchor == anchor)
        return similar(document, passage, apart, papers)


def found(shown: Similar) -> list[str]:
    """The papers shown, as "name#anchor"."""
    results = (*shown.since, *shown.before, *shown.unplaced)
    return [f"{result.document.id}#{result.passages[0].passage.anchor}" for result in results]


def _dated(document: Document) -> Document:
    try:
        day = date.fromisoformat(document.id[:10])
    except ValueError:
        return document
    return replace(document, date=Fact(value=day, basis=Basis.STATED, where="name"))
