"""``matters evaluate``: how well do search and register do on what people judged, and how well does plain Whoosh?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from indexer.catalogue import Catalogue
from indexer.cli.output import plain, print_json
from indexer.evaluation import mentions
from indexer.evaluation.searches import Answer, Assessed, Evaluation, evaluate
from indexer.register.judgements import judged_mentions
from indexer.search.judgements import judged_searches
from indexer.search.quality import DEPTH, Measures
from indexer.settings import Settings

_WORST = 10  # searches to look at next


@click.command("evaluate")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
@click.pass_obj
def evaluate_command(settings: Settings, *, as_json: bool) -> int:
    """Run the judged searches on the index (which must hold the sample corpus) and print how good the results are; and
    for the judged commitments, how good the possible mentions since.
    """
    catalogue = Catalogue.open(settings)
    evaluation = evaluate(catalogue, judged_searches(settings.judgements / "searches.csv"))
    table = settings.judgements / "mentions.csv"
    offered = mentions.evaluate(catalogue, judged_mentions(table)) if table.exists() else None
    if as_json:
        print_json({"searches": _json(evaluation), "mentions": _mentions(offered) if offered else None})
    else:
        _print(evaluation)
        for line in _told(offered) if offered else ():
            click.echo(line)
    return 0


def _told(evaluation: mentions.Evaluation) -> Iterator[str]:
    """The possible mentions of commitments: all, then by half."""
    yield "\nPossible mentions since:"
    for name, some in [("all", evaluation), *evaluation.by_half.items()]:
        yield (
            f"{name:7} {some.registered} of {len(some.each)} judged commitments in the register; "
            f"{some.right + some.wrong} judged mentions offered, right {_percent(some.precision)}; "
            f"of the later papers that tell, found {_percent(some.recall)}; {some.unjudged} offered and not judged"
        )


def _mentions(evaluation: mentions.Evaluation) -> dict[str, Any]:
    return {
        **_offered(evaluation),
        "by_half": {half: _offered(some) for half, some in evaluation.by_half.items()},
    }


def _offered(evaluation: mentions.Evaluation) -> dict[str, Any]:
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


def _print(evaluation: Evaluation) -> None:
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


def _json(evaluation: Evaluation) -> dict[str, Any]:
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
