from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.index.store import DocumentStore
from indexer.model.commitment import Commitment, CommitmentKind, Due, DuePrecision
from indexer.model.document import Basis, Document, Exemption, Fact, Kind, Paragraph, Section, Table
from indexer.model.raw import Source
from indexer.text.words import Words
from indexer.versions.sketch import sketch

PAPER = Document(
    id="paper",
    source=Source(path="paper.pdf", sha256="0", media_type="application/pdf", size=1, read_by="test"),
    title=Fact(value="A paper\u2028on two lines", basis=Basis.STATED, where="title"),
    kind=Fact(value=Kind.STRATEGY, basis=Basis.INFERRED, where="title"),
    exemption=Fact(value=Exemption.OPEN, basis=Basis.INFERRED, where="paper"),
    sections=(
        Section(
            anchor="section-1",
            heading="Aims",
            level=1,
            blocks=(
                Paragraph(anchor="para-1", text="Help early.", number="1", page=2),
                Table(anchor="table-1", header=("Action", "By"), rows=(("Train\u0085all", "June"), ("Ask", "July"))),
            ),
        ),
    ),
)


def test_an_outline_has_the_facts_and_every_passage_and_no_sections(tmp_path: Path) -> None:
    store = _store(tmp_path)
    outline = store.outline("paper")
    assert outline.document == replace(PAPER, sections=())
    for passage in PAPER.passages():
        kept, words = outline.passage(passage.anchor) or pytest.fail(f"{passage.anchor} is missing")
        assert kept == passage
        assert words.packed() == Words.of(passage.text).packed()
    assert outline.passage("para-9") is None


def test_an_outline_gives_what_the_paper_promises_apart_from_the_rest(tmp_path: Path) -> None:
    due = Due(text="in May 2026", precision=DuePrecision.MONTH, stated=True, first=date(2026, 5, 1))
    promise = Commitment(
        id="c1", anchor="para-1", start=0, end=3, quote="One", action="One", kind=CommitmentKind.PLAN, due=due
    )
    store = DocumentStore(tmp_path)
    (tmp_path / "documents").mkdir(exist_ok=True)
    store.put(replace(PAPER, commitments=(promise,)), sketch(PAPER))
    outline = store.outline("paper")
    assert outline.commitments == (promise,)
    assert outline.document.commitments == ()


@pytest.mark.parametrize("file", ["paper.json", "paper.outline", "paper.sketch"])
def test_a_document_is_held_only_with_all_its_files_and_with_something_in_each(tmp_path: Path, file: str) -> None:
    store = _store(tmp_path)
    assert store.holds("paper")
    (tmp_path / "documents" / file).write_bytes(b"")
    assert not store.holds("paper")
    (tmp_path / "documents" / file).unlink()
    assert not store.holds("paper")
    assert not store.holds("another")


def test_a_removed_paper_leaves_nothing_behind(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.remove("paper")
    assert list((tmp_path / "documents").iterdir()) == []
    for read in (store.get, store.outline, store.sketch):
        with pytest.raises(FileNotFoundError):
            read("paper")


def _store(folder: Path) -> DocumentStore:
    (folder / "documents").mkdir()
    store = DocumentStore(folder)
    store.put(PAPER, sketch(PAPER))
    assert store.get("paper") == PAPER
    assert store.sketch("paper") == sketch(PAPER)
    return store
