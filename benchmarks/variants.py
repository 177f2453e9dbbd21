"""What would the ranking be with other numbers? ``python -m benchmarks.variants``

Every number of the ranking is set to another value, one at a time, and the judged searches are put again: those
written before the numbers were chosen, on which they were chosen, and those written after. ``--write`` puts the table
in the docs.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import indexer.index.engines.whoosh.evaluation
import indexer.index.engines.whoosh.scoring
import indexer.search.expand
import indexer.search.recency
from benchmarks.options import ROOT, table, write_between_markers
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.evaluation.searches import evaluate
from indexer.index.ranking import FIELD_WEIGHTS
from indexer.judgements.searches import JudgedSearch, judged_searches
from indexer.settings import Settings

_PAGE = ROOT / "docs" / "explanation" / "ranking.md"

_SCORING = indexer.index.engines.whoosh.scoring
_RECENCY = indexer.search.recency
# What is said to be different; the module or table, the name in it, the other value.
_VARIANTS: tuple[tuple[str, Any, str, float], ...] = (
    ("K1 = 1.2, not 2", _SCORING, "K1", 1.2),
    ("B = 0.75, not 0.5", _SCORING, "B", 0.75),
    ("titles count 1.5, not 1", FIELD_WEIGHTS, "title", 1.5),
    ("headings count 0.5, not 1", FIELD_WEIGHTS, "heading", 0.5),
    ("other passages add nothing, not 15 %", indexer.index.engines.whoosh.evaluation, "REST", 0.0),
    ("other passages add 30 %", indexer.index.engines.whoosh.evaluation, "REST", 0.3),
    ("other names weigh 0.2, not 0.5", indexer.search.expand, "EXPANSION_WEIGHT", 0.2),
    ("other names weigh as much as what was typed", indexer.search.expand, "EXPANSION_WEIGHT", 1.0),
    ("new papers are not preferred, unless asked for", _RECENCY, "_ALWAYS", 0.0),
    ("new papers count up to 1.5 times, not 1.15", _RECENCY, "_ALWAYS", 0.5),
    ("asked for, new papers count up to 2 times, not 4", _RECENCY, "_ASKED_FOR", 1.0),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.variants", description="What would the ranking be with other numbers?"
    )
    parser.add_argument("--write", action="store_true", help=f"put the table into {_PAGE.relative_to(ROOT)}")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.from_environment({}), home=Path(folder))
        build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
        searches = judged_searches(settings.judgements / "searches.csv")
        rows = [["as it is", *_measured(settings, searches)]]
        for told, place, name, value in _VARIANTS:
            with _set(place, name, value):
                rows.append([told, *_measured(settings, searches)])
    text = f"`python -m benchmarks.variants --write`\n\n{table(['nDCG@10', 'before', 'after'], rows)}"
    print(text)
    if write:
        write_between_markers("variants", text, _PAGE)


@contextmanager
def _set(place: Any, name: str, value: float) -> Iterator[None]:
    with ExitStack() as stack:
        if isinstance(place, Mapping):
            stack.enter_context(patch.dict(place, {name: value}))
        else:
            stack.enter_context(patch.object(place, name, value))
        yield


def _measured(settings: Settings, searches: tuple[JudgedSearch, ...]) -> list[str]:
    """Of each half, in a catalogue that has kept nothing."""
    halves = evaluate(Catalogue.open(settings), searches).by_half
    return [f"{some.ours.ndcg:.3f}" for some in halves.values()]


if __name__ == "__main__":
    main()
