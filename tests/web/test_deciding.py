"""Who may decide, by which requests, and can anybody else make them do it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.catalogue import Catalogue
from indexer.errors import MattersError, RegisterError
from indexer.register.file import DecisionsFile
from indexer.settings import Settings
from tests.web.conftest import one
from tests.web.register_site import LAUNCHED, NOW, PASSPHRASE, TODAY, TOOL, make_register_site
from webapp.app import create_app
from webapp.deciding import MOST_ATTEMPTS
from webapp.headers import FIXED

DECIDE = "/commitments/tool/decide"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return replace(make_register_site(tmp_path_factory.mktemp("deciding")), passphrase=PASSPHRASE)


def site_of(settings: Settings) -> Flask:
    return create_app(settings, Catalogue.open(settings), clock=lambda: TODAY, now=lambda: NOW)


@pytest.fixture
def site(made: Settings) -> Iterator[Flask]:
    yield site_of(made)
    (made.register / "decisions.csv").unlink(missing_ok=True)


@pytest.fixture
def stranger(site: Flask) -> FlaskClient:
    return site.test_client()


@pytest.fixture
def officer(site: Flask) -> FlaskClient:
    """Somebody who has signed in."""
    client = site.test_client()
    assert sign_in(client).status_code == 303
    return client


@pytest.fixture
def written(made: Settings) -> Callable[[], list[tuple[str, str, str]]]:
    """What stands in the file of decisions."""
    file = DecisionsFile(made.register)
    return lambda: [
        (ruling.kind.value, ruling.status.value if ruling.status else "", ruling.who)
        for ruling in file.decisions().rulings
    ]


def token_of(response: TestResponse) -> str:
    return str(one(BeautifulSoup(response.text, "lxml"), "input[name=token]")["value"])


def sign_in(client: FlaskClient, passphrase: str = PASSPHRASE, name: str = "Jo Field", **more: str) -> TestResponse:
    token = token_of(client.get("/sign-in"))
    return client.post("/sign-in", data={"token": token, "name": name, "passphrase": passphrase, **more})


def decide(client: FlaskClient, path: str = DECIDE, **sent: str) -> TestResponse:
    token = token_of(client.get("/commitments/tool"))
    return client.post(path, data={"token": token, **sent})


def anchor_of(client: FlaskClient) -> str:
    return str(client.get("/commitments/tool.json").get_json()["mentions_since"][0]["paragraph"]["anchor"])


def test_a_stranger_is_shown_the_way_to_sign_in_and_no_form(stranger: FlaskClient) -> None:
    soup = BeautifulSoup(stranger.get("/commitments/tool").text, "lxml")
    assert one(soup, "a[href^='/sign-in']")["href"] == "/sign-in?commitment=tool"
    assert soup.select("form") == []


def test_a_person_signs_in_with_a_name_and_comes_back_to_the_commitment(stranger: FlaskClient) -> None:
    response = sign_in(stranger, commitment="tool")
    assert (response.status_code, response.headers["Location"]) == (303, "/commitments/tool")
    assert "Signed in as Jo Field" in stranger.get("/commitments").text


def test_what_is_decided_about_a_mention_is_written_down_and_shown(
    officer: FlaskClient, written: Callable[[], list[tuple[str, str, str]]]
) -> None:
    evidence = {"document": "2026-09-22-scrutiny", "anchor": anchor_of(officer)}
    response = decide(officer, said="reported delayed", note=" five\nmonths late ", **evidence)
    assert (response.status_code, response.headers["Location"]) == (303, "/commitments/tool#history")
    assert written() == [("status", "reported delayed", "Jo Field")]
    found = officer.get("/commitments/tool.json").get_json()
    assert found["status"] == "reported delayed"
    assert found["decisions"][0]["note"] == "five months late"
    assert found["decisions"][0]["when"] == "2026-11-22T10:30:00+00:00"
    assert found["mentions_since"][0]["confirmed"] is True


def test_another_paragraph_is_named_by_its_address(officer: FlaskClient) -> None:
    address = f"https://papers.example.org/documents/2026-09-22-scrutiny?q=x#{anchor_of(officer)}"
    assert decide(officer, said="reported done", address=address).status_code == 303
    assert officer.get("/commitments/tool.json").get_json()["status"] == "reported done"


def test_a_status_is_taken_back_and_the_commitment_itself_dismissed_and_confirmed(
    officer: FlaskClient, written: Callable[[], list[tuple[str, str, str]]]
) -> None:
    for said in ("stated", "dismiss", "confirm"):
        assert decide(officer, said=said).status_code == 303
    assert [kind for kind, _, _ in written()] == ["status", "dismiss", "confirm"]
    assert officer.get("/commitments/tool.json").get_json()["is_commitment"] is True


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose what you decide."),
        ({"said": "finished"}, "Choose what you decide."),
        ({"said": "reported done"}, "Give the address of the paragraph"),
        ({"said": "reported done", "address": "nonsense"}, "There is no such paragraph"),
        ({"said": "reported done", "address": "/documents/2026-09-22-scrutiny#p-999"}, "There is no such paragraph"),
        ({"said": "confirm", "note": "x" * 501}, "500 letters at most"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_written(
    officer: FlaskClient, written: Callable[[], list[tuple[str, str, str]]], sent: dict[str, str], sentence: str
) -> None:
    response = decide(officer, **sent)
    assert response.status_code == 400
    assert sentence in one(BeautifulSoup(response.text, "lxml"), ".govuk-error-summary").text
    assert written() == []


def test_an_unknown_commitment_is_not_found(officer: FlaskClient) -> None:
    assert decide(officer, "/commitments/unheard-of/decide", said="confirm").status_code == 404


@pytest.mark.parametrize("token", [None, "", "guessed", "\udc80", "é"])
def test_a_form_that_did_not_come_from_the_site_is_refused(
    officer: FlaskClient, written: Callable[[], list[tuple[str, str, str]]], token: str | None
) -> None:
    sent = {"said": "dismiss"} | ({} if token is None else {"token": token.encode("utf-8", "replace").decode()})
    response = officer.post(DECIDE, data=sent)
    assert response.status_code == 403
    assert "Sign in, open the page again" in response.text
    assert written() == []
    assert officer.post("/sign-out", data=sent).status_code == 403
    assert "Signed in as" in officer.get("/commitments").text


def test_the_token_of_one_person_is_no_good_for_another(site: Flask, officer: FlaskClient) -> None:
    other = site.test_client()
    sign_in(other, name="Ann")
    theirs = token_of(other.get("/commitments/tool"))
    assert officer.post(DECIDE, data={"said": "dismiss", "token": theirs}).status_code == 403


def test_a_stranger_cannot_decide_even_with_a_token(
    stranger: FlaskClient, written: Callable[[], list[tuple[str, str, str]]]
) -> None:
    token = token_of(stranger.get("/sign-in"))
    assert stranger.post(DECIDE, data={"said": "dismiss", "token": token}).status_code == 403
    assert written() == []


def test_signing_in_needs_the_token_of_its_form(stranger: FlaskClient) -> None:
    sent = {"name": "Jo", "passphrase": PASSPHRASE}
    assert stranger.post("/sign-in", data=sent).status_code == 403
    assert "Signed in" not in stranger.get("/commitments").text


def test_reading_changes_nothing(officer: FlaskClient, written: Callable[[], list[tuple[str, str, str]]]) -> None:
    token = token_of(officer.get("/commitments/tool"))
    assert officer.get(f"{DECIDE}?said=dismiss&token={token}").status_code == 405
    assert officer.get(f"/sign-out?token={token}").status_code == 405
    assert officer.get(f"/commitments/tool?said=dismiss&token={token}").status_code == 200
    assert written() == []


def test_a_person_signs_out(officer: FlaskClient) -> None:
    token = token_of(officer.get("/commitments/tool"))
    assert officer.post("/sign-out", data={"token": token}).status_code == 303
    assert "Signed in" not in officer.get("/commitments").text
    assert officer.post(DECIDE, data={"said": "dismiss", "token": token}).status_code == 403


@pytest.mark.parametrize(
    ("passphrase", "name"), [("wrong", "Jo"), ("", "Jo"), (PASSPHRASE, " "), (PASSPHRASE, "x" * 81)]
)
def test_without_the_passphrase_and_a_name_nobody_is_signed_in(
    stranger: FlaskClient, passphrase: str, name: str
) -> None:
    response = sign_in(stranger, passphrase, name)
    assert response.status_code == 400
    assert PASSPHRASE not in response.text
    assert "Signed in" not in stranger.get("/commitments").text


def test_after_a_few_wrong_passphrases_even_the_right_one_has_to_wait(site: Flask) -> None:
    client = site.test_client()
    for _ in range(MOST_ATTEMPTS):
        assert sign_in(client, "wrong").status_code == 400
    refused = sign_in(client)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    token = token_of(client.get("/sign-in"))
    elsewhere = client.post(
        "/sign-in",
        data={"token": token, "name": "Jo", "passphrase": PASSPHRASE},
        environ_base={"REMOTE_ADDR": "192.0.2.7"},
        headers={"X-Forwarded-For": "192.0.2.8"},
    )
    assert elsewhere.status_code == 303


def test_an_address_that_a_request_claims_does_not_count(site: Flask) -> None:
    client = site.test_client()
    for number in range(MOST_ATTEMPTS):
        token = token_of(client.get("/sign-in"))
        sent = {"token": token, "name": "Jo", "passphrase": "wrong"}
        client.post("/sign-in", data=sent, headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert sign_in(client).status_code == 429


def test_only_the_form_and_those_signed_in_get_a_cookie_and_it_is_kept_close(site: Flask, made: Settings) -> None:
    for path in ("/", "/commitments", "/commitments/tool", "/static/app.css"):
        assert "Set-Cookie" not in site.test_client().get(path, buffered=True).headers
    cookie = sign_in(site.test_client()).headers["Set-Cookie"]
    assert re.match(r"matters=", cookie)
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    https = site_of(replace(made, base_url="https://papers.example.org")).test_client()
    secure = https.get("/sign-in", base_url="https://papers.example.org").headers["Set-Cookie"]
    assert secure.startswith("__Host-matters=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in secure.split(";")}
    assert "Domain" not in secure


def test_what_somebody_signed_in_sees_is_kept_by_nobody(officer: FlaskClient, stranger: FlaskClient) -> None:
    for path in ("/commitments/tool", "/", "/sign-in", "/commitments.json"):
        assert officer.get(path).headers["Cache-Control"] == "private, no-store"
    open_page = stranger.get("/commitments/tool")
    assert "Cookie" in open_page.headers["Vary"]
    assert "private" not in open_page.headers["Cache-Control"]


def test_a_sign_in_that_somebody_made_up_is_none(site: Flask) -> None:
    client = site.test_client()
    client.set_cookie("matters", "eyJ3aG8iOiJKbyJ9.aBcDeF.invalid")
    assert "Signed in" not in client.get("/commitments").text


def test_sign_ins_outlast_the_process_only_with_a_key_of_ones_own(made: Settings) -> None:
    for key, lasts in ((None, False), ("k" * 40, True)):
        settings = replace(made, secret_key=key)
        first, second = site_of(settings).test_client(), site_of(settings).test_client()
        sign_in(first)
        cookie = first.get_cookie("matters")
        assert cookie is not None
        second.set_cookie("matters", cookie.value)
        assert ("Signed in" in second.get("/commitments").text) is lasts


def test_every_answer_has_every_header(officer: FlaskClient) -> None:
    for response in (
        officer.get("/sign-in"),
        decide(officer, said="confirm"),
        decide(officer),
        officer.post(DECIDE),
        officer.post("/sign-in"),
    ):
        for name, value in FIXED.items():
            assert response.headers[name] == value
        assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_the_pages_need_no_script_and_no_style_of_their_own(officer: FlaskClient) -> None:
    for path in ("/sign-in", "/commitments/tool", "/commitments/decisions"):
        soup = BeautifulSoup(officer.get(path).text, "lxml")
        assert soup.select("style, [style]") == []
        assert len(soup.select("script:not([src])")) == 1


def test_names_and_notes_become_no_markup_and_no_formula(officer: FlaskClient, site: Flask, made: Settings) -> None:
    client = site.test_client()
    sign_in(client, name="=cmd()<script>alert(1)</script>")
    assert decide(client, said="confirm", note="<img src=x onerror=alert(1)>").status_code == 303
    for path in ("/commitments/tool", "/commitments/decisions"):
        soup = BeautifulSoup(client.get(path).text, "lxml")
        assert soup.select("img[onerror]") == []
        assert not any("alert" in script.text for script in soup.select("script"))
    assert ",'=cmd()" in (made.register / "decisions.csv").read_text("utf-8")
    assert officer.get("/commitments/tool.json").get_json()["decisions"][0]["who"].startswith("=cmd()")


def test_a_passphrase_that_can_be_guessed_is_refused_when_the_site_starts(made: Settings) -> None:
    with pytest.raises(MattersError, match="12 letters or more"):
        site_of(replace(made, passphrase="x" * 11))


def test_a_site_that_could_write_nothing_down_does_not_start(made: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RegisterError, match="Set MATTERS_REGISTER to a folder that the site may write"):
        site_of(replace(made, register=tmp_path / "file" / "register"))


def test_a_file_that_is_spoilt_meanwhile_is_not_added_to_and_the_person_is_told(
    officer: FlaskClient, made: Settings
) -> None:
    (made.register / "decisions.csv").write_text("not,what,it,was\n")
    response = decide(officer, said="confirm")
    assert response.status_code == 503
    assert "Mend it, then decide again: nothing was written." in response.text


def test_the_words_of_the_commitment_stand_in_the_file(officer: FlaskClient, made: Settings) -> None:
    decide(officer, said="confirm")
    assert TOOL in (made.register / "decisions.csv").read_text("utf-8")
    assert LAUNCHED not in (made.register / "decisions.csv").read_text("utf-8")
