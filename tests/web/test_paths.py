"""Does a reader find the way on: from a paragraph to what is similar, from a topic to its time and people?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.settings import Settings
from tests.web.conftest import Page, one
from webapp.app import create_app

VISITS = "{} care leavers have a pathway plan, and {} wait for a personal adviser to visit them at home."
PAPERS = {
    "2019": ["Cabinet", "4 June 2019", "Care leavers", "Portfolio Holder: Councillor Ann Birch", VISITS.format(90, 7)],
    "draft": ["Cabinet", "1 June 2021", "Draft: Care leavers' local offer", "Portfolio: Children's Services", "{}"],
    "final": ["Council", "8 June 2021", "Care leavers' local offer", "Portfolio: Children's Services", "{}"],
    "2022": ["Cabinet", "7 June 2022", "Care leavers", "Portfolio Holder: Councillor Bo Marsh", VISITS.format(80, 9)],
    "undated": ["Care leavers", VISITS.format("Some", "a few")],
}
LINES = [
    *("Bus passes go to sixth formers who live far from their college.", VISITS.format(85, 12)),
    *(f"The {word} hall was let to a choir that paid {word} for heating and sang of rivers." for word in "abcdefgh"),
]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("paths")
    for name, text in PAPERS.items():
        (folder / f"{name}.txt").write_text("\n\n".join(text).replace("{}", "\n\n".join(LINES)))
    settings = replace(Settings.from_environment({}), home=folder / "home", corpus=folder)
    files = [folder / f"{name}.txt" for name in PAPERS]
    build(files, settings, now=datetime(2026, 1, 1, tzinfo=UTC), progress=lambda *_: None)
    return create_app(settings, Catalogue.open(settings)).test_client()


def parsed(paths: FlaskClient, address: str) -> BeautifulSoup:
    response = paths.get(address)
    assert response.status_code == 200, response.text[:500]
    return BeautifulSoup(response.text, "lxml")


def visits(paths: FlaskClient, document: str) -> str:
    """The way from the paragraph about visits to what is similar to it."""
    page = parsed(paths, f"/documents/{document}")
    block = next(block for block in page.select(".app-paragraph") if "personal adviser" in block.text)
    return str(one(block, ".app-similar")["href"])


def test_a_paragraph_leads_to_what_other_papers_say_before_and_since(paths: FlaskClient) -> None:
    page = parsed(paths, visits(paths, "final"))
    assert one(page, "#since").text == "Since 8 June 2021"
    links = {name: one(page, f"[aria-labelledby={name}] .app-snippet a") for name in ("since", "before", "unplaced")}
    assert {name: link["href"] for name, link in links.items()} == {
        "since": "/documents/2022#p-4",
        "before": "/documents/2019#p-4",
        "unplaced": "/documents/undated#p-1",
    }
    earlier = one(page, "[aria-labelledby=before] .app-result")
    assert "4 June 2019" in earlier.text
    assert "Cabinet" in one(earlier, ".app-facts").text
    assert "pathway" in [mark.text for mark in earlier.select("mark")]
    assert one(page, ".app-source__from a")["href"] == one(page, ".govuk-back-link")["href"] == "/documents/final#p-5"


def test_versions_of_the_same_paper_are_not_similar_to_it(paths: FlaskClient) -> None:
    similar = paths.get(f"{visits(paths, 'final')}.json").get_json()
    assert [result["id"] for side in ("before", "since", "unplaced") for result in similar[side]] == [
        *("2019", "2022", "undated")
    ]


def test_of_a_paper_without_a_date_the_sides_are_not_told_apart(paths: FlaskClient) -> None:
    page = parsed(paths, visits(paths, "undated"))
    assert [head.text for head in page.select("main h2")] == ["Before or since"]
    assert "bears no date" in one(page, "main").text
    versions = {"draft", "final"}
    shown = [str(link["href"]).split("#")[0].split("/")[-1] for link in page.select(".app-result h3 a")]
    assert len(versions.intersection(shown)) == 1, "one work is shown once"
    assert {"2019", "2022"} <= set(shown)


def test_a_paragraph_that_says_nothing_of_its_own_says_so(paths: FlaskClient) -> None:
    page = parsed(paths, "/documents/2019/similar/p-1")
    assert "too short" in one(page, "main").text
    assert not page.select(".app-result")


def test_a_paragraph_that_stands_alone_says_so(paths: FlaskClient) -> None:
    page = parsed(paths, "/documents/final/similar/p-4")
    assert "No other paper here says something similar" in one(page, "main").text


def test_the_json_has_the_paragraph_and_each_side_as_a_search_has_results(paths: FlaskClient) -> None:
    similar = paths.get(f"{visits(paths, 'final')}.json").get_json()
    assert similar["paragraph"]["url"] == "/documents/final#p-5"
    assert similar["comparable"] is True
    (earlier,) = similar["before"]
    assert 0 < earlier["score"] <= 1
    assert earlier["paragraphs"][0]["url"] == "/documents/2019#p-4"
    assert earlier["paragraphs"][0]["marks"]


@pytest.mark.parametrize(
    "address", ["final/similar/p-99", "final/similar/%00", "final/similar/", "nothing/similar/p-1"]
)
@pytest.mark.parametrize("form", ["", ".json"])
def test_what_is_not_there_has_nothing_similar(paths: FlaskClient, address: str, form: str) -> None:
    assert paths.get(f"/documents/{address}{form}").status_code == 404


def test_pages_of_similar_paragraphs_stay_out_of_the_search_engines_of_the_web(paths: FlaskClient) -> None:
    assert paths.get(visits(paths, "final")).headers["X-Robots-Tag"] == "noindex"
    assert "Disallow: /documents/*/similar/" in paths.get("/robots.txt").text


def test_every_paragraph_and_row_of_a_paper_leads_on(show: Page) -> None:
    page = show("/documents/2025-09-23-neglect")
    for block in page.select(".app-paragraph"):
        assert one(block, ".app-similar")["href"] == f"/documents/2025-09-23-neglect/similar/{block['id']}"
    (first, second) = page.select(".app-similar-row")
    assert str(first["href"]).endswith("/similar/table-1-row-1")
    assert second.text == "Similar to row 2, before and since"


def test_a_topic_shows_its_years_as_a_chart_and_as_a_table(paths: FlaskClient) -> None:
    page = parsed(paths, "/topics/care-leavers")
    chart = one(page, "svg[role=img]")
    title = one(page, f"#{chart['aria-labelledby']}").text
    assert title == "Papers about Care leavers by year, 2019 to 2022: most in 2022, 1 paper."
    rows = [(one(row, "th").text, one(row, "td").text) for row in page.select(".app-years tbody tr")]
    assert rows == [("2019", "1"), ("2020", "0"), ("2021", "1"), ("2022", "1")]
    assert [float(str(bar["height"]).rstrip("%")) for bar in page.select("svg rect")] == [100, 0, 100, 100]
    assert "1 more paper of which no year is known" in one(page, "[aria-labelledby=years]").text
    counted = parsed(paths, str(one(page, ".app-years a[href$='2021']")["href"]).replace("&amp;", "&"))
    assert one(counted, "#results").text == "1 paper"


def test_a_topic_shows_what_its_newest_papers_say_each_work_once(paths: FlaskClient) -> None:
    found = parsed(paths, "/topics/care-leavers").select("[aria-labelledby=newest] .app-result")
    links = [one(result, ".app-snippet a")["href"] for result in found]
    assert links == ["/documents/2022#p-4", "/documents/final#p-5", "/documents/2019#p-4", "/documents/undated#p-1"]
    assert one(found[0], "mark").text == "care leavers"


def test_a_topic_shows_its_portfolio_holders_with_the_dates_of_these_papers(paths: FlaskClient) -> None:
    rows = parsed(paths, "/topics/care-leavers").select("[aria-labelledby=holders] .govuk-summary-list__row")
    assert [one(row, "a")["href"] for row in rows] == ["/people/councillor-bo-marsh", "/people/councillor-ann-birch"]
    assert "4 June 2019, 1 paper" in rows[1].text


def test_the_json_of_a_topic_keeps_its_papers_and_has_its_history(paths: FlaskClient) -> None:
    topic = paths.get("/topics/care-leavers.json").get_json()
    assert topic["total"] == len(topic["documents"]) == len(PAPERS) - 1  # a draft and its final are one
    assert topic["topic"]["label"] == "Care leavers"
    assert topic["years"][1] == {"year": 2020, "documents": 0}
    assert topic["without_year"] == 1
    assert topic["newest"][0]["paragraphs"][0]["url"] == "/documents/2022#p-4"
    assert topic["portfolio_holders"][0]["roles"][0]["first"] == "2022-06-07"


def test_a_second_page_of_a_topic_does_not_say_it_all_again(sample_settings: Settings, sample: Catalogue) -> None:
    client = create_app(sample_settings, sample).test_client()
    assert parsed(client, "/topics/neglect").select("svg[role=img]")
    second = parsed(client, "/topics/neglect?page=2")
    assert not second.select("svg[role=img]")
    assert second.select(".app-result")


def test_a_topic_without_papers_has_no_chart(show: Page) -> None:
    assert not show("/topics/adoption").select("svg[role=img], details")
