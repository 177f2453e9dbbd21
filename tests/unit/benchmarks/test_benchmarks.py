"""What is measured is the same every time, and what is printed keeps its promise."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.corpus import Paper, corpus
from benchmarks.engines.ours import Ours
from benchmarks.engines.sqlite import Sqlite
from benchmarks.queries import How, by_shape, queries
from indexer.model.query import Facet

ROOT = Path(__file__).parents[3]
SIZE = 600  # paragraphs


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    return list(corpus(SIZE))


def test_the_corpus_has_the_paragraphs_asked_for_and_is_the_same_every_time(papers: list[Paper]) -> None:
    assert sum(len(paper.paragraphs) for paper in papers) == SIZE
    assert list(corpus(SIZE)) == papers


def test_a_smaller_corpus_begins_a_larger_one(papers: list[Paper]) -> None:
    smaller = list(corpus(SIZE // 2))
    assert smaller[:-1] == papers[: len(smaller) - 1]


def test_every_paper_has_what_is_filtered_by(papers: list[Paper]) -> None:
    for paper in papers:
        assert set(paper.facets) == set(Facet)
        assert paper.facets[Facet.YEAR] == (str(paper.date.year),)
        assert len(paper.facets[Facet.TOPIC]) <= 4


def test_a_file_of_paragraphs_becomes_papers(tmp_path: Path) -> None:
    file = tmp_path / "paragraphs.txt"
    file.write_text("\n\n\n".join(f"One {number}\nparagraph." for number in range(200)), encoding="utf-8")
    texts = [paragraph.text for paper in corpus(150, file) for paragraph in paper.paragraphs]
    assert texts == [f"One {number} paragraph." for number in range(150)]
    assert sum(len(paper.paragraphs) for paper in corpus(1000, file)) == 200


def test_there_are_enough_queries_of_every_shape_and_they_are_the_same_every_time() -> None:
    asked = queries(SIZE)
    assert len(asked) >= 60
    assert {query.how for query in asked} == set(How)
    assert {len(query.filters) for query in asked} == {0, 1, 2, 3}
    assert any(query.without for query in asked)
    assert any(query.newest for query in asked)
    assert len(by_shape(asked)) >= 12
    assert queries(SIZE) == asked


def test_two_engines_that_share_nothing_find_and_count_the_same(tmp_path: Path, papers: list[Paper]) -> None:
    peers = {}
    for kind in (Ours, Sqlite):
        (tmp_path / kind.name).mkdir()
        kind.build(iter(papers), tmp_path / kind.name)
        peers[kind.name] = kind(tmp_path / kind.name)
    asked = [query for query in queries(SIZE) if query.how in {How.NONE, How.PHRASE} or len(query.words) == 1]
    for query in islice((query for query in asked if not query.without), 40):
        ours, theirs = (peer.answer(query) for peer in peers.values())
        assert (ours.total, ours.counts) == (theirs.total, theirs.counts), str(query)
        assert len(ours.documents) == len(theirs.documents) == min(10, ours.total)
    for peer in peers.values():
        peer.close()


def printed(program: str, tmp_path: Path, *options: str) -> dict[str, object]:
    command = [sys.executable, "-m", f"benchmarks.{program}", "--paragraphs", str(SIZE), "--rounds", "1", "--json"]
    done = subprocess.run(
        [*command, "--indexes", str(tmp_path), *options], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_search_benchmark_prints_what_the_interface_promises(tmp_path: Path) -> None:
    figures = printed("search", tmp_path, "--engines", "ours,sqlite-fts5")
    assert figures["paragraphs"] == SIZE
    assert isinstance(engines := figures["engines"], dict)
    for name in ("ours", "sqlite-fts5"):
        assert {"version", "warm_ms", "first_ms", "by_shape"} <= set(engines[name])
        assert set(engines[name]["warm_ms"]) == {"p50", "p95"}
    assert engines["sqlite-fts5"]["same_counts"] == engines["sqlite-fts5"]["comparable"] > 0


def test_the_build_benchmark_prints_what_the_interface_promises(tmp_path: Path) -> None:
    figures = printed("build", tmp_path, "--engines", "ours")
    assert isinstance(engines := figures["engines"], dict)
    assert {"version", "cpu_s", "size_mb"} <= set(engines["ours"])
