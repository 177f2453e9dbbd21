"""How fast are searches, beside the peers? ``python -m benchmarks.search --paragraphs N``

All engines answer in one process, query by query in rotating order, so that each finds the processor's caches as the
others left them. A time is CPU time of the whole process while one engine works, its helper threads included: what
else the machine does matters little. In each round every engine is opened anew and answers one other query; then every
query is put for the first time (*first*), and then once more (*warm*). Of the rounds the median counts; ratios to
tantivy are per query, and their mean is geometric. A slow engine is asked every so many queries only, in one round.
"""

from __future__ import annotations

import gc
import json
import math
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.build import ready
from benchmarks.corpus import SEED
from benchmarks.engines.peer import Page, Peer
from benchmarks.engines.registry import BASELINE, engine
from benchmarks.options import Options, command, machine, options, table, write_between_markers
from benchmarks.queries import BenchmarkQuery, How, by_shape, queries

_OPENING = BenchmarkQuery(shape="opening", words=("and", "the"))
_FIRST, _WARM = "first", "warm"


@dataclass
class Measured:
    """Milliseconds of one engine, by query number and by whether it is asked for the first time."""

    kind: type[Peer]
    times: dict[tuple[str, int], list[float]] = field(default_factory=lambda: defaultdict(list))
    pages: dict[int, Page] = field(default_factory=dict)

    def median(self, when: str, query: int) -> float | None:
        times = self.times.get((when, query))
        return statistics.median(times) if times else None


def main() -> None:
    chosen = options("search", "How fast are searches, beside the peers?", rounds=5)
    asked = queries(chosen.paragraphs, chosen.text)
    measured = measure(chosen, asked)
    figures = summary(measured, asked)
    if chosen.json:
        print(json.dumps({"paragraphs": chosen.paragraphs, "queries": len(asked), "engines": figures}))
        return
    text = report(chosen, asked, figures)
    print(text)
    if chosen.write:
        write_between_markers(f"search {chosen.corpus}", text)


def measure(chosen: Options, asked: Sequence[BenchmarkQuery]) -> dict[str, Measured]:
    """Asks everything of everybody."""
    folders = {name: ready(chosen, name) for name in chosen.engines}
    measured = {name: Measured(engine(name)) for name in chosen.engines}
    rnd = random.Random(SEED)  # noqa: S311 - an order, not a secret
    for turn in range(chosen.rounds):
        opened = {name: one.kind(folders[name]) for name, one in measured.items() if turn == 0 or one.kind.asked == 1}
        for peer in opened.values():
            peer.answer(_OPENING)
        gc.collect()
        gc.freeze()  # what an engine holds open is no work for the others' collections
        order = rnd.sample(range(len(asked)), len(asked))
        for when in (_FIRST, _WARM):
            for place, number in enumerate(order):
                for name in _rotated(list(opened), turn + place):
                    if number % measured[name].kind.asked == 0:
                        _ask(opened[name], measured[name], when, number, asked[number])
        for peer in opened.values():
            peer.close()
        gc.unfreeze()
    return measured


def _rotated(names: list[str], by: int) -> list[str]:
    by %= len(names)
    return names[by:] + names[:by]


def _ask(peer: Peer, measured: Measured, when: str, number: int, query: BenchmarkQuery) -> None:
    started = time.process_time()
    page = peer.answer(query)
    measured.times[when, number].append((time.process_time() - started) * 1000)
    measured.pages[number] = page


def summary(measured: Mapping[str, Measured], asked: Sequence[BenchmarkQuery]) -> dict[str, dict[str, object]]:
    """For each engine its times, its ratios to the baseline, the same by shape, and how far its totals are ours."""
    base = measured.get(BASELINE)
    everything = range(len(asked))
    figures = {}
    for name, one in measured.items():
        shapes = {
            shape: _figures(one, base, [number for number in everything if asked[number].shape == shape])
            for shape in by_shape(asked)
        }
        figures[name] = {
            "version": one.kind.version(),
            **_figures(one, base, everything),
            "by_shape": {shape: row for shape, row in shapes.items() if row},
            **_beside_ours(one, measured.get("ours"), asked),
        }
    return figures


def _figures(one: Measured, base: Measured | None, numbers: Sequence[int]) -> dict[str, object]:
    """Times and ratios over these queries; nothing when the engine was asked none of them."""
    row: dict[str, object] = {}
    for when in (_WARM, _FIRST):
        times = [time for number in numbers if (time := one.median(when, number)) is not None]
        if not times:
            continue
        row[f"{when}_ms"] = {"p50": _percentile(times, 50), "p95": _percentile(times, 95)}
        ratios = _ratios(one, base, when, numbers)
        if ratios:
            row[f"ratio_{when}"] = _geometric_mean(ratios)
            row[f"spread_{when}"] = [_percentile(ratios, 10), _percentile(ratios, 90)]
    return row


