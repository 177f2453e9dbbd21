"""Do people's decisions outlive the index, and is what several versions promise one?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import NotFoundError
from indexer.model.commitment import Commitment
from indexer.model.register import RegisterRequest, RulingKind, SheetRequest, Status
from indexer.settings import Settings
from tests.conftest import Build
from tests.promises import due, paper_of, promised, put
from tests.unit.register.papers import reported, ruling
from tests.unit.versions.papers import revised, sentences

TODAY = date(2026, 11, 22)
NURSE = "A named nurse for care leavers is to be in post at Brookvale by January 2024."


def write(folder: Path, name: str, body: str, day: str, text: list[str]) -> None:
    (folder / f"{name}.txt").write_text("\n\n".join([body, day, "Care leavers' plan", NURSE, *text]))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    text = sentences("plan", 40)
    write(folder, "scrutiny", "Children's Scrutiny Committee", "6 June 2023", text)
    write(folder, "cabinet", "Cabinet", "20 June 2023", revised(text, 0.1, "cabinet"))
    write(folder, "other", "Cabinet", "3 October 2023", sentences("other", 40))
    return folder


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    return replace(settings, register=tmp_path / "register")


def promise(settings: Settings, name: str, identifier: str) -> Commitment:
    return promised(paper_of(settings, name), NURSE, identifier, due=due(date(2024, 1, 1), date(2024, 1, 31)))


def test_decisions_outlive_every_build_and_an_id_that_changes(own: Settings, papers: Path, run_build: Build) -> None:
    run_build(papers, with_settings=own)
    put(own, {"other": [promise(own, "other", "first-id")]})
    register = Catalogue.open(own).register
    register.decide(reported("first-id", Status.DONE, quote=NURSE))
    assert register.entry("first-id", TODAY).status is Status.DONE
    write(papers, "new", "Cabinet", "5 March 2024", sentences("new", 40))
    run_build(papers, with_settings=own)
    put(own, {"other": [promise(own, "other", "second-id")]})
    assert register.entry("second-id", TODAY).status is Status.DONE
    entry = register.entry("second-id", TODAY)
    put(own, {})
    with pytest.raises(NotFoundError):  # a build ended between the list and what is asked about it
        register.mentions(entry)
    assert [problem.where for problem in register.problems()] == ["decisions.csv, line 2"]
    with pytest.raises(NotFoundError, match="what was decided about words that have gone"):
        register.entry("second-id", TODAY)
    put(own, {"other": [promise(own, "other", "third-id")]})
    assert register.entry("third-id", TODAY).status is Status.DONE
    assert register.problems() == ()


def test_versions_of_a_paper_promise_it_once_and_another_paper_repeats_it(
    own: Settings, papers: Path, run_build: Build
) -> None:
    run_build(papers, with_settings=own)
    put(own, {name: [promise(own, name, f"id-{name}")] for name in ("scrutiny", "cabinet", "other")})
    register = Catalogue.open(own).register
    first, second = register.page(RegisterRequest(), TODAY).entries
    assert first.document.id == "scrutiny"
    assert [copy.document.id for copy in first.copies] == ["cabinet"]
    assert (second.document.id, second.repeats) == ("other", "id-scrutiny")
    assert register.entry("id-cabinet", TODAY) == first
    assert register.in_document("cabinet", TODAY).keys() == register.in_document("scrutiny", TODAY).keys()
    assert first.reference.startswith("CS (23/24)")


def test_a_decision_counts_at_once_and_in_every_open_catalogue(own: Settings, papers: Path, run_build: Build) -> None:
    run_build(papers, with_settings=own)
    put(own, {"other": [promise(own, "other", "an-id")]})
    here, there = Catalogue.open(own).register, Catalogue.open(own).register
    assert there.page(RegisterRequest(), TODAY).total == 1
    here.decide(ruling("an-id", RulingKind.DISMISS))
    assert there.page(RegisterRequest(), TODAY).total == 0
    assert [(one.kind, entry and entry.commitment.id) for one, entry in there.decided(TODAY)] == [
        (RulingKind.DISMISS, "an-id")
    ]


def test_a_sheet_knows_the_meeting_before_from_the_papers(own: Settings, papers: Path, run_build: Build) -> None:
    run_build(papers, with_settings=own)
    put(own, {"other": [promise(own, "other", "an-id")]})
    register = Catalogue.open(own).register
    sheet = register.sheet(SheetRequest(committee="Executive", day=date(2024, 2, 1)), TODAY)  # a former name
    assert (sheet.name, sheet.previous) == ("Cabinet", date(2023, 10, 3))
    assert [row.entry.commitment.id for row in sheet.rows] == ["an-id"]


def test_without_commitments_the_register_is_empty_and_says_so(own: Settings, papers: Path, run_build: Build) -> None:
    run_build(papers, with_settings=own)
    put(own, {})
    page = Catalogue.open(own).register.page(RegisterRequest(), TODAY)
    assert (page.total, page.pages, page.entries) == (0, 1, ())
