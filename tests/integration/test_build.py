"""From a folder of files to an index and back, with the real readers and the real engine."""

from __future__ import annotations

import os
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import HomeError, NotFoundError, RequestError
from indexer.index.home import Home
from indexer.model.query import Facet, Filter
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import Build
from tests.integration.papers import BUDGET, NEGLECT, everything, papers_read


def test_a_folder_becomes_an_index_that_finds_the_paragraph(folder: Path, settings: Settings, run_build: Build) -> None:
    report = run_build(folder)
    assert set(report.added) == {"neglect.txt", "budget.txt"}
    assert not report.has_problems
    results = Catalogue.open(settings).search(SearchRequest(query="screening tool"))
    assert [result.document.id for result in results.documents] == ["neglect"]
    best = results.documents[0].passages[0]
    assert (best.passage.number, best.passage.anchor) == ("2.2", "para-2.2")
    assert [best.snippet.text[mark.start : mark.end] for mark in best.snippet.marks] == ["screening", "tool"]


def test_building_twice_changes_nothing(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    served, read, seen = Home(settings.home).current(), papers_read(settings), everything(settings)
    report = run_build(folder)
    assert set(report.unchanged) == {"neglect.txt", "budget.txt"}
    assert not report.added
    assert (Home(settings.home).current(), papers_read(settings), everything(settings)) == (served, read, seen)


def test_only_what_changed_is_read_and_the_result_is_as_from_scratch(
    folder: Path, settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    (folder / "old.txt").write_text("Cabinet\n\n1 May 2020\n\nAn old paper\n\n1. Purpose\n\n1.1 Neglect long ago.\n")
    run_build(folder)
    before = papers_read(settings)
    (folder / "neglect.txt").write_text(NEGLECT.replace("screening tool", "mapping exercise"))
    (folder / "old.txt").unlink()
    (folder / "new.txt").write_text("Cabinet\n\n2 June 2025\n\nA new paper\n\n1. Purpose\n\n1.1 Neglect since then.\n")
    report = run_build(folder)
    assert (report.added, report.changed, report.unchanged, report.removed) == (
        ("new.txt",),
        ("neglect.txt",),
        ("budget.txt",),
        ("old.txt",),
    )
    assert len(papers_read(settings) - before) == 2
    fresh = replace(settings, home=tmp_path / "fresh")
    run_build(folder, with_settings=fresh)
    assert everything(settings)[1] == everything(fresh)[1]
    assert everything(settings)[0]["facets"] == everything(fresh)[0]["facets"]
    with pytest.raises(NotFoundError):
        Catalogue.open(settings).document("old")


def test_the_index_holds_exactly_the_papers_named(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    report = run_build(folder / "neglect.txt")
    assert report.removed == ("budget.txt",)
    assert Catalogue.open(settings).coverage().documents == 1


def test_a_side_file_is_read_and_its_change_is_noticed(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    (folder / "neglect.meta.toml").write_text('title = "Given title"\n')
    assert run_build(folder).changed == ("neglect.txt",)
    title = Catalogue.open(settings).document("neglect").title
    assert (title.value, title.basis) == ("Given title", "given")


def test_a_change_of_the_vocabulary_enriches_without_reading(
    folder: Path, settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    mine = replace(settings, vocabulary=tmp_path / "vocabulary")
    shutil.copytree(settings.vocabulary, mine.vocabulary)
    run_build(folder, with_settings=mine)
    topics = {match.topic for match in Catalogue.open(mine).document("neglect").topics}
    read = papers_read(mine)
    assert "neglect" in topics
    for table in (mine.vocabulary / "topics.csv", mine.vocabulary / "topic_phrases.csv"):
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(line for line in lines if not line.startswith("neglect,")), encoding="utf-8")
    report = run_build(folder, with_settings=mine)
    assert report.changed == ("neglect.txt",)
    assert papers_read(mine) == read
    assert "neglect" not in {match.topic for match in Catalogue.open(mine).document("neglect").topics}


def test_a_paper_marked_exempt_is_withheld_and_named(folder: Path, settings: Settings, run_build: Build) -> None:
    (folder / "secret.txt").write_text(
        "NOT FOR PUBLICATION\nThis report is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local "
        "Government Act 1972\n\n" + BUDGET.replace("placements cost", "Fernhill House cost")
    )
    report = run_build(folder)
    assert report.withheld == ("secret.txt",)
    catalogue = Catalogue.open(settings)
    assert catalogue.search(SearchRequest(query="Fernhill")).total == 0
    assert catalogue.coverage().withheld == ("secret.txt",)
    with pytest.raises(NotFoundError):
        catalogue.document("secret")


def test_every_file_that_cannot_be_read_is_named_with_its_reason_and_the_rest_is_indexed(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    (folder / "empty.docx").write_bytes(b"")
    (folder / "setup.exe").write_bytes(b"MZ\x90\x00" + bytes(200))
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        with bomb.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(600):
                member.write(bytes(1_000_000))
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    report = run_build(folder)
    assert set(report.added) == {"neglect.txt", "budget.txt"}
    assert report.has_problems
    named = {problem.where for problem in report.problems if problem.severity == "error"}
    assert {"broken.pdf", "empty.docx", "setup.exe", "bomb.docx"} <= named
    assert all(problem.message and not problem.message.endswith(".") for problem in report.problems)
    assert any("loop" in problem.where for problem in report.problems)
    assert Catalogue.open(settings).coverage().problems == report.problems


def test_a_name_in_no_encoding_is_read_and_shown(folder: Path, settings: Settings, run_build: Build) -> None:
    odd = os.fsencode(folder) + b"/bad\xff\nname.txt"
    Path(os.fsdecode(odd)).write_text(BUDGET)
    report = run_build(folder)
    assert len(report.added) == 3
    catalogue = Catalogue.open(settings)
    results = catalogue.search(SearchRequest(query="placements"))
    assert results.total == 2
    for result in results.documents:
        assert catalogue.original(result.document.id).path.read_text() == BUDGET
        assert result.document.source.path.isprintable()


def test_headings_captions_and_numbers_are_found(folder: Path, settings: Settings, run_build: Build) -> None:
    (folder / "plan.html").write_text(
        "<title>Plan</title><h1>Plan</h1><h2>Quokka</h2><h3>Below it</h3><p>A sentence that stands below both.</p>"
        "<p>Table 1: Wombat</p><table><tr><th>What</th><th>Numbat</th></tr><tr><td>one</td><td>two</td></tr></table>"
        "<h2>Potoroo</h2>"
    )
    run_build(folder)
    catalogue = Catalogue.open(settings)
    for word in ("quokka", "wombat", "numbat", "potoroo"):
        assert catalogue.search(SearchRequest(query=word)).total == 1, word
    assert catalogue.search(SearchRequest(query="2.2")).documents[0].document.id == "neglect"


def test_two_folders_and_names_as_long_as_they_can_be(folder: Path, settings: Settings, run_build: Build) -> None:
    (folder / "a").mkdir()
    (folder.parent / "a").mkdir()
    for place, word in ((folder / "a", "wombat"), (folder.parent / "a", "numbat")):
        (place / "x.txt").write_text(BUDGET.replace("Placement", word))
        (place / f"{'n' * 251}.txt").write_text(BUDGET)
    report = run_build(folder, folder.parent / "a")
    assert report.documents == 6
    for word in ("wombat", "numbat"):
        assert Catalogue.open(settings).search(SearchRequest(query=word)).total == 1


def test_a_mistake_in_the_folders_facts_is_named(folder: Path, settings: Settings, run_build: Build) -> None:
    facts = folder / "folder.meta.toml"
    facts.write_text('notice = "Invented."\n')
    assert not run_build(folder).problems
    assert Catalogue.open(settings).notice() == "Invented."
    for mistake in ("notice = unquoted", "notice = 3", 'notices = "x"'):
        facts.write_text(mistake)
        assert [problem.where for problem in run_build(folder).problems] == ["folder.meta.toml"]


def test_a_missing_folder_and_a_missing_index_are_said_in_one_sentence(
    settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    with pytest.raises(HomeError, match="There is no index in"):
        Catalogue.open(settings)
    with pytest.raises(RequestError, match="nowhere"):
        run_build(tmp_path / "nowhere")


def test_filters_take_labels_and_former_names_and_name_what_is_allowed(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    run_build(folder)
    catalogue = Catalogue.open(settings)

    def total(facet: Facet, value: str) -> int:
        return catalogue.search(SearchRequest(filters=(Filter(facet=facet, values=(value,)),))).total

    assert total(Facet.TOPIC, "Neglect") == total(Facet.TOPIC, "neglect") == 1
    assert total(Facet.TYPE, "Cabinet report") == 1
    assert total(Facet.YEAR, "1999") == 0
    with pytest.raises(RequestError, match="neglect"):
        total(Facet.TOPIC, "unheard-of")
