"""The columns of a segment come, go and are made again without anybody's doing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from whoosh import index

from indexer.index.engines.whoosh import column_file
from indexer.index.engines.whoosh.column_file import ColumnFileError, load
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.model.query import DocumentRecord, Everything, Facet, Matches, PassageRecord, Phrase, Query, Term
from tests.contract.stock_whoosh import stock_search

QUERIES = (Query(tree=Term("care")), Query(tree=Phrase(("in", "care"))), Query(tree=Everything()))


def paper(number: int) -> DocumentRecord:
    texts = [("children", "in", "care", f"place{number}"), ("care", "plan"), ()]
    return DocumentRecord(
        id=f"d{number}",
        title=("care", f"title{number}"),
        passages=tuple(PassageRecord(anchor=f"p-{k}", heading=("aim",), text=text) for k, text in enumerate(texts)),
        date=date(2025, 1, 1 + number),
        facets={Facet.TOPIC: (f"topic-{number}",)},
    )


def answers(folder: Path) -> list[Matches]:
    engine = WhooshEngine(folder)
    found = [engine.search(query) for query in QUERIES]
    engine.close()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = WhooshEngine(tmp_path)
    engine.write((), [paper(number) for number in range(5)])
    engine.write(("d2",), [])
    engine.close()
    return tmp_path


def column_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.columns*"))


def test_every_segment_has_its_columns_and_they_go_with_it(folder: Path) -> None:
    for number in range(5, 25):
        engine = WhooshEngine(folder)
        engine.write((f"d{number - 3}",), [paper(number)])
        engine.close()
        segments = {path.stem for path in folder.glob("*.seg")}
        assert {path.name for path in column_files(folder)} == {f"{segment}.columns" for segment in segments}


def test_whoosh_alone_opens_the_index_and_finds_the_same(folder: Path) -> None:
    found = answers(folder)
    for path in column_files(folder):
        path.unlink()
    for matches, query in zip(found, QUERIES, strict=True):
        alone = stock_search(folder, query)
        assert (matches.total, matches.counts) == (alone.total, alone.counts)
        assert [hit.document for hit in matches.hits] == [hit.document for hit in alone.hits]
        assert [hit.score for hit in matches.hits] == pytest.approx([hit.score for hit in alone.hits], abs=1e-9)
    assert index.exists_in(str(folder))


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _too_long(path: Path) -> None:
    path.write_bytes(path.read_bytes() + bytes(4096))


def _another_version(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[8] += 1
    path.write_bytes(raw)


def _something_else(path: Path) -> None:
    path.write_bytes(b"something else" * 1000)


HARM: list[Callable[[Path], None]] = [_missing, _empty, _cut_short, _too_long, _another_version, _something_else]


@pytest.mark.parametrize("harm", HARM)
def test_columns_that_cannot_be_trusted_are_made_again(folder: Path, harm: Callable[[Path], None]) -> None:
    before = answers(folder)
    (path,) = column_files(folder)
    content = path.read_bytes()
    harm(path)
    assert answers(folder) == before
    assert column_files(folder) == [path]
    assert path.read_bytes() == content


def test_a_changed_byte_anywhere_in_the_arrays_or_the_header_is_noticed(folder: Path) -> None:
    (path,) = column_files(folder)
    content = path.read_bytes()
    size = 20 + int.from_bytes(content[12:16], "little")
    assert load(path)
    for place in [*range(0, size, 50), *range(size + -size % 4096, len(content), 509)]:
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :])
        with pytest.raises(ColumnFileError):
            load(path)


def test_pages_that_have_changed_places_are_noticed() -> None:
    one, other = bytes([1]) * 4096, bytes([2]) * 4096
    assert column_file._checksum(one + other) != column_file._checksum(other + one)


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(folder: Path) -> None:
    before = answers(folder)
    (path,) = column_files(folder)
    path.unlink()
    path.mkdir()  # no file can take its place, not even root's
    assert answers(folder) == before
    assert column_files(folder) == [path]


def test_many_threads_get_what_one_gets(folder: Path) -> None:
    before = answers(folder)
    engine = WhooshEngine(folder)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(engine.search, QUERIES * 100))
    assert found == before * 100
    engine.close()


def test_a_search_that_runs_while_a_write_commits_sees_the_index_before_or_after(folder: Path) -> None:
    engine = WhooshEngine(folder)
    with ThreadPoolExecutor(4) as pool:
        for number in range(5, 15):
            searches = [pool.submit(engine.search, Query(tree=Term("care"), limit=50)) for _ in range(8)]
            engine.write((), [paper(number)])
            assert {search.result().total for search in searches} <= {number - 1, number}
    engine.close()
