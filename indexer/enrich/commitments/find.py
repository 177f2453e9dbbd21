"""Which commitments does a paper hold, and what is known of each?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from indexer.enrich.commitments.actions import action_of
from indexer.enrich.commitments.actors import Actor, Side, actors
from indexer.enrich.commitments.clock import Clock, clock_of
from indexer.enrich.commitments.cues import cues_of
from indexer.enrich.commitments.identity import Ids
from indexer.enrich.commitments.kinds import kind_of
from indexer.enrich.commitments.lines import Line, lines
from indexer.enrich.commitments.owners import answerable, owner_of, speaker_of
from indexer.enrich.commitments.persons import Persons, persons
from indexer.enrich.commitments.readings import Context, Reading, readings
from indexer.enrich.commitments.repeats import refers_to
from indexer.enrich.commitments.subjects import doers
from indexer.enrich.commitments.verbs import Deed
from indexer.enrich.commitments.weights import ENOUGH, score
from indexer.model.commitment import Commitment, CommitmentKind
from indexer.model.document import Document


class Weighed(NamedTuple):
    """A reading with its cues, how likely it is a promise, and of which kind it would be."""

    reading: Reading
    cues: frozenset[str]
    score: float
    kind: CommitmentKind


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The commitments of ``document``, whose topics have been found, in reading order."""
    people, clock = persons(document), clock_of(document)
    finder = _Finder(document, people, clock)
    return tuple(
        finder.commitment(best)
        for found in weighed(document, people, clock)
        if (best := likeliest(found)) is not None and best.score >= ENOUGH
    )


def weighed(document: Document, people: Persons, clock: Clock) -> Iterator[tuple[Weighed, ...]]:
    """Of each line of ``document``, in order, the ways to read it as a promise: none where nothing looks ahead."""
    unread = Context(people=people, clock=clock, is_joint=_is_joint(document))
    anchor, context = "", unread
    for line in lines(document):
        if line.anchor != anchor:
            anchor, context = line.anchor, unread
        found = tuple(_weigh(reading, context) for reading in readings(line, context))
        yield found
        best = likeliest(found)
        follows = best.kind if best is not None and best.score >= ENOUGH else None
        context = replace(context, before=_spoken_of(line, people) or context.before, follows=follows)


_PARTNERSHIP = re.compile(
    r"\b(?:partnership|safeguarding\s(?:children\s)?board|statement\sof\saction|area\ssend|joint\s\w+)\b", re.IGNORECASE
)


def _is_joint(document: Document) -> bool:
    """Whether the paper is of several bodies together, such as the safeguarding partners."""
    names = (document.title.value, document.committee.value if document.committee else "")
    return any(map(_PARTNERSHIP.search, names))


def _weigh(reading: Reading, context: Context) -> Weighed:
    cues = cues_of(reading, context)
    return Weighed(reading, cues, score(cues), kind_of(reading, cues, context))


# How much likelier a later clause must be than the one before it to be the one that the sentence is about.
_LATER = 0.1


def likeliest(found: tuple[Weighed, ...]) -> Weighed | None:
    """The reading that counts: the first that is a promise, unless a later one plainly is more."""
    best: Weighed | None = None
    for one in found:
        if best is None or one.score > best.score + (_LATER if best.score >= ENOUGH else 0):
            best = one
    return best


def _spoken_of(line: Line, people: Persons) -> Actor | None:
    """Whom "she" or "it" stands for in the next sentence: who does something in this one, else who else is named."""
    named = actors(line.words, people.pattern)
    outside = (actor for actor in named if actor.side is not Side.OURS)  # "Decisions of the Home Office"
    return next(iter(doers(line.words, named)), None) or next(outside, None)


class _Finder:
    """Says what is known of the commitments of one paper."""

    def __init__(self, document: Document, people: Persons, clock: Clock) -> None:
        self._document, self._people, self._clock = document, people, clock
        self._speaker = speaker_of(document)
        self._answerable = answerable(document, people)
        self._ids = Ids(document.id)

    def commitment(self, found: Weighed) -> Commitment:
        reading, line = found.reading, found.reading.line
        owner = owner_of(reading, self._people, self._speaker)
        return Commitment(
            id=self._ids.of(line.quote),
            anchor=line.anchor,
            start=line.start,
            end=line.end,
            quote=line.quote,
            action=action_of(reading),
            kind=found.kind,
            lead_in=line.lead_in if line.is_item else None,
            owner=owner.name or self._answerable,
            role=self._people.post(owner.name) if owner.name else None,
            owner_stated=owner.name is not None,
            partners=owner.partners,
            due=reading.when.due,
            checkable=found.kind.is_firm and _can_be_checked(reading),
            topics=tuple(match.topic for match in self._document.topics if line.anchor in match.paragraphs),
            refers_to=refers_to(line, self._clock),
            score=round(found.score, 3),
            cues=tuple(sorted(found.cues)),
        )


_NUMBER = re.compile(r"\d")


def _can_be_checked(reading: Reading) -> bool:
    """Whether it says what could be seen to have been done: a deed, a number, a day."""
    return reading.is_dated or reading.verb.deed is Deed.DOES or bool(_NUMBER.search(reading.line.words))
