"""Do the measures come to what a person works out by hand?"""

from __future__ import annotations

import math

import pytest

from indexer.search.quality import Measures, mean, measures, ndcg

# Grades 3, 2, 1 gain 7, 3, 1; the places 1, 2, 3 divide by log2 of 2, 3, 4: by 1, 1.585 and 2.
GRADES = {"best": 3, "good": 2, "fair": 1, "poor": 0}
IDEAL = 7 + 3 / math.log2(3) + 1 / 2


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (("best", "good", "fair"), 1),
        (("best", "good", "fair", "poor", "unknown"), 1),
        (("good", "best", "fair"), (3 + 7 / math.log2(3) + 1 / 2) / IDEAL),
        (("unknown", "poor", "best"), (7 / 2) / IDEAL),
        (("best",), 7 / IDEAL),
        (("best", "best", "good"), (7 + 3 / 2) / IDEAL),
        (("poor",), 0),
        ((), 0),
    ],
)
def test_ndcg_is_the_gain_of_the_list_by_that_of_the_best_list(ranked: tuple[str, ...], expected: float) -> None:
    assert ndcg(ranked, GRADES) == pytest.approx(expected)


def test_ndcg_looks_at_the_first_ten_only() -> None:
    nine = tuple(f"unknown {place}" for place in range(9))
    assert ndcg((*nine, "best"), {"best": 3}) == pytest.approx(1 / math.log2(11))
    assert ndcg((*nine, "unknown", "best"), {"best": 3}) == 0
    assert ndcg(tuple(map(str, range(10))), dict.fromkeys(map(str, range(20)), 2)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("ranked", "precision", "reciprocal_rank", "empty"),
    [
        (("best", "fair"), 1, 1, 0),
        (("good",), 1, 1, 0),
        (("fair", "good"), 0, 1 / 2, 0),
        (("unknown", "poor", "fair", "best"), 0, 1 / 4, 0),
        ((*map(str, range(10)), "best"), 0, 0, 0),
        ((), 0, 0, 1),
    ],
)
def test_a_result_is_useful_from_grade_2(
    ranked: tuple[str, ...], precision: float, reciprocal_rank: float, empty: float
) -> None:
    measured = measures(ranked, GRADES)
    assert (measured.precision, measured.reciprocal_rank, measured.empty, measured.unwanted) == (
        precision,
        reciprocal_rank,
        empty,
        None,
    )


@pytest.mark.parametrize("grades", [{}, {"poor": 0}])
def test_a_search_that_wants_nothing_is_right_when_it_finds_nothing(grades: dict[str, int]) -> None:
    def nothing(ndcg: float, unwanted: float) -> Measures:
        return Measures(ndcg=ndcg, precision=None, reciprocal_rank=None, empty=None, unwanted=unwanted)

    assert measures((), grades) == nothing(1, 0)
    assert measures(("poor",), grades) == nothing(0, 1)


def test_a_search_that_only_mentions_answer_says_nothing_about_the_first_useful_one() -> None:
    measured = measures(("fair",), {"fair": 1})
    assert (measured.ndcg, measured.precision, measured.reciprocal_rank, measured.empty) == (1, None, None, 0)


def test_a_mean_is_over_the_searches_that_have_the_measure() -> None:
    found, missed, rightly_nothing = measures(("best",), {"best": 3}), measures((), {"best": 3}), measures((), {})
    means = mean([found, found, missed, rightly_nothing])
    assert means.ndcg == 0.75
    assert means.precision == means.reciprocal_rank == pytest.approx(2 / 3)
    assert means.empty == pytest.approx(1 / 3)
    assert means.unwanted == 0
    assert mean([rightly_nothing]) == rightly_nothing
