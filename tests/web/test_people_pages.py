"""Do the pages of people gather what the papers say of them, and do the other pages lead there?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.settings import Settings
from tests.web.conftest import Page, one
from tests.web.site import BUILT
from webapp.app import create_app

OAKES, FIELD = "/people/councillor-oakes", "/people/jo-field"


def test_the_list_has_everybody_by_surname_with_a_way_to_each_letter(show: Page) -> None:
    page = show("/people")
    assert [link["href"] for link in page.select(".app-letter a")] == [FIELD, OAKES]
    assert [link["href"] for link in page.select(".app-chips a")] == ["#letter-F", "#letter-O"]
    assert one(page, "#letter-O").text == "O"
    assert "portfolio holder 2022 to 2025, 2 papers" in page.select(".app-letter")[1].text


def test_a_page_has_the_roles_with_dates_and_the_papers_with_the_role_then(show: Page) -> None:
    page = show(OAKES)
    assert one(page, "h1").text == "Councillor Oakes"
    roles = one(page, ".govuk-summary-list").text
    assert "Portfolio holder" in roles
    assert "Children's Services" in roles
    assert "23 September 2025, 2 papers" in roles
    papers = page.select(".app-result")
    assert one(papers[0], "a")["href"] == "/documents/2025-09-23-neglect"
    assert "23 September 2025" in papers[0].text
    assert "Children's Overview and Scrutiny Committee" in papers[0].text
    assert "Portfolio holder, Children's Services" in papers[0].text
    assert "2022 (inferred)" in papers[1].text


def test_an_unknown_person_is_told_in_a_sentence(show: Page, client: FlaskClient) -> None:
    sentence = "There is no person 'nobody' in the papers"
    assert sentence in show("/people/nobody", status=404).text
    for form in ("json", "csv", "atom"):
        response = client.get(f"/people/nobody.{form}")
        assert response.status_code == 404
        assert sentence in response.text


def test_a_paper_leads_to_its_holder_and_authors(show: Page) -> None:
    page = show("/documents/2025-09-23-neglect")
    assert one(page, f".app-about a[href='{OAKES}']").text == "Councillor Oakes"
    assert one(page, f".app-about a[href='{FIELD}']").text == "Jo Field"


def test_a_result_leads_to_its_holder_and_authors(show: Page) -> None:
    result = show("/search?q=neglect+strategy").select(".app-result")[0]
    assert result.select_one(f"a[href='{OAKES}']")
    assert result.select_one(f"a[href='{FIELD}']")


@pytest.mark.parametrize("query", ["oakes", "Councillor Oakes", "cllr OAKES"])
def test_a_search_for_a_name_leads_to_the_person(show: Page, query: str) -> None:
    line = one(show(f"/search?q={quote(query)}"), ".app-person")
    assert one(line, "a")["href"] == OAKES
    assert line.text == "Councillor Oakes: portfolio holder 2022 to 2025, 2 papers"


@pytest.mark.parametrize("query", ["", "neglect", "oakes neglect", "jo"])
def test_a_search_for_something_else_does_not(show: Page, query: str) -> None:
    assert show(f"/search?q={quote(query)}").select(".app-person") == []


def test_pages_of_people_stay_out_of_the_search_engines_of_the_web(client: FlaskClient) -> None:
    for address in ("/people", OAKES, f"{OAKES}.json", f"{OAKES}.csv", f"{OAKES}.atom", "/people.json"):
        assert client.get(address).headers["X-Robots-Tag"] == "noindex"


def test_the_json_has_roles_with_dates_and_papers_with_names(client: FlaskClient) -> None:
    (_, oakes) = client.get("/people.json").json["people"]  # type: ignore[index]  # it is JSON
    assert oakes == {
        "id": "councillor-oakes",
        "name": "Councillor Oakes",
        "kinds": ["portfolio holder"],
        "papers": 2,
        "url": OAKES,
    }
    person = client.get(f"{OAKES}.json").json
    assert person is not None
    assert person["roles"][0]["last"] == "2025-09-23"
    assert [paper["id"] for paper in person["documents"]] == ["2025-09-23-neglect", "statement"]


@pytest.fixture(scope="module")
def other(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A site with names that the usual one does not have."""
    folder = tmp_path_factory.mktemp("other")
    for day, holder in ((1, "Cllr R. Okafor"), (2, "Councillor Ruth Okafor")):
        text = f"Cabinet\n\n{day} June 2024\n\nSwings\n\nPortfolio Holder: {holder}\n\n1.1 Swings are mended.\n"
        (folder / f"{day}.txt").write_text(text)
    side = 'authors = ["Юлия Гончар"]\n'
    (folder / "1.meta.toml").write_text(side, "utf-8")
    mine = replace(settings, home=folder / "home", corpus=Path(folder))
    build([folder], mine, now=BUILT, progress=lambda *_: None)
    return create_app(mine, Catalogue.open(mine)).test_client()


def test_another_form_of_the_name_leads_to_the_one_page(other: FlaskClient) -> None:
    response = other.get("/people/councillor-r-okafor")
    assert (response.status_code, response.location) == (302, "/people/councillor-ruth-okafor")
    assert "as Cllr R. Okafor" in other.get(response.location).text


def test_a_name_in_another_script_has_its_pages_too(other: FlaskClient) -> None:
    address = f"/people/{quote('юлия-гончар')}"
    assert address in other.get("/people").text
    for form in ("", ".json", ".csv", ".atom"):
        assert other.get(address + form).status_code == 200
