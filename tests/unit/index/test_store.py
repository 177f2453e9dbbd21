from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.index.store import DocumentStore
from indexer.model.document import Basis, Document, Exemption, Fact, Kind, Paragraph, Section, Table
from indexer.model.raw import Source
from indexer.text.words import Words

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


def test_a_document_is_held_only_with_its_outline_and_with_something_in_both(tmp_path: Path) -> None:
    store = _store(tmp_path)
    assert store.holds("paper")
    (tmp_path / "documents" / "paper.outline").write_bytes(b"")
    assert not store.holds("paper")
    (tmp_path / "documents" / "paper.outline").unlink()
    assert not store.holds("paper")
    assert not store.holds("another")


def test_a_removed_paper_leaves_nothing_behind(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.remove("paper")
    assert list((tmp_path / "documents").iterdir()) == []
    for read in (store.get, store.outline):
        with pytest.raises(FileNotFoundError):
            read("paper")


def _store(folder: Path) -> DocumentStore:
    (folder / "documents").mkdir()
    store = DocumentStore(folder)
    store.put(PAPER)
    assert store.get("paper") == PAPER
    return store
