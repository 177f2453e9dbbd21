from __future__ import annotations

import pytest

from tests.unit.read.word_file import REPORT, blocks, labels, level, num, numbered, outline, p


def test_an_outline_counts_as_a_reader_sees_it() -> None:
    body = "".join(numbered("x", depth) for depth in (0, 1, 1, 2, 2, 3, 3, 2, 1, 0, 1, 2))
    assert labels(body, numbering=REPORT + num(1, 0)) == [
        *("1.", "1.1", "1.2", "(a)", "(b)", "i.", "ii.", "(c)", "1.3", "2.", "2.1", "(a)"),
    ]


def test_the_level_of_the_list_is_kept() -> None:
    found = blocks(numbered("x", 0) + numbered("x", 2), numbering=REPORT + num(1, 0))
    assert [block.style.list_level for block in found] == [0, 2]


def test_two_lists_of_one_outline_count_together() -> None:
    body = numbered("x", num=1) + numbered("x", num=2) + numbered("x", num=1)
    assert labels(body, numbering=REPORT + num(1, 0) + num(2, 0)) == ["1.", "2.", "3."]


def test_a_list_with_a_start_of_its_own_counts_anew_from_its_first_paragraph_on() -> None:
    anew = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    body = numbered("x") + numbered("x") + numbered("x", num=2) + numbered("x", num=2) + numbered("x", 1, 2)
    assert labels(body, numbering=REPORT + num(1, 0) + anew) == ["1.", "2.", "5.", "6.", "6.1"]


def test_a_list_may_start_its_letters_anew_and_go_on_with_its_numbers() -> None:
    anew = num(2, 0, '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = numbered("x") + numbered("x", 1) + numbered("x", 2) + numbered("x", 2, 2) + numbered("x", 1, 2)
    assert labels(body, numbering=REPORT + num(1, 0) + anew) == ["1.", "1.1", "(a)", "(a)", "1.2"]


def test_a_level_that_was_passed_over_counts_as_used_once() -> None:
    body = numbered("x", 1) + numbered("x") + numbered("x", 2) + numbered("x", 1)
    assert labels(body, numbering=REPORT + num(1, 0)) == ["1.1", "2.", "(a)", "2.2"]


def test_a_level_never_used_shows_where_it_would_start() -> None:
    third = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>')
    assert labels(numbered("x", 1, 2) + numbered("x", 1, 2), numbering=REPORT + third) == ["3.1", "3.2"]


def test_a_list_may_define_a_level_of_its_own() -> None:
    own = num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Part %1", start=4)}</w:lvlOverride>')
    assert labels(numbered("x", num=2), numbering=REPORT + own) == ["Part IV"]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("decimal", 3, "3"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 9, "IX"),
        ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"),
        ("ordinal", 23, "23rd"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 999_999_999, "999999999"),
        ("chineseCounting", 2, "2"),
    ],
)
def test_each_form_of_number(form: str, start: int, label: str) -> None:
    assert labels(numbered("x"), numbering=outline(0, level(0, form, "%1", start=start)) + num(1, 0)) == [label]


def test_a_bullet_has_one_sign_whatever_its_font_prints() -> None:
    [block] = blocks(numbered("x", 1), numbering=outline(0, level(1, "bullet", "\uf0b7")) + num(1, 0))
    assert (block.label, block.style.list_level) == ("•", 1)


def test_a_level_without_a_number_has_no_label() -> None:
    [block] = blocks(numbered("x"), numbering=outline(0, level(0, "none", "")) + num(1, 0))
    assert (block.label, block.style.list_level) == (None, None)


def test_a_legal_level_shows_figures_for_the_roman_level_above_and_keeps_its_own_form() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimalZero", "%1.%2", more="<w:isLgl/>"))
    assert labels(numbered("x") + numbered("x", 1), numbering=outline(0, *levels) + num(1, 0)) == ["I.", "1.01"]


def test_a_level_may_go_on_counting_through_the_levels_above() -> None:
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>'))
    body = numbered("x") + numbered("x", 1) + numbered("x") + numbered("x", 1)
    assert labels(body, numbering=outline(0, *levels) + num(1, 0)) == ["1.", "1", "2.", "2"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    linked = outline(
        0,
        level(0, "decimal", "%1.", more='<w:pStyle w:val="Heading1"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Para"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Para2"><w:name w:val="Para 2"/><w:basedOn w:val="Para"/></w:style>'
    )
    body = p("Purpose", style="Heading1") + p("x", style="Para") + p("x", style="Para2") + p("y", style="Heading1")
    found = blocks(body, numbering=linked + num(1, 0), styles=styles)
    assert [block.label for block in found] == ["1.", "1.1", "1.2", "2."]
    assert [block.style.heading_level for block in found] == [1, None, None, 1]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="Para">{in_list}</w:style>'
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("x", style="Para") + p("x", style="Para", properties=out) + p("x", style="Para")
    assert labels(body, numbering=REPORT + num(1, 0), styles=styles) == ["1.", None, "2."]


def test_an_outline_may_be_borrowed_through_a_list_style() -> None:
    lender = outline(5, level(0, "upperLetter", "%1)"), more='<w:styleLink w:val="Council"/>')
    borrower = outline(6, more='<w:numStyleLink w:val="Council"/>')
    both = lender + borrower + num(1, 6) + num(2, 5)
    assert labels(numbered("x") + numbered("x", 0, 2), numbering=both) == ["A)", "A)"]


def test_a_text_box_counts_for_itself() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{numbered('boxed')}</w:txbxContent></w:pict></w:r>"
    body = numbered("x") + p(box) + numbered("x")
    assert labels(body, numbering=REPORT + num(1, 0)) == ["1.", "1.", "2."]


def test_an_empty_numbered_paragraph_is_counted_and_not_told() -> None:
    body = numbered("first") + numbered("") + numbered("third")
    found = blocks(body, numbering=REPORT + num(1, 0))
    assert [(block.label, block.text) for block in found] == [("1.", "first"), ("3.", "third")]


def test_a_list_that_does_not_exist_numbers_nothing() -> None:
    assert labels(numbered("x", 0, 77), numbering=REPORT + num(1, 0)) == [None]
    assert labels(numbered("x", 12), numbering=REPORT + num(1, 0)) == [None]
