"""What was promised, by whom, by when? Found in one paper; it never changes while the paper's words stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CommitmentKind(StrEnum):
    """What sort of promise it is; the value is the name in JSON."""

    DECISION = "decision"  # a body resolved or agreed that something be done
    UNDERTAKING = "undertaking"  # somebody said that they would
    ACTION = "action"  # an entry of an action list or a row of an action plan
    PLAN = "plan"  # the paper says that it is going to happen
    TARGET = "target"  # a number or level to be reached
    INTENTION = "intention"  # weak: hopes, aims, what could be explored
    RECOMMENDATION = "recommendation"  # put to a body that has not decided yet
    EXTERNAL = "external"  # somebody else's promise: Government, an inspectorate, another council

    @property
    def is_firm(self) -> bool:
        """Whether the register shows it without being asked for more."""
        return self not in {CommitmentKind.INTENTION, CommitmentKind.RECOMMENDATION, CommitmentKind.EXTERNAL}


class DuePrecision(StrEnum):
    """How long the time is within which it is due; the value is the name in JSON."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"  # any other: "within three months", "over the next 12 months"
    UNKNOWN = "unknown"  # words that no day can be worked out from: "in due course"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When it is due: ``text`` as printed, ``first`` to ``last`` inclusive, both ``None`` where no day is known.

    ``stated``: the paper names the time itself; otherwise it was worked out from the day of the paper.
    """

    text: str
    precision: DuePrecision
    stated: bool
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise as its paper has it. ``quote`` is ``text[start:end]`` of the passage at ``anchor``, in characters."""

    id: str  # the same in every build while the document's id and the words stand; unique in the index
    anchor: str
    start: int
    end: int
    quote: str
    action: str  # what is to be done, a cut of the quote
    kind: CommitmentKind
    lead_in: str | None = None  # of a list item: the words before its list, from the same paragraph or the one before
    owner: str | None = None  # as printed; where none is, the paper's own department
    role: str | None = None  # the owner's post, where a person is printed and the paper names their post
    owner_stated: bool = False
    partners: tuple[str, ...] = ()  # as printed
    due: Due | None = None
    checkable: bool = False  # it says what could be seen to have been done: a thing, a number, a document, an event
    topics: tuple[str, ...] = ()  # ids
    refers_to: date | None = None  # the day of an earlier decision that it says it repeats
    score: float = 1.0  # how sure we are, 0 to 1
    cues: tuple[str, ...] = ()  # what spoke for it, for those who want to know why
