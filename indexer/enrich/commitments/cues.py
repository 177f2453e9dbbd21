"""What speaks for a line's being a promise, and what against it?

Every cue has a name; ``weights.csv`` says how much each is worth, and why. A cue is seen in a clause, in the sentence
that it stands in, or in the place of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.enrich.commitments.actors import Actor, Side, actors
from indexer.enrich.commitments.clauses import Ahead, Clause, clauses
from indexer.enrich.commitments.clock import Clock
from indexer.enrich.commitments.doubts import Doubt, doubts_of_clause, doubts_of_sentence, is_negated, is_quoted
from indexer.enrich.commitments.leads import Place
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.persons import Persons, is_name
from indexer.enrich.commitments.subjects import Subject, doers, subject_of
from indexer.enrich.commitments.verbs import Deed, Verb, only_notes, verb_after
from indexer.enrich.commitments.when import When, when, when_of_row
from indexer.model.commitment import CommitmentKind


GOES_ON = "goes on from a promise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A way to read a line as a promise: one of its clauses, or all of it where its place makes it one."""

    clause: Clause | None
    subject: Subject
    actor: Actor | None  # the subject, where it is somebody
    frame: Actor | None  # who is said to have said so
    verb: Verb
    when: When
    cues: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the lines before one say of it."""

    people: Persons
    clock: Clock
    before: Actor | None = None  # of whom the lines before, in the same paragraph, spoke last
    follows: CommitmentKind | None = None  # the line before is a promise of this kind


def readings(line: Line, context: Context) -> Iterator[Reading]:
    """The ways to read ``line``, each with its cues."""
    place = frozenset(_of_place(line))
    if line.columns:
        due = when_of_row(line, context.clock)
        yield _whole(line, due, place | set(_of_due(due)))
        return
    if line.place not in {Place.TOLD, Place.RECOUNTED, Place.QUOTED}:
        due = when(line, (line.said, line.said, len(line.quote)), context.clock)
        always = {str(doubt) for doubt in doubts_of_sentence(line.words)} & _ALWAYS
        cues = place | (set(_of_due(due)) - {"time gone by"}) | always
        yield _whole(line, due, cues - {"only notes"} if "time to come" in cues else cues)
        return
    before = context.before
    for clause in clauses(line.words, verbless=line.is_item or line.in_minutes):
        part = _part(line.words, clause.start)
        spoken = doers(
            line.words[: clause.subject_start], actors(line.words[: clause.subject_start], context.people.pattern)
        )
        frame = _frame(clause.frame, context.people)
        before = frame or (spoken[-1] if spoken else None) or before
        named = actors(clause.subject, context.people.pattern)
        if not named and is_name(clause.subject):
            named = (Actor(start=0, end=len(clause.subject), text=clause.subject),)
        subject, actor = subject_of(clause.subject, named, before)
        if subject is Subject.THING and frame and frame.side is not Side.OURS:
            subject, actor = (Subject.OUTSIDE if frame.side is Side.OUTSIDE else Subject.PARTNER), frame
        verb = verb_after(clause.rest.removeprefix(" that"))
        end = len(line.quote) if line.cells else line.said + clause.end + len(clause.rest)
        span = (line.said + clause.since, line.said + clause.start, end)
        due = when(line, span, context.clock, any_time=clause.ahead is Ahead.ROUTE or bool(line.cells))
        yield Reading(
            clause=clause,
            subject=subject,
            actor=actor,
            frame=frame,
            verb=verb,
            when=due,
            cues=place
            | frozenset(map(str, _doubts(clause, part)))
            | frozenset(_of_clause(line, clause, subject, verb, context))
            | frozenset(_of_due(due)),
        )


# What no place outweighs.
_ALWAYS = frozenset({str(Doubt.QUESTION)})
# Verbs that look ahead from the past: in minutes that is how everything is reported, in a report it is told.
_PAST = re.compile(
    r"(?:was|were)\b|(?:undertook|gave|promised|pledged|committed|agreed|offered|volunteered"
    r"|assured|intended|planned|proposed|hoped|aimed|sought|aspired)\b",
    re.IGNORECASE,
)
# After these the verb itself says little: "is to be in post by January".
_TELLING = frozenset({Ahead.WILL, Ahead.WOULD, Ahead.WAS_TO, Ahead.EXPECTED, Ahead.SHOULD, Ahead.INTENDS, Ahead.DOING})
_WAS = re.compile(r"\b(?:was|were|had|has|have|met|missed|rose|fell)\b")
# What is no doubt of some verbs: "could be explored" is weak by itself, "is to be published every year" a promise.
_NO_DOUBT = {Ahead.LATER: set[Doubt](), Ahead.DOING: set[Doubt](), Ahead.HOPES: {Doubt.USUAL, Doubt.PERMISSION}}
_LEADS_IN = re.compile(r":\W*$")
_SAYS = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:said|says|confirm(?:s|ed)|advised|assure[sd]|explain(?:s|ed)|report(?:s|ed)|state[sd]|agree[sd]|undertook|replied"
    r"|informed|indicate[sd]|promise[sd]|announced|told|added|wrote|written|stressed|clarified|emphasised)\b"
)
_PRONOUN = re.compile(r"(?:^|\s)(?:it|he|she|they)\s*$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|is|are)\s(?:\w+\s)?$")
_BY_SOMEBODY = re.compile(r"\sby\s(?=the\s|[A-Z]|officers|our)")


def _of_clause(line: Line, clause: Clause, subject: Subject, verb: Verb, context: Context) -> Iterator[str]:
    yield str(clause.ahead)
    yield f"speaks of {subject.name.lower()}"
    if (
        context.follows
        and clause.ahead in {Ahead.WOULD, Ahead.WILL}
        and _PRONOUN.search(clause.subject)
        and verb.deed is not Deed.TURNS_OUT
    ):
        yield GOES_ON
    elif clause.ahead in _TELLING and not (subject is Subject.THERE and verb.deed is Deed.IS):
        yield f"verb {_deed_of(verb, subject).name.lower()}"
    near = set(doubts_of_clause(clause.own)) - _NO_DOUBT.get(clause.ahead, {Doubt.USUAL})
    yield from map(str, near)
    if line.in_minutes:
        yield f"{clause.ahead} in minutes"
    elif (
        _PAST.match(line.words, clause.start) or (clause.ahead is Ahead.NUMBER and _WAS.search(line.words))
    ) and not _HAS.search(line.words, 0, clause.start):
        yield "looks ahead from the past"
    if is_negated(clause.subject, line.words[clause.start : clause.end], clause.rest):
        yield str(Doubt.NEGATED)
    if line.in_quotation or is_quoted(line.words, clause.start):
        yield str(Doubt.QUOTED)
    if verb.is_passive and any(
        actor.side is Side.OURS and _BY_SOMEBODY.search(clause.rest, 0, actor.start)
        for actor in actors(clause.rest, context.people.pattern)
    ):
        yield "to be done by somebody here"


def _frame(words: str, people: Persons) -> Actor | None:
    """Who says so: "The Director confirmed that"; not who hears it: "Members noted that", "the Board was told that"."""
    said = _SAYS.search(words)
    return next(iter(actors(words[: said.start()], people.pattern)), None) if said else None


def _deed_of(verb: Verb, subject: Subject) -> Deed:
    """What the verb does of this subject: a plan that includes is described, an officer who includes does it."""
    if verb.deed is not Deed.TELLS:
        return verb.deed
    return Deed.TURNS_OUT if subject in {Subject.THING, Subject.IT, Subject.THERE, Subject.PEOPLE} else Deed.DOES


# A condition elsewhere in the sentence is none of these: "and the second home is to open in May".
_SETTLED = frozenset({Ahead.IS_TO, Ahead.SCHEDULED, Ahead.UNDERTAKES, Ahead.BEING_DONE})


def _doubts(clause: Clause, part: str) -> set[Doubt]:
    doubts = set(doubts_of_sentence(part))
    if clause.ahead in _SETTLED and Doubt.CONDITION not in set(doubts_of_sentence(clause.own)):
        doubts.discard(Doubt.CONDITION)
    return doubts


def _part(sentence: str, at: int) -> str:
    """What stands between the semicolons around ``at``: an "if" beyond them is of something else."""
    return sentence[sentence.rfind("; ", 0, at) + 1 : (sentence.find("; ", at) + 1 or len(sentence) + 1) - 1]


def _whole(line: Line, due: When, cues: frozenset[str] | set[str]) -> Reading:
    return Reading(
        clause=None,
        subject=Subject.THING,
        actor=None,
        frame=None,
        verb=verb_after(line.words),
        when=due,
        cues=frozenset(cues),
    )


def _of_place(line: Line) -> Iterator[str]:
    yield f"place {line.place.name.lower()}"
    if line.place in {Place.DECIDED, Place.ASKED} and only_notes(line.words):
        yield "only notes"
    if len(line.words.split()) < 3:
        yield "fewer than three words"
    if not line.words or _LEADS_IN.search(line.words):
        yield "leads in"


def _of_due(found: When) -> Iterator[str]:
    if found.due:
        yield "time on an event" if found.is_event else "time to come" if found.due.first else "time without days"
    elif found.is_past:
        yield "time gone by"
