"""Can everybody read the register, decide in it and print a sheet: by keyboard, on a phone, without JavaScript?"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_browser import DESKTOP, PHONE, REFLOW, RULES, go
from tests.web.register_site import PASSPHRASE

SHEET = "/commitments/sheet?committee=childrens-scrutiny&date=1/2/2027"
PAGES = [
    "/commitments",
    "/commitments?q=tool&timing=overdue&all=1",
    "/commitments?topic=unheard-of",
    "/commitments/tool",
    "/commitments/gate",
    "/commitments/decisions",
    "/commitments/sheet",
    SHEET,
    "/sign-in?commitment=tool",
    "/documents/2025-07-15-scrutiny",
    "/topics/neglect",
    "/",
]


@pytest.fixture
def officer(page: Page, register_site: str) -> Page:
    """A browser in which somebody has signed in."""
    go(page, f"{register_site}/sign-in", DESKTOP)
    page.get_by_label("Your name").fill("Jo Field")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    return page


def check(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_failure(page: Page, register_site: str, address: str, width: int) -> None:
    go(page, register_site + address, width)
    check(page)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_no_failure_where_somebody_may_decide(officer: Page, register_site: str, width: int) -> None:
    go(officer, f"{register_site}/commitments/tool", width)
    check(officer)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_has_to_be_read_sideways_at_320_pixels(page: Page, register_site: str, address: str) -> None:
    go(page, register_site + address, REFLOW)
    assert page.evaluate("document.documentElement.scrollWidth") <= REFLOW
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("address", ["/commitments", "/commitments/tool", SHEET])
def test_the_console_is_empty_under_the_policy(page: Page, register_site: str, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    go(page, register_site + address, DESKTOP)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_journey_from_a_filter_to_a_decision_works_without_javascript(browser: Browser, register_site: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{register_site}/commitments")
        page.get_by_role("link", name="3 overdue").click()
        page.get_by_role("link", name="screening tool").click()
        page.get_by_role("link", name="Sign in to say what came of it").click()
        page.get_by_label("Your name").fill("Jo Field")
        page.get_by_label("Passphrase").fill(PASSPHRASE)
        page.get_by_role("button", name="Sign in").click()
        page.locator("summary", has_text="Say what this paragraph reports").click()
        page.locator("#mention-1").get_by_label("Delayed").check()
        page.locator("#mention-1").get_by_label("Note").fill("five months late")
        page.locator("#mention-1").get_by_role("button", name="Record").click()
        expect(page.locator(".app-timeline")).to_contain_text("Reported delayed: five months late")
        expect(page.locator("#mention-1")).to_contain_text("Confirmed")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_text("Signed in as")).to_have_count(0)


def test_the_words_of_a_commitment_are_copied_with_their_citation(page: Page, register_site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(page, f"{register_site}/commitments/report-back", DESKTOP)
    page.get_by_text("Cite").click()
    page.get_by_role("button", name="Copy with the words").click()
    expect(page.get_by_role("status")).to_have_text("Words and citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“RESOLVED: That officers report on foster carers’ dentists")
    assert "22 September 2026" in copied


def test_the_printed_sheet_has_the_table_and_nothing_to_press(page: Page, register_site: str) -> None:
    go(page, register_site + SHEET, DESKTOP)
    page.emulate_media(media="print")
    expect(page.locator(".app-sheet").first).to_be_visible()
    for hidden in (".app-chooser", ".app-navigation", ".app-also", ".govuk-back-link"):
        expect(page.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize("address", ["/commitments", "/commitments/tool"])
def test_what_can_be_pressed_is_large_enough(officer: Page, register_site: str, address: str) -> None:
    go(officer, register_site + address, PHONE)
    for control in officer.locator("button:visible, summary:visible, .app-standing:visible, input:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24, control.inner_text()
        assert box["width"] >= 24, control.inner_text()
