from __future__ import annotations

from indexer.model.raw import RawBlock, RawTable
from tests.unit.read.pdf_file import (
    HEIGHT,
    LEFT,
    OTHER,
    PROSE,
    RIGHT,
    Sheet,
    blocks,
    body,
    pdf,
    tables,
)

ROWS = [["Judgement", "Grade"], ["Help and protection", "Good"], ["Children in care", "Outstanding"]]


def test_a_ruled_table_stands_where_it_stood() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(80, PROSE)
        sheet.table(ROWS, y=150, xs=(LEFT, 300, 450))
        sheet.prose(260, OTHER)

    first, table, last = blocks(pdf(page))

    assert isinstance(first, RawBlock)
    assert isinstance(last, RawBlock)
    assert (first.text, last.text) == (PROSE, OTHER)
    assert table == RawTable(rows=tuple(map(tuple, ROWS)), page=1, has_header=True)


def test_cells_of_several_lines_are_whole() -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid((LEFT, 250, 450), (100, 150, 200))
        sheet.text(LEFT + 4, 114, "A quality panel that")
        sheet.text(LEFT + 4, 128, "reads twenty plans")
        sheet.text(254, 114, "February 2019")
        sheet.text(LEFT + 4, 164, "A charter")
        sheet.text(254, 164, "Signed in March, after")
        sheet.text(254, 178, "a meeting")

    (table,) = tables(pdf(page))

    assert table.rows == (
        ("A quality panel that reads twenty plans", "February 2019"),
        ("A charter", "Signed in March, after a meeting"),
    )
    assert not table.has_header


def test_a_merged_cell_speaks_once() -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid((LEFT, 250, 450), (120, 140, 160))
        sheet.grid((LEFT, 450), (100, 120))
        sheet.text(LEFT + 4, 114, "Both columns")
        for x, y, text in ((LEFT, 134, "a"), (250, 134, "b"), (LEFT, 154, "c"), (250, 154, "d")):
            sheet.text(x + 4, y, text)

    (table,) = tables(pdf(page))

    assert table.rows == (("Both columns", ""), ("a", "b"), ("c", "d"))


def test_a_coloured_first_row_is_a_header() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(0.8, 0.9, 0.8)
        sheet.canvas.rect(LEFT, HEIGHT - 120, 378, 20, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.table(ROWS, y=100, xs=(LEFT, 300, 450), bold_first=False)

    assert tables(pdf(page))[0].has_header


def test_a_table_with_level_rules_only_has_its_columns() -> None:
    def page(sheet: Sheet) -> None:
        for index, row in enumerate(ROWS):
            sheet.text(LEFT, 114 + 20 * index, row[0])
            sheet.text(300, 114 + 20 * index, row[1])
        for index in range(4):
            sheet.canvas.line(LEFT, HEIGHT - 100 - 20 * index, 450, HEIGHT - 100 - 20 * index)

    assert tables(pdf(page))[0].rows == tuple(map(tuple, ROWS))


def test_rules_between_paragraphs_make_no_table() -> None:
    def page(sheet: Sheet) -> None:
        for index in range(3):
            sheet.prose(100 + 100 * index, PROSE)
            sheet.canvas.line(LEFT, HEIGHT - 90 - 100 * index, RIGHT, HEIGHT - 90 - 100 * index)

    assert body(pdf(page)) == [PROSE, PROSE, PROSE]


def test_a_box_around_a_paragraph_is_no_table() -> None:
    def page(sheet: Sheet) -> None:
        end = sheet.prose(100, PROSE)
        sheet.grid((LEFT - 10, RIGHT + 10), (80, end))

    assert body(pdf(page)) == [PROSE]


def test_a_table_inside_a_form_is_found() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.beginForm("inner")
        sheet.table(ROWS, y=100, xs=(LEFT, 300, 450))
        sheet.canvas.endForm()
        sheet.canvas.translate(20, -50)
        sheet.canvas.doForm("inner")

    assert tables(pdf(page))[0].rows == tuple(map(tuple, ROWS))


def _over_two_pages(second: list[list[str]], *, bold_first: bool) -> list[RawTable]:
    def one(sheet: Sheet) -> None:
        sheet.prose(80, PROSE)
        sheet.table(ROWS, y=700, xs=(LEFT, 300, 450))

    def two(sheet: Sheet) -> None:
        sheet.table(second, y=80, xs=(LEFT, 300, 450), bold_first=bold_first)
        sheet.prose(300, OTHER)

    return tables(pdf(one, two))


def test_a_table_goes_on_on_the_next_page_below_its_repeated_header() -> None:
    (table,) = _over_two_pages([ROWS[0], ["Care leavers", "Good"]], bold_first=True)

    assert table.rows == (*map(tuple, ROWS), ("Care leavers", "Good"))
    assert table.page == 1


def test_a_table_goes_on_on_the_next_page_without_a_header() -> None:
    (table,) = _over_two_pages([["Care leavers", "Good"], ["Overall", "Good"]], bold_first=False)

    assert table.rows[-2:] == (("Care leavers", "Good"), ("Overall", "Good"))


def test_a_table_with_another_header_is_another_table() -> None:
    assert len(_over_two_pages([["Action", "When"], ["A charter", "March"]], bold_first=True)) == 2


def test_a_row_that_the_end_of_the_page_cut_is_one_row() -> None:
    (table,) = _over_two_pages([["", "with leadership"], ["Overall", "Good"]], bold_first=False)

    assert table.rows[-2:] == (("Children in care", "Outstanding with leadership"), ("Overall", "Good"))
