"""Does each page say what it is for?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Page, one
from tests.web.site import NOTICE, PAPERS

PEOPLE = ["/people", "/people/councillor-oakes"]
PAGES = [
    *("/", "/search", "/search?q=neglect", "/topics", "/topics/neglect", *PEOPLE, "/coverage", "/help"),
    *("/accessibility", "/documents/2025-09-23-neglect/similar/para-2.2"),
]


@pytest.mark.parametrize("address", [*PAGES, "/nothing-here"])
def test_every_page_has_one_heading_a_title_of_its_own_and_the_way_to_help(client: FlaskClient, address: str) -> None:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(client.get(address).text, "lxml")
    assert len(soup.select("h1")) == 1
    assert soup.title is not None
    assert soup.title.text.endswith("– Matters Arising")
    assert soup.select_one("html[lang=en]")
    assert soup.select_one("footer a[href='/accessibility']")
    assert soup.select_one("nav a[href='/help']")


@pytest.mark.parametrize("address", ["/", "/search", "/topics", "/topics/neglect", *PEOPLE, "/coverage"])
def test_every_page_that_lists_papers_says_that_the_borough_is_invented(show: Page, address: str) -> None:
    assert one(show(address), ".app-notice").text == NOTICE


def test_the_page_of_what_is_not_there_says_so_too(show: Page) -> None:
    assert one(show("/nothing-here", status=404), ".app-notice").text == NOTICE


def test_home_says_how_much_is_here_and_where_to_begin(show: Page) -> None:
    home = show("/")
    assert str(len(PAPERS)) in one(home, ".app-numbers").text
    assert "to September 2025" in home.text
    assert home.select_one("form[action='/search'][method=get] input[name=q]")
    assert "Neglect: progress of the strategy" in home.select(".app-latest a")[0].text
    assert home.select_one("a[href='/search?year=2021']")
    assert home.select_one("a[href='/topics/neglect']")


def test_coverage_names_each_file_that_could_not_be_read_with_its_reason(show: Page) -> None:
    coverage = show("/coverage")
    problems = {item.strong.text: item.text for item in coverage.select(".app-problems li") if item.strong}
    assert {"broken.pdf", "tool.exe"} <= set(problems)
    assert all(text.startswith(name) and text.split(name)[1].split()[0].islower() for name, text in problems.items())


def test_coverage_says_how_many_papers_bear_no_date_and_counts_all_of_them(show: Page) -> None:
    coverage = show("/coverage")
    assert "1 paper bears no date; a search between dates leaves it out; it has a year all the same" in coverage.text
    table = next(table for table in coverage.select("table") if one(table, "caption").text == "Papers by year")
    assert sum(int(cell.text) for cell in table.select("td")) == len(PAPERS)


def test_a_topic_without_papers_leads_to_a_search_for_its_name(show: Page) -> None:
    empty = next(
        item for item in show("/topics").select(".app-topics li") if "No paper is mainly about it" in item.text
    )
    assert str(empty.select("a")[1]["href"]).startswith("/search?q=")
    assert "No paper is mainly about it" in show(str(empty.select("a")[0]["href"])).text


def test_a_topic_lists_its_papers_and_leads_to_a_search_of_them(show: Page, paper: Callable[[str], str]) -> None:
    topic = show("/topics/neglect")
    assert topic.select_one(f"a[href^='/documents/{paper('2025-09-23-neglect.txt')}?topic=neglect']")
    assert topic.select_one("a[href='/search?topic=neglect']")


def test_the_accessibility_statement_has_what_the_regulations_ask_for_and_hides_nothing(show: Page) -> None:
    text = show("/accessibility").text
    for part in ("partially compliant", "How it was tested", "Enforcement", "prepared on", "Feedback"):
        assert part in text
    assert "No assistive technology, such as a screen reader, has been tried" in text


def test_health_answers_in_json(client: FlaskClient) -> None:
    answer = client.get("/health").get_json()
    assert answer["status"] == "ok"
    assert answer["documents"] == len(PAPERS)


def test_machines_are_asked_to_leave_the_endless_searches_alone(client: FlaskClient) -> None:
    assert "Disallow: /search" in client.get("/robots.txt").text
    assert client.get("/search?q=a").headers["X-Robots-Tag"] == "noindex"
