"""Which kind of promise does a reading make of its line?"""

from __future__ import annotations

import re
from collections.abc import Collection

from indexer.enrich.commitments.actors import is_body_of_several
from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import Clause
from indexer.enrich.commitments.cues import GOES_ON
from indexer.enrich.commitments.marks import Place
from indexer.enrich.commitments.readings import Context, Reading
from indexer.enrich.commitments.subjects import Subject
from indexer.enrich.commitments.verbs import Deed, is_weak
from indexer.model.commitment import CommitmentKind

_LEVEL = (
    r"(?:\d[\d,.]*\s?%|\d[\d,.]*\sper\scent"
    r"|(?:nine|eight|seven|six|four|three|two)\s(?:in|out\sof)\s(?:every\s)?(?:ten|five|four|three))"
)
# A level that is to be reached: "to be 14% by March", "come down to 18", "fewer than 15%".
_REACHED = re.compile(
    rf"\b(?:be|reach(?:es)?|stays?|remain|exceed|to)\s(?:at\s|above\s|below\s|under\s)?(?:least\s)?{_LEVEL}"
    rf"|{_LEVEL}[^.;|]{{0,80}}\bby\s|\b(?:below|above|under|at\sleast|no\smore\sthan|fewer\sthan|less\sthan)\s£?{_LEVEL}"
    r"|\b(?:come|brought|go|fall|reduced|increased?|rise|raised|cut)\s(?:down|up)?\s?(?:from\s[\d,.]+%?\s)?to\s(?:[\d,.]+|\w+\sor\sfewer)(?!\s(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December)|\d)",
    re.IGNORECASE,
)
_HOPED = re.compile(r"\bhop(?:ed?|es)\b", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:targets?|trajectory|milestone)\b", re.IGNORECASE)

_JOINT = re.compile(r"\b(?:joint(?:ly)?|together|with\s(?:us|the\scouncil|our)|half\sand\shalf)\b", re.IGNORECASE)


_AT_PLACE = {
    Place.DECIDED: CommitmentKind.DECISION,
    Place.ACTION: CommitmentKind.ACTION,
    Place.ASKED: CommitmentKind.RECOMMENDATION,
}


def kind_of(reading: Reading, cues: Collection[str], context: Context) -> CommitmentKind:
    """By the place of the line first, then by who speaks and how firmly."""
    if at_place := _AT_PLACE.get(reading.line.place):
        return at_place
    if reading.clause is None:
        return CommitmentKind.INTENTION if _is_vague_item(reading) else CommitmentKind.PLAN
    if GOES_ON in cues:
        return CommitmentKind.EXTERNAL if context.follows is CommitmentKind.EXTERNAL else CommitmentKind.PLAN
    return _of_clause(reading, reading.clause, context)


def _is_vague_item(reading: Reading) -> bool:
    """Whether an item of a list promises little; what goes on in a time that is named is a plan for that time."""
    goes_on = reading.when.due is not None and reading.line.words.lower().startswith("continu")
    return is_weak(reading.line.words) and not goes_on


def _of_clause(reading: Reading, clause: Clause, context: Context) -> CommitmentKind:
    line = reading.line
    alone = reading.subject is Subject.PARTNER and not context.is_joint and not _JOINT.search(line.words)
    if reading.subject is Subject.OUTSIDE or alone:
        return CommitmentKind.EXTERNAL
    if _REACHED.search(clause.own) and (reading.when.due or _TARGET.search(line.words)):
        return CommitmentKind.TARGET
    undertaken = clause.ahead is Ahead.UNDERTAKES and line.in_minutes
    is_vague = reading.verb.deed is Deed.WEAK and not reading.is_dated and not undertaken
    if clause.ahead is Ahead.HOPES or is_vague or _HOPED.search(clause.frame):
        return CommitmentKind.INTENTION
    does = reading.subject in {Subject.OURS, Subject.SOMEBODY} and not reading.verb.is_passive
    is_body = reading.actor is not None and is_body_of_several(reading.actor.text)
    by_somebody = (does and not is_body) or reading.frame is not None
    personally = reading.subject is Subject.I or (line.in_minutes and by_somebody)
    says_so = clause.ahead in {Ahead.UNDERTAKES, Ahead.WILL, Ahead.WOULD}
    return CommitmentKind.UNDERTAKING if personally and says_so else CommitmentKind.PLAN
