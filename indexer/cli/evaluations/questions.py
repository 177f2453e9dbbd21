"""How does ``matters evaluate`` show how well questions are answered?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from indexer.cli.output import plain
from indexer.evaluation.questions import Asked, Figures, Outcome, by_half, by_kind, figures

_LISTED = (Outcome.INVENTED, Outcome.WRONG, Outcome.RIGHT_PARAGRAPH)
_QUOTED = 100  # characters of a quotation that is listed


def print_questions(asked: Sequence[Asked]) -> None:
    """The figures of all, by half and by kind; then every question that was answered wrongly."""
    table = Table(box=SIMPLE)
    table.add_column("questions")
    for head in ("asked", "ans-\nwered", "right", "right\npara.", "made\nup", "rightly\nrefused", "wrongly\nrefused"):
        table.add_column(head, justify="right")
    for group in ({"all": figures(asked)}, by_half(asked), by_kind(asked)):
        for name, some in group.items():
            table.add_row(str(name), str(some.cases), str(some.answered), *map(_percent, _shares(some).values()))
        table.add_section()
    Console().print(table)
    for outcome in _LISTED:
        some_asked = [one for one in asked if one.outcome is outcome]
        click.echo(f"{outcome.value.capitalize()}: {len(some_asked)}")
        for one in some_asked:
            first = one.answer.answers[0]
            place = f"{first.document.id}#{first.passage.anchor}"
            click.echo(f"  {plain(one.question.text)}  [{place}] {plain(first.quoted)[:_QUOTED]}")


def questions_json(asked: Sequence[Asked]) -> dict[str, Any]:
    """The same as data, and what came of every question."""
    return {
        **_json(figures(asked)),
        "by_half": {half: _json(some) for half, some in by_half(asked).items()},
        "by_kind": {kind: _json(some) for kind, some in by_kind(asked).items()},
        "each": [
            {
                "question": one.question.text,
                "kind": one.question.kind,
                "written": one.question.written,
                "outcome": one.outcome,
                "confidence": round(one.answer.answers[0].confidence, 4) if one.answer.answers else None,
            }
            for one in asked
        ],
    }


def _json(some: Figures) -> dict[str, Any]:
    shares = {name: None if share is None else round(share, 4) for name, share in _shares(some).items()}
    return {"cases": some.cases, "answered": some.answered, **shares}


def _shares(some: Figures) -> dict[str, float | None]:
    return {
        "right": some.right,
        "right_paragraph": some.right_paragraph,
        "wrongly_answered": some.wrongly_answered,
        "rightly_refused": some.refused,
        "wrongly_refused": some.wrongly_refused,
    }


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
