"""In which order are the columns of a page read?

A gutter is a white strip that many rows in succession leave free, with text that fills the space on both sides of it.
Rows that cross it (headings over the full width, tables) part the page into bands; a band with a gutter is read column
by column, and each column is looked at again. This is the recursive cut of Nagy and Seth ("Hierarchical representation
of optically scanned documents", 1984), with evidence that the two sides are columns and not a label and its value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from indexer.read.pdf.geometry import Piece, TableArea, Word, median, rows
from indexer.read.pdf.labels import is_label

# In sizes of the letters: wider than a space stretched by justification, narrower than any gutter in use (12 points).
NARROWEST_GUTTER = 1.0
# A gutter keeps this part of the text's width clear on both sides; what is narrower is a number or a label.
NARROWEST_COLUMN = 0.22
# Fewer rows with text on both sides are a signature block or a line of labels.
FEWEST_ROWS = 4
# Lines that reach this part of their column's width fill it; in running prose most do, in labels and short cells few.
FILLED = 0.75
LEAST_FILLED = 0.4
# A row further below the last one than this many of the usual distances begins something new.
NEW_BAND = 1.6


class Column(NamedTuple):
    """Pieces that are read from the top down; ``key`` is alike for columns that have the same place in their band."""

    pieces: tuple[Piece, ...]
    key: str


class _Solid(NamedTuple):
    left: float
    right: float


class _Gutter(NamedTuple):
    left: float
    right: float

    def crossed(self, row: Sequence[Piece]) -> bool:
        return any(piece.left < self.right - 0.1 and piece.right > self.left + 0.1 for piece in row)

    def sides(self, row: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
        middle = (self.left + self.right) / 2
        return [p for p in row if p.left < middle], [p for p in row if p.left >= middle]


Row = list[Piece]


def columns(pieces: Sequence[Piece], key: str = "") -> list[Column]:
    """The columns of ``pieces`` in reading order; one that holds all where the page has no gutter."""
    found: list[Column] = []
    page = rows(pieces)
    while page:
        gutter = _gutter(page)
        band = _band(page, gutter) if gutter else None
        if gutter is None or band is None:
            return [*found, Column(tuple(_flat(page)), key)]
        first, last = band
        left, right = gutter.sides(_flat(page[first:last]))
        found += [*columns(_flat(page[:first]), key), *columns(left, key + "l"), *columns(right, key + "r")]
        page = page[last:]
    return found


def _flat(page: Sequence[Row]) -> list[Piece]:
    return [piece for row in page for piece in row]


def _gutter(page: Sequence[Row]) -> _Gutter | None:
    """The strip with the most rows on its emptier side, of those that could part columns."""
    left = min(piece.left for row in page for piece in row)
    right = max(piece.right for row in page for piece in row)
    inset = NARROWEST_COLUMN * (right - left)
    solids = [_solids(row) for row in page]
    # To the point, so that no page has more than a few hundred places to look at.
    starts = {ceil(solid.right) for row in solids for solid in row if left + inset < solid.right < right - inset}
    scores = {start: _rows_beside(solids, start) for start in sorted(starts)}
    best = max(scores, key=lambda start: (min(scores[start]), sum(scores[start])), default=None)
    if best is None or min(scores[best]) < FEWEST_ROWS:
        return None
    beyond = (solid.left for row in solids if not _covered(row, best) for solid in row if solid.left >= best)
    return _Gutter(best, min(beyond))


def _solids(row: Row) -> list[_Solid]:
    """The stretches of a row without a gap that could be a gutter; the white after a number or bullet is none."""
    found: list[_Solid] = []
    label = False
    for piece in row:
        if found and (label or piece.left - found[-1].right < NARROWEST_GUTTER * max(piece.size, row[0].size)):
            found[-1] = _Solid(found[-1].left, max(found[-1].right, piece.right))
            label = False
        else:
            found.append(_Solid(piece.left, piece.right))
            label = isinstance(piece, Word) and is_label(piece.text)
    return found


def _covered(row: Sequence[_Solid], x: float) -> bool:
    before = bisect_left(row, x, key=lambda solid: solid.left)  # solids do not overlap, and stand in order
    return before > 0 and row[before - 1].right > x


def _rows_beside(solids: Sequence[Sequence[_Solid]], x: float) -> tuple[int, int]:
    """How many rows that leave ``x`` free have something to the left of it, and to the right."""
    free = [row for row in solids if not _covered(row, x)]
    return sum(row[0].right <= x for row in free), sum(row[-1].left >= x for row in free)


def _band(page: Sequence[Row], gutter: _Gutter) -> tuple[int, int] | None:
    """The first stretch of rows that the gutter parts into columns, as a slice; ``None`` where it parts none."""
    start = 0
    for index in range(len(page) + 1):
        if index < len(page) and not gutter.crossed(page[index]):
            continue
        band = _trimmed(page, start, index, gutter)
        if band is not None:
            return band
        start = index + 1
    return None


def _trimmed(page: Sequence[Row], start: int, end: int, gutter: _Gutter) -> tuple[int, int] | None:
    """Rows ``start`` to ``end`` without those at either end that belong to the full width."""
    sides = [gutter.sides(row) for row in page[start:end]]
    has_left = [start + index for index, (left, _) in enumerate(sides) if left]
    has_right = [start + index for index, (_, right) in enumerate(sides) if right]
    if min(len(has_left), len(has_right)) < FEWEST_ROWS:
        return None
    first, last = max(has_left[0], has_right[0]), min(has_left[-1], has_right[-1])
    lefts, rights = gutter.sides(_flat(page[start:end]))
    if last - first < FEWEST_ROWS - 1 or not (_fills(lefts, gutter.right) and _fills(rights)):
        return None
    while start < first and not _reaches(page[start], lefts, rights):
        start += 1
    return start, _end(page, last, end)


def _end(page: Sequence[Row], last: int, end: int) -> int:
    """Where the band stops: a gap below its last row with two sides, when text over the full width follows."""
    if end == len(page):
        return end
    usual = median((page[i + 1][0].baseline - page[i][0].baseline for i in range(last)), 0.0)
    for index in range(last + 1, end):
        if page[index][0].baseline - page[index - 1][0].baseline > NEW_BAND * usual:
            return index
    return end


def _fills(side: Sequence[Piece], end: float | None = None) -> bool:
    """Whether the lines of one side fill it, up to ``end``, as running prose does and labels do not."""
    words = [piece for piece in side if isinstance(piece, Word)]
    if len(words) < len(side):
        return True  # a table stands on this side
    lines = rows(words)
    left = min(word.left for word in words)
    right = max(word.right for word in words) if end is None else end - NARROWEST_GUTTER * words[0].size
    full = sum(max(word.right for word in line) - left >= FILLED * (right - left) for line in lines)
    return full >= LEAST_FILLED * len(lines) and len(words) > len(lines)


def _reaches(row: Row, lefts: Sequence[Piece], rights: Sequence[Piece]) -> bool:
    """Whether a row with text on one side only fills that side, so that it belongs to its column."""
    side = lefts if row[0].left < min(piece.left for piece in rights) else rights
    left, right = min(piece.left for piece in side), max(piece.right for piece in side)
    return isinstance(row[0], TableArea) or row[-1].right - left >= FILLED * (right - left)
