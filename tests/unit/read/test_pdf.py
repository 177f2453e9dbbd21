from __future__ import annotations

from indexer.model.raw import RawBlock
from tests.unit.read.pdf_file import (
    HEIGHT,
    LEADING,
    LEFT,
    OTHER,
    PROSE,
    Sheet,
    blocks,
    body,
    broken,
    pdf,
)


def test_lines_become_paragraphs_that_a_wider_gap_parts() -> None:
    def page(sheet: Sheet) -> None:
        end = sheet.prose(80, PROSE)
        sheet.prose(end + 8, OTHER)

    assert body(pdf(page)) == [PROSE, OTHER]


def test_a_short_line_ends_its_paragraph_though_no_gap_follows() -> None:
    def page(sheet: Sheet) -> None:
        end = sheet.prose(80, PROSE)
        sheet.prose(end, OTHER)

    assert body(pdf(page)) == [PROSE, OTHER]


def test_lines_of_labels_stay_apart() -> None:
    lines = ["Portfolio: Councillor A. Person", "Related portfolios: All", "Wards: All"]

    def page(sheet: Sheet) -> None:
        for index, line in enumerate(lines):
            sheet.text(LEFT, 80 + LEADING * index, line)
        sheet.prose(200, PROSE)

    assert body(pdf(page)) == [*lines, PROSE]


def test_a_value_of_several_lines_belongs_to_its_label() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "Contact:")
        sheet.text(220, 80, "A. Person, Head of Service")
        sheet.text(220, 80 + LEADING, "01632 960000")
        sheet.prose(200, PROSE)

    assert body(pdf(page)) == ["Contact: A. Person, Head of Service 01632 960000", PROSE]


def test_short_lines_at_the_right_edge_stay_apart() -> None:
    def page(sheet: Sheet) -> None:
        for index, line in enumerate(("Page nine", "ITEM CFL5")):
            sheet.canvas.setFont("Helvetica", 11)
            sheet.canvas.drawRightString(LEFT + 440, HEIGHT - 80 - LEADING * index, line)
        for index in range(4):
            sheet.text(LEFT, 200 + LEADING * index, PROSE[:60])
        sheet.canvas.drawRightString(LEFT + 440, HEIGHT - 300, PROSE[:80])

    assert body(pdf(page))[:2] == ["Page nine", "ITEM CFL5"]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    def page(sheet: Sheet) -> None:
        for index in range(3):
            sheet.text(
                LEFT, 80 + LEADING * index, "Aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn"
            )
        sheet.text(LEFT + 20, 80 + LEADING * 3, "Another begins here and goes on to the end of the line as well so")
        sheet.text(LEFT, 80 + LEADING * 4, "that both are full.")

    assert len(body(pdf(page))) == 2


def test_a_paragraph_goes_on_over_the_end_of_the_page() -> None:
    lines = broken(f"{PROSE} {OTHER}")

    def first(sheet: Sheet) -> None:
        sheet.prose(600, OTHER)
        sheet.lines(700, lines[:2])

    def second(sheet: Sheet) -> None:
        sheet.lines(80, lines[2:])
        sheet.prose(180, PROSE)

    assert body(pdf(first, second)) == [OTHER, f"{PROSE} {OTHER}", PROSE]


def test_a_paragraph_that_ended_with_the_page_does_not_go_on() -> None:
    def first(sheet: Sheet) -> None:
        sheet.prose(700, PROSE)

    def second(sheet: Sheet) -> None:
        sheet.prose(80, OTHER)

    assert body(pdf(first, second)) == [PROSE, OTHER]


def test_every_block_names_the_page_it_begins_on() -> None:
    data = pdf(lambda sheet: sheet.prose(80, PROSE), lambda sheet: sheet.prose(80, OTHER))

    assert [block.page for block in blocks(data)] == [1, 2]


def _broken(first: str, second: str, rest: str) -> bytes:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, f"A line that reaches the right edge of the text with its last word, a {first}")
        sheet.text(LEFT, 80 + LEADING, f"{second} is what it was.")
        sheet.prose(200, rest)

    return pdf(page)


def test_a_word_divided_at_the_end_of_a_line_is_joined() -> None:
    assert body(_broken("neigh-", "bourhood", PROSE))[0].endswith("a neighbourhood is what it was.")


def test_a_hyphen_stays_where_the_paper_writes_the_word_with_it_elsewhere() -> None:
    assert body(_broken("co-", "production", "Our co-production group met twice."))[0].endswith(
        "a co-production is what it was."
    )


