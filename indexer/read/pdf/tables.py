"""Where are the tables of a page, and what stands in their cells?

The cells come from the drawn lines by pdfplumber's rules (Nurminen's method, as in Tabula); the words in them are those
that the rest of the reader uses. Where a table has only level rules, the white strips between its columns stand for the
upright ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from indexer.model.raw import RawTable
from indexer.read.pdf.geometry import Box, Edge, Page, TableArea, Word, word_rows
from indexer.read.pdf.hyphens import Hyphens

# Lines that miss each other by less are meant to meet: pdfplumber's own default.
MEETING = 3.0
# More are the grid of a chart or squared paper (a page has room for 60 rows of 30 cells); the search for cells takes
# the square of it.
MOST_CROSSINGS = 2_000
MOST_PAIRS = 200_000  # of an upright and a level line
# Level rules of one table begin and end together; this many points are the thickness of a rule.
SAME_END = 3.0
FEWEST_RULES = 3
# A white strip between columns, in sizes of the letters: wider than a stretched space.
NARROWEST_STRIP = 0.9

Cells = list[Box]


def find_tables(page: Page, hyphens: Hyphens) -> tuple[list[TableArea], list[Word]]:
    """The tables of a page, and the words that stand in none of them."""
    words = list(page.words)
    tables: list[TableArea] = []
    for cells in _cell_groups(page):
        area = _bounds(cells)
        inside = [word for word in words if area.holds(*word.middle)]
        grid = _grid(cells, inside, hyphens)
        if not _is_table(grid):
            continue
        table = RawTable(rows=grid, page=page.number, has_header=_has_header(cells, inside, page))
        tables.append(TableArea(table, area.left, area.right, area.top))
        words = [word for word in words if not area.holds(*word.middle)]
    return tables, words


def _bounds(boxes: Iterable[Box]) -> Box:
    held = list(boxes)
    return Box(
        min(box.left for box in held),
        min(box.top for box in held),
        max(box.right for box in held),
        max(box.bottom for box in held),
    )


def _cell_groups(page: Page) -> list[Cells]:
    """Cells that hang together, of ruled tables first."""
    level = [edge for edge in page.edges if edge.level]
    upright = [edge for edge in page.edges if not edge.level]
    if not level:
        return []
    ruled = _cells([*level, *upright]) if len(upright) >= 2 else []
    taken = [_bounds(cells) for cells in ruled]
    free = [edge for edge in level if not any(area.holds((edge.x0 + edge.x1) / 2, edge.y0) for area in taken)]
    return ruled + [cells for rules in _rule_groups(free) for cells in _cells([*rules, *_strips(page, rules)])]


def _cells(edges: Sequence[Edge]) -> list[Cells]:
    # A tenth of a second to import, as long as three pages take; only papers with tables need it.
    from pdfplumber import table  # noqa: PLC0415

    merged = table.merge_edges([_for_pdfplumber(edge) for edge in edges], MEETING, MEETING, MEETING, MEETING)
    upright = sum(edge["orientation"] == "v" for edge in merged)
    if upright * (len(merged) - upright) > MOST_PAIRS:
        return []
    crossings = table.edges_to_intersections(merged, MEETING, MEETING)
    if not crossings or len(crossings) > MOST_CROSSINGS:
        return []
    groups = table.cells_to_tables(table.intersections_to_cells(crossings))
    return [[Box(*cell) for cell in group] for group in groups]


def _for_pdfplumber(edge: Edge) -> dict[str, Any]:
    return {
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.y0,
        "bottom": edge.y1,
        "width": edge.x1 - edge.x0,
        "height": edge.y1 - edge.y0,
        "orientation": "h" if edge.level else "v",
    }


def _rule_groups(level: Sequence[Edge]) -> list[list[Edge]]:
    """Level rules that begin and end together, three or more."""
    groups: list[list[Edge]] = []
    for edge in sorted(level, key=lambda edge: edge.y0):
        for group in groups:
            if abs(group[0].x0 - edge.x0) <= SAME_END and abs(group[0].x1 - edge.x1) <= SAME_END:
                group.append(edge)
                break
        else:
            groups.append([edge])
    return [group for group in groups if len(group) >= FEWEST_RULES]


def _strips(page: Page, rules: Sequence[Edge]) -> list[Edge]:
    """Upright lines through the white that all rows between ``rules`` share; none where that leaves one column."""
    area = Box(rules[0].x0 - 1, rules[0].y0, rules[0].x1 + 1, rules[-1].y1)
    words = sorted((word for word in page.words if area.holds(*word.middle)), key=lambda word: word.left)
    if not words:
        return []
    middles = []
    reach = words[0].right
    for word in words[1:]:
        if word.left - reach >= NARROWEST_STRIP * word.size:
            middles.append((reach + word.left) / 2)
        reach = max(reach, word.right)
    if not middles:
        return []
    return [Edge(x, area.top, x, area.bottom) for x in (rules[0].x0, *middles, rules[0].x1)]


def _grid(cells: Cells, words: Sequence[Word], hyphens: Hyphens) -> tuple[tuple[str, ...], ...]:
    """Rows of equal length; a cell over several columns or rows speaks in the first of them."""
    lefts, tops = sorted({cell.left for cell in cells}), sorted({cell.top for cell in cells})
    texts = {(cell.top, cell.left): _text(cell, words, hyphens) for cell in cells}
    grid = [tuple(texts.get((top, left), "") for left in lefts) for top in tops]
    used = [index for index in range(len(lefts)) if any(row[index] for row in grid)]
    return tuple(tuple(row[index] for index in used) for row in grid if any(row))


def _text(cell: Box, words: Sequence[Word], hyphens: Hyphens) -> str:
    return hyphens.join(word_rows([word for word in words if cell.holds(*word.middle)]))


def _is_table(grid: tuple[tuple[str, ...], ...]) -> bool:
    """Whether half of the rows have something in two cells; a box around a note has not, nor the grid of a chart."""
    return len(grid) > 0 and 2 * sum(sum(map(bool, row)) >= 2 for row in grid) >= len(grid)


def _has_header(cells: Cells, words: Sequence[Word], page: Page) -> bool:
    """Whether the first row alone is bold, or coloured unlike every other."""
    tops = sorted({cell.top for cell in cells})
    looks = [_look([cell for cell in cells if cell.top == top], words, page) for top in tops]
    if len(looks) < 2:
        return False
    first, others = looks[0], looks[1:]
    bold_alone = first[0] and not all(bold for bold, _ in others)
    return bold_alone or (first[1] is not None and all(colour != first[1] for _, colour in others))


def _look(row: Cells, words: Sequence[Word], page: Page) -> tuple[bool, tuple[int, int, int] | None]:
    """Whether all letters of a row are bold, and the colour behind its first cell."""
    inside = [word for word in words if any(cell.holds(*word.middle) for cell in row)]
    bold = bool(inside) and all(word.bold for word in inside)
    first = min(row, key=lambda cell: cell.left)
    middle = (first.left + first.right) / 2, (first.top + first.bottom) / 2
    colours = [fill.colour for fill in page.fills if fill.box.holds(*middle)]
    return bold, colours[-1] if colours else None
