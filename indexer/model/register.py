"""What came of a promise? What people decided about a commitment is kept apart from the index, in a file of their own.

A ``Commitment`` and what people decided about it (``Ruling``) are together an ``Entry`` of the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from indexer.model.commitment import Commitment, Due
from indexer.model.document import Document, Passage
from indexer.model.search import FacetValue


class Status(StrEnum):
    """What a person has confirmed that a later paper reports; the value is the name in JSON."""

    STATED = "stated"  # nothing confirmed yet
    DONE = "reported done"
    IN_PROGRESS = "reported in progress"
    DELAYED = "reported delayed"
    REPLACED = "reported replaced"
    WITHDRAWN = "reported withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, as far as anybody has said."""
        return self in {Status.STATED, Status.IN_PROGRESS, Status.DELAYED}


class Timing(StrEnum):
    """How an open commitment stands to today, by the first date ever given for it; the value is the name in JSON."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    LATER = "later"
    UNDATED = "undated"
    CLOSED = "closed"  # no longer open


class RulingKind(StrEnum):
    """What a person decided; the value is what the file of decisions holds."""

    CONFIRM = "confirm"  # it is a commitment; or with evidence: this passage is about it
    DISMISS = "dismiss"  # it is none; or with evidence: this passage is not about it
    STATUS = "status"  # the evidence reports this status


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One line of ``corpus/register/decisions.csv``: what a person decided about a commitment, and when."""

    commitment: str  # its id
    quote: str  # as it stood then, so that a decision whose words have gone is listed and not lost
    kind: RulingKind
    when: datetime  # with its zone
    who: str
    status: Status | None = None
    document: str | None = None  # of the evidence
    anchor: str | None = None
    note: str = ""
    line: int = 0  # of the file

    @property
    def evidence(self) -> tuple[str, str] | None:
        """The document and the anchor of the passage that it is about; ``None`` for the commitment itself."""
        return (self.document, self.anchor) if self.document and self.anchor else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A later passage that seems to speak of the same thing; never proof. ``quote`` is a cut of the passage."""

    document: Document  # without its sections
    passage: Passage
    quote: str
    score: float
    reasons: tuple[str, ...]  # what they have in common, and the words of progress
    confirmed: bool | None = None  # what a person said of it, if anybody did


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The later passages that seem to speak of a commitment, the newest first, and what was searched for them."""

    found: tuple[Mention, ...]
    since: date | None  # the day of the commitment's own paper; without it, later cannot be told
    papers: int  # later than that day, and no version of the paper
    until: date | None  # the day of the newest of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The same commitment in another version of its paper, or printed in a pack."""

    commitment: Commitment
    document: Document  # without its sections
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A commitment as the register shows it: with its paper, what people decided, and how it stands today."""

    commitment: Commitment
    document: Document  # without its sections
    passage: Passage
    reference: str  # "CYPSC (25/26) 01": committee, municipal year, number within both
    status: Status
    timing: Timing
    first_due: Due | None  # the first ever given: a later one does not move the clock
    rulings: tuple[Ruling, ...] = ()  # the oldest first
    copies: tuple[Copy, ...] = ()  # the same in other versions of the paper
    repeats: str | None = None  # the id of the earlier commitment that it repeats
    repeated: tuple[str, ...] = ()  # the ids of those that repeat it
    is_commitment: bool | None = None  # what a person said, if anybody did

    @property
    def owner(self) -> str | None:
        """Who is to do it, without an article: the post before the person, since posts stay."""
        name = self.commitment.role or self.commitment.owner or ""
        name = name[4:] if name[:4].casefold() == "the " else name
        return f"{name[0].upper()}{name[1:]}" if name else None

    @property
    def is_firm(self) -> bool:
        """Whether the register shows it without being asked for more: by its kind, or since a person said so."""
        return self.is_commitment or self.commitment.kind.is_firm


class RegisterFacet(StrEnum):
    """The filters of the register, declared once; the value is the name in JSON and in the web address."""

    TIMING = "timing"
    STATUS = "status"
    KIND = "kind"
    TOPIC = "topic"
    PORTFOLIO = "portfolio"
    COMMITTEE = "committee"
    OWNER = "owner"
    YEAR = "year"
    MUNICIPAL_YEAR = "municipal_year"
    TYPE = "type"
    DATED = "dated"  # "yes" or "no"


class RegisterSort(StrEnum):
    DUE = "due"  # the earliest first, what has no date last
    NEWEST = "newest"  # by the day of the paper


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """Commitments with any of these values of one facet."""

    facet: RegisterFacet
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRequest:
    """What a person asks of the register. Filters are joined by *and*; all words of the query are wanted."""

    query: str = ""
    filters: tuple[RegisterFilter, ...] = ()
    weak: bool = False  # also what is not firm; kinds that are asked for by name are shown in any case
    date_from: date | None = None  # of the paper, inclusive
    date_to: date | None = None
    due_after: date | None = None  # neither takes in the day itself
    due_before: date | None = None
    sort: RegisterSort = RegisterSort.DUE
    page: int = 1

    def selected(self, facet: RegisterFacet) -> tuple[str, ...]:
        """The values chosen for ``facet``, in the order they were given."""
        return tuple(value for chosen in self.filters if chosen.facet is facet for value in chosen.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCounts:
    """One filter with the number of commitments that each value would leave."""

    facet: RegisterFacet
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """A page of the register. ``entries`` are those of the page, ``total`` counts all that were asked for."""

    request: RegisterRequest
    today: date
    total: int
    page: int
    pages: int
    entries: tuple[Entry, ...]
    facets: tuple[RegisterCounts, ...]
    weak: int  # how many more there are with those that are not firm

    def counts(self, facet: RegisterFacet) -> dict[str, int]:
        """The number of commitments of each value of ``facet``."""
        return {value.value: value.count for counts in self.facets if counts.facet is facet for value in counts.values}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """Which sheet: for one committee, or for one portfolio, before the meeting on ``day``."""

    day: date
    committee: str | None = None  # ids
    portfolio: str | None = None


class SheetPart(StrEnum):
    """The parts of a sheet, in their order; each commitment stands in the first that it belongs to."""

    OVERDUE = "overdue"
    DUE = "due before the meeting"
    UNDATED = "no date"
    CHANGED = "changed since the last meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One commitment on a sheet, and the newest later passage that seems to speak of it, if there is any."""

    part: SheetPart
    entry: Entry
    again: tuple[str, ...] = ()  # references of those that repeat it and have no row of their own
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a committee has to ask about before a meeting."""

    request: SheetRequest
    name: str  # of the committee or portfolio
    previous: date | None  # the meeting before, as far as the papers know one
    rows: tuple[SheetRow, ...]
