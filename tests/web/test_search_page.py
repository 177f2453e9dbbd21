"""Can a member find a paper, narrow the search, and see why it was found?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.catalogue import Catalogue
from indexer.model.query import Facet
from indexer.model.search import FacetCounts, FacetValue, SearchRequest, SearchResults
from indexer.settings import Settings
from tests.web.conftest import Page, one
from tests.web.site import PAPERS
from webapp.app import create_app


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
    assert nothing.select_one(".app-nothing a[href='/coverage']")


def offers(soup: BeautifulSoup) -> dict[str, str]:
    """What the page of nothing found offers: the words of each line by the address that it leads to, if any."""
    lines = soup.select(".app-nothing li")
    return {" ".join(line.text.split()): str(line.a["href"]) if line.a else "" for line in lines}


def test_when_nothing_is_found_the_search_without_the_word_that_empties_it_is_offered_and_not_run(show: Page) -> None:
    nothing = show("/search?q=fostering+zebra+of&year=2021")
    assert titles(nothing) == []
    offered = offers(nothing)
    assert offered["without zebra: 12 papers"] == "/search?q=fostering&year=2021"
    assert not any(line.startswith(("without fostering", "without of")) for line in offered)


def test_when_nothing_is_found_the_two_filters_that_hide_most_are_named(show: Page) -> None:
    nothing = show("/search?q=fostering&year=2024&committee=corporate-parenting-board&to=2024-12-31")
    assert "Nothing with all these filters." in one(nothing, ".app-nothing").text
    ways = [(line.em.text, str(one(line, "a")["href"])) for line in nothing.select(".app-without li") if line.em]
    assert ways == [
        ("Year: 2024", "/search?q=fostering&committee=corporate-parenting-board&to=2024-12-31"),
        ("Committee: Corporate Parenting Board", "/search?q=fostering&year=2024&to=2024-12-31"),
    ]
    for line in nothing.select(".app-without li"):
        link = one(line, "a")
        one(link, ".govuk-visually-hidden").extract()
        assert one(show(str(link["href"])), "#results").text == link.text


def test_when_nothing_is_found_under_one_filter_that_one_is_named(show: Page) -> None:
    nothing = show("/search?q=pathway&year=2021")
    assert "Nothing with this filter." in one(nothing, ".app-nothing").text
    assert [one(line, "em").text for line in nothing.select(".app-without li")] == ["Year: 2021"]


def test_filters_are_not_blamed_for_words_that_no_paper_holds(show: Page) -> None:
    nothing = show("/search?q=zebra&year=2021&from=2020")
    assert not nothing.select(".app-without")
    assert "with the filters or without them" in one(nothing, ".app-nothing").text


def test_several_values_of_a_filter_can_be_ticked_and_sent_without_a_script(show: Page) -> None:
    form = one(show("/search?q=fostering&year=2021"), "form")
    ticked = [(str(box["name"]), str(box["value"])) for box in form.select("input[checked]")]
    more = one(form, "input[name=year][value='2024']")
    sent = urlencode([("q", "fostering"), *ticked, (str(more["name"]), str(more["value"])), ("from", ""), ("to", "")])
    both = show(f"{form['action']}?{sent}")
    assert [box["value"] for box in both.select("input[name=year][checked]")] == ["2024", "2021"]
    assert one(both, "#results").text == "13 papers"


def test_the_page_says_what_the_numbers_count(show: Page) -> None:
    assert "papers with that value, given your words and the other filters" in one(show("/search"), ".app-counts").text


def test_a_filter_value_says_what_papers_call_it_otherwise(show: Page) -> None:
    box = one(show("/search"), "input[name=committee][value=childrens-scrutiny]")
    hint = one(show("/search"), f"#{box['aria-describedby']}")
    assert hint.text == "In papers as Children's Overview and Scrutiny Committee"


def test_one_filter_value_that_is_no_more_leaves_the_others_of_its_filter(show: Page) -> None:
    wrong = show("/search?q=neglect&topic=gone&topic=neglect", status=400)
    assert "There is no topic “gone” among these papers" in one(wrong, ".govuk-error-summary").text
    assert wrong.select_one("main a[href='/search?q=neglect&topic=neglect']")


@pytest.mark.parametrize(
    ("typed", "first"), [("2024", "1/1/2024"), ("June 2024", "1/6/2024"), ("14/6/24", "14/6/2024")]
)
def test_a_date_is_typed_as_people_write_it(show: Page, typed: str, first: str) -> None:
    found = show(f"/search?{urlencode({'from': typed, 'to': typed})}")
    assert titles(found) == [PAPERS["2024-06-14-budget.txt"].splitlines()[4]]
    assert one(found, "#from")["value"] == first


def test_when_nothing_is_found_the_filters_stay(show: Page) -> None:
    nothing = show("/search?q=zebra&year=2021")
    assert [box["value"] for box in nothing.select("input[name=year]")] == ["2025", "2024", "2023", "2022", "2021"]
    assert [box["value"] for box in nothing.select("input[name=year][checked]")] == ["2021"]


def test_a_row_of_a_table_is_shown_with_its_heads_and_its_marks(show: Page) -> None:
    row = show("/search?q=older+neglect").select_one(".app-snippet:has(a[href$='#table-1-row-2'])")
    assert row is not None
    assert one(row, ".app-snippet__number").text.startswith("Table 1, row 2")
    cells = [cell.text for cell in row.select(".app-cell")]
    assert cells == ["Judgement: Neglect of older children", "Grade: Requires improvement"]
    assert [mark.text for mark in row.select("mark")] == ["Neglect", "older"]


class ManyTopics(Catalogue):
    """A catalogue whose papers are about 27 topics; the topic "t20" is chosen when the words are "chosen"."""

    def search(self, request: SearchRequest, today: date | None = None) -> SearchResults:  # noqa: ARG002 - as its base
        found = super().search(SearchRequest())
        values = tuple(
            FacetValue(value=f"t{n}", label=f"t{n}", count=1, selected=n == 20 and request.query == "chosen")
            for n in range(27)
        )
        others = tuple(counts for counts in found.facets if counts.facet is not Facet.TOPIC)
        return replace(found, facets=(FacetCounts(facet=Facet.TOPIC, values=values), *others))


@pytest.mark.parametrize(("words", "is_open"), [("other", False), ("chosen", True)])
def test_a_long_filter_shows_ten_values_and_the_rest_at_a_click(settings: Settings, words: str, is_open: bool) -> None:  # noqa: FBT001 - a case
    page = create_app(settings, ManyTopics(settings)).test_client().get(f"/search?q={words}").text
    results = BeautifulSoup(page, "lxml")
    rest = one(results, "details.app-rest")
    assert one(rest, "summary").text.startswith("Show all 27")
    assert len(rest.select("input[name=topic]")) == 17
    assert len(results.select("input[name=topic]")) == 27
    assert rest.has_attr("open") is is_open


def test_every_year_is_shown(show: Page) -> None:
    results = show("/search")
    assert len(results.select("input[name=year]")) == 5
    assert not results.select(".app-rest input[name=year]")


def test_the_filters_are_named_beside_how_the_words_were_read(show: Page) -> None:
    told = one(show("/search?q=fostering&year=2021&year=2024&from=2020-01-01"), ".app-interpreted").text
    assert told.endswith("Filters: Year 2024 or 2021; From 1 January 2020")


def test_the_order_can_be_chosen_in_the_form(show: Page) -> None:
    assert one(show("/search?sort=oldest"), "select[name=sort] option[selected]").text == "Oldest"
    usual = show("/search?q=fostering")
    assert [option["value"] for option in usual.select("select[name=sort] option")] == ["", "newest", "oldest"]


@pytest.mark.parametrize(
    ("query", "field"),
    [("from=x", "from"), ("to=x", "to"), ("year=x", "year-1"), ("topic=x", "topic-1"), ("sort=x", "sort")],
)
def test_each_error_leads_to_its_own_field(show: Page, query: str, field: str) -> None:
    wrong = show(f"/search?q=neglect&{query}", status=400)
    assert one(wrong, ".govuk-error-summary a")["href"] == f"#{field}"
    assert one(wrong, f"form [id='{field}']").name in {"input", "select"}


@pytest.mark.parametrize("query", ["from=31/2/2020", "topic=no-such-topic"])
def test_an_error_keeps_the_other_filters_and_offers_the_search_without_it(show: Page, query: str) -> None:
    wrong = show(f"/search?q=fostering&year=2021&{query}", status=400)
    assert "2021" in one(wrong, ".app-tag").text
    assert one(wrong, "main a[href='/search?q=fostering&year=2021']").text.endswith("12 papers")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=2026-02-30", "“2026-02-30” is not a date"),
        ("to=9999-99-99", "“9999-99-99” is not a date"),
        ("from=yesterday", "“yesterday” is not a date"),
        ("from=2025&to=2020", "The first date, 1/1/2025, is after the last, 31/12/2020: change one of them."),
        ("year=MMXXV", "“MMXXV” is not a year"),
        ("municipal_year=MMXXV", "“MMXXV” is not a municipal year: write it like 2025/26."),
        ("sort=__class__", "relevance, newest or oldest"),
        ("topic=no-such-topic", "There is no topic “no-such-topic” among these papers: choose one that is listed."),
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


SENTENCE = "/search?q=what+did+scrutiny+say+about+neglect+since+2022"


def shown_tags(soup: BeautifulSoup) -> dict[str, str]:
    """The tags of a page, as they are seen, with the address that each leads to."""
    seen = {}
    for tag in soup.select(".app-tag"):
        for hidden in tag.select(".govuk-visually-hidden, [aria-hidden]"):
            hidden.extract()
        seen[" ".join(tag.text.split())] = str(tag["href"])
    return seen


def test_what_is_read_from_a_sentence_is_shown_as_tags_and_finds_papers(show: Page) -> None:
    results = show(SENTENCE)
    assert "Neglect: progress of the strategy" in titles(results)[0]
    assert list(shown_tags(results)) == ["Topic: Neglect", "Committee: Children's scrutiny", "From: 1 January 2022"]
    assert one(results, "input[name=q]")["value"] == "what did scrutiny say about neglect since 2022"
    told = one(results, ".app-interpreted").text
    assert told.endswith("Filters: Topic Neglect; Committee Children's scrutiny; From 1 January 2022")


def test_each_tag_of_a_sentence_takes_only_itself_away(show: Page) -> None:
    tags = shown_tags(show(SENTENCE))
    assert {name: parse_qs(urlsplit(address).query) for name, address in tags.items()} == {
        "Topic: Neglect": {"q": ["neglect"], "committee": ["childrens-scrutiny"], "from": ["2022-01-01"]},
        "Committee: Children's scrutiny": {"q": ["neglect"], "topic": ["neglect"], "from": ["2022-01-01"]},
        "From: 1 January 2022": {"q": ["neglect"], "topic": ["neglect"], "committee": ["childrens-scrutiny"]},
    }
    for name, address in tags.items():
        assert list(shown_tags(show(address))) == [other for other in tags if other != name]


def test_a_sentence_can_be_searched_for_as_it_is_typed(show: Page) -> None:
    address = one(show(SENTENCE), "#read a")["href"]
    literal = show(str(address))
    assert shown_tags(literal) == {}
    assert literal.select_one("#read") is None
    assert "scrutiny" in one(literal, ".app-interpreted").text
    assert one(literal, "input[name=words][checked]")["value"] == "only"


def test_a_filter_read_from_a_sentence_is_ticked_but_not_sent_with_the_next_one(show: Page) -> None:
    box = one(show(SENTENCE), "input[name=committee][value=childrens-scrutiny]")
    assert box.has_attr("checked")
    assert box.has_attr("disabled")


def test_a_filter_chosen_counts_more_than_the_sentence(show: Page) -> None:
    tags = shown_tags(show(f"{SENTENCE}&committee=cabinet&year=2024"))
    assert list(tags) == ["Year: 2024", "Committee: Cabinet"]


def test_the_newest_are_preferred_where_the_words_ask_for_it(show: Page) -> None:
    tags = shown_tags(show("/search?q=latest+papers+on+fostering"))
    assert tags["Newest preferred"] == "/search?q=fostering"
    assert list(shown_tags(show("/search?q=latest+fostering"))) == ["Newest preferred"]


def test_a_sentence_without_a_word_left_lists_the_newest(show: Page) -> None:
    assert one(show("/search?q=what+did+cabinet+decide+since+2020"), ".app-sorts strong").text == "Newest"


def test_a_paper_found_by_a_sentence_has_the_words_that_are_left_marked(show: Page) -> None:
    link = one(show(SENTENCE), ".app-result__title a")
    assert {mark.text.casefold() for mark in show(str(link["href"])).select("mark")} == {"neglect"}


def test_json_lists_what_was_read(client: FlaskClient) -> None:
    found = client.get(SENTENCE.replace("/search", "/search.json")).get_json()
    assert (found["words"], found["recent"]) == ("neglect", False)
    assert found["read"] == [
        {"name": "committee", "value": "childrens-scrutiny", "label": "Children's scrutiny", "words": "scrutiny"},
        {"name": "topic", "value": "neglect", "label": "Neglect", "words": "neglect"},
        {"name": "from", "value": "2022-01-01", "label": "1 January 2022", "words": "since 2022"},
    ]
