"""Which paragraphs are headings, and of which level? By size and weight against the body of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indexer.read.pdf.geometry import Page, weighted_mode
from indexer.read.pdf.labels import Label
from indexer.read.pdf.paragraphs import Paragraph

# A heading in a larger size is larger by a point at least, and text is 10 to 12 points.
LARGER = 1.08
# A bold line in the size of the text may be half a point smaller.
NOT_SMALLER = 0.95
# Longer than any heading of the papers looked at; a bold sentence is none.
LONGEST = 160  # characters
DEEPEST = 6
_SENTENCE_ENDS = (".", ";", ",")


class Look(NamedTuple):
    """What a heading is ranked by: larger first, then bold before plain."""

    size: float
    bold: bool


class Headings:
    """The ranks of the headings of one paper."""

    def __init__(self, paragraphs: Iterable[Paragraph], body: float) -> None:
        held = list(paragraphs)
        letters = [(line.bold, len(line.text)) for paragraph in held for line in paragraph.lines]
        self._body = body
        self._bold_body = 2 * sum(count for bold, count in letters if bold) > sum(count for _, count in letters)
        looks = {look for paragraph in held if (look := self._look(paragraph)) is not None}
        self._ranks = {look: rank for rank, look in enumerate(sorted(looks, reverse=True), start=1)}

    def level(self, paragraph: Paragraph) -> int | None:
        """1 for the highest; ``None`` for what is no heading."""
        look = self._look(paragraph)
        return min(self._ranks[look], DEEPEST) if look is not None else None

    def _look(self, paragraph: Paragraph) -> Look | None:
        text = " ".join(line.text for line in paragraph.lines)
        if paragraph.label in {Label.BULLET, Label.DASH} or len(text) > LONGEST or text.endswith(_SENTENCE_ENDS):
            return None
        if not any(char.isalpha() for char in text):
            return None
        size, bold = paragraph.lines[0].size, all(line.bold for line in paragraph.lines)
        if size >= LARGER * self._body:
            return Look(size, bold)
        if bold and not self._bold_body and size >= NOT_SMALLER * self._body:
            return Look(self._body, bold)
        return None


def body_size(pages: Sequence[Page]) -> float:
    """The size of most letters of a paper."""
    return weighted_mode((word.size, len(word.text)) for page in pages for word in page.words)
