"""How fast is Whoosh by itself, used as its documentation says?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from whoosh import fields, highlight, index, query, scoring, sorting
from whoosh.analysis import StandardAnalyzer, StemmingAnalyzer

from benchmarks.corpus import Paper
from benchmarks.engines.peer import DOCUMENTS, PASSAGES, SNIPPET, FilterTable, Page, counted
from benchmarks.queries import BenchmarkQuery, How
from indexer.index.ranking import FIELD_WEIGHTS, FORMS
from indexer.model.query import Facet

_ANALYSER = StemmingAnalyzer(stoplist=None)  # everybody indexes every word
_SCHEMA = fields.Schema(
    number=fields.NUMERIC(stored=True, sortable=True),
    day=fields.NUMERIC(sortable=True),
    lead=fields.BOOLEAN,
    anchor=fields.STORED,
    title=fields.TEXT(analyzer=_ANALYSER),
    heading=fields.TEXT(analyzer=_ANALYSER),
    text=fields.TEXT(analyzer=_ANALYSER, stored=True),
    **{f"{name}{FORMS}": fields.TEXT(analyzer=StandardAnalyzer(stoplist=None)) for name in FIELD_WEIGHTS},
    **{facet.value: fields.ID(sortable=True) for facet in Facet if facet is not Facet.TOPIC},
    topic=fields.KEYWORD,
)
_GROUPS = {facet: sorting.FieldFacet(facet.value, allow_overlap=facet is Facet.TOPIC) for facet in Facet}


class StockWhoosh:
    name: ClassVar[str] = "whoosh"
    asked: ClassVar[int] = 5
    whole_documents: ClassVar[bool] = False

    @staticmethod
    def version() -> str:
        return f"Whoosh {version('whoosh')}"

    @staticmethod
    def build(papers: Iterable[Paper], folder: Path) -> None:
        table = FilterTable()
        writer = index.create_in(str(folder), _SCHEMA).writer(limitmb=256)
        for paper in table.watching(papers):
            facets = {facet.value: " ".join(values) for facet, values in paper.facets.items()}
            for place, paragraph in enumerate(paper.paragraphs):
                writer.add_document(
                    number=paper.number,
                    day=paper.date.toordinal(),
                    lead=place == 0,
                    anchor=paragraph.anchor,
                    title=paper.title,
                    heading=paragraph.heading,
                    text=paragraph.text,
                    title_forms=paper.title,
                    heading_forms=paragraph.heading,
                    text_forms=paragraph.text,
                    **facets,
                )
        writer.commit()
        table.save(folder)

    def __init__(self, folder: Path) -> None:
        self._index = index.open_dir(str(folder))
        self._searcher = self._index.searcher(weighting=scoring.BM25F())
        self._table = FilterTable.load(folder)

    def answer(self, asked: BenchmarkQuery) -> Page:
        words = self._words(asked)
        counts: dict[Facet, Mapping[str, int]] = {}
        total = 0
        documents: list[tuple[str, str, list[tuple[str, str]]]] = []
        for kept, facets in counted(asked).items():
            complete = len(kept) == len(asked.filters)
            chosen = [query.Term(facet.value, asked.filters[facet]) for facet in kept]
            results = self._searcher.search(
                words,
                limit=None,  # grouping looks at every match whatever the limit
                filter=query.And(chosen) if chosen else None,
                sortedby=sorting.FieldFacet("day", reverse=True) if asked.newest and complete else None,
                groupedby={"number": sorting.FieldFacet("number"), **{facet.value: _GROUPS[facet] for facet in facets}},
            )
            groups = results.groups("number")
            owners = {passage: number for number, passages in groups.items() for passage in passages}
            for facet in facets:
                values = {value: passages for value, passages in results.groups(facet.value).items() if value}
                counts[facet] = {value: len({owners[p] for p in passages}) for value, passages in values.items()}
            if complete:
                total = len(groups)
                documents = self._shown(asked, results, groups)
        return Page(total, documents, counts)

    def _shown(
        self, asked: BenchmarkQuery, results: Any, groups: Mapping[int, list[int]]
    ) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Groups hold their paragraphs best first, and Whoosh has ranked every match to make them."""
        place = {number: place for place, (_, number) in enumerate(results.top_n)}
        best = sorted(groups, key=lambda number: place[groups[number][0]])[:DOCUMENTS]
        results.fragmenter = highlight.ContextFragmenter(maxchars=SNIPPET)
        documents = []
        for number in best:
            shown = []
            for passage in groups[number][:PASSAGES] if asked.words else ():
                hit = results[place[passage]]
                shown.append((hit["anchor"], hit.highlights("text", top=1)))
            documents.append((*self._table.papers[number], shown))
        return documents

    def _words(self, asked: BenchmarkQuery) -> Any:
        stems = [token.text for word in asked.words for token in _ANALYSER(word)]
        match asked.how:
            case How.NONE:
                return query.Term("lead", True)  # noqa: FBT003 - the value looked for
            case How.BEGINNING:
                words = _in_fields(lambda name, boost: query.Prefix(name, asked.words[0], boost=boost))
            case How.PHRASE:
                words = _in_fields(lambda name, boost: query.Phrase(name, stems, boost=boost))
            case _:
                parts = [
                    _in_fields(lambda name, boost, stem=stem: query.Term(name, stem, boost=boost)) for stem in stems
                ]
                words = query.And(parts) if asked.how is How.ALL else query.Or(parts)
        if asked.without:
            [out] = [token.text for token in _ANALYSER(asked.without)]
            words = query.AndNot(words, _in_fields(lambda name, boost: query.Term(name, out, boost=boost)))
        return words

    def close(self) -> None:
        self._searcher.close()
        self._index.close()


def _in_fields(of_field: Any) -> Any:
    return query.Or([of_field(name, weight) for name, weight in FIELD_WEIGHTS.items()])
