"""How does ``matters evaluate`` show how well commitments are found?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from indexer.cli.output import plain
from indexer.evaluation.commitments import Compared, Evaluation

_QUOTED = 100  # characters of a line that is listed


def print_commitments(evaluation: Evaluation) -> None:
    """The figures of all lines, by half and by paper; then what was missed and what was found wrongly."""
    click.echo("\nCommitments:")
    Console().print(_table(evaluation))
    click.echo("By paper: F1, precision, recall, firm commitments")
    for paper, own in evaluation.by_document.items():
        figures = "  ".join(f"{_figure(value):>5}" for value in (own.f1, own.precision, own.recall))
        click.echo(f"  {figures}  {_firm(own):3}  {paper}")
    for head, some in (("Missed", evaluation.missed), ("Wrongly found", evaluation.wrong)):
        click.echo(f"{head}: {len(some)}")
        for one in some:
            marked = one.mark.kind or "none"
            click.echo(f"  {one.mark.document} {one.mark.anchor} ({marked})  {plain(one.mark.quote)[:_QUOTED]}")


def commitments_json(evaluation: Evaluation) -> dict[str, Any]:
    """The same as data, each missed and wrong line whole."""
    return {
        **_measures(evaluation),
        "by_half": {half: _measures(some) for half, some in evaluation.by_half.items()},
        "by_document": {document: _measures(some) for document, some in evaluation.by_document.items()},
        "missed": _lines(evaluation.missed),
        "wrong": _lines(evaluation.wrong),
    }


def _table(evaluation: Evaluation) -> Table:
    table = Table(box=SIMPLE)
    table.add_column("half")
    for head in ("lines", "firm", "precision", "recall", "F1", "kind", "owner", "due"):
        table.add_column(head, justify="right")
    for name, some in {"all": evaluation, **evaluation.by_half}.items():
        figures = (some.precision, some.recall, some.f1, some.kind, some.owner, some.due)
        table.add_row(name, str(len(some.each)), str(_firm(some)), *map(_figure, figures))
    return table


def _firm(evaluation: Evaluation) -> int:
    return len(evaluation.matched) + len(evaluation.missed)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _measures(evaluation: Evaluation) -> dict[str, float | int | None]:
    figures = {
        "precision": evaluation.precision,
        "recall": evaluation.recall,
        "f1": evaluation.f1,
        "kind": evaluation.kind,
        "owner": evaluation.owner,
        "due": evaluation.due,
    }
    rounded = {name: None if value is None else round(value, 4) for name, value in figures.items()}
    return {"cases": len(evaluation.each), "commitments": _firm(evaluation), **rounded}


def _lines(some: Sequence[Compared]) -> list[dict[str, Any]]:
    return [
        {
            "document": one.mark.document,
            "anchor": one.mark.anchor,
            "quote": one.mark.quote,
            "marked": one.mark.kind or "none",
            "found": one.found.kind if one.found else None,
        }
        for one in some
    ]
