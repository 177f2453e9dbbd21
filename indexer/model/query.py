"""What is an engine asked, and what does it answer?

The engine's whole world: words already analysed (``indexer.text``), facet values, dates, ids, scores, counts.
A leaf matches a *document* when any of its passages, headings or its title holds it; the tree combines documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Facet(StrEnum):
    """The filters, declared once; the value is the name in JSON, in the web address and on the command line."""

    YEAR = "year"
    MUNICIPAL_YEAR = "municipal_year"
    PORTFOLIO = "portfolio"
    TOPIC = "topic"
    TYPE = "type"
    COMMITTEE = "committee"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Term:
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one directly after another in one field of one passage."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins with ``stem``, itself included; worth what all of them are together."""

    stem: str


@dataclass(frozen=True, slots=True)
class Exact:
    """Words as they are written (``indexer.text.words.form``), one directly after another in one field."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Words of one field of one passage: each stands somewhere within ``distance`` words of the one before it in
    ``words``, on either side. There are two or more.
    """

    words: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Titled:
    """What stands in the title of a document; in its passages it is not looked for."""

    leaf: Bare


@dataclass(frozen=True, slots=True)
class Weighted:
    """What matches as ``leaf`` does, and is worth ``weight`` times as much: another name for what was typed."""

    leaf: Bare | Titled
    weight: float


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every document that ``part`` does not match; adds nothing to a score."""

    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document, each with the score 0 and no passages."""


Bare = Term | Phrase | Prefix | Exact | Near
Leaf = Bare | Titled | Weighted
Node = Leaf | And | Or | Not | Everything


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Documents with any of these values of one facet."""

    facet: Facet
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recency:
    """A preference for new papers: a score times ``1 + weight * 0.5 ** (age / half_life)``, both in days, the age
    never below 0. A document without a date keeps its score.
    """

    today: date
    weight: float
    half_life: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Filters are joined by *and*; dates are inclusive, and a document without a date is outside every range."""

    tree: Node
    filters: tuple[Filter, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    offset: int = 0  # documents
    limit: int = 10  # documents
    passages: int = 3  # best passages of each document
    recency: Recency | None = None
    works: bool = False  # whether documents of one work are one: found, counted and shown once, by the first in order
    explain: bool = False  # whether passages say what they are worth for which words


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one leaf of the query adds to a passage's score, by standing in its title, heading or text."""

    leaf: Leaf
    field: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit:
    anchor: str
    score: float
    parts: tuple[Part, ...] = ()  # where the query asks for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document. Its score is that of its best passage and ``rest``, what its other passages add (without their
    title), times what it is preferred for being new.
    """

    document: str
    score: float
    rest: float
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """``counts`` are of documents (or works), for each facet as if that facet's own filter were not set."""

    total: int
    hits: tuple[Hit, ...]
    counts: Mapping[Facet, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageQuery:
    """The best passages that hold any of ``leaves`` in their heading or text, of whatever documents pass the filters.

    Two documents of one work are two: who asks for passages wants to choose among versions.
    """

    leaves: tuple[Leaf, ...]
    filters: tuple[Filter, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    document: str
    anchor: str
    score: float  # of its heading and text, and of its document's title


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRecord:
    """A passage as an engine stores it: the stems of its words in order, and as many forms, for ``Exact``."""

    anchor: str
    heading: tuple[str, ...]
    text: tuple[str, ...]
    heading_forms: tuple[str, ...] = ()
    text_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A document as an engine stores it. It has at least one passage, if need be an empty one."""

    id: str
    title: tuple[str, ...]
    passages: tuple[PassageRecord, ...]
    date: date | None = None
    facets: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    title_forms: tuple[str, ...] = ()
    work: str | None = None  # shared by the versions of one paper; None for a paper that has no other version


def leaves(node: Node) -> Iterator[Leaf]:
    """Every leaf of the tree, in order."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Everything():
            return
        case leaf:
            yield leaf


def wanted(node: Node) -> Iterator[Leaf]:
    """The leaves that add to a score: those under no ``Not``."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)
        case Not() | Everything():
            return
        case leaf:
            yield leaf
