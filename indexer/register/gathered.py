"""Which commitments are there, each once? Those of versions of one paper, and of a pack and what is in it, are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from indexer.model.commitment import Commitment, Due, DuePrecision
from indexer.model.document import Document, Passage
from indexer.model.register import Copy
from indexer.register.alike import Earlier, Wording
from indexer.register.reference import references
from indexer.text.words import stems

# Of the sample's versions, what is the same with a word or a date changed shares 0.80 of its words or more, what was
# written anew ("15% by March 2025", then "14% by March 2026") 0.42.
SAME = 0.75
# Of the sample's other papers, the one promise that is told again in nearly the same words shares 0.86, the nearest
# pair of two different things ("that the programme be approved with the addition at minute 6") 0.50.
REPEATED = 0.65
# Where a paper names the day of the decision that it repeats, the words need only be nearer than those of another: of
# the sample's three such repeats the farthest shares 0.38, of ten that repeat nothing the nearest 0.21.
REFERRED_TO = 0.3
# Of what is due on the same day or in the same month, three told again share 0.40 and more, two different things 0.22.
DUE_ALIKE = 0.35
_Days = tuple[date, date]
_AGAIN = frozenset(stems("annual annually yearly year termly term quarterly quarter monthly every each"))


class Outline(Protocol):
    """What is read of a paper: not the whole of it."""

    @property
    def document(self) -> Document:
        """The document without its sections."""

    @property
    def commitments(self) -> tuple[Commitment, ...]: ...

    def passage(self, anchor: str) -> tuple[Passage, object] | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A commitment in the first paper that has it, and what the papers alone tell of it."""

    commitment: Commitment
    document: Document  # without its sections
    passage: Passage
    reference: str
    words: frozenset[str]  # the stems it is found by
    copies: tuple[Copy, ...]
    repeats: str | None
    repeated: tuple[str, ...]
    first_due: Due | None


@dataclass(slots=True, kw_only=True)
class _Kept:
    """A commitment while the others are gathered."""

    first: Copy
    words: Wording
    copies: list[Copy] = field(default_factory=list)
    repeats: int | None = None
    repeated: list[int] = field(default_factory=list)


def gather(
    outlines: Iterable[Outline], relatives: Callable[[str], frozenset[str]], label: Callable[[Document], str]
) -> tuple[Gathered, ...]:
    """Every commitment of the papers, by the date of its paper.

    ``relatives`` are the ids of the versions of a paper, of what it holds and of what holds it; ``label`` names the
    body that a paper comes from.
    """
    kept = _each_once(sorted(outlines, key=lambda outline: _order(outline.document)), relatives)
    _link_repeats(kept, relatives)
    named = references((one.first.document for one in kept), label)
    return tuple(_gathered(number, reference, kept) for number, reference in enumerate(named))


def day_of(document: Document) -> date | None:
    """The day of a paper; of one that has only a year, the last of it."""
    if document.date:
        return document.date.value
    return date(document.year.value, 12, 31) if document.year else None


def _order(document: Document) -> tuple[date, bool, str]:
    """By date, those without last; of one date the paper before the agenda that holds it."""
    return day_of(document) or date.max, document.kind.value == "agenda", document.id


def _each_once(outlines: Sequence[Outline], relatives: Callable[[str], frozenset[str]]) -> list[_Kept]:
    kept: list[_Kept] = []
    of_document: dict[str, list[_Kept]] = {}
    for outline in outlines:
        document = outline.document
        related = [one for other in sorted(relatives(document.id)) for one in of_document.get(other, ())]
        own = []
        for commitment in outline.commitments:
            found = outline.passage(commitment.anchor)
            if found is None:
                continue
            copy = Copy(commitment=commitment, document=document, passage=found[0])
            words = Wording.of(commitment)
            same = _same(words, commitment, related)
            if same:
                same.copies.append(copy)
                related.remove(same)
            else:
                own.append(_Kept(first=copy, words=words))
        kept += own
        of_document[document.id] = own
    return kept


