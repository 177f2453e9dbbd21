"""How good is the search of an index? The judged searches, asked as a person types them, of us and of plain Whoosh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.catalogue import Catalogue
from indexer.index.engines.whoosh.plain import PlainWhoosh
from indexer.judgements.searches import JudgedSearch, Shape
from indexer.judgements.table import ASKED_ON, Half
from indexer.model.search import SearchRequest
from indexer.search.quality import DEPTH, Measures, mean, measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The first page of documents, the best first, and what it is worth."""

    documents: tuple[str, ...]
    measures: Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A judged search with what we and plain Whoosh answer."""

    search: JudgedSearch
    ours: Answer
    plain: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Judged searches with their answers; never none of them."""

    each: tuple[Assessed, ...]

    @property
    def ours(self) -> Measures:
        """The means of what we answer."""
        return mean([one.ours.measures for one in self.each])

    @property
    def plain(self) -> Measures:
        """The means of what plain Whoosh answers."""
        return mean([one.plain.measures for one in self.each])

    @property
    def by_half(self) -> Mapping[Half, Evaluation]:
        """The searches of each half that has any."""
        return {half: some for half in Half if (some := _only(one for one in self.each if one.search.written is half))}

    @property
    def by_shape(self) -> Mapping[Shape, Evaluation]:
        """The searches of each shape that has any."""
        return {
            shape: some for shape in Shape if (some := _only(one for one in self.each if one.search.shape is shape))
        }

    def worst(self, count: int) -> tuple[Assessed, ...]:
        """The searches that we answer worst by nDCG, the worst first."""
        return tuple(sorted(self.each, key=lambda one: one.ours.measures.ndcg)[:count])


def evaluate(catalogue: Catalogue, searches: Iterable[JudgedSearch]) -> Evaluation:
    """Raises ``NotFoundError`` when a document with a grade above 0 is not in the index: the score would mislead."""
    plain = PlainWhoosh(catalogue.document(document) for document in catalogue.documents())
    assessed = []
    for search in searches:
        # What the page lists counts, be it for a corrected spelling; what it only offers as a link does not.
        results = catalogue.search(SearchRequest(query=search.query), ASKED_ON)
        found = [result.document.id for result in results.documents]
        assessed.append(
            Assessed(
                search=search,
                ours=_answer(catalogue, found, search),
                plain=_answer(catalogue, plain.ranked(search.query, DEPTH), search),
            )
        )
    return Evaluation(each=tuple(assessed))


def _answer(catalogue: Catalogue, documents: Sequence[str], search: JudgedSearch) -> Answer:
    """A work has the best of the grades of its versions, and whichever version is found stands for it."""
    grades: dict[str, int] = {}
    for document, grade in search.grades.items():
        if grade:
            work = catalogue.work(document)
            grades[work] = max(grade, grades.get(work, 0))
    ranked = [catalogue.work(document) for document in documents]
    return Answer(documents=tuple(documents), measures=measures(ranked, grades))


def _only(some: Iterable[Assessed]) -> Evaluation | None:
    each = tuple(some)
    return Evaluation(each=each) if each else None
