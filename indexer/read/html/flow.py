"""Which headings, paragraphs, list items and tables does a part of a web page hold, in reading order?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bs4 import NavigableString, Tag
from bs4.element import CData, PageElement

from indexer.model.raw import RawBlock, RawTable, Style
from indexer.read.html.junk import is_junk_link, is_link_bar, is_menu, without_junk
from indexer.read.html.numerals import markers
from indexer.read.html.tables import data_table, is_layout, item_number, rows_of
from indexer.read.labels import BULLET, split_bullet, split_label
from indexer.read.text import blocks_of as blocks_of_text

_HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "header hr legend li main p section summary td th tr".split()
)
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# What ModernGov calls the paragraph that is an item's title; a bare number before it is the item's.
_TITLE_CLASS = re.compile(r"mg\w*title\w*", re.IGNORECASE)
_TITLE_NUMBER = re.compile(r"(\d{1,4}[a-z]?)\s+(?=\S)")
_LIST_LEVEL = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)

_SHORT = 60  # characters; lines parted by <br> that are all shorter are an address or a list, not a paragraph
_LONGEST_TITLE = 160  # characters; an item of an agenda that is longer is a minute and not a title
_FRONT_MATTER = re.compile(r"[A-Z][\w’'()/& -]{1,40}:(?:\s|$)")

_BREAK = "\n"


def blocks_of(part: Tag) -> list[RawBlock | RawTable]:
    """The blocks of ``part`` of a page."""
    flow = _Flow()
    flow.walk(part, bold=False)
    flow.flush()
    flow.end_number()
    return flow.blocks


@dataclass(slots=True)
class _Flow:
    """Walks down a tree and gathers the words of a paragraph until it ends."""

    blocks: list[RawBlock | RawTable] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)  # words, and whether they are bold
    number: str = ""  # stood alone: belongs to the next block
    marker: str = ""  # of the list item that has begun and has no words yet
    list_level: int | None = None
    heading_level: int | None = None
    is_title: bool = False

    def walk(self, element: Tag, *, bold: bool) -> None:
        for child in element.children:
            if isinstance(child, Tag):
                self._enter(
                    child, bold=bold or child.name in _BOLD or bool(_BOLD_STYLE.search(_attribute(child, "style")))
                )
            elif _is_text(child):
                # A line's end in the source is a space; the one that <br> makes is told apart by being alone.
                self.runs.append((str(child).replace(_BREAK, " "), bold))

    def _enter(self, element: Tag, *, bold: bool) -> None:
        name = element.name
        if name == "br":
            self.runs.append((_BREAK, bold))
        elif heading := _HEADING.fullmatch(name):
            self._heading(element, int(heading[1]))
        elif name in {"ul", "ol", "menu", "dir"}:
            self._list(element, bold=bold)
        elif name == "table":
            self._table(element, bold=bold)
        elif name == "pre":
            self.flush()
            self.blocks += blocks_of_text(element.get_text())
        elif name in _BLOCKS:
            self._block(element, bold=bold)
        elif not (name == "a" and is_junk_link(element)):
            self.walk(element, bold=bold)

    def _heading(self, element: Tag, level: int) -> None:
        self.flush()
        self.heading_level = level
        self.walk(element, bold=False)
        self.flush()
        self.heading_level = None

    def _block(self, element: Tag, *, bold: bool) -> None:
        self.flush()
        if element.name != "li" and is_link_bar(element, at_top=not self.blocks):
            return
        outer = self.list_level, self.is_title
        if level := _LIST_LEVEL.search(_attribute(element, "style")):
            self.list_level = int(level[1]) - 1
        self.is_title = any(map(_TITLE_CLASS.fullmatch, _attribute(element, "class").split()))
        self.walk(element, bold=bold or element.name in {"dt", "legend", "summary"})
        self.flush()
        self.list_level, self.is_title = outer

    def _list(self, element: Tag, *, bold: bool) -> None:
        self.flush()
        if is_menu(element, below=self.blocks[-1] if self.blocks else None):
            return
        outer = self.list_level
        self.list_level = 0 if outer is None else outer + 1
        for item, marker in markers(element):
            self.marker = marker
            self.walk(item, bold=bold)
            self.flush()
            self.marker = ""
        self.list_level = outer

    def _table(self, element: Tag, *, bold: bool) -> None:
        self.flush()
        if not self.blocks and is_link_bar(element, at_top=True):
            return
        if not is_layout(element):
            if caption := element.find("caption", recursive=False):
                self.walk(caption, bold=True) if isinstance(caption, Tag) else None
                self.flush()
            if table := data_table(element, without_junk):
                self.end_number()
                self.blocks.append(table)
            return
        for row in rows_of(element):
            self._layout_row(row, bold=bold)

    def _layout_row(self, cells: Sequence[Tag], *, bold: bool) -> None:
        """A row of an agenda ("12. | title, paragraphs"), of label and value, or of anything at all."""
        texts = [_collapsed(cell.get_text(" ")) for cell in cells]
        if [text.casefold().rstrip(".:") for text in texts] in (["no", "item"], ["item number", "item/resolution"]):
            return
        if len(cells) == 2 and texts[0].endswith(":") and not cells[1].find(["p", "ul", "ol", "br", "div"]):
            self.runs.append((" ".join(texts), bold))
            self.flush()
            return
        numbered = len(cells) > 1 and item_number(texts[0])
        for index, cell in enumerate(cells):
            if index == 0 and numbered:
                self.end_number()
                self.number = texts[0]
                continue
            start = len(self.blocks)
            self.walk(cell, bold=bold)
            self.flush()
            if index == 1 and numbered and start < len(self.blocks):
                self.blocks[start] = _as_title(self.blocks[start])

    def flush(self) -> None:
        """Ends the paragraph: its words become a block, or several where line breaks part them."""
        runs, self.runs = self.runs, []
        for words in _paragraphs(runs) if self.heading_level is None else [runs]:
            self._emit(words)

    def _emit(self, runs: Sequence[tuple[str, bool]]) -> None:
        text = without_junk("".join(words for words, _ in runs))
        if not text:
            return
        bold = all(is_bold for words, is_bold in runs if words.strip())
        glyph, rest = split_bullet(text)
        label, rest = split_label(rest)
        if self.is_title and not label and (number := _TITLE_NUMBER.match(rest)):
            label, rest = number[1], rest[number.end() :]
        if not rest and label and not self.number:
            self.number = label
            return
        if not rest:
            glyph, label, rest = "", "", text
        if label:
            self.end_number()
        label = label or self.number or self.marker or (BULLET if glyph else "")
        level = self.list_level
        if level is None and (glyph or label == BULLET) and self.heading_level is None:
            level = 0
        self.number = self.marker = ""
        style = Style(bold=bold or self.is_title, heading_level=self.heading_level, list_level=level)
        self.blocks.append(RawBlock(text=rest, label=label or None, style=style))

    def end_number(self) -> None:
        """A number that stood alone and found no text is a block of its own."""
        if self.number:
            self.blocks.append(RawBlock(text=self.number))
            self.number = ""


def _paragraphs(runs: Sequence[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """``runs`` parted where two breaks stand, or at every break where the lines are no wrapped text."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for words, bold in runs:
        if words == _BREAK:
            lines.append([])
        else:
            lines[-1].append((words, bold))
    texts = [_collapsed("".join(words for words, _ in line)) for line in lines]
    apart = all(len(text) < _SHORT for text in texts)
    paragraph: list[tuple[str, bool]] = []
    for line, text in zip(lines, texts, strict=True):
        begins = bool(split_bullet(text).glyph or split_label(text).label or _FRONT_MATTER.match(text))
        if paragraph and (apart or begins or not text):
            yield paragraph
            paragraph = []
        if text:
            paragraph += [(" ", True), *line]
    if paragraph:
        yield paragraph


def _as_title(block: RawBlock | RawTable) -> RawBlock | RawTable:
    if isinstance(block, RawTable) or len(block.text) > _LONGEST_TITLE or block.text.endswith("."):
        return block
    heading = Style(bold=True, heading_level=block.style.heading_level)
    return RawBlock(text=block.text, label=block.label, style=heading)


def _is_text(node: PageElement) -> bool:
    """Whether ``node`` is text to be read, and no comment, declaration or the like."""
    return type(node) in {NavigableString, CData}


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _attribute(element: Tag, name: str) -> str:
    value = element.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)
