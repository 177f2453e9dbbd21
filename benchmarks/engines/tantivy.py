"""How fast is tantivy, the engine written in Rust? Twice: with an index of paragraphs alone, and with one of documents.

tantivy does not group. With paragraphs alone, its user takes hits until ten documents are full, and learns by an
aggregation which documents match, to count them. (Cardinalities inside terms aggregations, the other way, took four
times as long when this was written, and are estimates.) With a second index, of whole documents, that one ranks and
counts, and the paragraphs are asked for the best ones of ten documents: another ranking, and two thirds more to build.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import tantivy

from benchmarks.corpus import Paper
from benchmarks.engines.peer import DOCUMENTS, SNIPPET, FilterTable, Page, best_passages, counted
from benchmarks.queries import BenchmarkQuery, How
from indexer.index.ranking import FIELD_WEIGHTS, FORMS
from indexer.model.query import Facet

_MEMORY = 256_000_000  # bytes for the writer, as ours
_HITS = 100  # enough for ten documents as a rule; more are taken when not
_MOST_DOCUMENTS = 65_000  # buckets of an aggregation: the limit tantivy sets
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


class Tantivy:
    name: ClassVar[str] = "tantivy"
    asked: ClassVar[int] = 1
    whole_documents: ClassVar[bool] = False

    @staticmethod
    def version() -> str:
        return f"tantivy-py {version('tantivy')}"

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        table = FilterTable()
        writer = _writer(folder / "paragraphs")
        for paper in table.watching(papers):
            for place, paragraph in enumerate(paper.paragraphs):
                document = _document(paper)
                document.add_unsigned("lead", int(place == 0))
                document.add_text("anchor", paragraph.anchor)
                _add(document, "heading", paragraph.heading)
                _add(document, "text", paragraph.text)
                writer.add_document(document)
        _finish(writer)
        table.save(folder)

    def __init__(self, folder: Path) -> None:
        self._index, self._paragraphs = _open(folder / "paragraphs")
        self._table = FilterTable.load(folder)
        self._analyser = _analyser()

    def answer(self, query: BenchmarkQuery) -> Page:
        schema = self._index.schema
        words = _words(schema, query, self._analyser)
        total, counts = self._counted(query, words)
        wanted = words if words is not None else tantivy.Query.term_query(schema, "lead", 1)
        documents = []
        snippets = tantivy.SnippetGenerator.create(self._paragraphs, wanted, schema, "text")
        snippets.set_max_num_chars(SNIPPET)
        for number, hits in self._best(query, wanted).items():
            identifier, title = self._table.papers[number]
            shown = []
            for hit in hits if query.words else ():
                stored = self._paragraphs.doc(hit)
                shown.append((stored.get_first("anchor"), snippets.snippet_from_doc(stored).to_html()))
            documents.append((identifier, title, shown))
        return Page(total, documents, counts)

    def _best(self, query: BenchmarkQuery, words: Any) -> Mapping[int, list[Any]]:
        """The best paragraphs of the best documents, by number."""
        within = _within(self._index.schema, words, query.filters)
        limit = _HITS
        while True:
            hits = [hit for _, hit in self._paragraphs.search(within, limit, count=False, **_order(query)).hits]
            numbers = self._paragraphs.fast_field_values("number", hits)
            best = best_passages(zip(numbers, hits, strict=True))
            if len(best) == DOCUMENTS or len(hits) < limit:
                return best
            limit *= 8

    def _counted(self, query: BenchmarkQuery, words: Any) -> tuple[int, Mapping[Facet, Mapping[str, int]]]:
        counts: dict[Facet, Mapping[str, int]] = {}
        total = 0
        matched = words if words is not None else tantivy.Query.term_query(self._index.schema, "lead", 1)
        for kept, facets in counted(query).items():
            within = _within(self._index.schema, matched, {facet: query.filters[facet] for facet in kept})
            found = self._paragraphs.aggregate(within, {"d": {"terms": {"field": "number", "size": _MOST_DOCUMENTS}}})
            numbers = [int(bucket["key"]) for bucket in found["d"]["buckets"]]
            counts |= {facet: self._table.count(facet, numbers) for facet in facets}
            if len(kept) == len(query.filters):
                total = len(numbers)
        return total, counts

    def close(self) -> None:
        """Nothing to do: tantivy lets go when nobody holds it."""


class TantivyDocuments(Tantivy):
    name: ClassVar[str] = "tantivy+documents"
    whole_documents: ClassVar[bool] = True

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        writer = _writer(folder / "documents")
        kept = []
        for paper in papers:
            kept.append(paper)
            document = _document(paper)
            for paragraph in paper.paragraphs:
                _add(document, "heading", paragraph.heading)
                _add(document, "text", paragraph.text)
            writer.add_document(document)
        _finish(writer)
        Tantivy.build(kept, folder)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._document_index, self._documents = _open(folder / "documents")

    def answer(self, query: BenchmarkQuery) -> Page:
        self._words = _words(self._document_index.schema, query, self._analyser) or tantivy.Query.all_query()
        return super().answer(query)

    def _best(self, query: BenchmarkQuery, words: Any) -> Mapping[int, list[Any]]:
        within = _within(self._document_index.schema, self._words, query.filters)
        found = self._documents.search(within, DOCUMENTS, count=False, **_order(query)).hits
        numbers = self._documents.fast_field_values("number", [hit for _, hit in found])
        best: dict[int, list[Any]] = {number: [] for number in numbers}
        if query.words and numbers:
            schema = self._index.schema
            anyhow = replace(query, how=How.ANY if query.how is How.ALL else query.how, without=None)
            words = _words(schema, anyhow, self._analyser)
            these = tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema, "number", numbers), 0.0)
            both = tantivy.Query.boolean_query([(_MUST, words), (_MUST, these)])
            hits = [hit for _, hit in self._paragraphs.search(both, _HITS, count=False).hits]
            owners = self._paragraphs.fast_field_values("number", hits)
            best |= best_passages(zip(owners, hits, strict=True))
        return best

    def _counted(self, query: BenchmarkQuery, words: Any) -> tuple[int, Mapping[Facet, Mapping[str, int]]]:  # noqa: ARG002
        counts: dict[Facet, Mapping[str, int]] = {}
        total = 0
        for kept, facets in counted(query).items():
            chosen = {facet: query.filters[facet] for facet in kept}
            within = _within(self._document_index.schema, self._words, chosen)
            if len(kept) == len(query.filters):
                total = self._documents.search(within, 1, count=True).count
            found = self._documents.aggregate(
                within, {facet.value: {"terms": {"field": facet.value, "size": 1000}} for facet in facets}
            )
            for facet in facets:
                counts[facet] = {bucket["key"]: bucket["doc_count"] for bucket in found[facet.value]["buckets"]}
        return total, counts


def _order(query: BenchmarkQuery) -> dict[str, str]:
    return {"order_by_field": "day"} if query.newest else {}


def _words(schema: Any, query: BenchmarkQuery, analyser: Any) -> Any:
    """The query for the words, without filters; ``None`` when there are none."""
    ask = tantivy.Query
    stems = [stem for word in query.words for stem in analyser.analyze(word)]
    match query.how:
        case How.NONE:
            return None
        case How.BEGINNING:
            words = _in_fields(lambda name: ask.regex_query(schema, name, f"{query.words[0]}.*"))
        case How.PHRASE:
            words = _in_fields(lambda name: ask.phrase_query(schema, name, stems))
        case _:
            parts = [_in_fields(lambda name, stem=stem: ask.term_query(schema, name, stem)) for stem in stems]
            occur = _MUST if query.how is How.ALL else _SHOULD
            words = ask.boolean_query([(occur, part) for part in parts]) if len(parts) > 1 else parts[0]
    if query.without:
        [stem] = analyser.analyze(query.without)
        out = _in_fields(lambda name: ask.term_query(schema, name, stem))
        words = ask.boolean_query([(_MUST, words), (_NOT, out)])
    return words


def _in_fields(of_field: Any) -> Any:
    return tantivy.Query.boolean_query(
        [
            (_SHOULD, of_field(name) if weight == 1 else tantivy.Query.boost_query(of_field(name), weight))
            for name, weight in FIELD_WEIGHTS.items()
        ]
    )


def _within(schema: Any, words: Any, filters: Mapping[Facet, str]) -> Any:
    if not filters:
        return words
    ask = tantivy.Query
    chosen = [
        ask.const_score_query(ask.term_query(schema, f.value, value, "basic"), 0.0) for f, value in filters.items()
    ]
    return ask.boolean_query([(_MUST, words), *((_MUST, part) for part in chosen)])


def _document(paper: Paper) -> Any:
    document = tantivy.Document()
    document.add_unsigned("number", paper.number)
    document.add_unsigned("day", paper.date.toordinal())
    _add(document, "title", paper.title)
    for facet, values in paper.facets.items():
        for value in values:
            document.add_text(facet.value, value)
    return document


def _add(document: Any, field: str, text: str) -> None:
    """Stemmed, and as it is written: an exact phrase has to be found."""
    document.add_text(field, text)
    document.add_text(f"{field}{FORMS}", text)


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", fast=True, indexed=True)
    builder.add_unsigned_field("day", fast=True)
    builder.add_unsigned_field("lead", indexed=True)
    builder.add_text_field("anchor", stored=True, tokenizer_name="raw", index_option="basic")
    for name in FIELD_WEIGHTS:
        builder.add_text_field(name, stored=name == "text", tokenizer_name="english")
        builder.add_text_field(f"{name}{FORMS}", tokenizer_name="default")
    for facet in Facet:
        builder.add_text_field(facet.value, tokenizer_name="raw", fast=True, index_option="basic")
    return builder.build()


def _analyser() -> Any:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(64))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


def _writer(folder: Path) -> Any:
    folder.mkdir()
    index = tantivy.Index(_schema(), path=str(folder))
    index.register_tokenizer("english", _analyser())
    return index.writer(_MEMORY, 1)


def _finish(writer: Any) -> None:
    writer.commit()
    writer.wait_merging_threads()


def _open(folder: Path) -> tuple[Any, Any]:
    index = tantivy.Index.open(str(folder))
    index.register_tokenizer("english", _analyser())
    return index, index.searcher()
