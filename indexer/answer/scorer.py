"""Which candidate answers best, and how sure is that? Two linear models over features, their weights as data.

``weights.json`` is made by ``python -m benchmarks.fit_answers``. The order of candidates is that of a weighted sum,
fitted so that the right one of each list comes first (Z. Cao and others, "Learning to Rank", 2007); the confidence is a
logistic function of what a candidate has and how far it is ahead.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indexer.answer.candidates import Considered, Sought
from indexer.answer.features import NAMES, SHAPED, Signs, signs

WEIGHTS = Path(__file__).with_name("weights.json")

# What the confidence looks at, in the order of the weights.
CONFIDENCE = (
    *("score", "ahead", "covered", "context", "passage_covered", "rarest_missing", "missing", "name_missing"),
    *("number_missing", "number_elsewhere", "shaped", "has_kind", "engine", "words", "unknown", "like", "dense"),
    *("around", "other_year", "counted_missing", "counts_it", "defines", "title", "heading"),
    *("newness", "name_elsewhere", "leads_list"),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """``order`` by the place of each feature in ``features.NAMES``; ``confidence`` by that in ``CONFIDENCE``, of values
    less ``means`` and divided by ``scales``; an answer is given from a confidence of ``least`` on.
    """

    order: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    confidence: tuple[float, ...]
    bias: float
    least: float


@cache
def weights() -> Weights:
    """The shipped weights."""
    return read_weights(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def read_weights(kept: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights as they rest: what is not named there weighs nothing."""
    return Weights(
        order=tuple(kept["order"].get(name, 0.0) for name in NAMES),
        means=tuple(kept["means"].get(name, 0.0) for name in CONFIDENCE),
        scales=tuple(kept["scales"].get(name, 1.0) for name in CONFIDENCE),
        confidence=tuple(kept["confidence"].get(name, 0.0) for name in CONFIDENCE),
        bias=kept["threshold"]["bias"],
        least=kept["threshold"]["least"],
    )


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and, 0 to 1, how likely it is to answer."""

    signs: Signs
    score: float
    confidence: float


def ordered(sought: Sought, passages: Sequence[Considered], by: Weights) -> list[tuple[float, Signs]]:
    """All candidates with their scores, the best first; of equals the one in the better passage."""
    scored = [(sum(map(float.__mul__, row.values, by.order)), row) for row in signs(sought, passages, by.order)]
    return sorted(scored, key=lambda one: -one[0])


def ranked(sought: Sought, passages: Sequence[Considered], by: Weights) -> list[Ranked]:
    """The best candidate of each passage, the best first."""
    best: dict[str, tuple[float, Signs]] = {}
    for score, row in ordered(sought, passages, by):
        best.setdefault(f"{row.passage.document.id}#{row.passage.passage.anchor}", (score, row))
    scores = [score for score, _ in best.values()]
    return [
        Ranked(row, score, likely(confidence_values(sought, row, score, scores), by)) for score, row in best.values()
    ]


def confidence_values(sought: Sought, row: Signs, score: float, best: Sequence[float]) -> tuple[float, ...]:
    """What the confidence looks at; ``best`` are the scores of the best candidate of each passage, descending."""
    next_best = next((other for other in best if other < score), score - 3)
    one, worth = row.passage, sought.worth
    around = sought.matched(one.stems) | (sought.words & (one.heading | one.title | one.dated))
    missing = sought.words - around
    shaped = sought.question.kind in SHAPED
    return (
        score,
        score - (next_best if score == best[0] else best[0]),
        row["covered"],
        row["covered"] + row["before"] + row["after"] + row["heading"] + row["title"],
        worth.share(around),
        max((worth.of[word] for word in missing), default=0.0) / 10,
        sum(worth.of[word] for word in missing) / 20,
        row["name_missing"],
        row["number_missing"],
        row["number_elsewhere"],
        float(shaped),
        row[f"has_{sought.question.kind.value.replace(' ', '_')}"] if shaped else 0.0,
        one.score / (worth.total * 2.5),
        len(sought.words) / 10,
        worth.share(sought.unknown),
        row["like"],
        row["dense"],
        row["around"],
        row["other_year"],
        row["counted_missing"],
        row["counts_it"],
        row["defines"],
        row["title"],
        row["heading"],
        row["newness"],
        row["name_elsewhere"],
        row["leads_list"],
    )


def likely(values: Sequence[float], by: Weights) -> float:
    z = by.bias + sum(
        weight * (value - mean) / scale
        for weight, value, mean, scale in zip(by.confidence, values, by.means, by.scales, strict=True)
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
