"""What is a council paper made of, and how do we know each thing about it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from indexer.model.commitment import Commitment
from indexer.model.problem import Problem
from indexer.model.raw import Source
from indexer.model.topic import TopicMatch

T = TypeVar("T")


class Basis(StrEnum):
    """How a fact is known."""

    STATED = "stated"  # the paper says so
    INFERRED = "inferred"  # worked out from something the paper says
    GIVEN = "given"  # a side file says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T]):
    """A recovered value with its basis. ``where`` quotes or names the place: "line 'Portfolio:'", "file name"."""

    value: T
    basis: Basis
    where: str


class Kind(StrEnum):
    """The kinds of paper; the value is what readers of the site and of the JSON see."""

    COMMITTEE_REPORT = "committee report"
    CABINET_REPORT = "cabinet report"
    STATEMENT = "portfolio holder statement"
    MINUTES = "minutes"
    STRATEGY = "strategy"
    ACTION_PLAN = "action plan"
    BRIEFING = "briefing note"
    AGENDA = "agenda"
    OTHER = "other"


class Exemption(StrEnum):
    """What the paper says about exempt information (Local Government Act 1972, Schedule 12A)."""

    MARKED = "marked"  # the paper itself is marked not for publication: withheld from the index
    UNCLEAR = "unclear"  # it uses the words, perhaps of an appendix: shown, and flagged for a person to look at
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person who wrote a paper (never the committee clerk of "Contact:")."""

    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A bullet or lettered item inside a paragraph's text: ``text[start:end]``, in characters.

    ``label`` is what was printed before it ("(a)", "iv."), which the span includes; "•" for any bullet sign, which the
    text leaves out.
    """

    label: str
    level: int  # 0 is the outermost
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The unit of citation: a paragraph with the bullets and letters that belong to it.

    ``text`` has single spaces only, also between list items; ``items`` says where they stand.
    """

    anchor: str  # "para-3.17", or "p-12" where it has no number; unique in the document
    text: str
    number: str | None = None
    page: int | None = None
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``header`` is empty when it has none. Every row has as many cells as the header or the first row."""

    anchor: str  # "table-1"
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    page: int | None = None

    def row_anchor(self, index: int) -> str:
        """The anchor of row ``index`` (counted from 0): "table-1-row-1" is the first."""
        return f"{self.anchor}-row-{index + 1}"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; ``heading`` is empty for what comes before the first one."""

    anchor: str  # "section-4"
    heading: str
    level: int  # 1 is the highest
    number: str | None = None
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def passages(self) -> Iterator[Passage]:
        """Every paragraph and table row that stands directly in this section, in reading order."""
        for block in self.blocks:
            yield from _passages(block, self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is indexed, found and quoted: a paragraph, or one row of a table with its cells joined by " | "."""

    anchor: str
    text: str
    heading: str
    number: str | None = None
    page: int | None = None
    columns: tuple[str, ...] = ()  # of a table row: the header of each cell
    caption: str | None = None  # of a table row: its table's
    items: tuple[ListItem, ...] = ()  # of a paragraph: its bullets and letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper: what it is, how it is arranged, what it is about."""

    id: str
    source: Source
    title: Fact[str]
    kind: Fact[Kind]
    exemption: Fact[Exemption]
    sections: tuple[Section, ...]
    committee: Fact[str] | None = None  # as printed
    meeting_date: Fact[date] | None = None
    date: Fact[date] | None = None  # the date the paper bears: of its meeting, else of its publication
    year: Fact[int] | None = None
    municipal_year: Fact[str] | None = None  # "2025/26": May to April
    item: Fact[str] | None = None
    portfolio: Fact[str] | None = None  # as printed
    portfolio_holder: Fact[str] | None = None
    chair: Fact[str] | None = None  # of the meeting, else of the body whose paper it is
    related_portfolios: Fact[str] | None = None
    wards: Fact[str] | None = None
    authors: tuple[Author, ...] = ()
    background_papers: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    # what `enrich` adds: one name for what had many, what it is about, what it promises
    committee_id: str | None = None
    portfolio_id: str | None = None
    topics: tuple[TopicMatch, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def walk(self) -> Iterator[Section]:
        """All sections, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def passages(self) -> Iterator[Passage]:
        """Every paragraph and table row, in reading order."""
        for section in self.walk():
            yield from section.passages()


def _passages(block: Block, heading: str) -> Iterator[Passage]:
    if isinstance(block, Paragraph):
        yield Passage(
            anchor=block.anchor,
            text=block.text,
            heading=heading,
            number=block.number,
            page=block.page,
            items=block.items,
        )
        return
    for index, row in enumerate(block.rows):
        yield Passage(
            anchor=block.row_anchor(index),
            text=" | ".join(row),
            heading=heading,
            page=block.page,
            columns=block.header,
            caption=block.caption,
        )
