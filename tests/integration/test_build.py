"""From a folder of files to an index and back, with the real readers and the real engine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.errors import HomeError, NotFoundError, RequestError
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.home import Home
from indexer.index.store import Manifest
from indexer.model.as_json import document_json, search_json
from indexer.model.query import DocumentRecord, Facet, Filter
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import NOW, Build
from tests.unit.versions.papers import sentences

ROOT = Path(__file__).parents[2]
NEGLECT = """Children's Scrutiny Committee

23rd September 2025

Neglect in Hollin Bank

Portfolio: Councillor Ash - Children's Services

1. Aim

1.1 To tell the committee how neglect is met in Hollin Bank.

2. Report detail

2.1 Neglect stands behind half of all child protection plans. The neglect subgroup meets every month.

2.2 A neglect screening tool is to be developed by March 2026.
"""
BUDGET = """Cabinet

4 March 2024

Placement costs

1. Purpose

1.1 This report sets out what placements cost.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "neglect.txt").write_text(NEGLECT)
    (folder / "budget.txt").write_text(BUDGET)
    return folder


def everything(settings: Settings) -> tuple[dict[str, object], list[dict[str, object]]]:
    """All that a reader can see of an index."""
    catalogue = Catalogue.open(settings)
    results = search_json(catalogue.search(SearchRequest(query="neglect OR placements OR committee")))
    ids = [document["id"] for document in results["documents"]]
    return results | {"took_ms": 0}, [document_json(catalogue.document(document)) for document in ids]


def papers_read(settings: Settings) -> set[tuple[str, int]]:
    return {(path.name, path.stat().st_mtime_ns) for path in Home(settings.home).papers.iterdir()}


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


@pytest.mark.parametrize(
    "call",
    [
        lambda catalogue: catalogue.versions("neglect"),
        lambda catalogue: catalogue.changes("neglect", "neglect-again"),
        lambda catalogue: catalogue.similar("neglect", "para-2.1"),
        lambda catalogue: catalogue.marked("neglect", "screening"),
        lambda catalogue: catalogue.original("neglect"),
        lambda catalogue: catalogue.topic_history("neglect"),
    ],
    ids=["versions", "changes", "similar", "marked", "original", "topic history"],
)
def test_a_call_sees_one_state_of_the_index_though_a_build_ends_meanwhile(
    folder: Path,
    settings: Settings,
    run_build: Build,
    monkeypatch: pytest.MonkeyPatch,
    call: Callable[[Catalogue], object],
) -> None:
    long = NEGLECT + "\n\n".join(sentences("neglect", 40))
    for name in ("neglect.txt", "neglect-again.txt"):
        (folder / name).write_text(long)
    run_build(folder)
    catalogue = Catalogue.open(settings)
    expected, current = call(catalogue), Home.current

    def overtaken(home: Home) -> Path | None:
        """The generation that serves, and while this is looked at, another comes without the papers."""
        serving = current(home)
        monkeypatch.setattr(Home, "current", current)
        run_build(folder / "budget.txt")
        return serving

    monkeypatch.setattr(Home, "current", overtaken)
    assert call(catalogue) == expected


