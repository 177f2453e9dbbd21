"""Which commitments does a paper hold, and what is known of each?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indexer.enrich.commitments.actions import action_of
from indexer.enrich.commitments.actors import Actor, actors
from indexer.enrich.commitments.clock import clock_of
from indexer.enrich.commitments.cues import Context, Reading, readings
from indexer.enrich.commitments.identity import Ids
from indexer.enrich.commitments.kinds import kind_of
from indexer.enrich.commitments.lines import Line, lines
from indexer.enrich.commitments.owners import answerable, owner_of, speaker_of
from indexer.enrich.commitments.persons import persons
from indexer.enrich.commitments.repeats import refers_to
from indexer.enrich.commitments.subjects import doers
from indexer.enrich.commitments.verbs import Deed
from indexer.enrich.commitments.weights import ENOUGH, score
from indexer.model.commitment import Commitment, CommitmentKind
from indexer.model.document import Document


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The commitments of ``document``, whose topics have been found, in reading order."""
    return tuple(_Finder(document).commitments())


class _Finder:
    """Reads one paper line by line."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._people = persons(document)
        self._clock = clock_of(document)
        self._speaker = speaker_of(document)
        self._answerable = answerable(document)
        self._ids = Ids(document.id)

    def commitments(self) -> Iterator[Commitment]:
        anchor, before, follows = "", None, None
        for line in lines(self._document):
            if line.anchor != anchor:
                anchor, before, follows = line.anchor, None, None
            context = Context(people=self._people, clock=self._clock, before=before, follows=follows)
            likeliest = _likeliest(readings(line, context))
            if likeliest is not None and score(likeliest.cues) >= ENOUGH:
                found = self._commitment(line, likeliest, follows)
                follows = found.kind
                yield found
            else:
                follows = None
            before = self._spoken_of(line) or before

    def _spoken_of(self, line: Line) -> Actor | None:
        return next(iter(doers(line.words, actors(line.words, self._people.pattern))), None)

    def _commitment(self, line: Line, reading: Reading, before: CommitmentKind | None) -> Commitment:
        owner = owner_of(reading, line, self._people, self._speaker)
        kind = kind_of(reading, line, before)
        return Commitment(
            id=self._ids.of(line.quote),
            anchor=line.anchor,
            start=line.start,
            end=line.end,
            quote=line.quote,
            action=action_of(reading, line),
            kind=kind,
            lead_in=line.lead_in if line.is_item else None,
            owner=owner.name or self._answerable,
            role=self._people.post(owner.name) if owner.name else None,
            owner_stated=owner.is_stated,
            partners=owner.partners,
            due=reading.when.due,
            checkable=kind.is_firm and _can_be_checked(line, reading),
            topics=tuple(match.topic for match in self._document.topics if line.anchor in match.paragraphs),
            refers_to=refers_to(line.words, self._clock),
            score=round(score(reading.cues), 3),
            cues=tuple(sorted(reading.cues)),
        )


# How much likelier a later clause of a sentence must be than the one before it to be the one that counts.
_LATER = 0.1


def _likeliest(found: Iterable[Reading]) -> Reading | None:
    best, reached = None, 0.0
    for reading in found:
        likely = score(reading.cues)
        if best is None or likely > reached + (_LATER if reached >= ENOUGH else 0):
            best, reached = reading, likely
    return best


_NUMBER = re.compile(r"\d")


def _can_be_checked(line: Line, reading: Reading) -> bool:
    """Whether it says what could be seen to have been done: a deed, a number, a day."""
    if reading.when.due and reading.when.due.first:
        return True
    return reading.verb.deed is Deed.DOES or bool(_NUMBER.search(line.words))
