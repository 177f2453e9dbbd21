"""A segment that we write holds what Whoosh would have written for the same words, and Whoosh reads it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import index

from indexer.index.engines.whoosh import write
from indexer.index.engines.whoosh.columns import FIELDS
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.model.query import DocumentRecord, Everything, Facet, PassageRecord, Query, Term
from tests.contract.stock_whoosh import stock_write
from tests.contract.test_columns import RECORDS, WRITES

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def contents(folder: Path) -> dict[str, Any]:
    """Everything that Whoosh's own reader can tell about the index."""
    reader = index.open_dir(str(folder)).reader()
    passages = range(reader.doc_count_all())
    told = {
        "stored": [reader.stored_fields(passage) for passage in passages],
        "lengths": {name: [reader.doc_field_length(passage, name) for passage in passages] for name in FIELDS},
        "totals": {name: reader.field_length(name) for name in FIELDS},
        "extremes": {
            name: (reader.min_field_length(name), reader.max_field_length(name))
            for name in FIELDS
            if reader.field_length(name)  # Whoosh fails where it is 0
        },
        "terms": {term: postings(reader, *term) for term in reader.all_terms()},
        "fields": sorted(reader.indexed_field_names()),
    }
    reader.close()
    return told


def postings(reader: Any, name: str, word: bytes) -> tuple[Any, ...]:
    """The statistics of a word, and each of its postings with the bounds of the block it stands in."""
    info = reader.term_info(name, word)
    matcher = reader.postings(name, word)
    found = []
    while matcher.is_active():
        bounds = (matcher.block_max_id(), matcher.block_max_weight())
        lengths = (matcher.block_min_length(), matcher.block_max_length())
        positions = matcher.value_as("positions") if name in FIELDS else None
        found.append((matcher.id(), matcher.weight(), positions, bounds, lengths))
        matcher.next()
    extremes = (info.min_length(), info.max_length(), info.max_weight(), info.min_id(), info.max_id())
    return info.weight(), info.doc_frequency(), extremes, found


def assert_as_whoosh_writes(folder: Path, records: Sequence[DocumentRecord], other: Path) -> None:
    """Every passage of ``records`` in whatever order the index in ``folder`` has them, and nothing else."""
    ours = contents(folder)
    by_id = {record.id: record for record in records}
    order = dict.fromkeys(stored["document"] for stored in ours["stored"])
    assert sorted(order) == sorted(by_id)
    stock_write(other, [by_id[document] for document in order])
    theirs = contents(other)
    for what, told in ours.items():
        assert told == theirs[what], what


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records=st.lists(RECORDS, min_size=1, max_size=7, unique_by=lambda record: record.id))
def test_a_new_segment_is_what_whoosh_writes(
    tmp_path_factory: pytest.TempPathFactory, records: list[DocumentRecord]
) -> None:
    folder, other = tmp_path_factory.mktemp("ours"), tmp_path_factory.mktemp("theirs")
    engine = WhooshEngine(folder)
    engine.write((), records)
    engine.close()
    assert_as_whoosh_writes(folder, records, other)
    shutil.rmtree(folder)
    shutil.rmtree(other)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(writes=st.lists(WRITES, min_size=2, max_size=5), last=RECORDS)
def test_segments_merged_without_what_was_deleted_are_what_whoosh_writes(
    tmp_path_factory: pytest.TempPathFactory,
    writes: list[tuple[tuple[str, ...], list[DocumentRecord]]],
    last: DocumentRecord,
) -> None:
    folder, other = tmp_path_factory.mktemp("ours"), tmp_path_factory.mktemp("theirs")
    engine = WhooshEngine(folder)
    records: dict[str, DocumentRecord] = {}
    with pytest.MonkeyPatch.context() as patch:
        for remove, add in writes:
            patch.setattr(write, "to_merge", lambda _sizes, _new: [])
            engine.write(remove, add)
            records = {key: record for key, record in records.items() if key not in remove}
            records |= {record.id: record for record in add}
        patch.setattr(write, "to_merge", lambda sizes, _new: list(range(len(sizes))))
        engine.write((), [last])
    engine.close()
    assert len(list(folder.glob("*.seg"))) == 1
    assert_as_whoosh_writes(folder, list((records | {last.id: last}).values()), other)
    shutil.rmtree(folder)
    shutil.rmtree(other)


