"""Which papers are versions of one another, and what changed between two of them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model.document import Document, Kind, Passage


class Relation(StrEnum):
    """How a paper stands to the one whose versions are asked for; the value is the name in JSON."""

    ITSELF = "itself"
    VERSION = "version"  # the same work: for another meeting, a draft, a revision
    HOLDS = "holds"  # a pack, or another longer paper, in which it is printed
    PART = "part"  # printed in the one that is asked about


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A paper in the list of versions of another. ``anchor`` is where, in the longer one, the shorter begins."""

    document: str
    title: str
    kind: Kind
    relation: Relation
    committee: str | None = None  # as printed
    date: date | None = None
    draft: bool = False  # it calls itself one
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A paper in little, so that its versions are found without opening it: see ``indexer.versions.sketch``.

    Hashes are CRC-32 of stems, the same on every machine.
    """

    kind: Kind
    meeting: str | None  # of minutes and agendas: the date of the meeting, ISO 8601
    period: tuple[str, ...]  # the years and quarters that the title names
    prose: tuple[int, ...]  # of some runs of words without a number, each once
    figures: tuple[int, ...]  # of some runs with one
    passages: tuple[int, ...]  # of each whole passage, in reading order


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paper that is printed in another; ``start`` is the passage there, counted from 0, at which it begins."""

    document: str
    start: int


class ChangeKind(StrEnum):
    """What became of a paragraph; the value is the name in JSON."""

    SAME = "same"
    RENUMBERED = "renumbered"  # the same words under another number
    MOVED = "moved"  # the same words in another place
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """``old.text[old_start:old_end]`` became ``new.text[new_start:new_end]``; one of them may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one paragraph, table row, table head or heading.

    ``old`` is missing of what was added, ``new`` of what was removed; ``edits`` are those of what was changed.
    """

    kind: ChangeKind
    old: Passage | None = None
    new: Passage | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two papers, paragraph by paragraph, in reading order; what was removed stands where it stood.

    Of a pack only the stretch in which the other paper is printed is compared: ``partly`` is then true.
    """

    old: Document
    new: Document
    changes: tuple[Change, ...]
    partly: bool = False

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """How many there are of each kind that there is."""
        return Counter(change.kind for change in self.changes)
