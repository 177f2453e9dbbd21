"""How is a paper arranged: which paragraphs, lists and tables stand under which heading?

A paragraph's anchor is its number ("para-3.17"), else its place among those without one ("p-12"). Bullets and letters
belong to the paragraph above them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indexer.model.document import Block, ListItem, Paragraph, Section
from indexer.model.raw import RawTable
from indexer.structure.headings import Heading
from indexer.structure.layout import Layout
from indexer.structure.lines import Element, Line
from indexer.structure.numbering import BULLET, Label, is_roman
from indexer.structure.tables import is_caption, table

_DECIDED = re.compile(
    r"(?:it was )?(?:unanimously )?(?:resolved|agreed|recommended|decision|decided)(?: \(?unanimously\)?)?"
    r"[\s:–—.,-]*(?:that)?[\s:–—-]*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:that|to)\b", re.IGNORECASE)


class _Anchors:
    """Hands out anchors, each once."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()

    def next(self, prefix: str) -> str:
        """The next anchor of a counted sort: "p-12"."""
        self._counts[prefix] += 1
        return self.unique(f"{prefix}-{self._counts[prefix]}")

    def numbered(self, number: str) -> str:
        """The anchor of a numbered paragraph."""
        return self.unique("para-" + re.sub(r"[^\w.]+", "-", number))

    def unique(self, anchor: str) -> str:
        candidate = anchor
        while self._used[candidate]:
            self._used[anchor] += 1
            candidate = f"{anchor}-{self._used[anchor]}"
        self._used[candidate] += 1
        return candidate


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph that may still receive items."""

    first: Line
    text: str
    is_bullet: bool = False
    items: list[ListItem] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)  # of the list labels, outermost first

    def add(self, line: Line, label: str) -> None:
        start = len(self.text) + 1
        self.text = f"{self.text} {line.printed}"
        self.items.append(ListItem(label=label, level=self._level(line, label), start=start, end=len(self.text)))

    def _level(self, line: Line, label: str) -> int:
        """A new shape of label opens a deeper list, a shape seen before closes the lists below it."""
        shape = self._shape(label)
        if line.style.list_level is not None and shape == BULLET:
            shape = f"{BULLET}{line.style.list_level}"
        if shape in self.shapes:
            del self.shapes[self.shapes.index(shape) + 1 :]
        else:
            self.shapes.append(shape)
        return len(self.shapes) - 1

    def _shape(self, label: str) -> str:
        core = label.strip("(). ")
        if label == BULLET:
            return BULLET
        if core.isdigit():
            return re.sub(r"\d+", "1", label)
        previous = self.items[-1].label.strip("(). ") if self.items else ""
        continues = len(core) == 1 and len(previous) == 1 and ord(core) == ord(previous) + 1
        if is_roman(core) and not (continues and not is_roman(previous)):
            return label.replace(core, "i")
        return label.replace(core, "A" if core.isupper() else "a")


@dataclass(slots=True)
class _OpenSection:
    anchor: str
    heading: Heading
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def close(self) -> Section:
        return Section(
            anchor=self.anchor,
            heading=self.heading.text,
            level=self.heading.level,
            number=self.heading.number,
            blocks=tuple(self.blocks),
            sections=tuple(self.sections),
        )


class _Builder:
    """Grows the tree of sections line by line."""

    def __init__(self) -> None:
        self._anchors = _Anchors()
        self._root: list[Section] = []
        self._stack: list[_OpenSection] = []
        self._paragraph: _OpenParagraph | None = None

    def heading(self, heading: Heading) -> None:
        self._close_sections(heading.level)
        self._stack.append(_OpenSection(self._anchors.next("section"), heading))

    def table(self, raw: RawTable, caption: str | None, *, is_sheet: bool) -> None:
        self._close_paragraph()
        self._blocks().append(table(raw, anchor=self._anchors.next("table"), caption=caption, is_sheet=is_sheet))

    def line(self, line: Line) -> None:
        above = self._paragraph
        if above is not None and (label := _item_label(line, above)) is not None:
            above.add(line, label)
        elif line.number is not None:
            self._open(_OpenParagraph(line, line.text))
        else:
            self._open(_OpenParagraph(line, line.printed, is_bullet=line.kind is Label.BULLET))

    def note(self, line: Line) -> None:
        """A footnote: never a numbered paragraph, whatever its mark."""
        self._open(_OpenParagraph(replace(line, label=None), line.printed))

    def finish(self) -> tuple[Section, ...]:
        self._close_sections(0)
        return tuple(self._root)

    def _open(self, paragraph: _OpenParagraph) -> None:
        self._close_paragraph()
        self._blocks()  # so that the section comes first
        self._paragraph = paragraph

    def _blocks(self) -> list[Block]:
        if not self._stack:
            self.heading(Heading(text="", level=1))
        return self._stack[-1].blocks

    def _close_paragraph(self) -> None:
        if (opened := self._paragraph) is None:
            return
        number = opened.first.number
        self._blocks().append(
            Paragraph(
                anchor=self._anchors.numbered(number) if number else self._anchors.next("p"),
                number=number,
                text=opened.text,
                page=opened.first.page,
                items=tuple(opened.items),
            )
        )
        self._paragraph = None

    def _close_sections(self, level: int) -> None:
        """Close all that a heading of this level ends."""
        self._close_paragraph()
        while self._stack and self._stack[-1].heading.level >= level:
            closed = self._stack.pop().close()
            (self._stack[-1].sections if self._stack else self._root).append(closed)


def _item_label(line: Line, above: _OpenParagraph) -> str | None:
    """The label under which the line belongs to the paragraph above, or nothing if it begins its own."""
    if line.kind is Label.BULLET:
        nested = (line.style.list_level or 0) > (above.first.style.list_level or 0)
        return BULLET if nested or not above.is_bullet else None
    if line.kind is Label.LETTER:
        return line.label
    if line.number is not None and line.number.isdigit():
        return line.label if _carries_on(line.number, above) else None
    if line.kind is None and _DECIDED.fullmatch(above.first.text) and _CLAUSE.match(line.text):
        return BULLET
    return None


def _carries_on(number: str, above: _OpenParagraph) -> bool:
    """Whether a plain number ("2.") counts on in the list of the paragraph above, or begins one after its colon."""
    if above.items:
        return any(item.label.strip("(). ") == str(int(number) - 1) for item in above.items)
    return number == "1" and (above.text.endswith((":", "–", "-")) or bool(_DECIDED.fullmatch(above.text)))


def arrange(layout: Layout, *, title: int | None) -> tuple[Section, ...]:
    """The sections of the paper, and one of its notes if it has any.

    The line with the index ``title`` is left out: it is nothing but the title.
    """
    builder = _Builder()
    caption: str | None = None
    for index, element in enumerate(layout.elements):
        if index == title:
            continue
        if isinstance(element, RawTable):
            builder.table(element, caption, is_sheet=index < layout.sheet_end)
            caption = None
        elif index in layout.headings:
            builder.heading(layout.headings[index])
        elif _names_table(layout.elements, index):
            caption = element.printed
        else:
            builder.line(element)
    if layout.notes:
        builder.heading(Heading(text="Notes", level=1))
    for note in layout.notes:
        builder.note(note)
    return builder.finish()


def _names_table(elements: Sequence[Element], index: int) -> bool:
    line = elements[index]
    following = elements[index + 1] if index + 1 < len(elements) else None
    return isinstance(line, Line) and isinstance(following, RawTable) and is_caption(line.printed)
