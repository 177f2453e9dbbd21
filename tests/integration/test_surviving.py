"""What serves while builds end, are stopped or killed, and when files on disk are damaged?"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.errors import HomeError
from indexer.index.home import Home
from indexer.index.store import FORMAT
from indexer.model.as_json import search_json
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import NOW, Build
from tests.integration.papers import BUDGET, NEGLECT, ROOT, everything, papers_read
from tests.unit.versions.papers import sentences


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


def test_an_index_whose_files_have_another_form_is_refused_with_one_sentence_and_built_anew(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    (folder / "neglect.txt").write_text(NEGLECT)
    run_build(folder)
    serving = Home(settings.home).current()
    assert serving is not None
    manifest = serving / "manifest.json"
    older = manifest.read_text().replace(f'"format": {FORMAT}', f'"format": {FORMAT - 1}')
    manifest.unlink()  # it may be a link that two generations share
    manifest.write_text(older)
    with pytest.raises(HomeError, match="of another version"):
        Catalogue.open(settings)
    assert run_build(folder).added == ("budget.txt", "neglect.txt")
    assert Catalogue.open(settings).search(SearchRequest(query="neglect")).total == 1
