"""Can a reader see the paper as it is arranged, cite a paragraph of it, and get the original?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.settings import Settings
from tests.web.conftest import Page, one
from tests.web.site import make_site
from webapp.app import create_app

Paper = Callable[[str], str]


def test_numbered_paragraphs_have_their_number_as_address(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    for number in ("1.1", "2.1", "2.2", "3.1"):
        block = document.select_one(f"[id='para-{number}']")
        assert block is not None
        assert one(block, f"a[href='#para-{number}']").text.endswith(number)


def test_bullets_are_a_list(show: Page, paper: Paper) -> None:
    block = show(f"/documents/{paper('2025-09-23-neglect.txt')}").select_one("[id='para-2.1']")
    assert block is not None
    assert [item.text for item in block.select("ul li")] == [
        "to notice neglect early;",
        "to act on neglect together with schools & health;",
        "to ask families what helped.",
    ]


def test_a_table_is_a_table_whose_rows_have_addresses(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}?q=neglect")
    assert [cell.text for cell in document.select("th[scope=col]")] == ["Judgement", "Grade"]
    row = document.select_one("#table-1-row-2")
    assert row is not None
    assert one(row, "th[scope=row]").text == "Neglect of older children"
    assert one(row, "mark").text == "Neglect"
    assert row.select_one("a[href='#table-1-row-2']")


def test_the_contents_lead_to_the_sections(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    links = document.select(".app-contents a[href^='#']")
    assert [link.text.split(" ", 1)[-1] for link in links] == ["Aim", "Progress", "Decide"]
    assert all(document.select_one(f"[id='{str(link['href'])[1:]}']") for link in links)


def test_the_words_searched_for_are_marked_and_counted(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}?q=pathway")
    assert [mark.text for mark in document.select("mark")] == ["pathway"]
    assert one(document, "#found").text == "1 place with “pathway”"
    assert document.select_one("[aria-labelledby=found] a[href='#para-2.2']")


def test_the_way_back_is_the_very_search_one_came_from(show: Page) -> None:
    search = "/search?q=fostering&year=2021&from=2021-02-01&sort=oldest&page=2"
    link = str(one(show(search), ".app-result__title a")["href"])
    back = one(show(link), ".govuk-back-link")
    assert (back["href"], back.text) == (search, "Back to results")


@pytest.mark.parametrize("address", ["", "?back=https://evil.example", "?q=", "?from=nonsense", "?//evil.example"])
def test_the_way_back_never_leads_off_the_site(show: Page, paper: Paper, address: str) -> None:
    back = one(show(f"/documents/{paper('statement.txt')}{address}"), ".govuk-back-link")
    assert (back["href"], back.text) == ("/search", "All papers")


def test_a_table_row_among_the_places_has_its_table_and_row(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}?q=older")
    assert one(document, "[aria-labelledby=found] a[href='#table-1-row-2']").text == "Table 1, row 2"


def test_a_table_says_where_it_stands_and_its_rows_have_heads(show: Page, paper: Paper) -> None:
    table = one(show(f"/documents/{paper('2025-09-23-neglect.txt')}"), "#table-1")
    assert one(table, "caption").text == "Table 1 in “Progress”"
    assert [head.text for head in table.select("th[scope=row]")] == ["Help and protection", "Neglect of older children"]


def test_every_row_of_a_table_has_a_citation_of_its_own(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    for row in (1, 2):
        assert f"table 1, row {row}" in one(document, f"[data-cites=table-1-row-{row}]").text


def test_a_missing_date_is_told(show: Page, paper: Paper) -> None:
    about = one(show(f"/documents/{paper('statement.txt')}"), ".app-about").text
    assert "Not stated, and could not be inferred" in about


def test_authors_can_be_written_to(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    assert one(document, ".app-about a[href^='mailto:']").text == "jo.field@example.org"


def test_every_paragraph_can_be_cited_without_javascript(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    text = document.select_one("[id='para-2.2'] details .app-cite__text")
    assert text is not None
    assert "23 September 2025" in text.text
    assert "paragraph 2.2" in text.text


def test_each_fact_says_how_it_is_known(show: Page, paper: Paper) -> None:
    stated = show(f"/documents/{paper('2025-09-23-neglect.txt')}")
    facts = {
        row.dt.text: row.dd.text for row in stated.select(".app-about .govuk-summary-list__row") if row.dt and row.dd
    }
    assert "23 September 2025" in facts["Date"]
    assert "Stated in the paper" in facts["Date"]
    assert "Jo Field, Head of Safeguarding" in facts["Author"]
    inferred = show(f"/documents/{paper('statement.txt')}")
    facts = {
        row.dt.text: row.dd.text for row in inferred.select(".app-about .govuk-summary-list__row") if row.dt and row.dd
    }
    assert "2022" in facts["Year"]
    assert "Inferred" in facts["Year"]


def test_hostile_words_of_a_paper_are_only_words(show: Page, paper: Paper) -> None:
    document = show(f"/documents/{paper('2023-05-15-early-help.txt')}?q=early+help")
    assert document.select("main script, main img") == []
    assert "<img src=x onerror=alert(1)" in one(document, "main").text


def test_json_of_a_paper_is_the_promised_shape(client: FlaskClient, paper: Paper) -> None:
    document = client.get(f"/documents/{paper('2025-09-23-neglect.txt')}.json").get_json()
    assert document["date"] == "2025-09-23"
    assert document["sections"]


def test_the_original_is_a_download_of_the_very_bytes(client: FlaskClient, paper: Paper, settings: Settings) -> None:
    response = client.get(f"/documents/{paper('2023-05-15-early-help.txt')}/original", buffered=True)
    assert response.data == (settings.corpus / "2023-05-15-early-help.txt").read_bytes()
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.mimetype == "text/plain"
    assert response.headers["Content-Security-Policy"].startswith("sandbox;")


def test_part_of_an_original_can_be_asked_for(client: FlaskClient, paper: Paper) -> None:
    address = f"/documents/{paper('2025-09-23-neglect.txt')}/original"
    assert client.get(address, headers={"Range": "bytes=0-9"}, buffered=True).status_code == 206
    many = ",".join(f"{n}-" for n in range(500))
    assert client.get(address, headers={"Range": f"bytes={many}"}).status_code in {200, 416}


@pytest.mark.parametrize(
    ("name", "media_type", "disposition", "sent_as"),
    [
        ("a.pdf", "application/pdf", "inline", "application/pdf"),
        ("a.html", "text/html", "attachment", "text/html"),
        ("a.svg", "image/svg+xml", "attachment", "application/octet-stream"),
        ("a.txt", "text/plain\r\nX-Evil: 1", "attachment", "application/octet-stream"),
        ('pa"p\r\nSet-Cookie: a=b;é.pdf', "application/pdf", "inline", "application/pdf"),
    ],
)
def test_an_original_is_sent_as_a_type_of_our_own_list_under_a_safe_name(  # noqa: PLR0913, PLR0917 - the case and two fixtures
    tmp_path: Path, settings: Settings, name: str, media_type: str, disposition: str, sent_as: str
) -> None:
    from indexer.catalogue import Catalogue, Original

    (tmp_path / "file").write_bytes(b"x")

    class Elsewhere(Catalogue):
        def original(self, document_id: str) -> Original:
            return Original(path=tmp_path / document_id, name=name, media_type=media_type)

    with create_app(settings, Elsewhere(settings)).test_client().get("/documents/file/original") as response:
        assert response.mimetype == sent_as
        assert response.headers["Content-Disposition"].split(";")[0] == disposition
        assert "Set-Cookie" not in response.headers
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_an_original_that_has_changed_is_not_sent(paper: Paper, tmp_path: Path) -> None:

    moved = make_site(tmp_path)
    (moved.corpus / "statement.txt").write_text("another text", "utf-8")
    response = create_app(moved).test_client().get(f"/documents/{paper('statement.txt')}/original")
    assert response.status_code == 404
    assert "changed" in response.text


@pytest.mark.parametrize(
    "document",
    [
        "no-such-paper",
        "..%2f..%2fetc%2fpasswd",
        "../../etc/passwd",
        "..%5c..%5cboot.ini",
        "%00",
        "C:%5C",
        "CON",
        "x" * 300,
    ],
)
@pytest.mark.parametrize("what", ["", ".json", "/original"])
def test_a_paper_that_is_not_there_is_not_found(app: Flask, document: str, what: str) -> None:
    response = app.test_client().get(f"/documents/{document}{what}")
    assert response.status_code == 404
    assert "root:" not in response.text


def test_a_committee_is_shown_under_the_name_of_the_time_with_the_one_it_counts_as(
    show: Page, paper: Callable[[str], str]
) -> None:
    rows = show(f"/documents/{paper('2025-09-23-neglect.txt')}").select(".app-about .govuk-summary-list__row")
    by_name = {one(row, "dt").text: one(row, "dd") for row in rows}
    committee = by_name["Committee"]
    assert committee.text.startswith("Children's Overview and Scrutiny Committee")
    link = one(committee, "a")
    assert (link.text, link["href"]) == ("Children's scrutiny", "/search?committee=childrens-scrutiny")
    assert not by_name["Portfolio"].select("a")  # it is printed as the filter calls it
