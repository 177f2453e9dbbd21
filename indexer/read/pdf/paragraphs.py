"""Which lines make one paragraph?

A line goes on with the one before it when that one was full (the next word would not have fitted), stands as far above
as lines usually do, looks alike, and nothing begins: no bullet, no number, no indent. The same tells whether a
paragraph goes on over the end of a column or page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.read.pdf.geometry import Line, TableArea, weighted_mode
from indexer.read.pdf.labels import TAB, Label, has_tab, label_of

# More than this part of the usual distance between lines parts paragraphs; distances inside one hardly vary.
PARTING = 1.15
# ... and up to this much they may, where the sentence plainly goes on (a raised sign, a larger letter in the line).
LOOSE = 1.35
# What typesetting calls single spacing, for papers that give no other evidence.
USUAL_LEADING = 1.2
# In sizes of the letters.
INDENT = 0.8
SPACE = 0.25
# Sizes that differ by less are one: half points are rounded away, and small capitals are smaller than this.
SAME_SIZE = 0.06
_STOPS = (".", "!", "?", ":", ";", ".”", ".’", ".)", "!”", "?”", '."')
# Columns side by side differ in width by less, as far as their longest lines show it.
SAME_MEASURE = 0.15
# Prose beside a picture or inside a quotation is hardly ever narrower than this part of its column.
NARROW = 0.4
_LINKS = frozenset("a an and as at by for from in of on or the to with – - &".split())


class Paragraph(NamedTuple):
    """Lines that belong together, and how the first one is labelled."""

    lines: tuple[Line, ...]
    label: Label


class Leading:
    """The usual distance between lines of one paragraph, by their size, in sizes."""

    def __init__(self, pieces: Sequence[Line | TableArea]) -> None:
        by_size: dict[float, list[float]] = {}
        for one, other in pairwise(pieces):
            if isinstance(one, Line) and isinstance(other, Line) and _neighbours(one, other) and is_full(one, other):
                by_size.setdefault(one.size, []).append(round((other.baseline - one.baseline) / one.size, 2))
        self._by_size = {size: _commonest(found) for size, found in by_size.items()}
        self._any = _commonest([ratio for found in by_size.values() for ratio in found]) or USUAL_LEADING

    def of(self, size: float) -> float:
        """Points between the baselines of two lines of this size."""
        return self._by_size.get(size, self._any) * size


def _neighbours(one: Line, other: Line) -> bool:
    """Lines under each other and not far apart, of one size."""
    return one.column == other.column and one.size == other.size and 0 < other.baseline - one.baseline < 2.5 * one.size


def _commonest(ratios: Sequence[float]) -> float:
    return weighted_mode((round(ratio * 20) / 20, 1) for ratio in ratios)


def is_full(line: Line, following: Line) -> bool:
    """Whether the first word of ``following`` would not have fitted at the end of ``line``."""
    if line.words[-1].text.endswith(("-", "\u00ad")):
        return True
    room = line.margin + line.measure - line.right
    if _centred(line, following) or _on_the_right(line, following):
        room += line.left - line.margin
    return room < _first_unit(following) + SPACE * line.size


def _first_unit(line: Line) -> float:
    """The width of the letters before the first space."""
    right = line.words[0].right
    for word in line.words[1:]:
        if not word.glued:
            break
        right = max(right, word.right)
    return right - line.left


def paragraphs(pieces: Sequence[Line | TableArea]) -> list[Paragraph | TableArea]:
    """``pieces`` in the same order, with lines joined."""
    leading = Leading(pieces)
    found: list[Paragraph | TableArea] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, TableArea):
            found.append(piece)
        elif isinstance(last, Paragraph) and _goes_on(last, piece, leading):
            found[-1] = last._replace(lines=(*last.lines, piece))
        else:
            found.append(Paragraph((piece,), _label(piece)))
    return found


def _label(line: Line) -> Label:
    label = label_of(line)
    if label is Label.PLAIN_NUMBER and not has_tab(line):
        return Label.NONE
    return label


def _goes_on(paragraph: Paragraph, line: Line, leading: Leading) -> bool:
    last = paragraph.lines[-1]
    if abs(last.size - line.size) > SAME_SIZE * max(last.size, line.size):
        return False
    if last.bold != line.bold and not (is_full(last, line) and _lower(line)):
        return False
    if _begins_item(paragraph, line):
        return False
    if last.column != line.column:
        return _goes_on_elsewhere(paragraph, line)
    return _near(paragraph, line, leading) and _joins(paragraph, line) and not _indents(paragraph, line)


def _near(paragraph: Paragraph, line: Line, leading: Leading) -> bool:
    last = paragraph.lines[-1]
    distance = line.baseline - last.baseline
    usual = leading.of(last.size)
    if len(paragraph.lines) > 1 and paragraph.lines[-2].column == last.column:
        usual = min(usual, last.baseline - paragraph.lines[-2].baseline)
    sentence_open = _lower(line) and not last.text.endswith(_STOPS)
    return 0 < distance <= (LOOSE if sentence_open else PARTING) * usual


def _joins(paragraph: Paragraph, line: Line) -> bool:
    last = paragraph.lines[-1]
    if is_full(last, line) or _below_value(paragraph, line) or _sentence_goes_on(last, line):
        return True
    # A title that its author broke by hand.
    heading = all(held.bold for held in paragraph.lines) and line.bold
    return heading and (_lower(line) or last.words[-1].text.lower() in _LINKS)


def _sentence_goes_on(last: Line, line: Line) -> bool:
    """Whether a line that is not full ends in the middle of a sentence: it is set narrower than its column."""
    wide = last.right - last.left >= NARROW * last.measure
    return wide and _lower(line) and not last.text.endswith((*_STOPS, ","))


def _below_value(paragraph: Paragraph, line: Line) -> bool:
    """Whether ``line`` stands under the value of a line like "Author:      A. Person", and so belongs to it."""
    if paragraph.label is not Label.NONE:
        return False
    words = paragraph.lines[0].words
    return any(
        other.left - one.right >= TAB * line.size and abs(other.left - line.left) < 1 for one, other in pairwise(words)
    )


def _begins_item(paragraph: Paragraph, line: Line) -> bool:
    """Whether ``line`` begins with a label that is one: a bullet always, a number by where it stands."""
    label = label_of(line)
    if label in {Label.NONE, Label.BULLET}:
        return label is Label.BULLET
    last = paragraph.lines[-1]
    if has_tab(line) or not is_full(last, line):
        return True
    if label is Label.PLAIN_NUMBER:
        return False
    outdented = line.left < last.left - INDENT * line.size and last.column == line.column
    return outdented or last.text.endswith((*_STOPS, "; and", "; or"))


def _indents(paragraph: Paragraph, line: Line) -> bool:
    """Whether the left edge of ``line`` shows that another paragraph begins."""
    last, step = paragraph.lines[-1], INDENT * line.size
    if _centred(last, line):
        return False
    if len(paragraph.lines) > 1:
        return abs(line.left - last.left) > step
    return paragraph.label is not Label.NONE and line.left < last.left - step / 2


def _centred(one: Line, other: Line) -> bool:
    """Whether two lines have their middle in the middle of the column."""
    middle = 2 * one.margin + one.measure
    off = max(abs(line.left + line.right - middle) for line in (one, other))
    return off < one.size and abs(one.left - other.left) > 1


def _on_the_right(one: Line, other: Line) -> bool:
    """Whether two short lines end at the right edge of the column, each by itself: a date, a reference."""
    return all(
        line.margin + line.measure - line.right < 1 and line.right - line.left < NARROW * line.measure
        for line in (one, other)
    )


def _goes_on_elsewhere(paragraph: Paragraph, line: Line) -> bool:
    """Whether ``line``, the first of the next column or page, goes on with ``paragraph``."""
    last = paragraph.lines[-1]
    if not is_full(last, line) or last.text.endswith(":"):
        return False
    if last.bold and not _lower(line):
        return False  # two headings, as a rule
    if last.text.endswith(_STOPS) and abs(last.measure - line.measure) > SAME_MEASURE * line.measure:
        return False
    return any(abs((line.left - line.margin) - begin) <= INDENT * line.size for begin in _beginnings(paragraph))


def _beginnings(paragraph: Paragraph) -> list[float]:
    """Where the next line of a paragraph may begin, from the left edge of its column."""
    last = paragraph.lines[-1]
    if len(paragraph.lines) > 1:
        return [last.left - last.margin]
    # Below the first line: at the edge where that is indented, below it, or below the text after its label.
    return [0.0, *(word.left - last.margin for word in last.words[:2])]


def _lower(line: Line) -> bool:
    return line.words[0].text[0].islower()
