"""What does an answer cost? ``python -m benchmarks.ask --paragraphs N``

The judged questions are put to an index of the made corpus, which borrows its words from the sample papers, so that
most words of the questions stand in thousands of paragraphs; and to the sample itself. Times are of CPU, from the
question to the quotations, without a page around them.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from benchmarks.corpus import corpus
from benchmarks.options import command, machine, options, table, write_between_markers
from benchmarks.page import write_papers
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.judgements.questions import judged_questions
from indexer.model.search import SearchRequest
from indexer.settings import Settings


def main() -> None:
    chosen = options("ask", "What does an answer cost?", rounds=2)
    folder = chosen.folder / "site"
    usual = Settings.from_environment({})
    settings = replace(usual, home=folder / "home", corpus=folder / "papers")
    if not settings.corpus.exists():
        write_papers(corpus(chosen.paragraphs, chosen.text), settings.corpus)
    asked = [one.text for one in judged_questions(usual.judgements / "questions.csv")]
    figures = {
        f"{chosen.paragraphs:,} paragraphs": measure(settings, asked, chosen.rounds),
        "the sample": measure(replace(usual, home=chosen.folder / "sample"), asked, chosen.rounds),
    }
    if chosen.json:
        print(json.dumps({"paragraphs": chosen.paragraphs, "questions": len(asked), "figures": figures}))
        return
    rows = [[name, *(f"{one[key]:.1f}" for key in ("first_p50", "p50", "p95"))] for name, one in figures.items()]
    head = ["CPU ms an answer", "first time, median", "median", "95th of 100"]
    text = f"`{command('ask', chosen)}` ({machine()}), {len(asked)} questions\n\n{table(head, rows)}"
    print(text)
    if chosen.write:
        write_between_markers(f"ask {chosen.corpus}", text)


def measure(settings: Settings, asked: Sequence[str], rounds: int) -> dict[str, float]:
    """Milliseconds of CPU of an answer: of the first time each question is asked, and of all later times."""
    _made(settings)
    catalogue = Catalogue.open(settings)
    catalogue.ask(SearchRequest(query="what is this"))  # tables and patterns are read once
    times = [[_milliseconds(catalogue, text) for text in asked] for _ in range(rounds + 1)]
    later = [each for some in times[1:] for each in some]
    return {
        "first_p50": round(statistics.median(times[0]), 2),
        "p50": round(statistics.median(later), 2),
        "p95": round(statistics.quantiles(later, n=20)[-1], 2),
    }


def _made(settings: Settings) -> None:
    """Nothing is built again that is as it was."""
    build((), settings, now=datetime.now(UTC), progress=lambda *_: None)


def _milliseconds(catalogue: Catalogue, text: str) -> float:
    started = time.process_time()
    catalogue.ask(SearchRequest(query=text))
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
