"""How does ``matters evaluate`` show how good the searches are, and how good plain Whoosh's?"""

from __future__ import annotations

from typing import Any

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from indexer.cli.output import plain
from indexer.evaluation.searches import Answer, Assessed, Evaluation
from indexer.search.quality import DEPTH, Measures

_WORST = 10  # searches to look at next


def print_searches(evaluation: Evaluation) -> None:
    Console().print(_table(evaluation))
    wanting_nothing = sum(one.ours.measures.unwanted is not None for one in evaluation.each)
    if wanting_nothing:
        ours, whoosh = _percent(evaluation.ours.unwanted), _percent(evaluation.plain.unwanted)
        click.echo(f"Of {wanting_nothing} searches that want nothing, found something: {ours}, plain Whoosh {whoosh}.")
    click.echo(f"\nThe worst, by nDCG@{DEPTH} (plain Whoosh):")
    for one in evaluation.worst(_WORST):
        figures = f"{one.ours.measures.ndcg:7.3f} ({one.plain.measures.ndcg:.3f})"
        click.echo(f"{figures}  {plain(one.search.query)}  [{one.search.shape}]")


def _table(evaluation: Evaluation) -> Table:
    """All, then by half, then by shape; in each cell we and plain Whoosh."""
    table = Table(box=SIMPLE)
    table.add_column("ours, Whoosh")
    for head in ("searches", f"nDCG@{DEPTH}", "precision\nat 1", "reciprocal\nrank", "nothing\nfound"):
        table.add_column(head, justify="right")
    groups = ({"all": evaluation}, evaluation.by_half, evaluation.by_shape)
    for group in groups:
        for name, some in group.items():
            ours, whoosh = some.ours, some.plain
            table.add_row(
                str(name),
                str(len(some.each)),
                f"{ours.ndcg:.3f} {whoosh.ndcg:.3f}",
                f"{_figure(ours.precision)} {_figure(whoosh.precision)}",
                f"{_figure(ours.reciprocal_rank)} {_figure(whoosh.reciprocal_rank)}",
                f"{_percent(ours.empty)} {_percent(whoosh.empty)}",
            )
        table.add_section()
    return table


def _figure(value: float | None) -> str:
    return "   –" if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "   –" if value is None else f"{value:4.0%}"


def searches_json(evaluation: Evaluation) -> dict[str, Any]:
    """Our means, those of plain Whoosh in the same shape, and every search."""
    return {
        **_means(evaluation, evaluation.ours),
        "by_half": {half: _means(some, some.ours) for half, some in evaluation.by_half.items()},
        "by_shape": {shape: _means(some, some.ours) for shape, some in evaluation.by_shape.items()},
        "plain_whoosh": {
            **_means(evaluation, evaluation.plain),
            "by_half": {half: _means(some, some.plain) for half, some in evaluation.by_half.items()},
            "by_shape": {shape: _means(some, some.plain) for shape, some in evaluation.by_shape.items()},
        },
        "by_search": {one.search.query: round(one.ours.measures.ndcg, 4) for one in evaluation.each},
        "each": [_assessed(one) for one in evaluation.each],
    }


def _means(evaluation: Evaluation, measures: Measures) -> dict[str, Any]:
    return {**_measures(measures), "cases": len(evaluation.each)}


def _assessed(one: Assessed) -> dict[str, Any]:
    about = {"search": one.search.query, "shape": one.search.shape, "written": one.search.written}
    return {**about, **_answer(one.ours), "plain_whoosh": _answer(one.plain)}


def _answer(answer: Answer) -> dict[str, Any]:
    return {**_measures(answer.measures), "documents": list(answer.documents)}


def _measures(measures: Measures) -> dict[str, float | None]:
    figures = {
        f"ndcg@{DEPTH}": measures.ndcg,
        "precision@1": measures.precision,
        "reciprocal_rank": measures.reciprocal_rank,
        "empty": measures.empty,
        "unwanted": measures.unwanted,
    }
    return {name: None if value is None else round(value, 4) for name, value in figures.items()}
