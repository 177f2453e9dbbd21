"""Does an evaluation ask as a person does, and take the versions of a paper for one result?"""

from __future__ import annotations

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import NotFoundError
from indexer.evaluation.searches import evaluate
from indexer.judgements.searches import JudgedSearch, Shape
from indexer.judgements.table import Half
from indexer.model.search import SearchRequest

PLAN = {
    "2023-06-06-scrutiny-youth-justice-plan-2023-2025",
    "2023-06-20-cabinet-youth-justice-plan-2023-2025",
    "2023-07-19-council-youth-justice-plan-2023-2025",
}
MISSING = "no-such-paper"


def judged(query: str, grades: dict[str, int], *, shape: Shape = Shape.WORD, half: Half = Half.BEFORE) -> JudgedSearch:
    return JudgedSearch(query=query, shape=shape, written=half, grades=grades)


def test_any_version_of_a_paper_earns_the_best_grade_of_them_once(sample: Catalogue) -> None:
    """Of the three versions any one is found first; together they are the one result that is wanted."""
    query = "title:justice 2023"
    first = sample.search(SearchRequest(query=query)).documents[0].document.id
    assert first in PLAN
    for version in sorted(PLAN):
        (one,) = evaluate(sample, [judged(query, {**dict.fromkeys(PLAN, 1), version: 3})]).each
        assert (one.ours.measures.ndcg, one.ours.measures.precision) == (1, 1)


def test_we_and_whoosh_are_asked_the_same_and_measured_alike(sample: Catalogue) -> None:
    wanted = "2024-03-12-cabinet-fostering-and-kinship-sufficiency"
    evaluation = evaluate(sample, [judged("kinship", {wanted: 3}), judged("kinship qqzzqq", {wanted: 3})])
    found, nothing = evaluation.each
    assert wanted in found.ours.documents
    assert wanted in found.plain.documents
    assert nothing.ours == nothing.plain
    assert (evaluation.ours.empty, evaluation.plain.empty) == (0.5, 0.5)


def test_the_parts_are_the_searches_of_each_half_and_shape(sample: Catalogue) -> None:
    searches = (
        judged("kinship", {}, shape=Shape.NONSENSE, half=Half.AFTER),
        judged("qqzzqq", {}, shape=Shape.NONSENSE),
        judged("qqzzqq*", {}, shape=Shape.HALF_WORD),
    )
    evaluation = evaluate(sample, searches)
    assert evaluation.ours.ndcg == pytest.approx(2 / 3)
    assert {half: some.ours.ndcg for half, some in evaluation.by_half.items()} == {Half.BEFORE: 1, Half.AFTER: 0}
    assert {shape: len(some.each) for shape, some in evaluation.by_shape.items()} == {
        Shape.HALF_WORD: 1,
        Shape.NONSENSE: 2,
    }
    assert [one.search.query for one in evaluation.worst(2)] == ["kinship", "qqzzqq"]


def test_a_wanted_paper_that_is_not_in_the_index_stops_it(sample: Catalogue) -> None:
    assert evaluate(sample, [judged("kinship", {MISSING: 0})])
    with pytest.raises(NotFoundError, match=MISSING):
        evaluate(sample, [judged("kinship", {MISSING: 1})])
