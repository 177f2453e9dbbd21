"""Does every text come through the HTML unchanged, whatever is marked in it?"""

from __future__ import annotations

from itertools import pairwise

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from indexer.model.document import ListItem, Paragraph, Passage, Table
from indexer.model.search import PassageResult, Snippet, Span
from webapp import passages

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], include_characters=" <>&\"'"),
    max_size=60,
)
SPANS = st.lists(
    st.builds(lambda start, length: Span(start=start, end=start + length), st.integers(0, 60), st.integers(1, 9))
)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = " ".join(draw(TEXT).split())
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    items = tuple(
        ListItem(label=draw(st.sampled_from(["•", "(a)"])), level=draw(st.integers(0, 3)), start=start, end=end)
        for start, end in pairwise(cuts)
        if start < end
    )
    return Paragraph(anchor="para-1", text=text, items=items)


def words(html: str) -> str:
    # In an element: text that looks like the name of a file would be warned of.
    return "".join(BeautifulSoup(f"<div>{html}</div>", "lxml").get_text().split())


@given(TEXT, SPANS)
def test_marking_changes_no_character(text: str, spans: list[Span]) -> None:
    assert words(passages.marked(text, spans)) == "".join(text.split())


@given(paragraphs(), SPANS)
def test_a_paragraph_with_lists_loses_no_word_and_closes_every_tag(paragraph: Paragraph, spans: list[Span]) -> None:
    html = str(passages.paragraph(paragraph, spans))
    assert words(html) == "".join(paragraph.text.split())
    for tag in ("ul", "li", "p", "mark"):
        assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>")


@given(st.lists(TEXT, min_size=1, max_size=4), SPANS)
def test_a_row_marked_in_its_joined_text_keeps_its_cells(row: list[str], spans: list[Span]) -> None:
    table = Table(anchor="table-1", header=(), rows=(tuple(row),))
    assert [words(cell) for cell in passages.cells(table, 0, spans)] == ["".join(cell.split()) for cell in row]


CELLS = TEXT.filter(lambda cell: "|" not in cell and cell == cell.strip())


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4), SPANS)
def test_a_whole_row_among_results_has_each_cell_behind_its_head(row: list[tuple[str, str]], spans: list[Span]) -> None:
    text = " | ".join(cell for _, cell in row)
    passage = Passage(anchor="table-1-row-1", text=text, heading="", columns=tuple(head for head, _ in row))
    cut = Snippet(text=text, marks=tuple(spans), starts_inside=False, ends_inside=False)
    shown = BeautifulSoup(passages.snippet(PassageResult(passage=passage, snippet=cut, score=1)), "lxml")
    told = [
        words(f"{escape(head.rstrip(' :'))}: {escape(cell)}" if head else escape(cell)) for head, cell in row if cell
    ]
    headed = any(head for head, _ in row)
    assert [words(str(each)) for each in shown.select(".app-cell")] == (told if headed else [])


def test_a_mark_over_the_joint_of_two_cells_marks_both() -> None:
    table = Table(anchor="table-1", header=(), rows=(("Help", "Good"),))
    assert passages.cells(table, 0, [Span(start=2, end=9)]) == ["He<mark>lp</mark>", "<mark>Go</mark>od"]


def test_letters_keep_their_label_and_levels_nest() -> None:
    text = "Aims: (a) see it (b) act on it: soon"
    items = (
        ListItem(label="(a)", level=0, start=6, end=16),
        ListItem(label="(b)", level=0, start=17, end=31),
        ListItem(label="•", level=1, start=32, end=36),
    )
    html = passages.paragraph(Paragraph(anchor="para-1", text=text, items=items))
    soup = BeautifulSoup(html, "lxml")
    assert [li.get_text() for li in soup.select("ul.app-list--lettered > li")] == ["(a) see it", "(b) act on it:soon"]
    assert [li.get_text() for li in soup.select("li li")] == ["soon"]
