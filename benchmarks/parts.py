"""How does the time of one of our searches divide? ``python -m benchmarks.parts --paragraphs N``

Every query of the search benchmark is put once to warm up and then ``--rounds`` times, to our engine alone, with a
clock around the parts of an evaluation and around the snippets. Nothing of another engine stands in the processor's
caches, so the sums are less than what ``benchmarks.search`` measures.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
    peer = Ours(ready(chosen, Ours.name))
    shapes = by_shape(asked)
    rows = [[shape, *_row(peer, [query for query in asked if query.shape == shape], chosen)] for shape in shapes]
    peer.close()
    text = "\n\n".join(
        (f"`{command('parts', chosen)}` ({machine()})", table(["shape, microseconds", "whole", *_PARTS, "other"], rows))
    )
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
