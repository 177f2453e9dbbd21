"""How are weights fitted? By Newton's method, on lists of candidates or on cases; and how well do two groups part?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_STEPS = 40
_CLIP = 30.0
_LEAST_STEP, _GAINED = 1e-4, 1e-5


def fit_lists(lists: Sequence[tuple[Floats, npt.NDArray[np.bool_], float]], penalty: float = 1.0) -> Floats:
    """The weights, float64 (features,), under which the right candidates of each list come first: those that make the
    right ones likeliest when one candidate is drawn by a softmax of the weighted sums (listwise ranking: Z. Cao and
    others, "Learning to Rank", 2007). A list is the values, float64 (candidates, features), which are right, and how
    often the list counts; ``penalty`` times half the squares of the weights is added to the loss.
    """
    size = lists[0][0].shape[1]
    weights = np.zeros(size)

    def loss(tried: Floats) -> float:
        total = 0.5 * penalty * float(tried @ tried)
        for values, right, times in lists:
            scores = values @ tried
            likely = np.exp(scores - scores.max())
            total += times * float(np.log(likely.sum()) - np.log(likely[right].sum()))
        return total

    current = loss(weights)
    for _ in range(_STEPS):
        gradient, curvature = penalty * weights, penalty * np.eye(size)
        for values, right, times in lists:
            scores = values @ weights
            likely = np.exp(scores - scores.max())
            among_right = np.where(right, likely, 0.0)
            mean = likely @ values / likely.sum()
            gradient = gradient + times * (mean - among_right @ values / among_right.sum())
            spread = (values * (likely / likely.sum())[:, None]).T @ values - np.outer(mean, mean)
            curvature = curvature + times * spread
        step, size_of_step = np.linalg.solve(curvature, gradient), 1.0
        while size_of_step > _LEAST_STEP and loss(weights - size_of_step * step) >= current:
            size_of_step /= 2
        if size_of_step <= _LEAST_STEP:
            break
        weights = weights - size_of_step * step
        before, current = current, loss(weights)
        if before - current < _GAINED:
            break
    return weights


def fit_cases(values: Floats, right: Floats, counts: Floats, penalty: float = 1.0) -> tuple[Floats, float]:
    """The weights, float64 (features,), and the bias of a logistic function of ``values``, float64 (cases, features),
    for what is ``right``, 0 or 1; a case counts ``counts`` times.
    """
    design = np.c_[values, np.ones(len(values))]
    ridge = np.r_[np.full(values.shape[1], penalty), 0.0]
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(design @ weights, -_CLIP, _CLIP)))
        gradient = design.T @ ((likely - right) * counts) + ridge * weights
        curvature = (design * (likely * (1 - likely) * counts)[:, None]).T @ design + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-7:
            break
    return weights[:-1], float(weights[-1])


def auroc(right: Floats, wrong: Floats) -> float:
    """How often one of ``right`` is above one of ``wrong``, ties half: the area under the ROC curve."""
    everything = np.concatenate([right, wrong])
    _, places, counts = np.unique(everything, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    own = ranks[: len(right)].sum() - len(right) * (len(right) + 1) / 2
    return float(own / (len(right) * len(wrong)))
