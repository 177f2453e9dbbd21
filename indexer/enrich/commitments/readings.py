"""In which ways can a line be read as a promise?

A line at a place of promises (under RESOLVED, in a list that "We will:" leads in to) is read as a whole; in running
text each clause that looks ahead is a way of reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.enrich.commitments.actors import Actor, Side, actors
from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import Clause, clauses
from indexer.enrich.commitments.clock import Clock
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.marks import Place
from indexer.enrich.commitments.persons import Persons, is_name
from indexer.enrich.commitments.subjects import Subject, doers, subject_of
from indexer.enrich.commitments.verbs import Verb, verb_after
from indexer.enrich.commitments.when import When, when, when_of_row
from indexer.model.commitment import CommitmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the paper, and the lines before in the same paragraph, say of a line."""

    people: Persons
    clock: Clock
    before: Actor | None = None  # of whom the lines before spoke last
    follows: CommitmentKind | None = None  # the line before is a promise of this kind
    is_joint: bool = False  # the paper is one of a partnership: what its partners promise is ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read ``line``; without ``clause``, as a whole."""

    line: Line
    clause: Clause | None
    subject: Subject
    actor: Actor | None  # the subject, where it is somebody
    frame: Actor | None  # who is said to have said so
    verb: Verb
    when: When

    @property
    def is_dated(self) -> bool:
        return self.when.due is not None and self.when.due.first is not None


def readings(line: Line, context: Context) -> Iterator[Reading]:
    """The ways to read ``line``, in the order of its clauses."""
    if line.columns:
        yield _whole(line, when_of_row(line, context.clock))
    elif line.place in {Place.TOLD, Place.RECOUNTED, Place.QUOTED}:
        yield from _by_clauses(line, context)
    else:
        yield _whole(line, when(line, (line.said, line.said, len(line.quote)), context.clock))


def _whole(line: Line, due: When) -> Reading:
    verb = verb_after(line.words)
    return Reading(line=line, clause=None, subject=Subject.THING, actor=None, frame=None, verb=verb, when=due)


def _by_clauses(line: Line, context: Context) -> Iterator[Reading]:
    people, before = context.people.pattern, context.before
    for clause in clauses(line.words, verbless=line.is_item or line.in_minutes):
        frame = _frame(clause.frame, context.people)
        spoken = doers(line.words, actors(line.words[: clause.subject_start], people))
        before = frame or (spoken[-1] if spoken else None) or (None if clause.is_relative else before)
        named = actors(clause.subject, people)
        if not named and (is_name(clause.subject) or _INITIALS.fullmatch(clause.subject)):
            named = (Actor(start=0, end=len(clause.subject), text=clause.subject),)
        subject, actor = subject_of(clause.subject, named, before)
        if subject is Subject.THING and frame and frame.side is not Side.OURS:
            subject, actor = (Subject.OUTSIDE if frame.side is Side.OUTSIDE else Subject.PARTNER), frame
        if clause.ahead is Ahead.TO_DO and not line.is_item and not _is_told_to(clause, actor):
            continue
        verb = verb_after(f"be {clause.rest}" if clause.ahead is Ahead.TO_BE else clause.rest.removeprefix(" that"))
        due = _when(line, clause, context.clock)
        yield Reading(line=line, clause=clause, subject=subject, actor=actor, frame=frame, verb=verb, when=due)


def _when(line: Line, clause: Clause, clock: Clock) -> When:
    end = len(line.quote) if line.cells else line.said + clause.end + len(clause.rest)
    span = (line.said + clause.since, line.said + clause.start, end)
    return when(line, span, clock, any_time=clause.ahead is Ahead.ROUTE or bool(line.cells))


_SAYS = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:added|advised|agree[sd]|announced|assure[sd]|clarified|confirm(?:s|ed)|emphasised"
    r"|explain(?:s|ed)|indicate[sd]|informed|promise[sd]|replied|report(?:s|ed)|said|says|state[sd]|stressed|told|undertook"
    r"|written|wrote)\b"
)


_INITIALS = re.compile(r"[A-Z]{2,3}|[A-Z]\.\s?[A-Z][\w’'-]+")


def _frame(words: str, people: Persons) -> Actor | None:
    """Who says so: "The Director confirmed that"; not who hears it: "Members noted that", "the Board was told that"."""
    said = _SAYS.search(words)
    return next(iter(actors(words[: said.start()], people.pattern)), None) if said else None


def _is_told_to(clause: Clause, actor: Actor | None) -> bool:
    """Whether a sentence of minutes is an action without its mark: "Clerk to circulate the dates"."""
    return clause.subject_start == 0 and actor is not None and actor.text == clause.subject
