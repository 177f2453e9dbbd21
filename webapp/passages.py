"""How does a text with marked words and list items become HTML? Everything is escaped here, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from indexer.model.document import ListItem, Paragraph, Table
from indexer.model.search import Snippet, Span

_CELL_JOINT = " | "  # how a table row's cells are joined in the text that is searched: Document.passages


def marked(text: str, marks: Iterable[Span], start: int = 0, end: int | None = None) -> Markup:
    """``text[start:end]`` with the words of ``marks`` in ``<mark>``; parts of marks outside are left out."""
    end = len(text) if end is None else end
    html, at = [], start
    for span in marks:
        first, last = max(span.start, at), min(span.end, end)
        if first < last:
            html += [escape(text[at:first]), Markup("<mark>"), escape(text[first:last]), Markup("</mark>")]
            at = last
    return Markup("").join([*html, escape(text[at:end])])


def snippet(cut: Snippet) -> Markup:
    """A cut with its words marked, and an ellipsis where the passage goes on."""
    before, after = "… " if cut.starts_inside else "", " …" if cut.ends_inside else ""
    return Markup("{}{}{}").format(before, marked(cut.text, cut.marks), after)


def paragraph(block: Paragraph, marks: Sequence[Span] = ()) -> Markup:
    """The paragraph with its bullets and letters as lists, nested as they were printed."""
    html, depth, at = [], 0, 0
    for item, end in _runs(block):
        if item.start > at and (between := marked(block.text, marks, at, item.start)).strip():
            html += [Markup("</li></ul>") * depth, Markup('<p class="govuk-body">{}</p>').format(between.strip())]
            depth = 0
        level = min(item.level + 1, depth + 1)
        html.append(_step(depth, level, bullet=_is_bullet(item)))
        html.append(marked(block.text, marks, item.start, end).strip())
        depth, at = level, end
    html.append(Markup("</li></ul>") * depth)
    if (rest := marked(block.text, marks, at).strip()) or not block.items:
        html.append(Markup('<p class="govuk-body">{}</p>').format(rest))
    return Markup("").join(html)


def cells(table: Table, index: int, marks: Sequence[Span] = ()) -> list[Markup]:
    """The cells of row ``index``; ``marks`` are places in the row's cells joined as they are searched."""
    html, at = [], 0
    for cell in table.rows[index]:
        own = [Span(start=max(m.start - at, 0), end=m.end - at) for m in marks if m.end > at]
        html.append(marked(cell, own))
        at += len(cell) + len(_CELL_JOINT)
    return html


def _runs(block: Paragraph) -> Iterator[tuple[ListItem, int]]:
    """The items in reading order, each ending where the next begins at the latest."""
    items = sorted(block.items, key=lambda item: item.start)
    for index, item in enumerate(items):
        following = items[index + 1].start if index + 1 < len(items) else item.end
        yield item, min(item.end, following)


def _step(depth: int, level: int, *, bullet: bool) -> Markup:
    """The tags that lead from an item at ``depth`` to the beginning of one at ``level``."""
    if level > depth:
        kind = "govuk-list--bullet" if bullet else "app-list--lettered"
        return Markup('<ul class="govuk-list {}"><li>').format(kind)
    return Markup("</li></ul>") * (depth - level) + Markup("</li><li>")


def _is_bullet(item: ListItem) -> bool:
    return not any(letter.isalnum() for letter in item.label)
