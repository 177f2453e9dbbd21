"""Do the lists leave the site whole and harmless?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from lxml import etree

from tests.web.site import PAPERS

ATOM = "{http://www.w3.org/2005/Atom}"
LISTS = ["/search", "/topics", "/topics/neglect", "/people", "/people/councillor-oakes", "/coverage", "/commitments"]


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("address", LISTS)
def test_every_list_is_there_in_three_more_forms(client: FlaskClient, address: str) -> None:
    assert client.get(f"{address}.json").is_json
    assert rows(client, f"{address}.csv")
    assert client.get(f"{address}.atom").mimetype == "application/atom+xml"


def test_the_table_has_every_paper_found_and_not_a_page_of_them(client: FlaskClient) -> None:
    assert len({row["document"] for row in rows(client, "/search.csv")}) == len(PAPERS)


def test_the_table_has_the_paragraph_and_its_address(client: FlaskClient, paper: Callable[[str], str]) -> None:
    row = rows(client, "/search.csv?q=pathway")[0]
    assert row["number"] == "2.2"
    assert row["url"] == f"/documents/{paper('2025-09-23-neglect.txt')}#para-2.2"
    assert "pathway plans" in row["text"]


def test_no_cell_of_text_is_a_formula(client: FlaskClient) -> None:
    cells = [cell for row in rows(client, "/search.csv") for cell in row.values()]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0")) for cell in cells)


def test_the_table_of_what_could_not_be_read_has_its_reasons(client: FlaskClient) -> None:
    found = {row["where"]: row for row in rows(client, "/coverage.csv")}
    assert found["tool.exe"]["severity"] == "error"
    assert found["tool.exe"]["message"]


def test_the_table_of_what_is_here_counts_every_paper_once(client: FlaskClient) -> None:
    counted = {row["counted"]: int(row["documents"]) for row in rows(client, "/coverage.csv") if row["counted"]}
    years = [count for name, count in counted.items() if name.startswith("year: ")]
    kinds = [count for name, count in counted.items() if name.startswith("type: ")]
    assert counted["all papers"] == sum(years) == sum(kinds) == len(PAPERS)


def texts(client: FlaskClient, address: str, name: str) -> list[str]:
    """What stands in each entry of a feed under ``name``."""
    feed = etree.fromstring(client.get(address).data)
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in feed.iter(f"{ATOM}entry")]


def test_a_feed_is_well_formed_newest_first_and_steady(client: FlaskClient) -> None:
    ids, updated = texts(client, "/search.atom", "id"), texts(client, "/search.atom", "updated")
    assert len(set(ids)) == 10
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert updated == sorted(updated, reverse=True)
    assert ids == texts(client, "/search.atom", "id")


@pytest.mark.parametrize("query", ["%00%01%1f", "]]>", "%26amp;<b>", "%ED%A0%80", "%EF%BF%BE", "%FF"])
def test_a_feed_of_any_words_is_well_formed(client: FlaskClient, query: str) -> None:
    etree.fromstring(client.get(f"/search.atom?q={query}").data)


@pytest.mark.parametrize("address", ["/search.atom?q=neglect", "/opensearch.xml", "/"])
def test_the_name_that_a_request_gives_this_machine_is_not_believed(client: FlaskClient, address: str) -> None:
    spoof = {"Host": "spoof.example", "X-Forwarded-Host": "spoof.example", "Forwarded": "host=spoof.example"}
    assert "spoof.example" not in client.get(address, headers=spoof).text


@pytest.mark.parametrize("address", ["/search.atom", "/opensearch.xml"])
def test_addresses_are_whole_once_the_site_knows_its_own(published: FlaskClient, address: str) -> None:
    text = published.get(address).text
    assert "https://papers.example.org/search" in text
