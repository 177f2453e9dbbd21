"""What are the header and the rows of a table?"""

from __future__ import annotations

import re

from indexer.model.document import Table
from indexer.model.raw import RawTable

_CAPTION = re.compile(r"(?:table|figure)\s+\w{1,5}\b(?:\.\d+)?\s*[:.–—-]?\s*\S?", re.IGNORECASE)
# A caption is a name; a paragraph that begins "Table 2 shows ..." is longer.
_CAPTION_WORDS = 25


def is_caption(text: str) -> bool:
    """Whether the line before a table is its name: "Table 2: Placements"."""
    return bool(_CAPTION.match(text)) and len(text.split()) <= _CAPTION_WORDS


def table(raw: RawTable, *, anchor: str, caption: str | None, is_sheet: bool) -> Table:
    """``raw`` with rows of equal length; a front sheet of labels and values has no header."""
    rows = [tuple(" ".join(cell.split()) for cell in row) for row in raw.rows]
    rows = [row for row in rows if any(row)]
    width = max(len(row) for row in rows)
    rows = [row + ("",) * (width - len(row)) for row in rows]
    headed = raw.has_header and not is_sheet and len(rows) > 1
    return Table(
        anchor=anchor,
        header=rows[0] if headed else (),
        rows=tuple(rows[1:] if headed else rows),
        caption=caption,
        page=raw.page,
    )
