"""What holds for the measures of any list and any grades?"""

from __future__ import annotations

from dataclasses import astuple
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.quality import mean, measures, ndcg

WORKS = st.sampled_from([f"work {number}" for number in range(15)])
LISTS = st.lists(WORKS, unique=True)
GRADES = st.dictionaries(WORKS, st.integers(0, 3))


@given(st.lists(WORKS), GRADES)
def test_every_measure_is_from_0_to_1(ranked: list[str], grades: dict[str, int]) -> None:
    assert all(value is None or 0 <= value <= 1 + 1e-12 for value in astuple(measures(ranked, grades)))


@given(LISTS, GRADES)
def test_no_order_is_better_than_by_grade(ranked: list[str], grades: dict[str, int]) -> None:
    best = sorted(ranked, key=lambda work: -grades.get(work, 0))
    assert ndcg(best, grades) >= ndcg(ranked, grades) - 1e-12


@given(LISTS, GRADES, st.randoms(use_true_random=False))
def test_works_of_one_grade_may_change_places(ranked: list[str], grades: dict[str, int], chance: object) -> None:
    """Neighbours or not: whichever of them stands where, the measures are the same."""
    of_grade = {
        grade: list(works)
        for grade, works in groupby(sorted(ranked, key=lambda w: grades.get(w, 0)), key=lambda w: grades.get(w, 0))
    }
    for works in of_grade.values():
        chance.shuffle(works)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert measures([of_grade[grades.get(work, 0)].pop() for work in ranked], grades) == measures(ranked, grades)


@given(LISTS, GRADES)
def test_a_work_listed_again_gains_nothing(ranked: list[str], grades: dict[str, int]) -> None:
    assert ndcg([*ranked, *ranked], {"wanted": 3, **grades}) == ndcg(ranked, {"wanted": 3, **grades})


@given(LISTS, GRADES, st.integers(1, 5))
def test_the_mean_of_the_same_is_the_same(ranked: list[str], grades: dict[str, int], times: int) -> None:
    one = measures(ranked, grades)
    for value, expected in zip(astuple(mean([one] * times)), astuple(one), strict=True):
        assert (value is None and expected is None) or abs(value - expected) < 1e-12
