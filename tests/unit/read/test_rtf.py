from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, RawTable, Role
from indexer.read.rtf import read

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}{\colortbl;\red0\green0\blue0;}"


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode("latin-1")


def blocks(body: str) -> list[RawBlock]:
    return [block for block in read(rtf(body), "a.rtf").blocks if isinstance(block, RawBlock)]


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def table(body: str) -> RawTable:
    [found] = read(rtf(body), "a.rtf").blocks
    assert isinstance(found, RawTable)
    return found


def test_paragraphs_come_one_by_one() -> None:
    assert texts(r"\pard One  and\line same.\par\par Two.\par") == ["One and same.", "Two."]


def test_characters_are_told_by_code_page_and_by_number() -> None:
    assert texts(r"caf\'e9 \u8220?quoted\u8221? \endash  \u-10179?\u-8704? \'a3" "5") == ["café “quoted” – 😀 £5"]


def test_soft_hyphens_go_and_hard_ones_stay() -> None:
    assert texts(r"Ash\-ford co\_operate\~now") == ["Ashford co-operate now"]


def test_a_list_number_is_a_label_and_any_bullet_has_one_sign() -> None:
    old = r"{\pntext\f1\'b7\tab}Item\par {\*\pn\pnlvlblt}Plain\par"
    found = blocks(rf"{{\listtext\pard\plain\f0 3.17\tab}}\ilvl1 We agreed.\par {old}")
    assert [(block.label, block.text) for block in found] == [("3.17", "We agreed."), ("•", "Item"), (None, "Plain")]


def test_a_paragraph_is_bold_when_all_of_it_is() -> None:
    found = blocks(r"\b PURPOSE\b0\par {\b All {of} it}\par {\b Only} partly\par plain\par")
    assert [block.style.bold for block in found] == [True, True, False, False]


def test_hidden_and_deleted_text_is_dropped() -> None:
    assert texts(r"Seen{\v  hidden}{\deleted  gone} and\v  not this\v0  seen{\b\v x}\plain  again") == [
        "Seen and seen again"
    ]


def test_the_text_of_a_link_is_told_and_not_where_it_leads() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://evil.example/x"}}{\fldrslt{the plan}}}'
    assert texts(rf"See {link} now") == ["See the plan now"]


def test_headers_footers_and_notes_are_kept_apart() -> None:
    found = blocks(
        r"{\header\pard NOT FOR PUBLICATION\par}{\headerf NOT FOR PUBLICATION\par}{\footerr Item 6}"
        r"Body{\footnote\chftn A note.} goes on\par"
    )
    assert [(block.role, block.text) for block in found] == [
        (Role.HEADER, "NOT FOR PUBLICATION"),
        (Role.BODY, "Body goes on"),
        (Role.FOOTER, "Item 6"),
        (Role.NOTE, "A note."),
    ]


def test_title_and_author_of_the_file_are_its_properties() -> None:
    found = read(rtf(r"{\info{\title A caf\'e9 plan}{\author Ann Lowe}{\operator X}{\subject }}Text"), "a.rtf")
    assert found.properties == (("title", "A café plan"), ("author", "Ann Lowe"))
    assert len(found.blocks) == 1


def test_rows_of_cells_are_a_table() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    rows = row.format("Action", "By") + row.format(r"Recruit\par and retain", "May")
    found = read(rtf(rf"Before\par {rows}\pard After\par"), "a.rtf").blocks
    assert found[1] == RawTable(rows=(("Action", "By"), ("Recruit and retain", "May")), has_header=False)
    assert len(found) == 3


def test_a_first_row_that_is_marked_or_bold_is_a_header() -> None:
    first, second = r"\intbl {}\b a\cell b\b0\cell\row", r"\intbl c\cell d\cell\row"
    assert table(first.format("") + second).has_header
    assert not table(first.format("") * 2).has_header
    assert table(rf"\trowd\trhdr {second}\trowd {second}").has_header


def test_every_row_has_the_same_length() -> None:
    assert table(r"\intbl a\cell b\cell\row \intbl c\cell\row").rows == (("a", "b"), ("c", ""))


def test_pictures_are_skipped_even_where_their_bytes_look_like_text() -> None:
    binary = r"{\pict\pngblip\bin12 }}}\par lost}Seen"
    assert texts(rf"{binary} too\par {{\pict 89504e47}}and this\par") == ["Seen too", "and this"]


def test_groups_nested_100000_deep_are_read() -> None:
    deep = 100_000
    assert texts("{" * deep + "deep" + "}" * deep) == ["deep"]


@pytest.mark.parametrize("data", [b"", b"Plain text", b"PK\x03\x04", b"{\\html}"])
def test_what_is_no_rtf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not an RTF file"):
        read(data, "a.rtf")


@pytest.mark.parametrize("broken", [r"\u99999999", r"\uc a", r"}}}}{{", r"\bin-5 x", r"\bin9999999999 x"])
def test_what_is_broken_is_read_or_refused(broken: str) -> None:
    try:
        read(rtf(f"text {broken} more"), "a.rtf")
    except UnreadableError as error:
        assert error.hint  # noqa: PT017 - either is right


words = r"\par \u-1 \'e \'e9 \v \header \* \cell \row \bin3 \listtext \ansicpg1 \ansicpg932 \f0 \uc9 \fonttbl \intbl"
pieces = st.sampled_from([*"{}\\ ab\n\x00\xff", *(f"{word} " for word in words.split())])


@settings(deadline=None)
@given(st.lists(pieces | st.characters(max_codepoint=255), max_size=40))
def test_any_rtf_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = read(rtf("".join(parts)), "a.rtf").blocks
    except UnreadableError:
        return
    assert all(block.text for block in found if isinstance(block, RawBlock))
    assert all(len({len(row) for row in block.rows}) == 1 for block in found if isinstance(block, RawTable))