def test_a_hyphen_stays_between_two_words_of_the_paper() -> None:
    assert body(_broken("multi-", "agency", "Each agency has a share of the places."))[0].endswith(
        "a multi-agency is what it was."
    )


def test_the_paper_decides_for_the_joined_word_where_it_writes_it() -> None:
    assert body(_broken("safe-", "guarding", "It is safe. The guarding of it is called safeguarding."))[0].endswith(
        "a safeguarding is what it was."
    )


def test_a_hanging_hyphen_keeps_its_space() -> None:
    assert body(_broken("short-", "and long-term plan", PROSE))[0].endswith(
        "a short- and long-term plan is what it was."
    )


def test_a_hyphen_before_a_capital_or_a_figure_stays() -> None:
    assert body(_broken("2024-", "25", PROSE))[0].endswith("a 2024-25 is what it was.")


def test_soft_hyphens_vanish() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "A line that reaches to the edge of the text with a neigh\u00ad", font="Vera")
        sheet.text(LEFT, 80 + LEADING, "bourhood and with safe\u00adguarding.", font="Vera")

    assert "neighbourhood" in body(pdf(page))[0]
    assert "\u00ad" not in body(pdf(page))[0]


def _styles(data: bytes) -> dict[str, int | None]:
    return {block.text: block.style.heading_level for block in blocks(data) if isinstance(block, RawBlock)}


def test_headings_are_ranked_by_size_and_weight() -> None:
    def page(sheet: Sheet) -> None:
        sheet.bold(LEFT, 80, "The title", 20)
        sheet.bold(LEFT, 120, "1. A section", 14)
        sheet.bold(LEFT, 150, "A part of it")
        end = sheet.prose(170, PROSE)
        sheet.bold(LEFT, end + 20, "2. Another section", 14)
        sheet.prose(end + 50, OTHER)

    assert _styles(pdf(page)) == {
        "The title": 1,
        "1. A section": 2,
        "A part of it": 3,
        PROSE: None,
        "2. Another section": 2,
        OTHER: None,
    }


def test_a_bold_sentence_is_bold_and_no_heading() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(80, PROSE)
        sheet.bold(LEFT, 140, "Members are asked to note this.")

    block = blocks(pdf(page))[1]
    assert isinstance(block, RawBlock)
    assert (block.style.bold, block.style.heading_level) == (True, None)


def test_a_title_that_was_broken_by_hand_is_one_heading() -> None:
    def page(sheet: Sheet) -> None:
        sheet.bold(LEFT, 80, "The strategy for children and", 18)
        sheet.bold(LEFT, 102, "young people", 18)
        sheet.prose(150, f"{PROSE} {OTHER}")

    assert body(pdf(page))[0] == "The strategy for children and young people"


def test_a_heading_and_the_text_below_it_are_two_blocks() -> None:
    def page(sheet: Sheet) -> None:
        sheet.bold(LEFT, 80, "Financial implications of what is proposed here for the council and partners")
        sheet.prose(80 + LEADING, PROSE)

    assert len(body(pdf(page))) == 2


def test_bullets_are_items_with_their_level() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(80, PROSE)
        items = [(90, "A bullet whose text is longer than one line can be, so that it goes on"), (110, "Below it")]
        for index, (x, text) in enumerate([*items, (90, "Again")]):
            y = 130 + 2 * LEADING * index
            sheet.text(x, y, "•")
            sheet.prose(y, text, left=x + 18, right=400)

    found = [
        (block.text, block.label, block.style.list_level)
        for block in blocks(pdf(page))
        if isinstance(block, RawBlock) and block.label
    ]
    assert found == [
        ("A bullet whose text is longer than one line can be, so that it goes on", "•", 0),
        ("Below it", "•", 1),
        ("Again", "•", 0),
    ]


def test_every_numbered_paragraph_begins_a_block_and_keeps_its_number() -> None:
    def page(sheet: Sheet) -> None:
        y = 80.0
        for number, text in (("3.1", PROSE), ("3.2", OTHER), ("(a)", PROSE)):
            sheet.text(LEFT, y, number)
            y = sheet.prose(y, text, left=LEFT + 36)

    assert body(pdf(page)) == [f"3.1 {PROSE}", f"3.2 {OTHER}", f"(a) {PROSE}"]


def test_a_number_that_a_line_happens_to_begin_with_is_no_label() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "The matter was looked at before, and is described in full in paragraph")
        sheet.text(LEFT, 80 + LEADING, "3.17 of the report that the committee had in the spring of last year, but not")
        sheet.text(LEFT, 80 + 2 * LEADING, "in any other.")

    assert len(body(pdf(page))) == 1
