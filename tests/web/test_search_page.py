"""Can a member find a paper, narrow the search, and see why it was found?"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import Page, one
from tests.web.site import PAPERS


def titles(soup: BeautifulSoup) -> list[str]:
    return [title.text for title in soup.select(".app-result__title")]


def test_a_result_shows_its_paragraph_with_the_words_marked_and_leads_to_it(
    show: Page, paper: Callable[[str], str]
) -> None:
    results = show("/search?q=pathway+plans")
    assert "Neglect: progress of the strategy" in titles(results)[0]
    assert {mark.text.casefold() for mark in results.select("mark")} == {"pathway", "plans"}
    link = results.select_one(".app-snippet__number")
    assert link is not None
    assert link["href"] == f"/documents/{paper('2025-09-23-neglect.txt')}?q=pathway+plans#para-2.2"


def test_how_the_words_were_read_stands_above_the_results(show: Page) -> None:
    assert "all of: neglect, schools" in one(show("/search?q=neglect+schools"), ".app-interpreted").text


def test_filters_are_checkboxes_with_counts_that_keep_the_choice(show: Page) -> None:
    results = show("/search?year=2021")
    box = results.select_one("input[name=year][value='2021']")
    assert box is not None
    assert box.has_attr("checked")
    assert "12 papers" in " ".join(one(results, f"label[for='{box['id']}']").text.split())
    assert results.select_one("input[name=year][value='2025']:not([checked])")
    assert one(results, "#results").text == "12 papers"


def test_a_chosen_filter_is_a_tag_that_takes_only_itself_away(show: Page) -> None:
    results = show("/search?q=fostering&year=2021&year=2024&from=2020-01-01&sort=oldest&page=1")
    tags = {tag.text: tag["href"] for tag in results.select(".app-tag")}
    assert len(tags) == 3
    without = next(str(href) for text, href in tags.items() if "2021" in text)
    assert parse_qs(urlsplit(without).query) == {
        "q": ["fostering"],
        "year": ["2024"],
        "from": ["2020-01-01"],
        "sort": ["oldest"],
    }


def test_several_values_of_a_filter_widen_and_another_filter_narrows(show: Page) -> None:
    assert len(titles(show("/search?year=2023&year=2024"))) == 2
    assert len(titles(show("/search?year=2023&year=2024&from=2024"))) == 1


def test_pages_follow_each_other_without_losing_the_search(show: Page) -> None:
    first = show("/search?year=2021&sort=oldest")
    assert len(titles(first)) == 10
    following = first.select_one(".govuk-pagination__next a")
    assert following is not None
    second = show(str(following["href"]))
    assert len(titles(second)) == 2
    assert second.title is not None
    assert "page 2" in second.title.text
    assert one(second, "[aria-current=page].govuk-pagination__link").text.strip() == "2"


def test_a_page_beyond_the_last_is_the_last_and_says_so(show: Page) -> None:
    beyond = show("/search?year=2021&page=99")
    assert len(titles(beyond)) == 2
    assert "last one" in one(beyond, "main").text


def test_results_can_be_put_in_the_order_of_time(show: Page) -> None:
    newest = show("/search?sort=newest")
    assert "Neglect: progress" in titles(newest)[0]
    assert one(newest, ".app-sorts strong").text == "Newest"


def test_when_nothing_is_found_the_page_says_what_to_do(show: Page) -> None:
    nothing = show('/search?q="zebra+crossing"&year=2021')
    assert titles(nothing) == []
    assert one(nothing, "#results").text == "No papers"
    assert nothing.select_one(".app-nothing a[href='/search?q=%22zebra%20crossing%22']")
    assert nothing.select_one(".app-nothing a[href='/coverage']")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=2026-02-30", "“2026-02-30” is not a date"),
        ("to=9999-99-99", "“9999-99-99” is not a date"),
        ("from=yesterday", "“yesterday” is not a date"),
        ("from=2025&to=2020", "first date is after the last"),
        ("year=MMXXV", "“MMXXV” is not a year"),
        ("sort=__class__", "relevance, newest or oldest"),
        ("topic=no-such-topic", "There is no topic"),
        ("&".join(f"topic=t{n}" for n in range(10_000)), "50 values at most"),
    ],
)
def test_what_cannot_be_used_is_told_beside_the_form_that_is_kept(show: Page, query: str, said: str) -> None:
    wrong = show(f"/search?q=neglect&{query}", status=400)
    assert said in one(wrong, ".govuk-error-summary").text
    assert wrong.title is not None
    assert wrong.title.text.startswith("Error: ")
    assert wrong.select_one("input[name=q][value=neglect]")
    assert titles(wrong) == []


def test_a_wrong_date_stays_in_its_field_with_its_message(show: Page) -> None:
    wrong = show("/search?from=31/2/2020", status=400)
    field = wrong.select_one("#from")
    assert field is not None
    assert field["value"] == "31/2/2020"
    assert "from-error" in str(field["aria-describedby"])
    assert wrong.select_one("#from-error")


@pytest.mark.parametrize("form", ["json", "csv", "atom"])
def test_the_other_forms_refuse_with_the_same_sentence(client: FlaskClient, form: str) -> None:
    response = client.get(f"/search.{form}?from=31/2/2020")
    assert response.status_code == 400
    assert "is not a date" in (response.get_json()["error"] if form == "json" else response.text)


def test_json_is_the_promised_shape(client: FlaskClient) -> None:
    found = client.get("/search.json?q=neglect&year=2025").get_json()
    assert list(found)[:2] == ["query", "interpreted"]
    assert found["total"] == len(found["documents"]) == 1
    paragraph = found["documents"][0]["paragraphs"][0]
    assert all(paragraph["snippet"][a:b].casefold().startswith("neglect") for a, b in paragraph["marks"])
    assert {"value": 2025, "count": 1, "selected": True}.items() <= found["facets"]["year"][0].items()


def test_an_empty_search_lists_everything_newest_first(client: FlaskClient) -> None:
    found = client.get("/search.json").get_json()
    assert found["total"] == len(PAPERS)
    dates = [document["date"] for document in found["documents"]]
    assert dates == sorted(dates, reverse=True)