def long_paper(number: int) -> DocumentRecord:
    """A paper whose words fill blocks, with and without several occurrences in a passage."""
    passages = tuple(
        PassageRecord(
            anchor=f"para-{place}",
            heading=("head", LETTERS[place % 26]),
            text=tuple(LETTERS[place * k % 26] for k in range(place % 40)) + ("everywhere",) * (1 + place % 2),
        )
        for place in range(150)
    )
    facets = {Facet.TOPIC: ("neglect", "early-help"), Facet.YEAR: ("2025",)}
    return DocumentRecord(
        id=f"d{number}", title=("long", "paper"), passages=passages, date=date(2025, 1, 1), facets=facets
    )


def test_words_that_fill_many_blocks_are_what_whoosh_writes(tmp_path: Path) -> None:
    records = [long_paper(number) for number in range(4)]
    engine = WhooshEngine(tmp_path / "ours")
    engine.write((), records)
    engine.close()
    (tmp_path / "theirs").mkdir()
    assert_as_whoosh_writes(tmp_path / "ours", records, tmp_path / "theirs")


def test_of_two_papers_with_one_id_in_one_write_the_later_one_is_kept(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    early, late = (
        DocumentRecord(id="a", title=(), passages=(PassageRecord(anchor="p", heading=(), text=(word,)),))
        for word in ("early", "late")
    )
    engine.write((), [early, late])
    assert engine.search(Query(tree=Everything())).total == 1
    assert engine.search(Query(tree=Term("early"))).total == 0
    assert engine.search(Query(tree=Term("late"))).total == 1
    engine.close()


def test_a_big_write_makes_several_segments_and_still_replaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "LARGEST", 300)
    engine = WhooshEngine(tmp_path)
    engine.write((), [*map(long_paper, range(5)), long_paper(0)])
    assert len(list(tmp_path.glob("*.seg"))) == 3
    assert engine.search(Query(tree=Term("everywhere"))).total == 5
    engine.close()


def test_nothing_is_left_of_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = WhooshEngine(tmp_path)
    engine.write((), [long_paper(0)])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(write, "save", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        engine.write(("d0",), [long_paper(1)])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert engine.search(Query(tree=Everything())).total == 1
    engine.close()


def test_many_small_writes_leave_few_segments(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.write((), map(long_paper, range(20)))
    counts = []
    for number in range(40):
        passage = PassageRecord(anchor="p", heading=(), text=("small",))
        engine.write((), [DocumentRecord(id=f"small-{number}", title=(), passages=(passage,))])
        counts.append(len(list(tmp_path.glob("*.seg"))))
    assert max(counts) <= 5
    assert engine.search(Query(tree=Term("small"))).total == 40
    engine.close()


@pytest.mark.parametrize(
    ("sizes", "new", "merged"),
    [
        ([], 10, []),
        ([(1000, 1000)], 10, []),
        ([(20, 20), (1000, 1000)], 10, [0]),
        ([(20, 20), (60, 60), (181, 181)], 10, [0, 1]),  # not more than twice what is merged before it
        ([(1000, 1000)], 0, []),
        ([(600, 1000)], 0, [0]),  # more than a third is deleted
        ([(0, 1000), (5, 5)], 0, [0]),
        ([(write.LARGEST, write.LARGEST)], write.LARGEST, []),
    ],
)
def test_which_segments_are_merged(sizes: list[tuple[int, int]], new: int, merged: list[int]) -> None:
    assert write.to_merge(sizes, new) == merged
