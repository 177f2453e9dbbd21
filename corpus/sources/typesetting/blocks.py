"""What can stand in a paper: titles, headings, numbered paragraphs, tables and the rest?"""

from dataclasses import dataclass
from typing import Literal

from typesetting.inline import Inline

LetterKind = Literal["letter", "roman", "decimal"]


@dataclass(frozen=True)
class Title:
    level: int
    text: Inline


@dataclass(frozen=True)
class Heading:
    level: int
    label: str
    text: Inline


@dataclass(frozen=True)
class Numbered:
    label: str
    text: Inline


@dataclass(frozen=True)
class Lettered:
    label: str
    kind: LetterKind
    text: Inline


@dataclass(frozen=True)
class Bullet:
    level: int
    text: Inline


@dataclass(frozen=True)
class LabelLine:
    name: str
    text: Inline


@dataclass(frozen=True)
class Paragraph:
    text: Inline
    align: Literal["", "centre", "right"] = ""


Cell = tuple[Inline, ...]  # one entry a paragraph


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first row the header; a row of one cell runs across the whole table."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Rule:
    pass


Block = Title | Heading | Numbered | Lettered | Bullet | LabelLine | Paragraph | Table | PageBreak | Rule
