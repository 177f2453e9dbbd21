from __future__ import annotations

from indexer.model.raw import Role
from tests.unit.read.pdf_file import (
    HEIGHT,
    LEFT,
    OTHER,
    PROSE,
    Sheet,
    body,
    in_role,
    pdf,
)


def test_columns_are_read_one_after_the_other_below_a_heading_over_both() -> None:
    def page(sheet: Sheet) -> None:
        sheet.bold(LEFT, 80, "A heading that is wider than one of the columns of the page", 15)
        sheet.prose(120, f"{PROSE} {OTHER}", right=280)
        sheet.prose(126, f"{OTHER} {PROSE}", left=310)

    assert body(pdf(page))[1:] == [f"{PROSE} {OTHER}", f"{OTHER} {PROSE}"]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    words = f"{PROSE} {OTHER} {PROSE} {OTHER}".split()

    def page(sheet: Sheet) -> None:
        sheet.prose(120, " ".join(words[:60]), right=280)
        sheet.prose(120, " ".join(words[60:]), left=310)

    # The last line of the left column is full or it is not; fill it up so that it is.
    assert " ".join(body(pdf(page))) == " ".join(words)


def test_text_over_both_columns_parts_them_into_bands() -> None:
    def page(sheet: Sheet) -> None:
        for top, name in ((100, "first"), (420, "third")):
            sheet.prose(top, f"The {name} on the left. {PROSE}", right=280)
            sheet.prose(top, f"The {name} on the right. {OTHER}", left=310)
        sheet.prose(300, f"The second goes over both columns. {PROSE}")

    beginnings = [text.split(".")[0] for text in body(pdf(page))]
    assert beginnings == [
        "The first on the left",
        "The first on the right",
        "The second goes over both columns",
        "The third on the left",
        "The third on the right",
    ]


def test_three_columns_are_read_from_left_to_right() -> None:
    def page(sheet: Sheet) -> None:
        for left, text in ((60, "One."), (230, "Two."), (400, "Three.")):
            sheet.prose(100, f"{text} {PROSE}", left=left, right=left + 140, size=9)

    assert [text.split(".")[0] for text in body(pdf(page))] == ["One", "Two", "Three"]


def test_labels_beside_their_values_are_no_columns() -> None:
    rows = [
        ("Report of:", "The director of services for children and families"),
        ("Cabinet member:", "The member for children's services and for education"),
        ("Contact officer:", "The head of the service that the report speaks about"),
        ("Wards affected:", "All of the wards of the borough, and some a little more"),
        ("Key decision:", "Yes, for it is above the sum that the constitution names"),
    ]

    def page(sheet: Sheet) -> None:
        for index, (label, value) in enumerate(rows):
            sheet.text(LEFT, 80 + 20 * index, label)
            sheet.text(230, 80 + 20 * index, value)
        sheet.prose(240, PROSE)

    assert body(pdf(page)) == [*(f"{label} {value}" for label, value in rows), PROSE]


def _with_heads(number: int) -> bytes:
    def page(index: int, sheet: Sheet) -> None:
        sheet.text(LEFT, 40, "NOT FOR PUBLICATION", 9)
        sheet.text(LEFT, 800, f"Page {index + 1} of {number}", 9)
        sheet.prose(300, f"This is page {'one two three four five'.split()[index]}. {PROSE}")

    return pdf(*(lambda sheet, index=index: page(index, sheet) for index in range(number)))


def test_a_running_head_is_kept_once() -> None:
    data = _with_heads(4)

    assert in_role(data, Role.HEADER) == ["NOT FOR PUBLICATION"]
    assert in_role(data, Role.FOOTER) == ["Page 1 of 4"]
    assert [text.split(".")[0] for text in body(data)] == [
        "This is page one",
        "This is page two",
        "This is page three",
        "This is page four",
    ]


def test_a_running_head_with_another_number_than_the_page_is_kept_for_each_of_them() -> None:
    def page(index: int, sheet: Sheet) -> None:
        sheet.text(LEFT, 40, f"ITEM {5 + index // 2}, page {index + 9}", 9)
        sheet.prose(300, PROSE)

    data = pdf(*(lambda sheet, index=index: page(index, sheet) for index in range(4)))

    assert [head.split(",")[0] for head in in_role(data, Role.HEADER)] == ["ITEM 5", "ITEM 6"]


def test_heads_of_left_and_right_pages_are_both_running_heads() -> None:
    def page(index: int, sheet: Sheet) -> None:
        sheet.text(LEFT, 40, "Annual report" if index % 2 else "Children's services", 9)
        sheet.prose(300, PROSE)

    data = pdf(*(lambda sheet, index=index: page(index, sheet) for index in range(6)))

    assert in_role(data, Role.HEADER) == ["Children's services", "Annual report"]


def test_a_paragraph_goes_on_across_running_heads() -> None:
    def page(sheet: Sheet, text: str, y: float) -> None:
        sheet.text(LEFT, 40, "A running head", 9)
        sheet.text(LEFT, 810, "A running foot", 9)
        sheet.text(LEFT, y, text)

    long = "This sentence is longer than what is left of the page, and it goes on with its"
    data = pdf(lambda sheet: page(sheet, long, 770), lambda sheet: page(sheet, "second half.", 80))

    assert body(data) == [f"{long} second half."]


def test_a_page_number_by_itself_is_a_foot_even_on_a_single_page() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(80, PROSE)
        sheet.text(290, 810, "7")

    assert body(pdf(page)) == [PROSE]
    assert in_role(pdf(page), Role.FOOTER) == ["7"]


def test_text_that_happens_to_stand_at_the_same_height_is_no_running_head() -> None:
    texts = [PROSE, f"{OTHER} It asks why.", "Something else follows."]
    data = pdf(*(lambda sheet, text=text: sheet.prose(80, text) for text in texts))

    assert body(data) == texts


def test_a_mark_across_the_page_is_kept_apart_once() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.saveState()
        sheet.canvas.translate(150, 300)
        sheet.canvas.rotate(45)
        sheet.canvas.setFont("Helvetica", 60)
        sheet.canvas.drawString(0, 0, "EXEMPT PAPER")
        sheet.canvas.restoreState()
        sheet.prose(300, PROSE)

    data = pdf(page, page)

    assert in_role(data, Role.HEADER) == ["EXEMPT PAPER"]
    assert body(data) == [PROSE, PROSE]


def test_footnotes_are_notes_and_leave_the_text_whole() -> None:
    def page(sheet: Sheet) -> None:
        text = sheet.canvas.beginText(LEFT, HEIGHT - 80)
        text.setFont("Helvetica", 11)
        text.textOut("The rate fell")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("1")
        text.setFont("Helvetica", 11)
        text.setRise(0)
        text.textOut(" last year.")
        sheet.canvas.drawText(text)
        sheet.prose(120, PROSE)
        sheet.text(LEFT, 700, "1 Department for Education, provisional figures", 8)

    data = pdf(page)

    assert body(data) == ["The rate fell last year.", PROSE]
    assert in_role(data, Role.NOTE) == ["1 Department for Education, provisional figures"]
