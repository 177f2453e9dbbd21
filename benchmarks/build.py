"""How much work is it to build an index, and how big is it? ``python -m benchmarks.build --paragraphs N``

Each engine builds in a process of its own. Times are CPU seconds of that process and its children, all threads, without
the time to make the corpus; they include analysing the text and keeping it for snippets. Memory is the most that the
process held, the corpus of one paper at a time included.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import shutil
import statistics
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import Paper, corpus
from benchmarks.engines.registry import BASELINE, engine
from benchmarks.options import Options, command, machine, options, table, write_between_markers

_DONE = "built.json"  # stands in a folder whose index is whole


@dataclass(frozen=True, slots=True)
class Built:
    version: str
    cpu_s: float
    wall_s: float
    size_mb: float
    memory_mb: float


def main() -> None:
    chosen = options("build", "How much work is it to build an index, and how big is it?", rounds=1)
    figures = measure(chosen)
    if chosen.json:
        print(json.dumps({"paragraphs": chosen.paragraphs, "engines": figures}))
        return
    text = report(chosen, figures)
    print(text)
    if chosen.write:
        write_between_markers(f"build {chosen.corpus}", text)


def measure(chosen: Options) -> dict[str, dict[str, object]]:
    """For each engine the medians over the rounds, with ratios to the baseline when that was built too."""
    rounds: dict[str, list[Built]] = {name: [] for name in chosen.engines}
    for turn in range(chosen.rounds):
        for name in (*chosen.engines[turn % len(rounds) :], *chosen.engines[: turn % len(rounds)]):
            shutil.rmtree(folder_of(chosen, name), ignore_errors=True)
            rounds[name].append(build_apart(chosen, name))
    figures: dict[str, dict[str, object]] = {}
    for name, built in rounds.items():
        median = {
            key: statistics.median(getattr(one, key) for one in built)
            for key in ("cpu_s", "wall_s", "size_mb", "memory_mb")
        }
        figures[name] = {"version": built[0].version, **{key: round(value, 2) for key, value in median.items()}}
    if BASELINE in figures:
        base = statistics.median(one.cpu_s for one in rounds[BASELINE])
        for name, built in rounds.items():
            figures[name]["ratio_cpu"] = round(statistics.median(one.cpu_s for one in built) / base, 3)
    return figures


def report(chosen: Options, figures: dict[str, dict[str, object]]) -> str:
    """The figures as Markdown."""
    rows = [
        [
            f"{name}", f"{f['cpu_s']:.1f}", f"{f.get('ratio_cpu', float('nan')):.2f}",
            f"{chosen.paragraphs / float(str(f['cpu_s'])):.0f}", f"{f['size_mb']:.0f}", f"{f['memory_mb']:.0f}",
        ]
        for name, f in figures.items()
    ]  # fmt: skip
    head = ["engine", "CPU s", f"to {BASELINE}", "paragraphs per CPU s", "MB on disk", "MB of memory"]
    return f"`{command('build', chosen)}` ({machine()})\n\n{table(head, rows)}"


def folder_of(chosen: Options, name: str) -> Path:
    """Where the index of an engine lies."""
    return chosen.folder / name


def ready(chosen: Options, name: str) -> Path:
    """The folder of the engine's index, built when it is not there."""
    folder = folder_of(chosen, name)
    if not (folder / _DONE).exists():
        shutil.rmtree(folder, ignore_errors=True)
        build_apart(chosen, name)
    return folder


def build_apart(chosen: Options, name: str) -> Built:
    """Builds in a fresh process."""
    folder = folder_of(chosen, name)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        built = executor.submit(build_one, name, chosen.paragraphs, chosen.text, folder).result()
    (folder / _DONE).write_text(json.dumps(asdict(built)))
    return built


def build_one(name: str, paragraphs: int, text: Path | None, folder: Path) -> Built:
    """Builds an index and says what it cost."""
    kind = engine(name)
    folder.mkdir(parents=True)
    papers = Metered(corpus(paragraphs, text))
    started, wall = _cpu(), time.perf_counter()
    kind.build(papers, folder)
    cpu, wall = _cpu() - started - papers.cpu_s, time.perf_counter() - wall - papers.cpu_s
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Built(kind.version(), cpu, wall, size / 1e6, memory)


class Metered:
    """Papers, and how much CPU time it took to make them."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._papers = iter(papers)
        self.cpu_s = 0.0

    def __iter__(self) -> Iterator[Paper]:
        while True:
            started = time.thread_time()
            paper = next(self._papers, None)
            self.cpu_s += time.thread_time() - started
            if paper is None:
                return
            yield paper


def _cpu() -> float:
    """CPU seconds of this process, all threads, and of the children it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
