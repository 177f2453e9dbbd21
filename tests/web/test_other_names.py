"""What the page of results says when it searched for more, or for something else, than was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.settings import Settings
from tests.conftest import NOW, quiet
from tests.unit.vocabulary.tables import write_tables
from tests.web.conftest import Page, one
from webapp.app import create_app

PAPERS = {
    "2019.txt": "Cabinet\n\n14 May 2019\n\nFigures for the year\n\n1.1 There were 40 looked after children in May.\n",
    "2024.txt": "Cabinet\n\n14 May 2024\n\nFigures again\n\n1.1 There were 50 children in care, and a LAC team.\n",
    "2025.txt": "Cabinet\n\n14 May 2025\n\nCSA\n\n1.1 Child sexual abuse, and a childcare sufficiency assessment.\n",
}
SYNONYMS = (
    "group,words,relation,from,to,source\n"
    "in-care,looked after children,same,,,an Act\n"
    "in-care,children in care,same,,,a White Paper\n"
    "in-care,cared for children,same,,,a page\n"
)
ABBREVIATIONS = (
    "abbreviation,meaning,capitals,source\n"
    "LAC,looked after children,,an Act\n"
    "CSA,child sexual abuse,,a page\n"
    "CSA,childcare sufficiency assessment,,a page\n"
    "LADO,local authority designated officer,,a page\n"
    "CPP,child protection plan,,a page\n"
    "CPP,corporate parenting panel,,a page\n"
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    for name, text in PAPERS.items():
        (tmp_path / "papers").mkdir(exist_ok=True)
        (tmp_path / "papers" / name).write_text(text, "utf-8")
    (tmp_path / "tables").mkdir()
    tables = write_tables(tmp_path / "tables", synonyms=SYNONYMS, abbreviations=ABBREVIATIONS)
    settings = Settings(
        home=tmp_path / "home", corpus=tmp_path / "papers", vocabulary=tables, judgements=tmp_path, register=tmp_path
    )
    build((), settings, now=NOW, progress=quiet)
    return settings


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    return create_app(settings, Catalogue.open(settings)).test_client()


@pytest.fixture
def show(client: FlaskClient) -> Page:
    def get(address: str) -> BeautifulSoup:
        return BeautifulSoup(client.get(address).text, "lxml")

    return get


def said(soup: BeautifulSoup, selector: str) -> str:
    return " ".join(one(soup, selector).text.split())


def test_other_names_are_searched_for_told_and_taken_off_with_one_click(show: Page) -> None:
    found = show("/search?q=LAC&from=2018")
    assert one(found, "#results").text == "2 papers"
    assert said(found, ".app-interpreted").startswith("Looked for: papers with LAC or another name of it")
    expected = "Also searched for: looked after children, children in care. Search only for these words"
    assert said(found, ".app-expansions") == expected
    only = one(found, ".app-expansions a")["href"]
    assert only == "/search?q=LAC&from=2018-01-01&words=only"

    literal = show(str(only))
    assert one(literal, "#results").text == "1 paper"
    assert literal.select(".app-expansions") == []


def test_other_names_are_marked_in_the_snippet_and_on_the_page_of_the_paper(show: Page) -> None:
    found = show("/search?q=LAC&year=2019")
    assert [mark.text for mark in found.select(".app-snippet mark")] == ["looked after children"]
    paper = show(str(one(found, ".app-result__title a")["href"]))
    assert [mark.text for mark in paper.select("mark")] == ["looked after children"]


def test_a_name_in_quotation_marks_is_searched_for_as_it_is(show: Page) -> None:
    assert one(show('/search?q="looked+after+children"'), "#results").text == "1 paper"


def test_an_abbreviation_of_several_meanings_is_asked_about(show: Page) -> None:
    asked = show("/search?q=CSA+figures")
    assert said(asked, ".app-question") == "CSA may mean: child sexual abuse · childcare sufficiency assessment"
    links = [link["href"] for link in asked.select(".app-question a")]
    assert links == ["/search?q=child+sexual+abuse+figures", "/search?q=childcare+sufficiency+assessment+figures"]
    assert asked.select(".app-expansions") == []


def test_an_abbreviation_that_no_paper_has_in_any_meaning_is_explained_all_the_same(show: Page) -> None:
    expected = "LADO stands for “local authority designated officer”: no paper here has that either."
    assert said(show("/search?q=LADO"), ".govuk-inset-text") == expected
    told = said(show("/search?q=CPP"), ".govuk-inset-text")
    assert told.startswith("CPP may stand for “child protection plan” or “corporate parenting panel”: no paper")
    assert show("/search?q=LAC").select(".govuk-inset-text") == []


def test_a_word_that_is_typed_by_half_is_offered_as_a_beginning(show: Page) -> None:
    found = show("/search?q=childc")
    assert one(found, "#results").text == "No papers"
    assert said(found, ".app-nothing ul a") == "words that begin with childc"


def test_a_misspelt_word_is_searched_for_as_it_should_be_and_that_is_said(show: Page, client: FlaskClient) -> None:
    found = show("/search?q=suficiency")
    assert one(found, "#results").text == "1 paper"
    expected = "Nothing was found for “suficiency”. These are the results for “sufficiency”."
    assert said(found, "#suggestion") == expected
    assert one(found, "#q")["value"] == "suficiency"
    assert "q=sufficiency" in str(one(found, ".app-result__title a")["href"])
    assert client.get("/search.json?q=suficiency").json["suggestion"] == {  # type: ignore[index]  # it is a mapping
        "query": "sufficiency",
        "total": 1,
        "shown": True,
    }


def test_a_table_and_a_feed_cannot_say_so_and_have_nothing_for_a_misspelt_word(client: FlaskClient) -> None:
    assert len(client.get("/search.csv?q=suficiency").text.splitlines()) == 1
    assert "<entry>" not in client.get("/search.atom?q=suficiency").text
    assert "<entry>" in client.get("/search.atom?q=sufficiency").text


def test_who_wants_only_these_words_gets_a_correction_as_a_link_only(show: Page) -> None:
    found = show("/search?q=suficiency&words=only")
    assert one(found, "#results").text == "No papers"
    assert said(found, "#suggestion") == "Did you mean sufficiency? It finds 1 paper."


def test_json_says_what_else_was_searched_for_and_what_could_be(client: FlaskClient) -> None:
    found = client.get("/search.json?q=LAC").json
    assert found is not None
    assert found["expansions"] == [{"word": "LAC", "also": ["looked after children", "children in care"]}]
    assert (found["suggestion"], found["questions"], found["relaxations"]) == (None, [], [])
    nothing = client.get("/search.json?q=LAC+zebras").json
    assert nothing is not None
    assert nothing["relaxations"] == [{"label": "without zebras", "query": "LAC", "total": 2}]
    question = client.get("/search.json?q=CSA").json
    assert question is not None
    assert question["questions"][0]["meanings"][0] == {"meaning": "child sexual abuse", "query": "child sexual abuse"}


def test_a_changed_table_counts_from_the_next_search_and_a_broken_one_changes_nothing_and_says_so(
    show: Page, settings: Settings
) -> None:
    assert "cared for" not in said(show("/search?q=LAC"), ".app-expansions")
    table = settings.vocabulary / "synonyms.csv"
    table.write_text(SYNONYMS + "in-care,figures for the year,same,,,a test\n", "utf-8")
    assert "figures for the year" in said(show("/search?q=LAC"), ".app-expansions")
    assert "vocabulary check" not in show("/search?q=LAC").text
    table.write_text(SYNONYMS + "in-care,figures,nonsense,,\n", "utf-8")
    broken = show("/search?q=LAC")
    assert "figures for the year" in said(broken, ".app-expansions")
    assert "cannot be read as they are now" in broken.text
    table.unlink()
    assert "figures for the year" in said(show("/search?q=LAC"), ".app-expansions")
