"""What did the file say, before anybody asked what it means?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.model.problem import Problem


class Role(StrEnum):
    """Where on the page a block stood."""

    BODY = "body"
    HEADER = "header"  # running header, once for all the pages that bear it
    FOOTER = "footer"
    NOTE = "note"  # footnote or endnote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a paper came from. ``path`` is relative to the folder that was indexed, with ``/``."""

    path: str
    sha256: str
    media_type: str
    size: int  # bytes
    read_by: str  # the reader's name, e.g. "pdf"
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a block looked; ``None`` where the format does not say."""

    size: float | None = None  # points
    bold: bool = False
    heading_level: int | None = None  # 1 is the highest; set only where the file itself marks a heading
    list_level: int | None = None  # 0 is the outermost list


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """One heading, paragraph or list item as a reader of the page sees it: lines joined, white space collapsed.

    ``label`` is the list label as printed ("3.17", "1.", "(a)", "•" for any bullet) where the reader can tell it from
    the text; a label that it cannot tell stays in ``text``, and ``indexer.structure`` looks there too.
    """

    text: str
    page: int | None = None  # counted from 1
    label: str | None = None
    style: Style = Style()
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """Rows of cells, every row of the same length; merged cells are repeated as empty strings.

    ``has_header`` is true when the file marks the first row as a header, or its look says so.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    has_header: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """All a reader found in one file, in reading order."""

    source: Source
    blocks: tuple[RawBlock | RawTable, ...]
    properties: tuple[tuple[str, str], ...] = ()  # the file's own metadata: ("title", "..."), ("author", "...")
    problems: tuple[Problem, ...] = ()
