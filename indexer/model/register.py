"""What came of a promise? What people decided about a commitment is kept apart from the index, in a file of their own.

A ``Commitment`` and what people decided about it (``Ruling``) are together an ``Entry`` of the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from indexer.model.commitment import Commitment, Due
from indexer.model.document import Document, Passage


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
    when: datetime
    who: str
    status: Status | None = None
    document: str | None = None  # of the evidence
    anchor: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A later passage that seems to speak of the same thing; never proof. ``quote`` is a cut of the passage."""

    document: Document  # without its sections
    passage: Passage
    quote: str
    score: float
    confirmed: bool | None = None  # what a person said of it, if anybody did


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
    repeats: str | None = None  # the id of the earlier commitment that it repeats
