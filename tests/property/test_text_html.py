"""Whatever the characters, bytes or tags: text comes out, or a sentence that says why not, and no word is lost."""

import re
import string
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, RawTable
from indexer.read import html, text
from indexer.read.decode import clean, decode
from indexer.read.sniff import Format, sniff

# Single letters are left out: "o" at the beginning of a line is a bullet.
WORDS = st.text(string.ascii_letters + string.digits + "éü£", min_size=2, max_size=12)
LINES = st.lists(WORDS, max_size=20).map(" ".join)
STARTS = st.sampled_from(["", " ", "    ", "- ", "* ", "• ", "3.17 ", "1. ", "(a) ", "iv. ", "## ", "> ", "\t", "**"])
ENDS = st.sampled_from(["", " ", ".", ":", ",", ";", "**", "\t", " |"])
BREAKS = st.sampled_from(["\n", "\n\n", "\n\n\n\n", "\r\n", "\t", "   ", " | "])
PAPERS = st.lists(st.tuples(STARTS, LINES, ENDS, BREAKS).map("".join), max_size=30).map("".join)

TAGS = [
    "p", "div", "table", "tr", "td", "th", "ul", "ol", "li", "b", "h2", "br", "span", "form", "pre", "dl", "dt", "dd",
    "main", "header", "caption", "thead", "a", "script", "style", "o:p", "section",
]  # fmt: skip
ATTRIBUTES = [
    "", " class=mgAiTitleTxt", " id=footer", " colspan=3 rowspan=9", " start=x", " hidden",
    " style='mso-list:l0 level9 lfo1'",
]  # fmt: skip
TAG = st.builds("<{}{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
PAGES = st.lists(
    TAG | LINES | st.sampled_from(["<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "<", "\n"]), max_size=60
).map("".join)


def words_of(written: str) -> list[str]:
    return sorted(re.findall(r"[^\W_]+", written))


def words_in(blocks: list[RawBlock | RawTable]) -> list[str]:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, RawBlock):
            parts += [block.label or "", block.text]
        else:
            parts += [cell for row in block.rows for cell in row]
    return words_of(" ".join(parts))


def is_sound(block: RawBlock | RawTable) -> bool:
    """Whether a block keeps what the types promise: some text on one line; rows of one length."""
    if isinstance(block, RawTable):
        return len({len(row) for row in block.rows}) == 1 and all(
            cell == " ".join(cell.split()) for row in block.rows for cell in row
        )
    return bool(block.text) and block.text == " ".join(block.text.split()) and block.label != ""


@settings(deadline=None)
@given(PAPERS)
@example("1.\n\n2.\n")
@example("- \n")
@example("a\n===\n===\n")
@example("| \n|--|\n")
def test_no_word_of_a_plain_text_is_lost_or_made(paper: str) -> None:
    assert words_in(text.blocks_of(clean(paper))) == words_of(paper)


@given(st.text())
@example("#\n# \n## #")
@example("\f\f1\f1\f1\f")
@example("**\n****\n__")
def test_every_string_is_read_as_text(written: str) -> None:
    assert all(is_sound(block) for block in text.blocks_of(clean(written)))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_every_file_is_read_as_text_or_refused(data: bytes) -> None:
    for reader in (text.read, html.read):
        with suppress(UnreadableError):
            assert all(is_sound(block) for block in reader(data, "a").blocks)


@given(st.binary(max_size=200))
def test_every_file_has_a_format_or_is_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        assert sniff(data) in Format


@given(st.binary(max_size=200), st.none() | st.text(max_size=10))
def test_whatever_is_decoded_can_be_written_as_utf_8(data: bytes, declared: str | None) -> None:
    assert "\x00" not in decode(data, declared).encode().decode()


@given(st.text())
def test_text_in_utf_8_comes_out_as_cleaning_leaves_it(written: str) -> None:
    data = written.encode(errors="ignore")
    if b"\x00" not in data and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(data) == clean(data.decode())


@settings(deadline=None, max_examples=300)
@given(PAGES)
@example("<table><tr><th>")
@example("<ol><table><li>")
@example("<p>3.17</p><table><tr><td>x<td>y<tr><td>x<td>y</table>")
def test_every_soup_of_tags_is_read(page: str) -> None:
    with suppress(UnreadableError):
        assert all(is_sound(block) for block in html.read(page.encode(), "a.html").blocks)


@settings(deadline=None)
@given(st.lists(LINES.filter(bool), min_size=1, max_size=8))
def test_no_word_of_a_pages_paragraphs_is_lost(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert words_in(list(html.read(page.encode(), "a.html").blocks)) == words_of(" ".join(paragraphs))
