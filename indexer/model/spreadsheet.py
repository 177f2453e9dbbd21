"""What may stand in a table that is opened in a spreadsheet? Comma-separated values that Excel reads, and no formulas.

RFC 4180 with Windows line ends, in UTF-8 with the mark by which Excel knows it. A cell of text that a spreadsheet would
take for a formula has an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | None

MARK = "\ufeff"
# An apostrophe that was there already is kept apart from one that was put there.
_FORMULA = re.compile(r"'*[=+\-@\t\r\0]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\0]")


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """The table as text, its first line the names of the columns."""
    return MARK + lines([columns, *([row.get(column) for column in columns] for row in rows)])


def lines(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows of cells as lines of text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def guarded(cell: Cell) -> Cell:
    """``cell`` as it may stand in a spreadsheet."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that ``guarded`` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
