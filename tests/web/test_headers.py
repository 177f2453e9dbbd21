"""Is every response, of every kind, as strict as the strictest?"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from webapp.headers import FIXED


def addresses(app: Flask, document: str) -> list[str]:
    """An address of every rule of the site, and some that fail."""
    values = {
        "document_id": document,
        "other_id": document,
        "anchor": "p-1",
        "topic_id": "neglect",
        "person_id": "councillor-oakes",
        "commitment": "a-decision",
        "filename": "app.css",
    }
    site = app.url_map.bind("localhost")
    rules = [
        site.build(rule.endpoint, {name: values[name] for name in rule.arguments}) for rule in app.url_map.iter_rules()
    ]
    failing = [
        "/nothing",
        "/static/nothing.css",
        "/search?from=x",
        "/search.json?from=x",
        "/search.csv?from=x",
        "/topics/x.json",
    ]
    return [*rules, *failing]


def test_every_response_has_every_header_and_no_cookie(app: Flask, paper: Callable[[str], str]) -> None:
    client = app.test_client()
    for address in addresses(app, paper("statement.txt")):
        for method in ("GET", "HEAD", "POST", "OPTIONS"):
            response = client.open(address, method=method, buffered=True)
            assert response.status_code < 500, address
            for name, value in FIXED.items():
                assert response.headers[name] == value, (method, address)
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy, address
            assert "unsafe" not in policy
            assert "Set-Cookie" not in response.headers
            assert "Server" not in response.headers or "Werkzeug" not in response.headers["Server"]


def test_pages_can_be_read_and_not_written(app: Flask, paper: Callable[[str], str]) -> None:
    client = app.test_client()
    for address in addresses(app, paper("statement.txt")):
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
            response = client.open(address, method=method, buffered=True)
            assert response.status_code in {404, 405}, (method, address)
            if response.status_code == 405:
                assert "GET" in response.headers["Allow"]


def test_a_head_request_has_the_headers_of_the_page_and_nothing_else(client: FlaskClient) -> None:
    head, get = client.head("/search?q=neglect"), client.get("/search?q=neglect")
    assert head.data == b""
    assert head.content_type == get.content_type
    assert head.status_code == 200


def test_the_only_inline_script_is_the_one_the_policy_names(client: FlaskClient) -> None:
    response = client.get("/search?q=neglect")
    soup = BeautifulSoup(response.text, "lxml")
    inline = [script.text for script in soup.select("script:not([src])")]
    assert len(inline) == 1
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response.headers["Content-Security-Policy"]


def test_no_page_needs_what_the_policy_forbids(app: Flask, paper: Callable[[str], str]) -> None:
    client = app.test_client()
    for address in addresses(app, paper("2025-09-23-neglect.txt")):
        response = client.get(address, buffered=True)
        if response.mimetype != "text/html":
            continue
        soup = BeautifulSoup(response.text, "lxml")
        assert soup.select("style, [style], iframe, object, embed, base") == [], address
        assert not re.search(r"<[^>]+\son\w+\s*=", response.text), address
        for element in soup.select("script[src], link[rel=stylesheet], img[src]"):
            assert str(element.get("src") or element.get("href")).startswith("/static/"), address


def test_strict_transport_is_asked_for_only_where_the_site_is_at_https(
    client: FlaskClient, published: FlaskClient
) -> None:
    assert "Strict-Transport-Security" not in client.get("/").headers
    assert "max-age=31536000" in published.get("/").headers["Strict-Transport-Security"]


def test_a_page_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/topics")
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get("/topics", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"]
    assert client.get("/topics", headers={"If-None-Match": '"x",' * 50_000}).status_code == 200


@pytest.mark.parametrize("accept", ["", "*/*;q=bad", "\x00", "text/html;" * 1000])
def test_what_a_browser_says_it_accepts_does_no_harm(client: FlaskClient, accept: str) -> None:
    assert client.get("/", headers={"Accept": accept}).status_code == 200
