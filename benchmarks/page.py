"""How does the CPU time of a page of results divide? ``python -m benchmarks.page --paragraphs N``

The papers of the made corpus are written as text files with side files, and read, indexed and served as any council's
would be; the request is the whole of a web request, without the network. *Documents* is reading the outlines of papers
that are not in memory, *other* is everything between: routing, labels of filters, headers.

What is done for members beyond looking for their words (reading sentences, other names, spelling) is measured on the
sample, where such words stand: the judged searches as they are asked, and with *only these words*.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

from flask.testing import FlaskClient

import indexer.generation
import indexer.search.otherwise
import indexer.search.search
import webapp.pages.search
from benchmarks.corpus import Paper, corpus
from benchmarks.options import Options, command, machine, options, table, write_between_markers
from benchmarks.queries import BenchmarkQuery, How, queries
from indexer.build import build
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.store import DocumentStore
from indexer.judgements.searches import judged_searches
from indexer.settings import Settings
from webapp.app import create_app

_STAGES: dict[str, list[tuple[object, str]]] = {
    "sentence": [(indexer.generation, "understood")],
    "query": [(indexer.search.search, "read_query"), (indexer.search.otherwise, "read_query")],
    "search": [(WhooshEngine, "search")],
    "documents": [(DocumentStore, "outline")],
    "snippets": [(indexer.search.search, "found"), (indexer.search.search, "snippet")],
    "template": [(webapp.pages.search, "render_template")],
}
_OTHER = "other"
_FIRST, _WARM = "first", "warm"


def main() -> None:
    chosen = options("page", "How does the CPU time of a page of results divide?", rounds=3)
    folder = chosen.folder / "site"
    settings = Settings.from_environment(
        {"MATTERS_HOME": str(folder / "home"), "MATTERS_CORPUS": str(folder / "papers")}
    )
    if not (folder / "home" / "current").exists():
        write_papers(corpus(chosen.paragraphs, chosen.text), folder / "papers")
        build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
    addresses = [_address(query) for query in queries(chosen.paragraphs, chosen.text)]
    figures = measure(settings, addresses, chosen.rounds)
    asked, typed = beyond_words(chosen.rounds)
    if chosen.json:
        more = {"asked_ms": asked, "words_only_ms": typed}
        print(json.dumps({"paragraphs": chosen.paragraphs, "requests": len(addresses), "stages": figures, **more}))
        return
    text = report(chosen, len(addresses), figures) + (
        f"\n\nThe judged searches on the sample take {asked:.1f} ms a page as they are asked, {typed:.1f} ms with only "
        f"these words: what is done beyond looking for words is {1 - typed / asked:.0%} of a page."
    )
    print(text)
    if chosen.write:
        write_between_markers(f"page {chosen.corpus}", text)


def measure(settings: Settings, addresses: Sequence[str], rounds: int) -> dict[str, dict[str, dict[str, float]]]:
    """For each stage and the whole, the median and the 95th of a hundred of the milliseconds of a page."""
    times: dict[str, dict[str, list[float]]] = {_FIRST: {}, _WARM: {}}
    for _ in range(rounds):
        with _watched() as spent:
            client = create_app(settings, clock=lambda: date(2026, 11, 22)).test_client()
            client.get("/search?q=the")
            for when in (_FIRST, _WARM):
                for address in addresses:
                    for stage, milliseconds in _asked(client, address, spent).items():
                        times[when].setdefault(stage, []).append(milliseconds)
    return {
        when: {
            stage: {"p50": round(statistics.median(found), 3), "p95": round(statistics.quantiles(found, n=20)[-1], 3)}
            for stage, found in stages.items()
        }
        for when, stages in times.items()
    }


def beyond_words(rounds: int) -> tuple[float, float]:
    """Mean CPU milliseconds of a page of the judged searches on the sample: as asked, and with only the words typed."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.from_environment({}), home=Path(folder))
        build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
        client = create_app(settings, clock=lambda: date(2026, 11, 22)).test_client()
        searches = judged_searches(settings.judgements / "searches.csv")
        addresses = [f"/search?{urlencode([('q', search.query)])}" for search in searches]
        spent = {"": 0.0, "&words=only": 0.0}
        for turn in range(rounds + 1):  # the first warms up
            for address in addresses:
                for more in spent:
                    started = time.process_time()
                    client.get(address + more)
                    spent[more] += (time.process_time() - started) * (turn > 0)
    asked, typed = (seconds / len(addresses) / rounds * 1000 for seconds in spent.values())
    return asked, typed


def _asked(client: FlaskClient, address: str, spent: defaultdict[str, float]) -> dict[str, float]:
    spent.clear()
    started = time.process_time()
    response = client.get(address)
    whole = (time.process_time() - started) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status}")
    stages = {stage: spent[stage] * 1000 for stage in _STAGES}
    return {**stages, _OTHER: whole - sum(stages.values()), "whole": whole}


@contextmanager
def _watched() -> Iterator[defaultdict[str, float]]:
    """Counts the CPU seconds spent in each stage; none of them runs inside another."""
    spent: defaultdict[str, float] = defaultdict(float)

    def watching(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[stage] += time.process_time() - started

        return watched

    with ExitStack() as stack:
        for stage, places in _STAGES.items():
            for place, name in places:
                stack.enter_context(patch.object(place, name, watching(stage, getattr(place, name))))
        yield spent


def _address(query: BenchmarkQuery) -> str:
    """The query as a person would type it and choose filters."""
    words = (" OR " if query.how is How.ANY else " ").join(query.words)
    text = {How.PHRASE: f'"{words}"', How.BEGINNING: f"{words}*", How.NONE: ""}.get(query.how, words)
    if query.without:
        text += f" -{query.without}"
    filters = [(facet.value, value) for facet, value in query.filters.items() if facet.value in {"year", "committee"}]
    return f"/search?{urlencode([('q', text), *filters, *([('sort', 'newest')] if query.newest else [])])}"


def write_papers(papers: Iterator[Paper], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers:
        lines: list[str] = []
        heading, section, number = "", 0, 0
        for paragraph in paper.paragraphs:
            if paragraph.heading != heading:
                heading, section, number = paragraph.heading, section + 1, 0
                lines.append(f"{section}. {heading}")
            number += 1
            lines.append(f"{section}.{number} {paragraph.text}")
        facets = {facet.value: values[0] for facet, values in paper.facets.items() if values}
        facts = {
            "title": paper.title,
            "committee": facets["committee"],
            "portfolio": facets["portfolio"],
            "date": paper.date,
            "exempt": False,
        }
        (folder / f"{paper.id}.txt").write_text("\n\n".join(lines), encoding="utf-8")
        side = "".join(
            f"{key} = {json.dumps(value) if isinstance(value, str | bool) else value}\n" for key, value in facts.items()
        )
        (folder / f"{paper.id}.meta.toml").write_text(side, encoding="utf-8")


def report(chosen: Options, requests: int, figures: dict[str, dict[str, dict[str, float]]]) -> str:
    """The figures as Markdown."""
    rows = [
        [stage, *(f"{figures[when][stage][part]:.2f}" for when in (_FIRST, _WARM) for part in ("p50", "p95"))]
        for stage in (*_STAGES, _OTHER, "whole")
    ]
    head = ["CPU ms", "first, p50", "p95", "warm, p50", "p95"]
    return f"`{command('page', chosen)}` ({machine()})\n\n{requests} requests.\n\n{table(head, rows)}"


if __name__ == "__main__":
    main()