def _ratios(one: Measured, other: Measured | None, when: str, numbers: Iterable[int]) -> list[float]:
    """The times of one engine to those of the other, for each query that both were asked."""
    pairs = [(one.median(when, number), other.median(when, number)) for number in numbers] if other else []
    return [mine / theirs for mine, theirs in pairs if mine and theirs]


def _geometric_mean(values: Sequence[float]) -> float:
    return round(math.exp(statistics.fmean(map(math.log, values))), 4)


def _percentile(values: Iterable[float], percent: int) -> float:
    """With linear interpolation."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low, high = ordered[math.floor(place)], ordered[math.ceil(place)]
    return round(low + (high - low) * (place - math.floor(place)), 4)


def _beside_ours(one: Measured, ours: Measured | None, asked: Sequence[BenchmarkQuery]) -> dict[str, object]:
    """Our times to the engine's; and of the queries that mean the same to both, how many have the same counts.

    Stemmers differ in a few words, so the latter is a check of the adapters, not of the engines.
    """
    if ours is None or one is ours:
        return {}
    comparable = [
        number
        for number in one.pages
        if number in ours.pages
        and (one.kind.whole_documents or (asked[number].how is not How.ALL and not asked[number].without))
    ]
    same = sum(_alike(one.pages[number], ours.pages[number]) for number in comparable)
    everything = range(len(asked))
    return {
        "ours_to_it_warm": _geometric_mean(_ratios(ours, one, _WARM, everything)),
        "ours_to_it_first": _geometric_mean(_ratios(ours, one, _FIRST, everything)),
        "comparable": len(comparable),
        "same_counts": same,
    }


def _alike(one: Page, other: Page) -> bool:
    counts = [{facet: dict(values) for facet, values in page.counts.items()} for page in (one, other)]
    return one.total == other.total and counts[0] == counts[1]


def report(chosen: Options, asked: Sequence[BenchmarkQuery], figures: Mapping[str, Mapping[str, object]]) -> str:
    """The figures as Markdown."""
    head = [
        "engine", "warm ms, p50", "p95", "first ms, p50", "p95", f"warm to {BASELINE}", "10 to 90 in 100",
        "first", "ours to it, warm", "first", "same counts",
    ]  # fmt: skip
    rows = [[name, *_row(row)] for name, row in figures.items()]
    shapes = [
        [
            shape,
            str(sum(query.shape == shape for query in asked)),
            *(_shape_cell(row, shape) for row in figures.values()),
        ]
        for shape in by_shape(asked)
    ]
    versions = "; ".join(str(row["version"]) for row in figures.values())
    return "\n\n".join(
        (
            f"`{command('search', chosen)}` ({machine()}; {versions})",
            f"{len(asked)} queries on {chosen.paragraphs:,} paragraphs.",
            table(head, rows),
            f"By shape, warm: milliseconds (median over the queries), and the ratio to {BASELINE}:",
            table(["shape", "queries", *figures], shapes),
        )
    )


def _row(row: Mapping[str, object]) -> list[str]:
    warm, first = _times(row, "warm_ms"), _times(row, "first_ms")
    spread = row.get("spread_warm")
    return [
        f"{warm['p50']:.2f}", f"{warm['p95']:.2f}", f"{first['p50']:.2f}", f"{first['p95']:.2f}",
        f"{row['ratio_warm']:.2f}" if "ratio_warm" in row else "",
        "{:.2f} to {:.2f}".format(*spread) if isinstance(spread, list) else "",
        f"{row['ratio_first']:.2f}" if "ratio_first" in row else "",
        f"1/{1 / ours:.1f}" if isinstance(ours := row.get("ours_to_it_warm"), float) else "",
        f"1/{1 / ours:.1f}" if isinstance(ours := row.get("ours_to_it_first"), float) else "",
        f"{row['same_counts']} of {row['comparable']}" if "comparable" in row else "",
    ]  # fmt: skip


def _shape_cell(row: Mapping[str, object], shape: str) -> str:
    by = row["by_shape"]
    found = by.get(shape) if isinstance(by, dict) else None
    if not found:
        return ""
    ratio = f" ({found['ratio_warm']:.2f})" if "ratio_warm" in found else ""
    return f"{found['warm_ms']['p50']:.2f}{ratio}"


def _times(row: Mapping[str, object], key: str) -> Mapping[str, float]:
    times = row.get(key)
    return times if isinstance(times, dict) else {"p50": math.nan, "p95": math.nan}


if __name__ == "__main__":
    main()
