"""How fast is Xapian, the probabilistic engine written in C++? Only where the system's Python has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import xapian

from benchmarks.corpus import Paper
from benchmarks.engines.peer import PASSAGES, SNIPPET, FilterTable, Page, best_passages, counted
from benchmarks.queries import BenchmarkQuery, How
from indexer.index.ranking import FIELD_WEIGHTS
from indexer.model.query import Facet

_PREFIX = {"title": "S", "heading": "XH", "text": ""}
_FACET = {facet: f"X{facet.name}:" for facet in Facet}
_NUMBER, _DAY = 0, 1  # value slots
_LEAD = "XLEAD"
_HITS = 100  # enough for ten documents, each of whose paragraphs at most three are among them


class Xapian:
    name: ClassVar[str] = "xapian"
    asked: ClassVar[int] = 1
    whole_documents: ClassVar[bool] = False

    @staticmethod
    def version() -> str:
        return f"Xapian {xapian.version_string()}"

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        table = FilterTable()
        database = xapian.WritableDatabase(str(folder / "index"), xapian.DB_CREATE_OR_OPEN)
        terms = xapian.TermGenerator()
        terms.set_stemmer(xapian.Stem("english"))
        terms.set_stemming_strategy(terms.STEM_ALL)
        for paper in table.watching(papers):
            for place, paragraph in enumerate(paper.paragraphs):
                document = xapian.Document()
                terms.set_document(document)
                for name, text in (("title", paper.title), ("heading", paragraph.heading), ("text", paragraph.text)):
                    terms.set_termpos(0)
                    terms.index_text(text, 1, _PREFIX[name])
                for facet, values in paper.facets.items():
                    for value in values:
                        document.add_boolean_term(_FACET[facet] + value)
                if place == 0:
                    document.add_boolean_term(_LEAD)
                document.add_value(_NUMBER, xapian.sortable_serialise(paper.number))
                document.add_value(_DAY, xapian.sortable_serialise(paper.date.toordinal()))
                document.set_data(f"{paragraph.anchor}\n{paragraph.text}")
                database.add_document(document)
        database.commit()
        database.close()
        table.save(folder)

    def __init__(self, folder: Path) -> None:
        self._database = xapian.Database(str(folder / "index"))
        self._stemmer = xapian.Stem("english")
        self._table = FilterTable.load(folder)

    def answer(self, query: BenchmarkQuery) -> Page:
        words = self._words(query)
        counts: dict[Facet, Mapping[str, int]] = {}
        total = 0
        documents: list[tuple[str, str, list[tuple[str, str]]]] = []
        for kept, facets in counted(query).items():
            complete = len(kept) == len(query.filters)
            enquire = xapian.Enquire(self._database)
            enquire.set_query(_within(words, {facet: query.filters[facet] for facet in kept}))
            spy = xapian.ValueCountMatchSpy(_NUMBER)
            enquire.add_matchspy(spy)
            if query.newest:
                enquire.set_sort_by_value_then_relevance(_DAY, True)  # noqa: FBT003 - no keywords there
            # A document's paragraphs must not crowd out other documents: Xapian keeps the three best of each.
            enquire.set_collapse_key(_NUMBER, PASSAGES)
            hits = enquire.get_mset(0, _HITS if complete else 0, self._database.get_doccount())
            numbers = [int(xapian.sortable_unserialise(item.term)) for item in spy.values()]
            counts |= {facet: self._table.count(facet, numbers) for facet in facets}
            if complete:
                total = len(numbers)
                documents = self._shown(query, hits)
        return Page(total, documents, counts)

    def _shown(self, query: BenchmarkQuery, hits: Any) -> list[tuple[str, str, list[tuple[str, str]]]]:
        best = best_passages((int(xapian.sortable_unserialise(hit.document.get_value(_NUMBER))), hit) for hit in hits)
        documents = []
        for number, found in best.items():
            shown = []
            for hit in found if query.words else ():
                anchor, _, text = hit.document.get_data().decode().partition("\n")
                shown.append((anchor, hits.snippet(text, SNIPPET, self._stemmer).decode()))
            documents.append((*self._table.papers[number], shown))
        return documents

    def _words(self, query: BenchmarkQuery) -> Any:
        ask = xapian.Query
        stems = [self._stemmer(word).decode() for word in query.words]
        match query.how:
            case How.NONE:
                return ask(_LEAD)
            case How.BEGINNING:
                beginning = query.words[0]
                words = _in_fields(lambda prefix: ask(ask.OP_WILDCARD, prefix + beginning, 0, ask.WILDCARD_LIMIT_ERROR))
            case How.PHRASE:
                words = _in_fields(lambda prefix: ask(ask.OP_PHRASE, [prefix + stem for stem in stems]))
            case _:
                parts = [_in_fields(lambda prefix, stem=stem: ask(prefix + stem)) for stem in stems]
                words = ask(ask.OP_AND if query.how is How.ALL else ask.OP_OR, parts)
        if query.without:
            out = self._stemmer(query.without).decode()
            words = ask(ask.OP_AND_NOT, words, _in_fields(lambda prefix: ask(prefix + out)))
        return words

    def close(self) -> None:
        self._database.close()


def _in_fields(of_prefix: Any) -> Any:
    ask = xapian.Query
    parts = [
        of_prefix(_PREFIX[name]) if weight == 1 else ask(ask.OP_SCALE_WEIGHT, of_prefix(_PREFIX[name]), weight)
        for name, weight in FIELD_WEIGHTS.items()
    ]
    return ask(ask.OP_OR, parts)


def _within(words: Any, filters: Mapping[Facet, str]) -> Any:
    ask = xapian.Query
    if not filters:
        return words
    return ask(ask.OP_FILTER, words, ask(ask.OP_AND, [ask(_FACET[facet] + value) for facet, value in filters.items()]))
