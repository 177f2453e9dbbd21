"""Versions of one work: found as they come, and kept in the engine's records."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.catalogue import Catalogue
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.home import Home
from indexer.index.store import Manifest
from indexer.model.query import DocumentRecord
from indexer.settings import Settings
from tests.conftest import Build
from tests.unit.versions.papers import sentences


def placed(settings: Settings) -> dict[str, tuple[object, object]]:
    """Each document with its work and what is printed in it."""
    home = Home(settings.home).current()
    assert home
    return {entry.document: (entry.work, entry.parts) for entry in Manifest.load(home).files if entry.document}


def test_versions_that_come_one_by_one_are_found_as_from_scratch(
    tmp_path: Path, settings: Settings, run_build: Build
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    report = [f"1.{n} {text}" for n, text in enumerate(sentences("report", 30), start=1)]
    front = sentences("front", 20)
    papers = {
        "m-cabinet": ["Cabinet", "20 June 2023", "Help at home", "1. Report", *report],
        "pack": [
            "Agenda",
            "Scrutiny Committee",
            "Date: 6 June 2023",
            "1. Apologies",
            *front,
            "2. Help at home",
            *report,
        ],
        "b-scrutiny": ["Scrutiny Committee", "6 June 2023", "Help at home", "1. Report", *report[:28]],
        "another": ["Cabinet", "20 June 2023", "Schools", "1. Report", *sentences("another", 30)],
    }
    fresh = replace(settings, home=tmp_path / "fresh")
    for name, text in papers.items():
        (folder / f"{name}.txt").write_text("\n\n".join(text))
        run_build(folder)
        shutil.rmtree(fresh.home, ignore_errors=True)
        run_build(folder, with_settings=fresh)
        assert placed(settings) == placed(fresh)
    assert placed(settings)["m-cabinet"][0] == placed(settings)["b-scrutiny"][0] == "b-scrutiny"
    assert placed(settings)["another"] == (None, ())
    catalogue = Catalogue.open(settings)
    assert [(version.document, version.relation) for version in catalogue.versions("m-cabinet")] == [
        ("b-scrutiny", "version"),
        ("pack", "holds"),
        ("m-cabinet", "itself"),
    ]
    changes = catalogue.changes("b-scrutiny", "m-cabinet").changes
    assert {"1.29", "1.30"} <= {change.new.number for change in changes if change.new and change.kind == "added"}
    (folder / "b-scrutiny.txt").unlink()
    (folder / "pack.txt").unlink()
    run_build(folder)
    assert placed(settings) == {"m-cabinet": (None, ()), "another": (None, ())}
    run_build(folder)
    assert placed(settings) == {"m-cabinet": (None, ()), "another": (None, ())}


def test_a_record_says_which_work_the_document_and_each_passage_of_a_pack_belong_to(
    tmp_path: Path, run_build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[DocumentRecord] = []

    class Watched(WhooshEngine):
        def write(self, removed: Collection[str], added: Iterable[DocumentRecord]) -> None:
            records = list(added)
            written.extend(records)
            super().write(removed, records)

    monkeypatch.setattr("indexer.build.WhooshEngine", Watched)
    folder = tmp_path / "papers"
    folder.mkdir()
    text = sentences("report", 12)
    (folder / "pack.txt").write_text("\n\n".join(["Agenda", "Date: 6 June 2023", *sentences("front", 30), *text]))
    run_build(folder)
    assert {record.work for record in written} == {None}
    written.clear()
    (folder / "report.txt").write_text("\n\n".join(text))
    run_build(folder)
    records = {record.id: record for record in written}
    assert records.keys() == {"pack", "report"}  # the pack is written anew for the paper that came
    assert (records["pack"].work, records["report"].work) == (None, "report")
    assert {passage.text for passage in records["pack"].passages[-12:]} == {()}
    assert () not in {passage.text for passage in records["pack"].passages[:-12]}
