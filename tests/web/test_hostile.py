"""Can anything in an address break a page, run as a script, or take long?"""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

WORDS = [
    "*a*",
    "*",
    "body:*",
    "body:[a TO z]",
    "?" * 11,
    "a" * 20_000,
    "(" * 3_000 + "a" + ")" * 3_000,
    "NOT " * 2_000 + "a",
    "date:[0000 TO 99999999]",
    "worker~9 ~9/0",
    " OR ".join(["a"] * 3_000),
    '"' * 5_000,
    ":" * 50,
    "the of and",
    'ANDMAYBE ANDNOT REQUIRE OR OR - -"',
    "restricted:true OR id:1",
    'r"(a+)+$"',
    "[(.*+?^${}|\\",
    "a" + "\u0301" * 10_000,
    "\u202eevil\u2066\u200b",
    "\0\ufffe\x07",
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    "{{7*7}}${7*7}{%raw%}",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
]
RAW = [
    "%ED%A0%80",
    "%ff%fe",
    "%c0%af",
    "%",
    "%zz",
    "&&&===",
    "q[]=a",
    "q=a&q=b",
    "__proto__=1",
    "&".join(["a=1"] * 5_000),
]
PAGES = ["-1", "0", "1000000000", "9" * 30, "9" * 5_000, "١٢", "NaN", "1;2", "", "0x10"]


@pytest.mark.parametrize("path", ["/search", "/search.json", "/search.csv", "/search.atom", "/documents/statement"])
@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_any_words_get_an_answer(client: FlaskClient, path: str, words: str) -> None:
    response = client.get(f"{path}?q={quote(words, errors='replace')}")
    assert response.status_code in {200, 400, 404}


@pytest.mark.parametrize("query", RAW, ids=range(len(RAW)))
def test_any_query_string_gets_an_answer(client: FlaskClient, query: str) -> None:
    assert client.get(f"/search?{query}").status_code == 200


@pytest.mark.parametrize("number", PAGES)
def test_any_page_number_is_brought_into_range(client: FlaskClient, number: str) -> None:
    assert client.get(f"/search.json?page={quote(number)}").get_json()["page"] in {1, 2}


SCRIPT = '"><script>alert(1)</script><svg onload=alert(1)>'


@pytest.mark.parametrize(
    "parameter", ["q", "topic", "year", "type", "committee", "from", "to", "sort", "page", "unknown"]
)
def test_what_stands_in_a_parameter_never_becomes_markup(client: FlaskClient, parameter: str) -> None:
    response = client.get(f"/search?{parameter}={quote(SCRIPT)}", headers={"Referer": SCRIPT, "User-Agent": SCRIPT})
    soup = BeautifulSoup(response.text, "lxml")
    assert soup.select("svg[onload]") == []
    assert not any("alert" in script.text for script in soup.select("script"))


@pytest.mark.parametrize(
    "path",
    [
        "/" + quote(SCRIPT),
        "/documents/statement/similar/" + quote(SCRIPT, safe=""),
        *(f"/{of}/" + quote(SCRIPT, safe="") for of in ("documents", "topics", "people")),
    ],
)
def test_what_stands_in_a_path_never_becomes_markup(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "<svg onload" not in response.text


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "/\\evil.example", "/search/", "/%2e%2e/", "/static/..%2fapp.py", "/static/%2e%2e/app.py"],
)
def test_no_path_leads_off_the_site_or_out_of_its_folder(client: FlaskClient, path: str) -> None:
    response = client.get("/", environ_overrides={"PATH_INFO": unquote(path)})
    assert response.status_code == 404
    assert "Location" not in response.headers


def test_signs_that_turn_the_direction_of_writing_are_not_shown(client: FlaskClient) -> None:
    assert "\u202e" not in client.get("/search?q=%E2%80%AEabc").text