def test_an_open_catalogue_sees_the_next_build(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    catalogue = Catalogue.open(settings)
    assert catalogue.search(SearchRequest(query="asteroid")).total == 0
    (folder / "new.txt").write_text("Cabinet\n\n2 June 2025\n\nA new paper\n\n1. Purpose\n\n1.1 An asteroid.\n")
    run_build(folder)
    assert catalogue.search(SearchRequest(query="asteroid")).total == 1


KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from indexer.build import build
from indexer.settings import Settings
from tests.conftest import NOW

def progress(stage, done, total):
    if (stage, str(done)) == (sys.argv[3], sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)

build([Path(sys.argv[1])], replace(Settings.from_environment({}), home=Path(sys.argv[2])), now=NOW, progress=progress)
"""


@pytest.mark.parametrize(
    ("stage", "done"),
    [("Reading", 5), ("Looking for topics", 7), ("Writing the index", 0), ("Switching over", 0), ("Switching over", 1)],
)
def test_a_build_killed_at_any_moment_leaves_a_whole_index_and_the_next_goes_on(
    folder: Path, settings: Settings, run_build: Build, stage: str, done: int
) -> None:
    run_build(folder)
    old = everything(settings)
    (folder / "budget.txt").unlink()
    for number in range(10):
        (folder / f"more-{number}.txt").write_text(NEGLECT.replace("Neglect in Hollin Bank", f"Neglect paper {number}"))
    command = [sys.executable, "-c", KILLED, str(folder), str(settings.home), stage, str(done)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    if (stage, done) == ("Switching over", 1):
        assert Catalogue.open(settings).coverage().documents == 11
    else:
        assert everything(settings) == old
    read = papers_read(settings)
    run_build(folder)
    assert Catalogue.open(settings).search(SearchRequest(query="neglect paper")).total == 10
    assert Catalogue.open(settings).coverage().documents == 11
    assert len(read & papers_read(settings)) >= (5 if stage == "Reading" else 11)
    assert len(papers_read(settings)) <= 12


@pytest.mark.parametrize("moment", [("Looking for topics", 2), ("Switching over", 0), ("Switching over", 1)])
def test_a_build_stopped_by_its_user_never_takes_away_what_serves(
    folder: Path, settings: Settings, run_build: Build, moment: tuple[str, int]
) -> None:
    run_build(folder)
    (folder / "new.txt").write_text(NEGLECT.replace("Hollin Bank", "Low Thrupwell"))

    def stopping(stage: str, done: int, _total: int) -> None:
        if (stage, done) == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], settings, now=NOW, progress=stopping)
    assert Catalogue.open(settings).search(SearchRequest(query="placements")).total == 1
    assert run_build(folder).documents == 3


def test_scores_do_not_depend_on_the_history_of_the_index(
    folder: Path, settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    for number in range(20):
        (folder / f"paper-{number}.txt").write_text(f"{NEGLECT}\n3.1 Neglect again. {'Children in care. ' * number}\n")
    run_build(folder)
    for number in range(0, 20, 3):
        (folder / f"paper-{number}.txt").write_text(f"{BUDGET}\n2.1 Care and neglect. {'Money. ' * number}\n")
    run_build(folder)
    fresh = replace(settings, home=tmp_path / "fresh")
    run_build(folder, with_settings=fresh)
    for query in ("neglect", "care neglect", "money OR children", '"children in care"'):
        incremental, scratch = (
            search_json(Catalogue.open(one).search(SearchRequest(query=query))) | {"took_ms": 0}
            for one in (settings, fresh)
        )
        assert incremental == scratch


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves damaged files open
@pytest.mark.parametrize("damage", ["engine", "engine/*.seg", "documents/*.json", "manifest.json"])
def test_a_damaged_index_is_never_taken_for_an_empty_one_and_the_next_build_mends_it(
    folder: Path, settings: Settings, run_build: Build, damage: str
) -> None:
    run_build(folder)
    current = Home(settings.home).current()
    assert current
    for path in current.glob(damage):
        shutil.rmtree(path) if path.is_dir() else path.write_bytes(b"")
    try:
        assert Catalogue.open(settings).search(SearchRequest(query="neglect")).total == 1
    except HomeError as error:
        assert "matters index" in str(error)  # noqa: PT017 - which damage can be got over is the engine's to know
    run_build(folder)
    assert Catalogue.open(settings).search(SearchRequest(query="neglect")).total == 1


def test_a_damaged_copy_of_a_paper_costs_one_more_build(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    for path in Home(settings.home).papers.iterdir():
        path.write_bytes(b"")
    (folder / "neglect.meta.toml").write_text('title = "Other"\n')
    shutil.rmtree(settings.home / "generations")
    problems = run_build(folder).problems
    assert [problem.where for problem in problems] == ["budget.txt"]
    assert run_build(folder).documents == 2


def test_a_home_that_was_deleted_and_made_again_is_noticed(folder: Path, settings: Settings, run_build: Build) -> None:
    run_build(folder)
    catalogue = Catalogue.open(settings)
    assert catalogue.search(SearchRequest(query="placements")).total == 1
    shutil.rmtree(settings.home)
    run_build(folder / "neglect.txt")
    assert catalogue.search(SearchRequest(query="placements")).total == 0


def test_a_running_site_has_the_topics_of_its_index_whatever_the_tables_say_now(
    folder: Path, settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    mine = replace(settings, vocabulary=tmp_path / "vocabulary")
    shutil.copytree(settings.vocabulary, mine.vocabulary)
    run_build(folder, with_settings=mine)
    catalogue = Catalogue.open(mine)
    (mine.vocabulary / "topics.csv").write_text("half-edited\n")
    assert Catalogue.open(mine).topic("neglect").label == "Neglect"
    shutil.copy(settings.vocabulary / "topics.csv", mine.vocabulary)
    with (mine.vocabulary / "topics.csv").open("a") as file:
        file.write("screening,Screening,Protection,Screening tools.\n")
    with (mine.vocabulary / "topic_phrases.csv").open("a") as file:
        file.write("screening,screening tool,phrase,\nscreening,tool for screening,phrase,\n")
    run_build(folder, with_settings=mine)
    assert catalogue.topic("screening").label == "Screening"


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


def test_an_index_of_another_version_is_refused_for_reading_and_built_anew(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    run_build(folder)
    current = Home(settings.home).current()
    assert current
    (current / "manifest.json").write_text('{"code": "older"}')
    with pytest.raises(HomeError, match="of another version"):
        Catalogue.open(settings)
    assert len(run_build(folder).added) == 2
    assert Catalogue.open(settings).coverage().documents == 2


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


MINUTES = """Children's Scrutiny Committee

Minutes of the meeting held on 6 June 2023

1. Apologies for absence

1.1 Apologies for absence were received from Councillor Bellwether.

2. Declarations of interest

2.1 There were no declarations of interest.

3. Fostering

3.1 Councillor Larkspur asked how many foster carers had left in the year.
"""


def test_procedure_is_found_only_when_asked_for_and_shown_all_the_same(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    (folder / "minutes.txt").write_text(MINUTES)
    run_build(folder)
    catalogue = Catalogue.open(settings)

    def found(query: str) -> list[str]:
        return [result.document.id for result in catalogue.search(SearchRequest(query=query)).documents]

    assert found("Larkspur") == ["minutes"]
    assert found("Bellwether") == []
    for asked in ("apologies for absence", '"apologies for absence"', "declarations of interest", "apologies Larkspur"):
        assert found(asked) == ["minutes"], asked
    _, passage = catalogue.passage("minutes", "para-1.1")
    assert passage.text == "Apologies for absence were received from Councillor Bellwether."


def test_in_the_sample_a_councillor_who_only_sent_apologies_is_not_found(sample: Catalogue) -> None:
    found = {result.document.id for result in sample.search(SearchRequest(query="Siddle")).documents}
    assert "2022-09-20-scrutiny-minutes" in found  # declared an interest
    assert not found & {"2017-07-11-scrutiny-minutes", "2023-06-06-scrutiny-minutes"}
    asked = {result.document.id for result in sample.search(SearchRequest(query="apologies for absence")).documents}
    assert asked >= {"2017-07-11-scrutiny-minutes", "2023-06-06-scrutiny-minutes", "2020-11-24-scrutiny-minutes-cmis"}
