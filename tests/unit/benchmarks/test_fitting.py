"""Do the fits find the weights they should, and does the measure of parting say what it is?"""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.fitting import auroc, fit_cases, fit_lists

RANDOM = np.random.default_rng(7)


def test_lists_are_fitted_so_that_the_right_one_comes_first() -> None:
    """The right one has the most of the first feature, the least of the second; the third says nothing."""
    lists = []
    for _ in range(60):
        values = RANDOM.normal(size=(8, 3))
        lists.append((values, np.arange(8) == np.argmax(values @ [2.0, -1.0, 0.0]), 1.0))
    weights = fit_lists(lists, penalty=0.1)
    assert weights[0] > 0 > weights[1]
    assert abs(weights[2]) < weights[0] / 4
    assert weights[0] / -weights[1] == pytest.approx(2, rel=0.3)
    first = [right[np.argmax(values @ weights)] for values, right, _ in lists]
    assert np.mean(first) > 0.9


def test_a_list_that_counts_more_often_weighs_more() -> None:
    one, other = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    right = np.array([True, False])
    assert fit_lists([(one, right, 1.0), (other, right, 1.0)]) == pytest.approx([0, 0])
    weights = fit_lists([(one, right, 5.0), (other, right, 1.0)])
    assert weights[0] > 0 > weights[1]


def test_several_of_a_list_may_be_right_and_a_penalty_keeps_weights_small() -> None:
    values = np.array([[1.0], [1.0], [0.0]])
    right = np.array([True, True, False])
    free, held = (fit_lists([(values, right, 1.0)], penalty=penalty)[0] for penalty in (0.1, 10.0))
    assert free > held > 0


def test_the_fit_of_lists_is_where_the_loss_is_least() -> None:
    lists = [(RANDOM.normal(size=(5, 2)), np.arange(5) == 0, 1.0) for _ in range(20)]

    def loss(weights: np.ndarray) -> float:
        each = [np.log(np.exp(v @ weights).sum()) - np.log(np.exp(v @ weights)[r].sum()) for v, r, _ in lists]
        return float(np.sum(each) + 0.5 * weights @ weights)

    weights = fit_lists(lists)
    assert all(loss(weights + step) >= loss(weights) for step in 0.05 * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]]))


def test_cases_are_fitted_to_how_likely_they_are() -> None:
    values = RANDOM.normal(size=(4000, 2))
    likely = 1 / (1 + np.exp(-(values @ [1.5, 0.0] - 0.5)))
    right = (RANDOM.random(4000) < likely).astype(float)
    weights, bias = fit_cases(values, right, np.ones(4000))
    assert weights == pytest.approx([1.5, 0.0], abs=0.15)
    assert bias == pytest.approx(-0.5, abs=0.15)


def test_cases_that_part_without_a_rest_have_weights_all_the_same() -> None:
    values = np.array([[-1.0], [-2.0], [1.0], [2.0]])
    weights, bias = fit_cases(values, np.array([0.0, 0.0, 1.0, 1.0]), np.ones(4))
    assert 0 < weights[0] < 10
    assert bias == pytest.approx(0, abs=1e-6)


def test_a_case_that_counts_twice_is_as_good_as_two() -> None:
    values, right = np.array([[1.0], [0.5], [-1.0]]), np.array([1.0, 0.0, 0.0])
    twice, bias = fit_cases(values, right, np.array([2.0, 1.0, 1.0]))
    again, other = fit_cases(values[[0, 0, 1, 2]], right[[0, 0, 1, 2]], np.ones(4))
    assert (twice[0], bias) == pytest.approx((again[0], other))


@pytest.mark.parametrize(
    ("right", "wrong", "area"),
    [
        ([3.0, 2.0], [1.0, 0.0], 1.0),
        ([1.0, 0.0], [3.0, 2.0], 0.0),
        ([1.0, 1.0], [1.0, 1.0, 1.0], 0.5),
        ([2.0, 0.0], [1.0], 0.5),
        ([2.0, 1.0], [1.0, 0.0], 0.875),
    ],
)
def test_how_often_the_right_is_above_the_wrong_counts_ties_half(
    right: list[float], wrong: list[float], area: float
) -> None:
    assert auroc(np.array(right), np.array(wrong)) == pytest.approx(area)
    pairs = [(one > other) + 0.5 * (one == other) for one in right for other in wrong]
    assert np.mean(pairs) == pytest.approx(area)
