"""What are paragraphs and tables called outside this package?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.model.raw import RawBlock, RawTable, Style
from indexer.read.labels import BULLET, split_bullet
from indexer.read.pdf.geometry import TableArea
from indexer.read.pdf.headings import Headings
from indexer.read.pdf.hyphens import Hyphens
from indexer.read.pdf.labels import Label
from indexer.read.pdf.paragraphs import Paragraph

# Bullets whose left edges differ by less stand at one level: a hand's inaccuracy, less than any indent in use.
ONE_LEVEL = 4.0  # points


class BlockMaker(NamedTuple):
    headings: Headings
    hyphens: Hyphens

    def blocks(self, pieces: Sequence[Paragraph | TableArea]) -> list[RawBlock | RawTable]:
        """One block for each piece; a table that goes on from the last page is one with it."""
        found: list[RawBlock | RawTable] = []
        indents: list[float] = []  # of the bullets that are open
        for piece in pieces:
            if isinstance(piece, Paragraph):
                found.append(self._block(piece, indents))
                continue
            indents.clear()
            joined = _joined(found[-1], piece.table) if found and isinstance(found[-1], RawTable) else None
            if joined is None:
                found.append(piece.table)
            else:
                found[-1] = joined
        return found

    def _block(self, paragraph: Paragraph, indents: list[float]) -> RawBlock:
        first = paragraph.lines[0]
        text = self.hyphens.join(line.words for line in paragraph.lines)
        style = Style(
            size=first.size,
            bold=all(line.bold for line in paragraph.lines),
            heading_level=self.headings.level(paragraph),
            list_level=None,
        )
        if paragraph.label not in {Label.BULLET, Label.DASH}:
            indents.clear()
            return RawBlock(text=text, page=first.page, style=style)
        level = _list_level(indents, first.left - first.margin)
        style = Style(size=style.size, bold=style.bold, list_level=level)
        return RawBlock(text=split_bullet(text).text, page=first.page, label=BULLET, style=style)


def _list_level(indents: list[float], left: float) -> int:
    """The level of a bullet at ``left``; ``indents`` is kept up to date."""
    while indents and indents[-1] > left + ONE_LEVEL:
        indents.pop()
    if not indents or left > indents[-1] + ONE_LEVEL:
        indents.append(left)
    return len(indents) - 1


def _joined(one: RawTable, other: RawTable) -> RawTable | None:
    """Both as one where ``other`` goes on with ``one``: on the next page, with as many columns, and no other header."""
    if other.page == one.page or len(one.rows[0]) != len(other.rows[0]):
        return None
    rows = other.rows
    if rows[0] == one.rows[0]:
        rows = rows[1:]
    elif other.has_header:
        return None
    begun = one.rows
    if rows and not rows[0][0] and any(cell[:1].islower() for cell in rows[0]):  # the end of the page cut a row in two
        cut = tuple(" ".join(filter(None, cells)) for cells in zip(begun[-1], rows[0], strict=True))
        begun, rows = (*begun[:-1], cut), rows[1:]
    return RawTable(rows=(*begun, *rows), page=one.page, has_header=one.has_header)
