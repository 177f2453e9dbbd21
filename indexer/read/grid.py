"""Which lines of a text are the rows of a table?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from indexer.model.raw import RawTable
from indexer.read.labels import split_bullet, split_label
from indexer.read.lines import Line
from indexer.read.markdown import plain

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-+:?")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_GAP = re.compile(r"\s*\t\s*")
_SPACED_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_FIGURE = re.compile(r"[£$€]?[\d.,/%\s–-]+(?:%|[mk]|st|nd|rd|th)?")

_LONGEST_HEADER = 60  # characters; a longer cell is a sentence and heads no column


def table_at(lines: Sequence[Line], start: int) -> tuple[RawTable, int] | None:
    """The table whose first row is ``lines[start]``, and the index of the first line after it."""
    for rows_at in (_piped, _tabbed, _spaced):
        rows, end, marked = rows_at(lines, start)
        if len(rows) > 1 or (rows and marked):
            return RawTable(rows=even(rows), page=lines[start].page, has_header=marked or looks_like_header(rows)), end
    return None


def even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """``rows`` with empty cells added, so that all are as long as the longest."""
    width = max(map(len, rows), default=0)
    return tuple((*row, *("",) * (width - len(row))) for row in rows)


def looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: short words in every cell, no figures, no sentence."""
    first = rows[0]
    return len(rows) > 1 and all(
        cell and len(cell) <= _LONGEST_HEADER and not _FIGURE.fullmatch(cell) and not cell.endswith((".", ";"))
        for cell in first
    )


_Rows = tuple[list[tuple[str, ...]], int, bool]


def _piped(lines: Sequence[Line], start: int) -> _Rows:
    """Rows between ``|`` signs, or between borders in several lines; a rule below the first marks it as the header."""
    rows: list[tuple[str, ...]] = []
    end, marked, inside = start, False, False
    bordered = bool(_BORDER.fullmatch(lines[start].text))
    for line in _close(lines, start):
        if (line.blanks and end > start) or not _is_piped(line, lines, start):
            break
        end += 1
        cells = _cells_between_pipes(line.text)
        if _BORDER.fullmatch(line.text):
            marked = marked or (len(rows) == 1 and "=" in line.text)
            inside = False
        elif all(map(_RULE.fullmatch, cells)):
            marked = marked or len(rows) == 1
        elif bordered and inside:
            rows[-1] = tuple(
                f"{above} {cell}".strip() for above, cell in zip_longest(rows[-1], map(_cell, cells), fillvalue="")
            )
        else:
            rows.append(tuple(map(_cell, cells)))
            inside = True
    return rows, end, marked


def _is_piped(line: Line, lines: Sequence[Line], start: int) -> bool:
    if _BORDER.fullmatch(line.text) or line.text.startswith("|"):
        return True
    ruled = start + 1 < len(lines) and "|" in lines[start + 1].text
    ruled = ruled and all(map(_RULE.fullmatch, _cells_between_pipes(lines[start + 1].text)))
    return ruled and "|" in line.text


def _cells_between_pipes(text: str) -> list[str]:
    return [cell.strip() for cell in _PIPE.split(text.removeprefix("|").removesuffix("|"))]


def _tabbed(lines: Sequence[Line], start: int) -> _Rows:
    """Rows of as many cells as the first, blank lines between them only where there are some between the first two."""
    rows: list[tuple[str, ...]] = []
    for line in _close(lines, start):
        cells = tuple(map(_cell, _GAP.split(line.text)))
        if "\t" not in line.text or (rows and len(cells) != len(rows[0])):
            break
        if _is_paragraph(cells, first=len(rows) < 2):
            break
        rows.append(cells)
    return rows, start + len(rows), False


def _spaced(lines: Sequence[Line], start: int) -> _Rows:
    """Rows whose columns are kept apart by three spaces or more: at least three rows, for two may be chance.

    A line of one cell is the rest of the cell above it, or the beginning of the next row's first, set in below it.
    """
    rows: list[list[str]] = []
    columns: list[int] = []  # where the cells of the first row begin
    end, waiting = start, ""
    for at, line in enumerate(_close(lines, start), start=start):
        cells = _SPACED_CELL.findall(line.text)
        if len(cells) == 1 and rows:
            above = next((column for column in range(1, len(columns)) if abs(columns[column] - line.indent) <= 1), None)
            below = lines[at + 1] if at + 1 < len(lines) else None
            if above is not None:
                rows[-1][above] += f" {line.text}"
                end = at + 1
            elif below and below.indent > line.indent and len(_SPACED_CELL.findall(below.text)) == len(columns):
                waiting = f"{line.text} "
            else:
                break
        elif len(cells) < 2 or (rows and len(cells) != len(columns)) or _is_paragraph(cells, first=len(rows) < 2):
            break
        else:
            columns = columns or [line.indent + match.start() for match in _SPACED_CELL.finditer(line.text)]
            rows.append([waiting + cells[0], *cells[1:]])
            end, waiting = at + 1, ""
    return ([tuple(map(_cell, row)) for row in rows], end, False) if len(rows) > 2 else ([], start, False)


def _close(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The lines from ``start`` as far as they stand equally close, not copied: a table is asked for at every block."""
    for at in range(start, len(lines)):
        if at > start and lines[at].blanks > lines[start + 1].blanks:
            return
        yield lines[at]


def _is_paragraph(row: Sequence[str], *, first: bool) -> bool:
    """Whether a row of two is a label and its text ("1.1", "Wards:", "Key decision?"), as the ``first`` rows may be."""
    return len(row) == 2 and (_is_label(row[0]) or (first and row[0].endswith((":", "?"))))


def _is_label(cell: str) -> bool:
    return not split_label(cell).text or (not split_bullet(cell).text and bool(split_bullet(f"{cell} ").glyph))


def _cell(text: str) -> str:
    return " ".join(plain(re.sub(r"<br\s*/?>", " ", text.replace("\\|", "|"))).split())
