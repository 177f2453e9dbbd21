"""What speaks for a reading's being a promise, and what against it?

Every cue has a name; ``weights.csv`` says how much each is worth, and why. A cue is seen in the clause, in the sentence
that it stands in, or in the place of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.enrich.commitments.actors import Side, actors
from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import Clause
from indexer.enrich.commitments.doubts import Doubt, doubts_of_clause, doubts_of_sentence, is_negated, is_quoted
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.marks import Place
from indexer.enrich.commitments.readings import Context, Reading
from indexer.enrich.commitments.subjects import Subject
from indexer.enrich.commitments.verbs import Deed, only_notes
from indexer.enrich.commitments.when import When

GOES_ON = "goes on from a promise"


def cues_of(reading: Reading, context: Context) -> frozenset[str]:
    """The names of all cues of ``reading``."""
    of_line = frozenset((*_of_place(reading.line), *_of_due(reading.when)))
    if reading.clause:
        return of_line | frozenset(_of_clause(reading, reading.clause, context))
    if reading.line.columns:
        return of_line
    asked = Doubt.QUESTION in set(doubts_of_sentence(reading.line.words))
    unsaid = {"time gone by", "only notes"} if "time to come" in of_line else {"time gone by"}
    return of_line - unsaid | ({str(Doubt.QUESTION)} if asked else set())


_LEADS_IN = re.compile(r":\W*$")


def _of_place(line: Line) -> Iterator[str]:
    yield str(line.place)
    if line.place in {Place.DECIDED, Place.ASKED} and only_notes(line.words):
        yield "only notes"
    if len(line.words.split()) < 2:
        yield "one word"
    if not line.words or _LEADS_IN.search(line.words):
        yield "leads in"


def _of_due(found: When) -> Iterator[str]:
    if found.due:
        yield "time on an event" if found.is_event else "time to come" if found.due.first else "time without days"
    elif found.is_past:
        yield "time gone by"


# After these the verb itself says much; after "is to" little: "is to be in post by January".
_TELLING = frozenset({Ahead.WILL, Ahead.WOULD, Ahead.WAS_TO, Ahead.EXPECTED, Ahead.SHOULD, Ahead.INTENDS, Ahead.DOING})
# In minutes everything is reported in the past; in a report what looks ahead from the past is told.
_PAST = re.compile(
    r"(?:was|were|undertook|gave|promised|pledged|committed|agreed|offered|volunteered|assured|intended|planned|proposed"
    r"|hoped|aimed|sought|aspired)\b",
    re.IGNORECASE,
)
_HAS = re.compile(r"\b(?:has|have|is|are)\s(?:\w+\s)?$")
_WAS = re.compile(r"\b(?:was|were|had|has|have|met|missed|rose|fell)\b")


def _of_clause(reading: Reading, clause: Clause, context: Context) -> Iterator[str]:
    line = reading.line
    yield str(clause.ahead)
    # "Children are to be seen alone" promises what "children will be seen more often" foresees.
    subject = Subject.THING if reading.subject is Subject.PEOPLE and clause.ahead in _SETTLED else reading.subject
    yield str(subject)
    if _goes_on(reading, clause, context):
        yield GOES_ON
    elif clause.ahead in _TELLING and not (reading.subject is Subject.THERE and reading.verb.deed is Deed.IS):
        yield str(_deed(reading))
    if line.in_minutes:
        yield f"{clause.ahead} in minutes"
    elif _is_told(clause, line.words):
        yield "looks ahead from the past"
    if clause.is_relative and clause.ahead in {Ahead.LATER, Ahead.HOPES}:
        yield "in a relative clause"
    if _has_agent(reading, clause, context):
        yield "to be done by somebody here"
    yield from map(str, _doubts(line, clause))


_PRONOUN = re.compile(r"(?:^|\s)(?:it|he|she|they)\s*$", re.IGNORECASE)


def _goes_on(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether it says more of the promise before it: "It would be shorter than this one"."""
    return (
        context.follows is not None
        and clause.ahead in {Ahead.WOULD, Ahead.WILL}
        and _PRONOUN.search(clause.subject) is not None
        and reading.verb.deed is not Deed.TURNS_OUT
    )


def _deed(reading: Reading) -> Deed:
    """What the verb does of this subject: a plan that includes is described, an officer who includes does it."""
    if reading.verb.deed is not Deed.TELLS:
        return reading.verb.deed
    described = reading.subject in {Subject.THING, Subject.IT, Subject.THERE, Subject.PEOPLE}
    return Deed.TURNS_OUT if described else Deed.DOES


def _is_told(clause: Clause, words: str) -> bool:
    if clause.ahead is Ahead.NUMBER:  # "has come down to 22% by a reminder"
        return _WAS.search(words) is not None
    return _PAST.match(words, clause.start) is not None and not _HAS.search(words, 0, clause.start)


_BY = re.compile(r"\sby\s(?:the\s|our\s)?$")


def _has_agent(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a passive names who of ours does it: "reported by the Chair"."""
    return reading.verb.is_passive and any(
        actor.side is Side.OURS and _BY.search(clause.rest[: actor.start])
        for actor in actors(clause.rest, context.people.pattern)
    )


# A condition elsewhere in the sentence is none of these: "and the second home is to open in May".
_SETTLED = frozenset({Ahead.IS_TO, Ahead.SCHEDULED, Ahead.UNDERTAKES, Ahead.BEING_DONE})
# What is no doubt of some verbs: "could be explored" is weak by itself, "is to be published every year" a promise.
_USUAL = frozenset({Doubt.USUAL})
_NO_DOUBT = {Ahead.LATER: frozenset[Doubt](), Ahead.DOING: frozenset[Doubt](), Ahead.HOPES: _USUAL | {Doubt.PERMISSION}}


def _doubts(line: Line, clause: Clause) -> Iterator[Doubt]:
    yield from set(doubts_of_clause(clause.own)) - _NO_DOUBT.get(clause.ahead, _USUAL)
    for doubt in doubts_of_sentence(_part(line.words, clause.start)):
        if doubt is Doubt.HEARD and line.in_minutes:  # that is how minutes report: "Members were told that"
            continue
        elsewhere = doubt is Doubt.CONDITION and clause.ahead in _SETTLED
        if not elsewhere or doubt in set(doubts_of_sentence(clause.own)):
            yield doubt
    if is_negated(f"{clause.frame} {clause.subject}", line.words[clause.start : clause.end], clause.rest):
        yield Doubt.NEGATED
    if line.in_quotation or is_quoted(line.words, clause.start):
        yield Doubt.QUOTED


def _part(sentence: str, at: int) -> str:
    """What stands between the semicolons around ``at``: an "if" beyond them is of something else."""
    start, end = sentence.rfind("; ", 0, at), sentence.find("; ", at)
    return sentence[start + 1 : end if end >= 0 else len(sentence)]
