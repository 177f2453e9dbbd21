"""How good is a list of results? The usual measures of it against grades, and their means over many searches.

A result is a *work*: whatever stands for a paper and its versions. A work that is listed again gains nothing there, and
takes the place of another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

DEPTH = 10  # the first page
USEFUL = 2  # the least grade that a reader is glad of


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a list is worth for a search, each from 0 to 1; ``None`` where a search cannot say."""

    ndcg: float
    precision: float | None  # at 1: 1 if the first result is useful
    reciprocal_rank: float | None  # 1 / the place of the first useful result; 0 if there is none on the first page
    empty: float | None  # of a search that wants something: 1 if it finds nothing
    unwanted: float | None  # of a search that wants nothing: 1 if it finds anything


def measures(ranked: Sequence[str], grades: Mapping[str, int]) -> Measures:
    """The measures of the works ``ranked``, best first, where ``grades`` has what a person gave to works."""
    best = max(grades.values(), default=0)
    useful = [grades.get(work, 0) >= USEFUL for work in ranked[:DEPTH]]
    return Measures(
        ndcg=ndcg(ranked, grades),
        precision=float(useful[:1] == [True]) if best >= USEFUL else None,
        reciprocal_rank=(1 / (useful.index(True) + 1) if True in useful else 0.0) if best >= USEFUL else None,
        empty=float(not ranked) if best else None,
        unwanted=None if best else float(bool(ranked)),
    )


def mean(measured: Sequence[Measures]) -> Measures:
    """The mean of each measure over the searches that have it."""
    return Measures(
        ndcg=fmean(one.ndcg for one in measured),
        precision=_mean([one.precision for one in measured]),
        reciprocal_rank=_mean([one.reciprocal_rank for one in measured]),
        empty=_mean([one.empty for one in measured]),
        unwanted=_mean([one.unwanted for one in measured]),
    )


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, 0 to 1; 1 where nothing is wanted and nothing found.

    Gain 2^grade - 1, discount log2(rank + 1): C. Burges et al., "Learning to Rank using Gradient Descent", 2005.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    if best == 0:
        return 0.0 if ranked else 1.0
    page = ranked[:DEPTH]
    return _gain([0 if work in page[:place] else grades.get(work, 0) for place, work in enumerate(page)]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum(float(2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
