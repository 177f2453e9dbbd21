"""How long do reading, indexing and searching the sample corpus take? ``python -m benchmarks.sample``

Reading is timed in this process, without the child processes of a build; the build as a user runs it, from nothing and
again with nothing changed. Times are wall-clock on whatever else the machine does: compare ratios, not machines.
"""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.judgements.searches import judged_searches
from indexer.model.search import SearchRequest
from indexer.read.folder import find
from indexer.read.reader import import_readers, read
from indexer.settings import Settings
from indexer.structure.paper import structure

ROUNDS = 5


def main() -> None:
    shipped = Settings.from_environment({})
    read_all(shipped.corpus)
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(shipped, home=Path(folder))
        for what in ("build from nothing", "build, nothing changed"):
            with timed() as seconds:
                report = build((), settings, now=datetime.now(UTC), progress=lambda *_: None)
            rate = f", {report.passages / seconds[0]:.0f} passages a second" if report.added else ""
            print(f"{what}: {report.documents} papers in {seconds[0]:.2f} s{rate}")
        search_all(settings)
    peak = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"memory at most: {peak[0]:.0f} MB in this process, {peak[1]:.0f} MB in the largest child")


def read_all(corpus: Path) -> None:
    """Reads every paper, and prints papers, pages and passages a second by format."""
    import_readers()
    by_format: dict[str, list[tuple[float, float, int, int]]] = {}
    for found in find([corpus]).files:
        with timed() as reading:
            raw = read(found.path, found.name)
        with timed() as structuring:
            document = structure(raw, document_id="x", side=None)
        passages = list(document.passages())
        pages = max((passage.page or 0 for passage in passages), default=0)
        by_format.setdefault(raw.source.read_by, []).append((reading[0], structuring[0], pages, len(passages)))
    for form, rows in sorted(by_format.items()):
        reading_s, structuring_s, pages, count = (sum(column) for column in zip(*rows, strict=True))
        speed = f"{pages / reading_s:.0f} pages, " if pages else ""
        print(
            f"read {form}: {len(rows)} papers, {speed}{count / reading_s:.0f} passages a second; "
            f"arrange: {count / structuring_s:.0f} passages a second"
        )


def search_all(settings: Settings) -> None:
    """Runs the judged searches, and prints the time of a page of results, without and with its documents parsed."""
    requests = [SearchRequest(query=judged.query) for judged in judged_searches(settings.judgements / "searches.csv")]
    with timed() as opening:
        catalogue = Catalogue.open(settings)
        catalogue.search(requests[0])
    print(f"open the index and search once: {opening[0] * 1000:.0f} ms")
    for what in ("first time", "again"):
        times = []
        for request in requests:
            rounds = []
            for _ in range(1 if what == "first time" else ROUNDS):
                with timed() as seconds:
                    catalogue.search(request)
                rounds.append(seconds[0] * 1000)
            times.append(statistics.median(rounds))
        cuts = statistics.quantiles(times, n=20)
        print(f"search, {what}: median {statistics.median(times):.1f} ms, 95 in 100 under {cuts[-1]:.1f} ms")


@contextmanager
def timed() -> Iterator[list[float]]:
    """A list that holds the seconds passed once the block is left."""
    seconds = [0.0]
    started = time.perf_counter()
    yield seconds
    seconds[0] = time.perf_counter() - started


if __name__ == "__main__":
    main()
