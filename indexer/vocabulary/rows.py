"""What stands in a table that an officer saved from a spreadsheet, and in which line?

Excel and LibreOffice both write what is accepted here: UTF-8 with or without a byte order mark, any line ends, empty
lines and columns, spaces around a cell. Columns are known by their names in the first line; others are the officer's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table; ``cells`` has every column that was asked for, white space collapsed."""

    file: str
    line: int  # counted from 1, as a spreadsheet does
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def mistake(self, message: str) -> str:
        """``message`` with the place it is about."""
        return f"{self.file}, line {self.line}: {message}"


class _Lines(Protocol):
    """What ``csv.reader`` makes; its own type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def read_rows(path: Path, columns: Sequence[str], mistakes: list[str]) -> list[Row]:
    """The rows of the table at ``path`` that are not blank; what is wrong with the file is added to ``mistakes``."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        mistakes.append(f"{path.name}: cannot be read ({error.strerror}); put the table into {path.parent}")
        return []
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        mistakes.append(f"{path.name}, line {line}: is not UTF-8; save it again as “CSV UTF-8 (comma delimited)”")
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _parse(path.name, reader, columns, mistakes)
    except csv.Error as error:
        mistakes.append(f"{path.name}, line {reader.line_num}: cannot be parted into cells ({error}); mend its quotes")
        return []


def _parse(file: str, reader: _Lines, columns: Sequence[str], mistakes: list[str]) -> list[Row]:
    header: list[str] = []
    rows: list[Row] = []
    line = 1
    for raw in reader:
        cells = [" ".join(cell.split()) for cell in raw]
        if any(cells) and not header:
            header = [cell.casefold() for cell in cells]
            missing = [column for column in columns if column not in header]
            if missing:
                wanted = ",".join(columns)
                mistakes.append(f"{file}, line {line}: has no column “{missing[0]}”; the first line must be {wanted}")
                return []
        elif any(cells):
            rows.append(_row(file, line, header, cells, columns))
            if any(cells[len(header) :]):
                message = f"has {len(cells)} cells, not {len(header)}; put quotes around a cell that holds a comma"
                mistakes.append(rows[-1].mistake(message))
        line = reader.line_num + 1
    if not header:
        mistakes.append(f"{file}: is empty; the first line must be {','.join(columns)}")
    return rows


def _row(file: str, line: int, header: list[str], cells: list[str], columns: Sequence[str]) -> Row:
    padded = cells + [""] * (len(header) - len(cells))
    return Row(file=file, line=line, cells={column: padded[header.index(column)] for column in columns})
