"""What lies on a page, and where? Points from the top left corner, of the page as a person holds it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indexer.model.raw import RawTable

# Baselines closer than this part of a letter's size are one line: more than the rise of a raised "th" (a third of the
# size in the usual word processors), less than half of the tightest leading.
SAME_LINE = 0.4


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @property
    def area(self) -> float:
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)


class Word(NamedTuple):
    """Letters without a space between them; ``glued`` to the word before where there is no space either."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    glued: bool = False
    raised: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the letters."""
        return (self.left + self.right) / 2, self.baseline - self.size * 0.3


class TableArea(NamedTuple):
    """A table and the place that it takes in the reading order."""

    table: RawTable
    left: float
    right: float
    baseline: float  # of its upper edge, so that sorting by baseline puts it where it begins
    size: float = 0.0


Piece = Word | TableArea


class Edge(NamedTuple):
    """A drawn line, upright or level; thin filled boxes are lines too."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


class Fill(NamedTuple):
    """A coloured box behind the words."""

    box: Box
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its words in the order of the file, and what is drawn on it."""

    number: int  # counted from 1
    width: float
    height: float
    words: tuple[Word, ...]
    turned: tuple[str, ...] = ()  # text that runs in another direction than the rest: watermarks, labels of charts
    edges: tuple[Edge, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: float = 0.0  # the part of the page that images cover, 0 to 1
    unreadable: int = 0  # characters of which the file does not say which letter they are


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words side by side on one baseline, in one column."""

    words: tuple[Word, ...]
    page: int
    column: int  # counted through the whole paper
    margin: float = 0.0  # the left edge of its column
    measure: float = 0.0  # the width of its column

    @cached_property
    def text(self) -> str:
        return join_words(self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def baseline(self) -> float:
        return next((word.baseline for word in self.words if not word.raised), self.words[0].baseline)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return weighted_mode((word.size, len(word.text)) for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """Whether every letter is; bullets and dashes are neither."""
        weights = [word.bold for word in self.words if any(c.isalnum() for c in word.text)]
        return bool(weights) and all(weights)


def join_words(words: Iterable[Word]) -> str:
    """The text of words on one line, with single spaces."""
    return "".join(("" if word.glued else " ") + word.text for word in words).strip()


def weighted_mode(values: Iterable[tuple[float, int]]) -> float:
    """The value with the most weight; 0 where there is none."""
    weights: dict[float, int] = {}
    for value, weight in values:
        weights[value] = weights.get(value, 0) + weight
    return max(weights, key=weights.__getitem__, default=0.0)


def rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces on one baseline together, from the top down, each row from left to right."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if found and _on_line(found[-1][0], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    for row in found:
        row.sort(key=lambda piece: piece.left)
    return found


def word_rows(words: Sequence[Word]) -> list[list[Word]]:
    """As ``rows``, of words alone."""
    return [[piece for piece in row if isinstance(piece, Word)] for row in rows(words)]


def _on_line(first: Piece, other: Piece) -> bool:
    if isinstance(first, TableArea) or isinstance(other, TableArea):
        return False
    smaller, larger = sorted((first.size, other.size))
    # Beside a sign of several lines' height the lines stay apart.
    return other.baseline - first.baseline <= SAME_LINE * min(larger, 2 * smaller)


def median(values: Iterable[float], default: float) -> float:
    """The median, or ``default`` where there is nothing to take it of."""
    held = list(values)
    return statistics.median(held) if held else default
