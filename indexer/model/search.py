"""What did a person ask, and what does a page of results show?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from indexer.model.document import Document, Passage
from indexer.model.query import Facet, Filter, Sort
from indexer.model.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search as a person put it. Filter values are ids (a topic's, a committee's) or plain text (a year)."""

    query: str = ""
    filters: tuple[Filter, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    sort: Sort | None = None  # None: by relevance, or newest first where no word was asked for
    page: int = 1
    explain: bool = False  # whether each passage says what it is worth for which words
    literal: bool = False  # the words as they are typed: nothing is read from them but the query language

    def selected(self, facet: Facet) -> tuple[str, ...]:
        """The values chosen for ``facet``, in the order they were given."""
        return tuple(value for chosen in self.filters if chosen.facet is facet for value in chosen.values)


class Bound(StrEnum):
    """The ends of a range of dates; the value is the name in JSON, in the web address and on the command line."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFilter:
    """A filter that was read from a sentence; the value of a bound is an ISO date."""

    part: Facet | Bound
    value: str
    label: str
    words: str  # those that say so, as typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``text[start:end]``, in characters; ``start < end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A verbatim cut of a passage, with the words that matched. ``marks`` lie inside ``text``, in order, apart."""

    text: str
    marks: tuple[Span, ...]
    starts_inside: bool  # the passage goes on before it
    ends_inside: bool  # the passage goes on after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A part of a passage's score: the words that matched, as they are printed, and where they stand."""

    words: tuple[str, ...]  # none where they stand in a heading before the passage's own
    where: str  # title, heading (with numbers and column heads) or text
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageResult:
    passage: Passage
    snippet: Snippet
    score: float
    reasons: tuple[Reason, ...] = ()  # where the request asks for them; their worths add up to the score


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    document: Document  # without its sections
    score: float  # of its best passage and ``rest``, times ``preferred``
    passages: tuple[PassageResult, ...]
    rest: float = 0.0  # what its other passages add
    preferred: float = 1.0  # what the score is multiplied by since the paper is new
    versions: tuple[Version, ...] = ()  # of the same work, with this one among them; the oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    value: str
    label: str
    count: int  # documents
    selected: bool
    names: tuple[str, ...] = ()  # other names that the papers print for it, the newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCounts:
    facet: Facet
    values: tuple[FacetValue, ...]


class Removable(StrEnum):
    """What can be taken off a search besides the values of a facet; the value is the name in JSON."""

    DATES = "dates"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """The same search without one kind of filter, without its dates, or without all of these."""

    part: Facet | Removable
    label: str  # what is taken off: "Cabinet or Council", "1 March 2024 to 31 March 2024"
    request: SearchRequest
    count: int  # documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """Words typed, and the other names of the same thing that were searched for too."""

    word: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One thing that a word typed may stand for, and the query with it in the word's place."""

    text: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A word that stands for several things, so that nothing was searched for beside it."""

    word: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The query spelt otherwise, and what it finds. ``shown``: the query as typed finds nothing, and these results
    are those of the suggestion.
    """

    query: str
    total: int  # documents
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """An easier query that finds something where the query as typed finds nothing."""

    label: str  # what is different: "without amnesty"
    request: SearchRequest
    total: int  # documents


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    request: SearchRequest
    interpreted: str  # how the words were read, in plain English
    notices: tuple[str, ...]  # what was changed to make the request usable
    total: int  # documents
    page: int
    pages: int
    documents: tuple[DocumentResult, ...]
    facets: tuple[FacetCounts, ...]
    took_ms: float
    words: str  # what was looked for: the query without what was read as a filter
    read: tuple[ReadFilter, ...]
    recent: bool  # the words ask for the newest
    spelt_out: SearchRequest  # finds the same, with every filter that was read as one that was chosen
    expansions: tuple[Expansion, ...] = ()
    questions: tuple[Question, ...] = ()
    suggestion: Suggestion | None = None
    relaxations: tuple[Relaxation, ...] = ()
    without: tuple[Removal, ...] = ()  # where filters leave nothing: what taking them off would find, most first

    @property
    def ran(self) -> SearchRequest:
        """The request that these results answer: as typed, or as it was spelt otherwise."""
        if self.suggestion is None or not self.suggestion.shown:
            return self.request
        return replace(self.request, query=self.suggestion.query)
