"""How good is the ranking? ``python -m benchmarks.ranking``

Measures what ``matters evaluate`` does, on an index of the sample made for it; ``--write`` puts the tables in the docs.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.options import ROOT, table, write_between_markers
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.evaluation.searches import Evaluation, evaluate
from indexer.judgements.searches import judged_searches
from indexer.search.quality import DEPTH, Measures
from indexer.settings import Settings

_PAGE = ROOT / "docs" / "explanation" / "ranking.md"
_WORST = 10


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ranking", description="How good is the ranking?")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {_PAGE.relative_to(ROOT)}")
    write = parser.parse_args().write
    shipped = Settings.from_environment({})
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(shipped, home=Path(folder))
        build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
        evaluation = evaluate(Catalogue.open(settings), judged_searches(settings.judgements / "searches.csv"))
    text = report(evaluation)
    print(text)
    if write:
        write_between_markers("ranking", text, _PAGE)


def report(evaluation: Evaluation) -> str:
    """The figures as Markdown: all and by half, by shape, and the worst searches."""
    wanting_nothing = sum(one.ours.measures.unwanted is not None for one in evaluation.each)
    ours, plain = _percent(evaluation.ours.unwanted), _percent(evaluation.plain.unwanted)
    parts = [
        "`python -m benchmarks.ranking --write`",
        _means([("all", evaluation), *evaluation.by_half.items()]),
        f"{wanting_nothing} searches want nothing; of these found something: {ours} (Whoosh {plain}).",
        _means(evaluation.by_shape.items()),
        f"The {_WORST} worst searches:",
        table(
            ["search", "shape", f"nDCG@{DEPTH}", "Whoosh"],
            [
                [f"`{one.search.query}`", one.search.shape, *map(_ndcg, (one.ours.measures, one.plain.measures))]
                for one in evaluation.worst(_WORST)
            ],
        ),
    ]
    return "\n\n".join(parts)


def _means(groups: Iterable[tuple[str, Evaluation]]) -> str:
    rows = []
    for name, some in groups:
        each = some.ours, some.plain
        figures = [
            *map(_ndcg, each),
            *(_figure(one.precision) for one in each),
            *(_figure(one.reciprocal_rank) for one in each),
            *(_percent(one.empty) for one in each),
        ]
        rows.append([str(name), str(len(some.each)), *figures])
    measures = (f"nDCG@{DEPTH}", "precision at 1", "reciprocal rank", "nothing found")
    return table(["", "searches", *(head for name in measures for head in (name, "Whoosh"))], rows)


def _ndcg(measures: Measures) -> str:
    return f"{measures.ndcg:.3f}"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


if __name__ == "__main__":
    main()
