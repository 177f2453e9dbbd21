"""How good is the ranking? Judged searches, and the measure of a list of documents against them."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import RequestError

DEPTH = 10  # the first page


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSearch:
    """A search with the grades of documents: 3 just what is wanted, 2 useful, 1 touches on it, 0 or absent not."""

    query: str
    grades: Mapping[str, int]


def judged_searches(path: Path) -> tuple[JudgedSearch, ...]:
    """The searches of a table with the columns search, document, grade; raises ``RequestError`` naming the line."""
    grades: dict[str, dict[str, int]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), start=2):
                if row.get("grade") not in {"0", "1", "2", "3"} or not row.get("search") or not row.get("document"):
                    raise RequestError(f"{path}, line {line}: write a search, a document and a grade from 0 to 3.")
                grades.setdefault(row["search"], {})[row["document"]] = int(row["grade"])
    except OSError as error:
        raise RequestError(f"The judgements {path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise RequestError(f"The judgements {path} are not a CSV table in UTF-8: {error}.") from error
    if not grades:
        raise RequestError(f"The judgements {path} hold no search: write a search, a document and a grade in each row.")
    return tuple(JudgedSearch(query=query, grades=judged) for query, judged in grades.items())


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, 0 to 1; 1 where nothing is wanted and nothing found.

    Gain 2^grade - 1, discount log2(rank + 1): C. Burges et al., "Learning to Rank using Gradient Descent", 2005.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    if best == 0:
        return 0.0 if ranked else 1.0
    return _gain([grades.get(document, 0) for document in ranked[:DEPTH]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum(float(2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
