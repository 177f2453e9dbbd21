"""Does the register say what was promised, how it stands and what may have come of it, and no more than that?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from lxml import etree

from indexer.catalogue import Catalogue
from indexer.model.register import Ruling, RulingKind, Status
from indexer.register.file import DecisionsFile
from indexer.settings import Settings
from tests.promises import due
from tests.web.conftest import one
from tests.web.register_site import HOPE, LAUNCHED, PLAIN, REPORT_BACK, TODAY, TOOL, make_register_site
from webapp.app import create_app
from webapp.commitment_words import due_told

ATOM = "{http://www.w3.org/2005/Atom}"
FIRM = ["formula", "gate", "passes", "report-back", "script", "tool"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_register_site(tmp_path_factory.mktemp("register"))


@pytest.fixture
def site(made: Settings) -> FlaskClient:
    return create_app(made, Catalogue.open(made), clock=lambda: TODAY).test_client()


Decided = Callable[..., FlaskClient]


@pytest.fixture
def decided(made: Settings, site: FlaskClient) -> Iterator[Decided]:
    """The site after somebody decided; the file is taken away again."""
    file = made.register / "decisions.csv"
    moment = datetime(2026, 11, 20, tzinfo=UTC)

    def decide(commitment: str, kind: RulingKind, **facts: Any) -> FlaskClient:
        made_by: dict[str, Any] = {"quote": TOOL, "who": "Jo Field", "when": moment}
        DecisionsFile(made.register).append(Ruling(commitment=commitment, kind=kind, **made_by, **facts))
        return site

    file.unlink(missing_ok=True)
    yield decide
    file.unlink(missing_ok=True)


def page(site: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    response = site.get(address)
    assert response.status_code == status, response.text[:600]
    return BeautifulSoup(response.text, "lxml")


def listed(site: FlaskClient, query: str = "") -> list[str]:
    """The ids of the commitments that the page lists, which are those of its JSON."""
    shown = [str(item["id"]).removeprefix("c-") for item in page(site, f"/commitments{query}").select(".app-promise")]
    assert shown == [found["id"] for found in site.get(f"/commitments.json{query}").get_json()["commitments"]]
    return shown


def rows(site: FlaskClient, address: str) -> list[dict[str, str]]:
    response = site.get(address)
    assert response.status_code == 200
    assert response.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))


def test_the_firm_ones_are_listed_by_due_date_and_weak_ones_on_request(site: FlaskClient) -> None:
    assert sorted(listed(site)) == FIRM
    assert listed(site)[-2:] == ["passes", "gate"]  # no day is known
    assert sorted(listed(site, "?all=1")) == sorted([*FIRM, "hope"])
    assert "1 more" in one(page(site, "/commitments"), "label[for=all]").text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=screening+tools", ["tool"]),
        ("?q=screening+dentists", []),
        ("?timing=overdue", ["script", "formula", "tool"]),
        ("?status=overdue", ["script", "formula", "tool"]),
        ("?timing=later&timing=undated", ["report-back", "passes", "gate"]),
        ("?topic=neglect", ["tool"]),
        ("?committee=cabinet", ["script", "formula"]),
        ("?owner=Head+of+Fostering", ["report-back"]),
        ("?owner=fostering", ["report-back"]),
        ("?year=2026", ["report-back"]),
        ("?kind=intention", ["hope"]),
        ("?dated=no", ["passes", "gate"]),
        ("?due_before=2026", ["script", "formula"]),
        ("?due_after=2026", ["report-back"]),
        ("?from=2026", ["report-back"]),
        ("?sort=newest&committee=childrens-scrutiny", ["report-back", "tool", "passes"]),
        ("?status=stated&timing=due+soon", []),
    ],
)
def test_the_register_is_searched_and_filtered(site: FlaskClient, query: str, expected: list[str]) -> None:
    assert listed(site, query) == expected


def test_each_filter_that_is_set_can_be_taken_off(site: FlaskClient) -> None:
    soup = page(site, "/commitments?q=tool&topic=neglect&timing=overdue&due_after=2020&all=1")
    tags = {tag.select_one(".app-tag__name").text: str(tag["href"]) for tag in soup.select(".app-tag")}  # type: ignore[union-attr]
    assert tags.keys() == {"By the date:", "Topic:", "Due after:", "Shown:"}
    for href in tags.values():
        assert page(site, href)
    assert "topic" not in tags["Topic:"]
    assert "timing=overdue" in tags["Topic:"]


def test_how_many_stand_how_is_one_click_away(site: FlaskClient) -> None:
    links = {link.text.split(None, 1)[1]: link for link in page(site, "/commitments").select(".app-standing")}
    assert {name: link.text.split()[0] for name, link in links.items()} == {
        "overdue": "3",
        "later": "1",
        "undated": "2",
    }
    assert listed(site, str(links["later"]["href"]).removeprefix("/commitments")) == ["report-back"]


@pytest.mark.parametrize(
    "query", ["?topic=unheard-of", "?owner=nobody", "?timing=x", "?sort=up", "?year=x", "?from=31/2/2020"]
)
def test_what_cannot_be_asked_for_is_said_beside_its_field_and_in_one_sentence_of_json(
    site: FlaskClient, query: str
) -> None:
    soup = page(site, f"/commitments{query}", 400)
    assert one(soup, ".govuk-error-summary a")
    assert soup.select(".app-promise")
    answer = site.get(f"/commitments.json{query}")
    assert answer.status_code == 400
    assert answer.get_json()["error"].endswith(".")


def test_a_page_of_the_register_has_the_promised_json(site: FlaskClient) -> None:
    found = site.get("/commitments.json?q=screening").get_json()
    assert {"total", "commitments", "facets"} <= found.keys()
    assert {"status", "owner", "topic", "portfolio", "year", "committee"} <= found["facets"].keys()
    (commitment,) = found["commitments"]
    assert {
        "id": "tool",
        "quote": TOOL,
        "action": TOOL.rstrip("."),
        "kind": "plan",
        "lead_in": None,
        "owner": "The Partnership",
        "owner_stated": True,
        "partners": [],
        "status": "stated",
        "timing": "overdue",
        "topics": ["neglect"],
        "portfolio": "Children's Services",
        "url": "/commitments/tool",
    }.items() <= commitment.items()
    assert {"text": "by January 2026", "from": "2026-01-01", "to": "2026-01-31"}.items() <= commitment["due"].items()
    assert commitment["quote"] in commitment["paragraph"]["text"]
    assert commitment["document"]["id"] == "2025-07-15-scrutiny"
    (mention,) = commitment["mentions_since"]
    assert mention["quote"] == LAUNCHED
    assert mention["document"]["id"] == "2026-09-22-scrutiny"
    assert commitment["searched"] == {"papers": 1, "from": "2025-07-15", "to": "2026-09-22"}
    assert site.get("/commitments/tool.json").get_json() == commitment


def test_a_commitment_has_its_words_its_place_and_what_is_known_with_its_basis(site: FlaskClient) -> None:
    soup = page(site, "/commitments/report-back")
    assert one(soup, ".app-source__words").text == f"RESOLVED: {REPORT_BACK}"
    assert one(soup, ".app-source__from a")["href"].startswith("/documents/2026-09-22-scrutiny#")  # type: ignore[union-attr]
    assert "22 September 2026" in one(soup, ".app-cite__text").text
    known = one(soup, ".app-about").text
    for told in (
        "Head of Fostering (Jo Field)",
        "Stated in the paper",
        "in January 2027",
        "1 January 2027 to 31 January 2027",
    ):
        assert told in known
    assert "Not stated: the paper’s own department" in one(page(site, "/commitments/passes"), ".app-about").text
    assert "No day can be worked out" in one(page(site, "/commitments/passes"), ".app-about").text
    assert "5 March 2024Stated in the paper; that decision was not" in one(page(site, "/commitments/passes"), "dl").text


def test_its_history_is_a_timeline_and_the_same_as_a_table(site: FlaskClient) -> None:
    soup = page(site, "/commitments/tool")
    line = [" ".join(item.text.split()) for item in soup.select(".app-timeline__item")]
    table = [" ".join(row.text.split()) for row in soup.select("[aria-label='History of this commitment'] tbody tr")]
    assert len(line) == len(table) == 2
    assert line[0].startswith("15 July 2025 Stated: due by January 2026")
    assert line[1] == "31 January 2026 The first date given passed: nobody has confirmed what came of it"


def test_possible_mentions_are_called_so_and_none_is_no_proof_of_anything(site: FlaskClient) -> None:
    soup = page(site, "/commitments/tool")
    assert one(soup, ".app-mention").text == LAUNCHED
    assert "none is proof" in soup.text
    assert "No later mention found in 1 paper to 22 September 2026." in page(site, "/commitments/passes").text
    assert "No paper here is later than this one." in page(site, "/commitments/report-back").text
    assert "what came later cannot be told" in page(site, "/commitments/gate").text
    for commitment in FIRM:
        assert "not done" not in page(site, f"/commitments/{commitment}").text


def test_without_a_passphrase_nobody_is_asked_to_decide(site: FlaskClient) -> None:
    soup = page(site, "/commitments/tool")
    assert soup.select("form") == []
    assert "Sign in" not in soup.text
    assert site.get("/sign-in").status_code == 404
    assert site.post("/commitments/tool/decide", data={"said": "dismiss"}).status_code == 404


def test_what_a_person_decided_stands_on_the_page_with_its_place_and_name(decided: Decided) -> None:
    site = decided(
        "tool",
        RulingKind.STATUS,
        status=Status.DONE,
        document="2026-09-22-scrutiny",
        anchor="p-3",
        note="five months late",
    )
    soup = page(site, "/commitments/tool")
    assert [tag.text for tag in soup.select(".govuk-tag")][:1] == ["Reported done"]
    last = " ".join(soup.select(".app-timeline__item")[-1].text.split())
    assert last.startswith("22 September 2026 Reported done: five months late")  # the day of the paper that reports it
    assert last.endswith("decided by Jo Field, 20 November 2026")
    assert listed(site, "?status=reported+done") == ["tool"]
    assert "tool" not in listed(site, "?timing=overdue")
    (found,) = site.get("/commitments/decisions.json").get_json()["decisions"]
    assert (found["status"], found["who"], found["url"]) == ("reported done", "Jo Field", "/commitments/tool")
    assert "five months late" in page(site, "/commitments/decisions").text
    (entry,) = etree.fromstring(site.get("/commitments/decisions.atom").data).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Reported done: CS (25/26) 01"


def test_a_dismissed_mention_is_not_offered_again_and_a_dismissed_commitment_is_not_listed(
    decided: Decided,
) -> None:
    anchor = (
        decided("x", RulingKind.CONFIRM)
        .get("/commitments/tool.json")
        .get_json()["mentions_since"][0]["paragraph"]["anchor"]
    )
    site = decided("tool", RulingKind.DISMISS, document="2026-09-22-scrutiny", anchor=anchor)
    assert page(site, "/commitments/tool").select(".app-mention") == []
    decided("tool", RulingKind.DISMISS)
    assert "tool" not in listed(site)
    assert "the register leaves it out" in page(site, "/commitments/tool").text


def test_a_decision_whose_words_have_gone_is_listed_and_not_lost(made: Settings, decided: Decided) -> None:
    made.register.mkdir(exist_ok=True)
    site = decided("tool", RulingKind.CONFIRM)
    with (made.register / "decisions.csv").open("a") as file:
        file.write("old,Words that no paper has.,confirm,,,,kept,Ann,1/5/2026\nbad,,approve,,,,,Ann,1/5/2026\n")
    soup = page(site, "/commitments/decisions")
    assert "Words that no paper has." in soup.text
    assert "has the decision “approve”" in soup.text
    coverage = page(site, "/coverage").text
    assert "decisions.csv, line 4" in coverage
    assert "decisions.csv, line 3" in coverage
    assert len(rows(site, "/commitments/decisions.csv")) == 2


def test_the_table_has_everything_and_no_cell_is_a_formula(site: FlaskClient) -> None:
    found = {row["id"]: row for row in rows(site, "/commitments.csv?all=1")}
    assert sorted(found) == sorted([*FIRM, "hope"])
    assert found["tool"]["reference"] == "CS (25/26) 01"
    assert found["hope"]["quote"] == HOPE
    assert found["formula"]["owner"] == "'=cmd()"
    cells = [cell for row in found.values() for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_the_feed_has_the_newest_and_is_well_formed(site: FlaskClient) -> None:
    feed = etree.fromstring(site.get("/commitments.atom?all=1").data)
    entries = list(feed.iter(f"{ATOM}entry"))
    assert len(entries) == 7
    assert REPORT_BACK in (entries[0].findtext(f"{ATOM}summary") or "")
    links = [link.get("href") for entry in entries for link in entry.iter(f"{ATOM}link")]
    assert links[0] == "/commitments/report-back"


def test_the_calendar_has_what_is_dated_on_its_last_day(site: FlaskClient) -> None:
    response = site.get("/commitments.ics?committee=childrens-scrutiny")
    assert response.content_type == "text/calendar; charset=utf-8"
    lines = response.data.decode().replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == 2
    assert {"DTSTART;VALUE=DATE:20260131", "DTSTART;VALUE=DATE:20270131"} <= set(lines)
    assert "UID:tool@matters-arising" in lines
    assert not any(line.startswith("URL:") for line in lines)  # a path is no address


def test_with_an_address_of_its_own_the_site_gives_whole_links(made: Settings) -> None:
    from dataclasses import replace

    published = create_app(replace(made, base_url="https://papers.example.org"), Catalogue.open(made)).test_client()
    assert "URL:https://papers.example.org/commitments/tool" in published.get("/commitments.ics").text
    assert "https://papers.example.org/commitments/tool" in published.get("/commitments.atom").text


def test_a_paper_marks_what_it_promises_in_the_margin_and_a_topic_lists_it(site: FlaskClient) -> None:
    soup = page(site, "/documents/2025-07-15-scrutiny")
    marked = {str(link["href"]): link.text for link in soup.select(".app-promises a")}
    assert marked.keys() == {"/commitments/tool", "/commitments/passes"}  # not the weak one
    assert TOOL.rstrip(".") in marked["/commitments/tool"]
    (mark,) = (line.text for line in soup.select(".app-promises") if "CS (25/26) 01" in line.text)
    assert "due by January 2026" in mark
    assert mark.split()[-1] == "Overdue"
    assert [item["id"] for item in page(site, "/topics/neglect").select(".app-promise")] == ["c-tool"]
    assert one(page(site, "/"), "a[href='/commitments?timing=overdue']").text == "3 are past their date"
    assert [link["href"] for link in soup.select(".app-navigation__link")].count("/commitments") == 1


@pytest.mark.parametrize(
    ("printed", "told"),
    [("By Christmas 2026", "by Christmas 2026"), ("Within six weeks", "within six weeks"), ("Easter", "Easter")],
)
def test_what_begins_a_sentence_with_a_capital_goes_on_from_due_without(printed: str, told: str) -> None:
    assert due_told(due(date(2026, 12, 25), text=printed)) == told


def test_a_paper_tells_its_commitments_in_its_json(site: FlaskClient) -> None:
    found = site.get("/documents/2025-07-15-scrutiny.json").get_json()["commitments"]
    assert [one["id"] for one in found] == ["tool", "passes", "hope"]
    assert found[0]["quote"] == TOOL


SHEET = "/commitments/sheet?committee=childrens-scrutiny&date=1/2/2027"


def test_the_sheet_has_its_parts_in_the_columns_that_councils_use(site: FlaskClient) -> None:
    soup = page(site, SHEET)
    assert one(soup, "h1").text == "Children's scrutiny, 1 February 2027"
    parts = [caption.text for caption in soup.select(".app-sheet caption")]
    assert parts == ["Overdue: 1", "Due before the meeting: 1", "No date: 1"]
    heads = [head.text for head in soup.select(".app-sheet")[0].select("thead th")]
    assert heads == [
        *("Reference", "Origin", "Date", "Area", "Recommendation or action", "Lead officer or member", "Due", "Update"),
        "Status",
    ]
    first = [cell.text for cell in soup.select(".app-sheet tbody tr")[0].select("th, td")]
    assert first[0] == "CS (25/26) 01"
    assert first[2:7] == ["15/07/2025", "Children's Services", TOOL, "Partnership", "by January 2026"]
    assert first[7].startswith("Possible mention: Children's Scrutiny Committee, 22 September 2026")
    assert "22 September 2026" in soup.text  # the meeting before


def test_the_sheet_is_there_as_json_and_as_a_table(site: FlaskClient) -> None:
    found = site.get(SHEET.replace("sheet?", "sheet.json?")).get_json()
    assert [(row["part"], row["id"]) for row in found["rows"]] == [
        ("overdue", "tool"),
        ("due before the meeting", "report-back"),
        ("no date", "passes"),
    ]
    assert found["previous_meeting"] == "2026-09-22"
    table = rows(site, SHEET.replace("sheet?", "sheet.csv?"))
    assert [row["recommendation or action"] for row in table] == [TOOL, f"RESOLVED: {REPORT_BACK}", PLAIN]


def test_the_sheet_tells_what_was_decided(decided: Decided) -> None:
    site = decided(
        "tool", RulingKind.STATUS, status=Status.DELAYED, document="2026-09-22-scrutiny", anchor="p-3", note="late"
    )
    row = rows(site, SHEET.replace("sheet?", "sheet.csv?"))[0]
    assert row["update"] == "20 November 2026, Jo Field: reported delayed: late"
    assert row["status"] == "reported delayed, overdue"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", None),
        ("?committee=cabinet", "Give the date of the meeting"),
        ("?date=1/2/2027", "Choose the committee or the portfolio"),
        ("?committee=cabinet&date=soon", "is not a date"),
        ("?committee=cabinet&portfolio=childrens-services&date=1/2/2027", "choose one of them"),
        ("?committee=unheard-of&date=1/2/2027", "There is no committee"),
    ],
)
def test_a_sheet_that_cannot_be_made_says_why(site: FlaskClient, query: str, sentence: str | None) -> None:
    soup = page(site, f"/commitments/sheet{query}", 400 if sentence else 200)
    assert soup.select(".app-sheet") == []
    if sentence:
        assert sentence in one(soup, ".govuk-error-summary").text
    assert site.get(f"/commitments/sheet.json{query}").status_code == 400


def test_an_unknown_commitment_is_not_found_in_one_sentence(site: FlaskClient) -> None:
    assert "There is no commitment" in page(site, "/commitments/unheard-of", 404).text
    assert site.get("/commitments/unheard-of.json").get_json()["error"].endswith(".")


HOSTILE = ['"><script>alert(1)</script>', "{{7*7}}", "\0\ufffe\x07", "a" * 20_000, "*", "\u202eevil", "' OR 1=1 --"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("form", ["", ".json", ".csv", ".atom", ".ics"])
def test_any_words_get_an_answer_and_become_no_markup(site: FlaskClient, form: str, words: str) -> None:
    for parameter in ("q", "topic", "owner", "kind", "timing", "due_before", "page", "sort", "all"):
        response = site.get(f"/commitments{form}?{parameter}={quote(words)}")
        assert response.status_code in {200, 400}
        if not form:
            soup = BeautifulSoup(response.text, "lxml")
            assert not any("alert" in script.text for script in soup.select("script"))


@pytest.mark.parametrize("path", ["/commitments", "/commitments/script", "/documents/2024-03-05-cabinet"])
def test_what_a_paper_says_never_becomes_markup(site: FlaskClient, path: str) -> None:
    soup = page(site, path)
    assert not any("alert" in script.text for script in soup.select("script"))
    assert soup.select("b:-soup-contains('June')") == []
