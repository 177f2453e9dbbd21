"""Does a reader see which versions a paper has, and what changed between two of them, without seeing colours?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.build import build
from indexer.model.document import Passage
from indexer.model.versions import Change, ChangeKind, Edit
from indexer.settings import Settings
from tests.unit.versions.papers import sentences
from tests.web.conftest import one
from webapp.app import create_app
from webapp.changes import text

TEXT = sentences("report", 24)
CHANGED = TEXT[4].replace(" ", ' <b>"now"</b> ', 1)
PAPERS = {
    "scrutiny": ["Scrutiny Committee", "6 June 2023", "Help at home", "1. Report", *TEXT],
    "cabinet": ["Cabinet", "20 June 2023", "Help at home", "1. Report", *TEXT[:4], CHANGED, *TEXT[5:], "Paid in May."],
    "pack": ["Agenda", "Scrutiny Committee", "Date: 6 June 2023", *sentences("front", 40), *TEXT],
    "another": ["Cabinet", "20 June 2023", "Schools", "1. Report", *sentences("another", 30)],
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("versions")
    for name, lines in PAPERS.items():
        (folder / f"{name}.txt").write_text("\n\n".join(lines))
    settings = replace(Settings.from_environment({}), home=folder / "home", corpus=folder)
    build([folder / f"{name}.txt" for name in PAPERS], settings, now=datetime(2026, 1, 1, tzinfo=UTC), progress=_quiet)
    return create_app(settings).test_client()


def _quiet(*_: object) -> None:
    pass


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.text[:500]
    return BeautifulSoup(response.text, "lxml")


def test_a_paper_lists_its_versions_and_leads_to_what_changed(client: FlaskClient) -> None:
    items = page(client, "/documents/cabinet").select("[aria-labelledby=versions] li")
    assert [" ".join(item.text.split()).split(" What")[0] for item in items] == [
        "Agenda of the Scrutiny Committee, 6 June 2023 Holds this paper ·",
        "Scrutiny Committee, 6 June 2023",
        "Cabinet, 20 June 2023This paper",
    ]
    links = [str(link["href"]) for link in items[1].select("a")]
    assert links == ["/documents/scrutiny", "/documents/scrutiny/changes/cabinet"]
    assert str(one(items[0], "a")["href"]).startswith("/documents/pack#p-")
    assert not page(client, "/documents/another").select("[aria-labelledby=versions]")


def test_a_pack_lists_the_papers_that_also_stand_alone(client: FlaskClient) -> None:
    items = page(client, "/documents/pack").select("[aria-labelledby=parts] li a")
    assert "/documents/scrutiny" in [item["href"] for item in items]


def test_what_changed_is_marked_with_elements_words_and_signs(client: FlaskClient) -> None:
    changed = page(client, "/documents/scrutiny/changes/cabinet")
    one_change = one(changed, ".app-change--changed:has(ins)")
    assert "[+" in one_change.text
    assert "added: " in one_change.text
    assert [change.text for change in changed.select(".app-change--added ins")][-1] == "Paid in May."
    assert all(one(change, ".app-change__kind").text for change in changed.select(".app-changes > .app-change--added"))
    assert not changed.select("ins b, [style], style")  # what a paper says is text, never tags
    summaries = [summary.text for summary in changed.select("details summary")]
    assert any(summary.endswith("paragraphs the same") for summary in summaries)


def test_every_paragraph_leads_to_its_place_in_both_papers(client: FlaskClient) -> None:
    changed = page(client, "/documents/scrutiny/changes/cabinet")
    anchors = {name: {tag["id"] for tag in page(client, f"/documents/{name}").select("[id]")} for name in PAPERS}
    links = [str(link["href"]) for link in changed.select(".app-change__places a")]
    assert {link.split("#")[0] for link in links} == {"/documents/scrutiny", "/documents/cabinet"}
    for link in links:
        document, _, anchor = link.removeprefix("/documents/").partition("#")
        assert anchor in anchors[document]


def test_the_other_way_round_what_was_added_is_removed(client: FlaskClient) -> None:
    there = client.get("/documents/scrutiny/changes/cabinet.json").get_json()
    back = client.get("/documents/cabinet/changes/scrutiny.json").get_json()
    assert there["counts"]["added"] == back["counts"]["removed"] > 0
    changed = next(c for c in there["changes"] if c["kind"] == "changed" and "now" in c["new"]["text"])
    (edit,) = changed["edits"]
    assert changed["new"]["text"][slice(*edit["new"])] == '<b>"now"</b>'


def test_words_taken_out_leave_a_blank_before_the_next_word() -> None:
    old = Passage(anchor="p-1", text="By May, before it goes to Council.", heading="")
    new = Passage(anchor="p-1", text="By May to Council.", heading="")
    edit = Edit(old_start=6, old_end=22, new_start=7, new_end=7)
    shown = text(Change(kind=ChangeKind.CHANGED, old=old, new=new, edits=(edit,)))
    assert BeautifulSoup(shown, "lxml").text == "By May [−removed: , before it goes] to Council."


@pytest.mark.parametrize("address", ["/documents/scrutiny/changes/another", "/documents/scrutiny/changes/scrutiny"])
def test_two_papers_that_are_not_versions_cannot_be_compared(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "not two versions of one paper" in response.text
    assert client.get(f"{address}.json").get_json()["error"].count(".") == 2


def test_the_json_of_a_paper_has_its_versions(client: FlaskClient) -> None:
    versions = client.get("/documents/cabinet.json").get_json()["versions"]
    assert [(version["id"], version["relation"]) for version in versions] == [
        ("pack", "holds"),
        ("scrutiny", "version"),
        ("cabinet", "itself"),
    ]
