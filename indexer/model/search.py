"""What did a person ask, and what does a page of results show?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model.document import Document, Passage
from indexer.model.query import Facet, Filter, Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search as a person put it. Filter values are ids (a topic's, a committee's) or plain text (a year)."""

    query: str = ""
    filters: tuple[Filter, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    sort: Sort | None = None  # None: by relevance, or newest first where no word was asked for
    page: int = 1

    def selected(self, facet: Facet) -> tuple[str, ...]:
        """The values chosen for ``facet``, in the order they were given."""
        return tuple(value for chosen in self.filters if chosen.facet is facet for value in chosen.values)


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
class PassageResult:
    passage: Passage
    snippet: Snippet
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    document: Document  # without its sections
    score: float
    passages: tuple[PassageResult, ...]


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
    without: tuple[Removal, ...] = ()  # where filters leave nothing: what taking them off would find, most first