def _same(words: Wording, commitment: Commitment, related: Sequence[_Kept]) -> _Kept | None:
    """The commitment of another version that says the same: in the same words, else in the most alike."""
    best = max(related, key=lambda one: _nearness(words, commitment, one), default=None)
    return best if best and _nearness(words, commitment, best) >= SAME else None


def _nearness(words: Wording, commitment: Commitment, one: _Kept) -> float:
    return 1.0 if one.first.commitment.quote == commitment.quote else words.likeness(one.words)


def _link_repeats(kept: Sequence[_Kept], relatives: Callable[[str], frozenset[str]]) -> None:
    """Links each commitment to the earlier one that it repeats: told in nearly the same words, or in some of them where
    it names the day of that decision, or the same time to be done.
    """
    earlier = Earlier((one.words for one in kept), REPEATED)
    by_day: dict[date, list[int]] = {}
    by_due: dict[_Days, list[int]] = {}
    for number, one in enumerate(kept):
        document, day = one.first.document, day_of(one.first.document)
        if day is None:
            continue
        apart = relatives(document.id) | {document.id}
        due, refers_to = _days_due(one), one.first.commitment.refers_to
        told = [other for other in earlier.near(one.words) if not _is_periodic(one, kept[other])]
        for numbers, least in (
            (told, REPEATED),
            (by_day.get(refers_to, ()) if refers_to else (), REFERRED_TO),
            (by_due.get(due, ()) if due else (), DUE_ALIKE),
        ):
            others = [other for other in numbers if kept[other].first.document.id not in apart]
            link = _nearest(one, others, kept, least)
            if link is not None:
                one.repeats = link
                kept[link].repeated.append(number)
                break
        earlier.add(number, one.words)
        by_day.setdefault(day, []).append(number)
        if due:
            by_due.setdefault(due, []).append(number)


def _days_due(one: _Kept) -> _Days | None:
    """When it is due, if that is known to the day or the month; a year many things are due in."""
    due = one.first.commitment.due
    known = due and due.precision in {DuePrecision.DAY, DuePrecision.MONTH}
    return (due.first, due.last) if due and known and due.first and due.last else None


def _is_periodic(one: _Kept, other: _Kept) -> bool:
    """Whether it is another edition of what comes again and again: each has a date of its own."""
    first, second = one.first.commitment.due, other.first.commitment.due
    return bool(first and second and first.last != second.last and _AGAIN & (one.words.quote | other.words.quote))


def _nearest(one: _Kept, others: Sequence[int], kept: Sequence[_Kept], least: float) -> int | None:
    scored = [(one.words.likeness(kept[other].words), -other) for other in others]
    score, other = max(scored, default=(0.0, 0))
    return -other if score >= least else None


def _gathered(number: int, reference: str, kept: Sequence[_Kept]) -> Gathered:
    one, first = kept[number], kept[number].first
    return Gathered(
        commitment=first.commitment,
        document=first.document,
        passage=first.passage,
        reference=reference,
        words=_found_by(first),
        copies=tuple(one.copies),
        repeats=None if one.repeats is None else kept[one.repeats].first.commitment.id,
        repeated=tuple(kept[other].first.commitment.id for other in one.repeated),
        first_due=_first_due(number, kept),
    )


def _found_by(first: Copy) -> frozenset[str]:
    """What it says, who is to do it, and what its paper and the heading above it are called."""
    commitment = first.commitment
    texts = (
        *(commitment.quote, commitment.lead_in, commitment.owner, commitment.role, *commitment.partners),
        *(first.passage.heading, first.document.title.value),
    )
    return frozenset(word for text in texts if text for word in stems(text))


def _first_due(number: int, kept: Sequence[_Kept]) -> Due | None:
    """The first date ever given: by what it repeats, else by its own paper, else by a later version or repeat."""
    while (before := kept[number].repeats) is not None:
        number = before
    family = [number]
    for member in family:
        family.extend(kept[member].repeated)
    said = (copy.commitment.due for member in sorted(family) for copy in (kept[member].first, *kept[member].copies))
    return next((due for due in said if due and due.last), kept[number].first.commitment.due)
