"""How does the time of one of our searches divide? ``python -m benchmarks.parts --paragraphs N``

Every query of the search benchmark is put once to warm up and then ``--rounds`` times, to our engine alone, with a
clock around the parts of an evaluation and around the snippets. Nothing of another engine stands in the processor's
caches, so the sums are less than what ``benchmarks.search`` measures.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import benchmarks.engines.ours
from benchmarks.build import ready
from benchmarks.engines.ours import Ours
from benchmarks.options import Options, command, machine, options, table, write_between_markers
from benchmarks.queries import BenchmarkQuery, by_shape, queries
from indexer.index.engines.whoosh.evaluation import Evaluation

# What stands in the table, and what is measured for it. None of these runs inside another.
_PARTS = {
    "look up words": (Evaluation, "_held"),
    "filter, count": (Evaluation, "_filtered"),
    "titles": (Evaluation, "_titles"),
    "rank": (Evaluation, "_page"),
    "hits": (Evaluation, "_hit"),
    "find in text": (benchmarks.engines.ours, "found"),
    "cut": (benchmarks.engines.ours, "snippet"),
}


def main() -> None:
    chosen = options("parts", "How does the time of one of our searches divide?", rounds=20)
    asked = queries(chosen.paragraphs, chosen.text)
    folder = ready(chosen, Ours.name)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        opening, own, mapped = executor.submit(_alone, folder, asked, chosen.rounds).result()
    peer = Ours(folder)
    shapes = by_shape(asked)
    rows = [[shape, *_row(peer, [query for query in asked if query.shape == shape], chosen)] for shape in shapes]
    peer.close()
    alone = (
        f"A fresh process opened the index and answered its first query in {opening:.0f} ms of CPU. After "
        f"{len(asked) * chosen.rounds} queries it held {own:.0f} MB of its own and {mapped:.0f} MB of mapped files."
    )
    head = ["shape, microseconds", "whole", *_PARTS, "other"]
    text = f"`{command('parts', chosen)}` ({machine()})\n\n{table(head, rows)}\n\n{alone}"
    print(text)
    if chosen.write:
        write_between_markers(f"parts {chosen.corpus}", text)


def _row(peer: Ours, asked: Sequence[BenchmarkQuery], chosen: Options) -> list[str]:
    """The mean microseconds of a query: in all, in each part, and in none of them."""
    for query in asked:
        peer.answer(query)
    with _watched() as spent:
        started = time.thread_time()
        for _ in range(chosen.rounds):
            for query in asked:
                peer.answer(query)
        whole = time.thread_time() - started
    times = [whole, *(spent[part] for part in _PARTS), whole - sum(spent.values())]
    return [f"{seconds / len(asked) / chosen.rounds * 1e6:.0f}" for seconds in times]


def _alone(folder: Path, asked: Sequence[BenchmarkQuery], rounds: int) -> tuple[float, float, float]:
    """In a process that does nothing else: milliseconds to open and answer once, then the memory after all queries, in
    MB of its own and of mapped files.
    """
    started = time.process_time()
    peer = Ours(folder)
    peer.answer(asked[0])
    opening = (time.process_time() - started) * 1000
    for _ in range(rounds):
        for query in asked:
            peer.answer(query)
    return opening, _kilobytes("RssAnon") / 1024, _kilobytes("RssFile") / 1024


def _kilobytes(kind: str) -> int:
    """What Linux says of this process's memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(kind))


@contextmanager
def _watched() -> Iterator[defaultdict[str, float]]:
    """Counts the CPU seconds spent in each part."""
    spent: defaultdict[str, float] = defaultdict(float)

    def watching(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            started = time.thread_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[part] += time.thread_time() - started

        return watched

    with ExitStack() as stack:
        for part, (place, name) in _PARTS.items():
            stack.enter_context(patch.object(place, name, watching(part, getattr(place, name))))
        yield spent


if __name__ == "__main__":
    main()
