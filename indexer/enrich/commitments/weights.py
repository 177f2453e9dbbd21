"""How sure do the cues of a reading make us that it is a promise?"""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.csv")
BIAS = "bias"  # what every line begins with
ENOUGH = 0.5  # what is likelier a promise than not


@cache
def weights() -> Mapping[str, float]:
    """How much each cue is worth, in the logarithm of the odds; the table gives the reason of each."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        return {row["cue"]: float(row["weight"]) for row in csv.DictReader(file)}


def score(cues: Collection[str]) -> float:
    """How likely it is that a reading with these ``cues`` is a promise, from 0 to 1; a cue without a weight is none."""
    worth = weights()
    return 1 / (1 + math.exp(-worth[BIAS] - sum(worth.get(cue, 0.0) for cue in cues)))
