from __future__ import annotations

from indexer.model.document import ListItem, Paragraph, Passage, Section, Table
from indexer.model.search import Span
from indexer.text.quotables import quotables


def said(passage: Passage) -> list[tuple[str | None, str | None, str]]:
    """The lead-in, the label and the words of each thing that can be quoted."""

    def cut(span: Span | None) -> str | None:
        return passage.text[span.start : span.end] if span else None

    return [(cut(one.lead_in), one.label, passage.text[one.start : one.end]) for one in quotables(passage)]


def passage(*parts: str | tuple[str, int]) -> Passage:
    """A paragraph made of running text and of items, each with its level."""
    text, items = "", []
    for part in parts:
        words, level = part if isinstance(part, tuple) else (part, None)
        text += " " * bool(text)
        if level is not None:
            items.append(ListItem(label="•", level=level, start=len(text), end=len(text) + len(words)))
        text += words
    section = Section(anchor="s", heading="", level=1, blocks=(Paragraph(anchor="p-1", text=text, items=tuple(items)),))
    return next(section.passages())


def test_running_text_is_quoted_by_the_sentence() -> None:
    assert said(passage("One came. Two went.")) == [(None, None, "One came."), (None, None, "Two went.")]


def test_an_item_goes_on_from_the_sentence_before_its_list() -> None:
    found = said(passage("We met. We will:", ("train staff. All of them.", 0), ("report in May", 0), "It is agreed."))
    assert found == [
        (None, None, "We met."),
        (None, None, "We will:"),
        ("We will:", "•", "train staff."),
        ("We will:", None, "All of them."),
        ("We will:", "•", "report in May"),
        (None, None, "It is agreed."),
    ]


def test_an_item_of_an_inner_list_goes_on_from_the_item_above_it() -> None:
    found = said(passage("We will:", ("train:", 0), ("nurses", 1), ("teachers", 1), ("report", 0)))
    assert [(lead, words) for lead, _, words in found] == [
        (None, "We will:"),
        ("We will:", "train:"),
        ("train:", "nurses"),
        ("train:", "teachers"),
        ("We will:", "report"),
    ]


def test_a_row_of_a_table_is_quoted_whole() -> None:
    table = Table(anchor="table-1", header=("Area", "Grade"), rows=(("Help. Early.", "Good"),))
    row = next(Section(anchor="s", heading="", level=1, blocks=(table,)).passages())
    assert said(row) == [(None, None, "Help. Early. | Good")]
