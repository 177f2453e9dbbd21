from __future__ import annotations

from indexer.model.raw import RawTable
from indexer.read.docx import read
from tests.unit.read.word_file import REPORT, blocks, num, numbered, p, r, tbl, tc, texts, tr, word_file

BOLD = "<w:b/>"


def table(body: str, **parts: str) -> RawTable:
    [found] = read(word_file(body, parts=parts), "report.docx").blocks
    assert isinstance(found, RawTable)
    return found


def test_merged_cells_are_repeated_as_empty_strings() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = table(
        tbl(
            tr(tc("Judgement", properties='<w:gridSpan w:val="2"/>'), "Grade"),
            tr(tc("Help", properties=down), "2021", "Good"),
            tr(tc("ignored", properties=on), "2024", "Good"),
        )
    )
    assert found.rows == (("Judgement", "", "Grade"), ("Help", "2021", "Good"), ("", "2024", "Good"))


def test_every_row_has_the_same_length() -> None:
    found = table(tbl(tr("a", "b", "c"), tr("d"), tr("e", "f", properties='<w:gridBefore w:val="1"/>')))
    assert found.rows == (("a", "b", "c"), ("d", "", ""), ("", "e", "f"))


def test_a_span_beyond_all_reason_is_cut() -> None:
    found = table(tbl(tr(tc("a", properties='<w:gridSpan w:val="999999999"/>'), "b")))
    assert len(found.rows[0]) == 64


def test_paragraphs_lists_and_tables_inside_a_cell_become_one_text() -> None:
    inner = tbl(tr("x", "y"))
    rows = tr(tc("First.", numbered("Second."), inner, p()), "b") + tr("c", "d")
    assert table(tbl(rows), numbering=REPORT + num(1, 0)).rows[0] == ("First. 1. Second. x y", "b")


def test_a_cell_may_hold_nothing_but_its_automatic_number() -> None:
    body = tbl(tr(tc(numbered("")), "Recruit"), tr(tc(numbered("")), "Retain"))
    assert table(body, numbering=REPORT + num(1, 0)).rows == (("1.", "Recruit"), ("2.", "Retain"))


def test_a_row_marked_as_header_is_one() -> None:
    assert table(tbl(tr("Action", "By", properties="<w:tblHeader/>"), tr("x", "y"))).has_header


def test_a_first_row_set_apart_in_bold_or_by_shading_is_a_header() -> None:
    shade = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
    bold = tr(tc(p(r("Action", BOLD))), tc(p(r("By", BOLD))))
    shaded = tr(tc("Action", properties=shade), tc("By", properties=shade))
    assert table(tbl(bold, tr("x", "y"))).has_header
    assert table(tbl(shaded, tr("x", "y"))).has_header
    assert not table(tbl(bold, bold)).has_header


def test_a_style_with_a_bold_first_row_makes_a_header_where_it_is_switched_on() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Grid4"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        "</w:tblStylePr></w:style>"
    )
    rows = tr("Action", "By"), tr("x", "y")
    for look, expected in (('w:firstRow="1"', True), ('w:val="04A0"', True), ('w:val="0480"', False)):
        named = f'<w:tblStyle w:val="Grid4"/><w:tblLook {look}/>'
        assert table(tbl(*rows, properties=named), styles=styles).has_header is expected


def test_a_front_sheet_of_labels_and_values_has_no_header() -> None:
    rows = [tr(tc(p(r(label, BOLD))), value) for label, value in (("Report to:", "Cabinet"), ("Date:", "4 May 2021"))]
    found = table(tbl(*rows))
    assert found.rows == (("Report to:", "Cabinet"), ("Date:", "4 May 2021"))
    assert not found.has_header


def test_a_table_of_one_column_is_a_box_around_its_paragraphs() -> None:
    found = blocks(tbl(tr(tc(numbered("One."), numbered("Two.")))), numbering=REPORT + num(1, 0))
    assert [(block.label, block.text) for block in found] == [("1.", "One."), ("2.", "Two.")]


def test_deleted_rows_are_dropped_and_rows_and_cells_in_content_controls_kept() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = table(
        tbl(
            tr("a", "b"),
            tr("old", "old", properties="<w:del/>"),
            control.format(tr("c", control.format(tc("d")))),
            tr("e", "f", properties="<w:ins/>"),
        )
    )
    assert found.rows == (("a", "b"), ("c", "d"), ("e", "f"))


def test_an_empty_table_is_nothing() -> None:
    assert texts(tbl(tr("", ""), tr("", "")) + tbl()) == []
