"""What does the register hold today? The commitments of the papers, what people decided, and how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indexer.model.problem import Problem, Severity
from indexer.model.register import Entry, Ruling
from indexer.register.decisions import FILE
from indexer.register.gathered import Gathered
from indexer.register.standing import standing, timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """Which decisions are about which commitment, by the id it has now; and those whose words have gone."""

    rulings: Mapping[str, tuple[Ruling, ...]]
    orphans: tuple[Ruling, ...]


class Register:
    """The register on one day, of one state of the papers and of people's decisions."""

    def __init__(self, gathered: Sequence[Gathered], rulings: Iterable[Ruling], today: date) -> None:
        self.gathered = gathered
        self.today = today
        self._attached = attach(gathered, rulings)
        self.orphans = self._attached.orphans
        self.entries = tuple(map(self._entry, gathered))

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every entry by its id, and by those of the same commitment in other versions."""
        found = {copy.commitment.id: entry for entry in self.entries for copy in entry.copies}
        return found | {entry.commitment.id: entry for entry in self.entries}

    @cached_property
    def by_document(self) -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
        """The entries by the documents and anchors at which they stand, in any version."""
        found: dict[str, dict[str, tuple[Entry, ...]]] = {}
        for entry in self.entries:
            own = (entry.document.id, entry.passage.anchor)
            for document, anchor in (own, *((copy.document.id, copy.passage.anchor) for copy in entry.copies)):
                anchors = found.setdefault(document, {})
                anchors[anchor] = (*anchors.get(anchor, ()), entry)
        return found

    def _entry(self, one: Gathered) -> Entry:
        rulings = self._attached.rulings.get(one.commitment.id, ())
        stands = standing(rulings)
        return Entry(
            commitment=one.commitment,
            document=one.document,
            passage=one.passage,
            reference=one.reference,
            status=stands.status,
            timing=timing(one.first_due, stands.status, self.today),
            first_due=one.first_due,
            rulings=rulings,
            copies=one.copies,
            repeats=one.repeats,
            repeated=one.repeated,
            is_commitment=stands.is_commitment,
        )


def attach(gathered: Iterable[Gathered], rulings: Iterable[Ruling]) -> Attached:
    """Puts each decision to the commitment that bears its id, else to the only one that has its words."""
    by_id: dict[str, str] = {}
    by_quote: dict[str, set[str]] = {}
    for one in gathered:
        own = one.commitment.id
        for commitment in (one.commitment, *(copy.commitment for copy in one.copies)):
            by_id.setdefault(commitment.id, own)
            by_quote.setdefault(_words(commitment.quote), set()).add(own)
    found: dict[str, list[Ruling]] = {}
    orphans = []
    for ruling in rulings:
        standing_so = by_quote.get(_words(ruling.quote), set())
        place = by_id.get(ruling.commitment) or (min(standing_so) if len(standing_so) == 1 else None)
        if place is None:
            orphans.append(ruling)
        else:
            found.setdefault(place, []).append(ruling)
    return Attached(
        rulings={place: tuple(sorted(each, key=lambda one: (one.when, one.line))) for place, each in found.items()},
        orphans=tuple(orphans),
    )


def orphan_problems(orphans: Iterable[Ruling]) -> tuple[Problem, ...]:
    """What to tell of decisions whose words have gone: they are kept, and count again when the words come back."""
    return tuple(
        Problem(
            severity=Severity.NOTICE,
            where=f"{FILE}, line {ruling.line}",
            message=f"is about words that no paper has now, or several: “{_short(ruling.quote or ruling.commitment)}”",
            hint="It is kept, and counts again when the words stand in one paper only.",
        )
        for ruling in orphans
    )


def _words(quote: str) -> str:
    """A quote as it is compared: a spreadsheet may have changed its signs, a person its spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in quote.casefold()).split())


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:80]}…"
