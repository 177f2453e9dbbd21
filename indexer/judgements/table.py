"""Which rows does a table of judgements have? What those of searches, questions, commitments and mentions share."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from indexer.errors import RequestError

# The day on which the searches are asked ("latest", "since 2022"): the grades hold for it, and a score must not change
# with the calendar.
ASKED_ON = date(2026, 11, 22)


class Half(StrEnum):
    """Whether a row was written before or after what it measures was tuned; the value is the one in the table."""

    BEFORE = "before"
    AFTER = "after"


def judged_rows(path: Path) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    """The rows, each with the number of its line; raises ``RequestError`` where the file is no table."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            yield from ((rows.line_num, row) for row in rows)
    except OSError as error:
        raise RequestError(
            f"The judgements {path} cannot be read: {error.strerror}. Set MATTERS_JUDGEMENTS to their folder."
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise RequestError(f"The judgements {path} are not a CSV table in UTF-8: {error}.") from error
