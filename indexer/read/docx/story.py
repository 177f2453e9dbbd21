"""Which blocks does a story of the file hold: its body, a header, a footnote?"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.model.raw import RawBlock, RawTable, Style
from indexer.read.docx.markup import MC, Element, W, integer, switch, value
from indexer.read.docx.numbering import Counters, Numbering
from indexer.read.docx.styles import ParagraphStyle, Styles, look
from indexer.read.docx.tables import Blocks, read_table
from indexer.read.docx.text import Text, alternative, is_placeholder, read_text

_Block = RawBlock | RawTable

_HEADING_LEVELS = 9
_LIST_LEVELS = 9
_GONE = {W + "del", W + "moveFrom"}


class Story:
    """Reads block after block, counting numbered paragraphs and gathering references to notes on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._counters = Counters()
        self.notes: list[tuple[str, str]] = []  # (kind, id) in the order they are referred to
        self.embedded = 0  # other documents stored inside this one, which are not read

    def blocks(self, container: Element) -> Blocks:
        """What stands in ``w:body``, ``w:hdr`` or the like; paragraphs without text are left out."""
        return tuple(block for block in self._blocks(container) if not isinstance(block, RawBlock) or block.text)

    def _blocks(self, container: Element) -> Blocks:
        """As ``blocks``, with the labels of empty paragraphs: a cell may hold nothing but its row's number."""
        found: list[_Block] = []
        carried = Text()  # of paragraphs whose end is deleted or hidden: they run on into the next
        for element in _flattened(container):
            if element.tag == W + "p":
                style = self._styles.paragraph(value(element.find(W + "pPr"), "pStyle"))
                text = carried + read_text(element, self._styles, style.look)
                carried = Text()
                if _runs_on(element, style):
                    carried = text
                else:
                    found += self._paragraph(element.find(W + "pPr"), style, text)
                continue
            if carried.plain:
                found += self._paragraph(None, self._styles.paragraph(None), carried)
            carried = Text()
            if element.tag == W + "tbl":
                found += read_table(element, self._blocks, self._styles.bold_header_tables)
            else:
                self.embedded += 1
        if carried.plain:
            found += self._paragraph(None, self._styles.paragraph(None), carried)
        return tuple(found)

    def _paragraph(
        self, properties: Element | None, style: ParagraphStyle, text: Text
    ) -> Iterator[RawBlock | RawTable]:
        label, list_level = self._label(properties, style)
        self.notes += text.notes
        plain = text.plain
        if (plain or label) and not style.is_contents:
            shown = Style(
                size=text.size,
                bold=text.is_bold,
                heading_level=_heading_level(properties, style),
                list_level=list_level,
            )
            yield RawBlock(text=plain, label=label, style=shown)
        for box in text.boxes:
            yield from self._boxed(box)

    def _boxed(self, box: Element) -> Blocks:
        """What stands in a text box, which counts its numbered paragraphs for itself."""
        story = Story(self._styles, self._numbering)
        found = story.blocks(box)
        self.notes += story.notes
        self.embedded += story.embedded
        return found

    def _label(self, properties: Element | None, style: ParagraphStyle) -> tuple[str | None, int | None]:
        """The label as printed, and the list level; (None, None) for a paragraph in no list."""
        own = None if properties is None else properties.find(W + "numPr")
        numbering = self._numbering.find(value(own, "numId") or style.num_id)
        if numbering is None:
            return None, None
        level = integer(own, "ilvl")
        if level is None:
            linked = (index for index, one in numbering.levels.items() if one.style and one.style in style.linked)
            level = next(linked, style.list_level or 0)
        if not 0 <= level < _LIST_LEVELS:
            return None, None
        label = self._counters.label(numbering, level)
        return label, level if label else None


def _flattened(container: Element) -> Iterator[Element]:
    """Paragraphs, tables and embedded documents, out of the content controls and the like that wrap them."""
    for child in container:
        if child.tag in {W + "p", W + "tbl", W + "altChunk"}:
            yield child
        elif child.tag == MC + "AlternateContent":
            version = alternative(child)
            if version is not None:
                yield from _flattened(version)
        elif child.tag not in _GONE and not (child.tag == W + "sdt" and is_placeholder(child)):
            yield from _flattened(child)


def _runs_on(paragraph: Element, style: ParagraphStyle) -> bool:
    """Whether the end of the paragraph is a tracked deletion, or hidden, so that a reader sees no end there."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is not None and any(mark.find(name) is not None for name in _GONE):
        return True
    return bool(look(mark).over(style.look).hidden) and not switch(mark, "specVanish")


def _heading_level(properties: Element | None, style: ParagraphStyle) -> int | None:
    own = integer(properties, "outlineLvl")
    if own is None:
        return style.heading_level
    return own + 1 if 0 <= own < _HEADING_LEVELS else None
