"""How does ``matters evaluate`` show how good the possible mentions of commitments are?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from indexer.evaluation.mentions import Evaluation


def print_mentions(evaluation: Evaluation) -> None:
    """All, then by half."""
    for line in _told(evaluation):
        click.echo(line)


def _told(evaluation: Evaluation) -> Iterator[str]:
    """The possible mentions of commitments: all, then by half."""
    yield "\nPossible mentions since:"
    for name, some in [("all", evaluation), *evaluation.by_half.items()]:
        yield (
            f"{name:7} {some.registered} of {len(some.each)} judged commitments in the register; "
            f"{some.right + some.wrong} judged mentions offered, right {_percent(some.precision)}; "
            f"of the later papers that tell, found {_percent(some.recall)}; {some.unjudged} offered and not judged"
        )


def mentions_json(evaluation: Evaluation) -> dict[str, Any]:
    return {
        **_offered(evaluation),
        "by_half": {half: _offered(some) for half, some in evaluation.by_half.items()},
    }


def _offered(evaluation: Evaluation) -> dict[str, Any]:
    precision, recall = evaluation.precision, evaluation.recall
    return {
        "cases": len(evaluation.each),
        "registered": evaluation.registered,
        "precision": None if precision is None else round(precision, 4),
        "recall": None if recall is None else round(recall, 4),
        "right": evaluation.right,
        "wrong": evaluation.wrong,
        "unjudged": evaluation.unjudged,
    }


def _percent(value: float | None) -> str:
    return "   –" if value is None else f"{value:4.0%}"
