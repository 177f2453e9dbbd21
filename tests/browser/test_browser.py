"""Can everybody use the pages: by keyboard, on a phone, without JavaScript, under the strict policy?"""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAPER = "/documents/2025-09-23-neglect"
PAGES = [
    "/",
    "/search",
    "/search?q=neglect&year=2025&from=2020",
    "/search?q=what+did+scrutiny+say+about+neglect+recently",
    "/search?q=neglect+since+2022&words=only",
    "/search?q=zebra&year=2021",
    "/search?q=neglect&from=31/2/2020",
    f"{PAPER}?q=neglect#para-2.2",
    "/documents/2023-05-15-early-help",
    f"{PAPER}/similar/para-1.1",
    "/topics",
    "/topics/neglect",
    "/people",
    "/people/councillor-oakes",
    "/coverage",
    "/help",
    "/accessibility",
    "/nothing-here",
]
DESKTOP, PHONE, REFLOW = 1280, 375, 320
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def go(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_failure(page: Page, site: str, address: str, width: int) -> None:
    go(page, site + address, width)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_has_to_be_read_sideways_at_320_pixels(page: Page, site: str, address: str) -> None:
    go(page, site + address, REFLOW)
    assert page.evaluate("document.documentElement.scrollWidth") <= REFLOW


@pytest.mark.parametrize("address", PAGES)
def test_the_first_stop_of_the_keyboard_leads_past_the_header_and_there_is_one_heading(
    page: Page, site: str, address: str
) -> None:
    go(page, f"{site}{address.partition('#')[0]}", DESKTOP)
    page.evaluate("document.activeElement.blur()")  # an error summary takes the focus when the page opens
    first = page.locator("a").first
    first.focus()
    expect(first).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page.locator("h1")).to_have_count(1)


def test_the_first_tab_stop_is_the_skip_link(page: Page, site: str) -> None:
    go(page, f"{site}/search?q=neglect", DESKTOP)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    expect(page.locator(":focus")).to_be_in_viewport()


@pytest.mark.parametrize(
    "address", [address for address in PAGES if "nothing" not in address and "31/2" not in address]
)
def test_the_console_is_empty_under_the_policy(page: Page, site: str, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    go(page, site + address, DESKTOP)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_journey_from_a_word_to_a_cited_paragraph(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(page, f"{site}/", DESKTOP)
    page.get_by_label("Search the papers").fill("neglect")
    page.get_by_role("button", name="Search").click()
    page.get_by_label(re.compile(r"^2025 ")).check()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator("#results")).to_have_text("1 paper")
    page.get_by_role("link", name=re.compile("Paragraph 2.1")).click()
    expect(page).to_have_url(re.compile(r"#para-2\.1$"))
    target = page.locator("[id='para-2.1']")
    expect(target).to_be_in_viewport()
    expect(target.locator("mark").first).to_have_text("neglect")
    assert target.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
    target.get_by_text("Cite").click()
    target.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("status")).to_have_text("Citation copied")
    assert "paragraph 2.1" in page.evaluate("navigator.clipboard.readText()")
    target.get_by_role("button", name="Copy with the words").click()
    expect(page.get_by_role("status")).to_have_text("Words and citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“The neglect strategy has three aims: to notice neglect early;")
    assert "paragraph 2.1" in copied
    page.get_by_role("link", name="Back to results").click()
    expect(page.locator("#results")).to_have_text("1 paper")


def test_a_row_of_a_table_is_copied_with_its_citation(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(page, site + PAPER, DESKTOP)
    page.get_by_text("Cite a row").click()
    page.get_by_role("button", name="Copy with the words").nth(1).click()
    expect(page.get_by_role("status")).to_have_text("Words and citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Neglect of older children | Requires improvement” (")
    assert "table 1, row 2" in copied


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_opening_a_citation_moves_neither_its_switch_nor_the_words(page: Page, site: str, width: int) -> None:
    go(page, site + PAPER, width)
    paragraph = page.locator("[id='para-2.2']")
    switch, words = paragraph.locator("summary"), paragraph.locator(".app-paragraph__words")
    switch.scroll_into_view_if_needed()
    before = switch.bounding_box(), words.bounding_box()
    switch.click()
    expect(paragraph.locator(".app-cite__text")).to_be_visible()
    assert (switch.bounding_box(), words.bounding_box()) == before


def test_contents_and_facts_stand_open_where_there_is_room_and_closed_on_a_phone(page: Page, site: str) -> None:
    contents, fact = page.get_by_role("link", name="1 Aim"), page.get_by_text("Stated in the paper").first
    go(page, site + PAPER, DESKTOP)
    expect(contents).to_be_visible()
    expect(fact).to_be_visible()
    go(page, site + PAPER, PHONE)
    expect(contents).to_be_hidden()
    expect(fact).to_be_hidden()
    page.locator("summary", has_text="Contents").click()
    expect(contents).to_be_visible()


def test_everything_works_without_javascript(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site}/")
        page.get_by_label("Search the papers").fill("neglect")
        page.get_by_role("button", name="Search").click()
        page.get_by_text("Filter and sort").click()
        page.get_by_label(re.compile(r"^2025 ")).check()
        page.get_by_role("button", name="Apply filters").click()
        expect(page.locator("#results")).to_have_text("1 paper")
        page.get_by_role("link", name=re.compile("Remove this filter: Year: 2025")).click()
        expect(page.locator("#results")).not_to_have_text("1 paper")
        page.goto(f"{site}{PAPER}#para-2.2")
        paragraph = page.locator("[id='para-2.2']")
        paragraph.get_by_text("Cite").click()
        expect(paragraph.get_by_text("23 September 2025")).to_be_visible()


def test_the_filters_stand_open_where_there_is_room_and_closed_on_a_phone(page: Page, site: str) -> None:
    go(page, f"{site}/search", DESKTOP)
    expect(page.get_by_role("button", name="Apply filters")).to_be_visible()
    expect(page.get_by_text("Filter and sort")).to_be_hidden()
    go(page, f"{site}/search", PHONE)
    expect(page.get_by_role("button", name="Apply filters")).to_be_hidden()
    expect(page.get_by_text("Filter and sort")).to_be_visible()


def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page, site: str) -> None:
    go(page, f"{site}/search?q=neglect&from=31/2/2020", PHONE)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name=re.compile("is not a date")).click()
    expect(page.get_by_label("From")).to_be_focused()


def test_what_can_be_pressed_is_large_enough(page: Page, site: str) -> None:
    go(page, f"{site}/search?q=neglect", PHONE)
    for control in page.locator("button:visible, summary:visible, .app-tag:visible, input:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24, control.inner_text()
        assert box["width"] >= 24, control.inner_text()
