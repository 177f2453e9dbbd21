"""In which order do the lines and tables of a whole paper follow each other, and how wide are their columns?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.read.pdf.columns import columns
from indexer.read.pdf.geometry import Line, Page, Piece, TableArea, Word, rows

# With so many lines of one kind, the two that reach furthest may be accidents: an address that runs over the margin.
MANY_LINES = 10
ACCIDENTS = 2

Key = tuple[float, str]


def flow(pages: Iterable[tuple[Page, Sequence[Piece]]]) -> list[Line | TableArea]:
    """The pieces of all pages as lines and tables in reading order."""
    found: list[tuple[Key, Line | TableArea]] = []
    count = 0
    for page, pieces in pages:
        for column in columns(pieces):
            count += 1
            key = (round(page.width), column.key)
            found.extend((key, piece) for piece in _lines(column.pieces, page.number, count))
    edges = _edges(found)
    return [
        replace(piece, margin=edges[key][0], measure=edges[key][1] - edges[key][0])
        if isinstance(piece, Line)
        else piece
        for key, piece in found
    ]


def _lines(pieces: Sequence[Piece], page: int, column: int) -> Iterable[Line | TableArea]:
    for row in rows(pieces):
        if isinstance(row[0], TableArea):
            yield row[0]
        else:
            yield Line(words=tuple(piece for piece in row if isinstance(piece, Word)), page=page, column=column)


def _edges(found: Iterable[tuple[Key, Line | TableArea]]) -> dict[Key, tuple[float, float]]:
    """The left and right edge of each kind of column."""
    lefts: dict[Key, list[float]] = {}
    rights: dict[Key, list[float]] = {}
    for key, piece in found:
        if isinstance(piece, Line):
            lefts.setdefault(key, []).append(piece.left)
            rights.setdefault(key, []).append(piece.right)
    return {
        key: (min(lefts[key]), sorted(reached)[-1 - (ACCIDENTS if len(reached) >= MANY_LINES else 0)])
        for key, reached in rights.items()
    }
