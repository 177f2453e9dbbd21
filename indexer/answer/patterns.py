"""How do the patterns of a language rest in a table? A row each, with the parts that several of them share.

A table has the columns ``sort``, ``name`` and ``pattern`` (Python's ``re``); ``{NAME}`` in a pattern stands for the
part of that name, which has a row of the sort ``part`` above it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

_PART = re.compile(r"\{([A-Z_]+)\}")


class Row(NamedTuple):
    """A pattern with its parts in their places."""

    sort: str
    name: str
    pattern: str


def read_patterns(table: str) -> tuple[Row, ...]:
    """The patterns of a table of this package in order, without those that are only parts of others."""
    parts: dict[str, str] = {}
    rows = []
    lines = (Path(__file__).parent / table).read_text(encoding="utf-8").splitlines()
    for sort, name, pattern in list(csv.reader(lines))[1:]:
        whole = _PART.sub(lambda found: parts[found[1]], pattern)
        if sort == "part":
            parts[name] = whole
        else:
            rows.append(Row(sort, name, whole))
    return tuple(rows)
