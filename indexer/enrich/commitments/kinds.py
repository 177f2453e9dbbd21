"""Which kind of promise does a reading make of its line?"""

from __future__ import annotations

import re

from indexer.enrich.commitments.clauses import Ahead
from indexer.enrich.commitments.cues import GOES_ON, Reading
from indexer.enrich.commitments.leads import Place
from indexer.enrich.commitments.lines import Line
from indexer.enrich.commitments.subjects import Subject
from indexer.enrich.commitments.verbs import Deed, is_weak
from indexer.model.commitment import CommitmentKind

_LEVEL = r"(?:\d[\d,.]*\s?%|\d[\d,.]*\sper\scent|(?:nine|eight|seven|six|four|three|two)\s(?:in|out\sof)\s(?:every\s)?(?:ten|five|four|three))"
# A level that is to be reached: "to be 14% by March", "come down to 18", "fewer than 15%".
_REACHED = re.compile(
    rf"\b(?:be|reach(?:es)?|stays?|remain|exceed|to)\s(?:at\s|above\s|below\s|under\s)?(?:least\s)?{_LEVEL}"
    rf"|{_LEVEL}[^.;|]{{0,80}}\bby\s|\b(?:below|above|under|at\sleast|no\smore\sthan|fewer\sthan|less\sthan)\s£?{_LEVEL}"
    r"|\b(?:come|brought|go|fall|reduced|increased?|rise|raised|cut)\s(?:down|up)?\s?(?:from\s[\d,.]+%?\s)?to\s(?:[\d,.]+|\w+\sor\sfewer)(?!\s(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December)|\d)",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\b(?:targets?|trajectory|milestone)\b", re.IGNORECASE)

_JOINT = re.compile(r"\b(?:joint(?:ly)?|together|with\s(?:us|the\scouncil|our)|half\sand\shalf)\b", re.IGNORECASE)


def kind_of(reading: Reading, line: Line, before: CommitmentKind | None) -> CommitmentKind:
    """By the place of the line first, then by who speaks and how firmly; ``before`` is that of the promise before."""
    at_place = {
        Place.DECIDED: CommitmentKind.DECISION,
        Place.ACTION: CommitmentKind.ACTION,
        Place.ASKED: CommitmentKind.RECOMMENDATION,
    }.get(line.place)
    if at_place:
        return at_place
    clause = reading.clause
    if clause is None:
        return CommitmentKind.INTENTION if is_weak(line.words) else CommitmentKind.PLAN
    if GOES_ON in reading.cues:
        return CommitmentKind.EXTERNAL if before is CommitmentKind.EXTERNAL else CommitmentKind.PLAN
    if reading.subject is Subject.OUTSIDE or (reading.subject is Subject.PARTNER and not _JOINT.search(line.words)):
        return CommitmentKind.EXTERNAL
    if _REACHED.search(clause.own) and (reading.when.due or _TARGET.search(line.words)):
        return CommitmentKind.TARGET
    is_dated = bool(reading.when.due and reading.when.due.first)
    is_vague = reading.verb.deed is Deed.WEAK and not is_dated and clause.ahead is not Ahead.UNDERTAKES
    if clause.ahead is Ahead.HOPES or is_vague:
        return CommitmentKind.INTENTION
    personally = line.in_minutes and (reading.subject in {Subject.OURS, Subject.SOMEBODY} or reading.frame is not None)
    if clause.ahead in {Ahead.UNDERTAKES, Ahead.WILL, Ahead.WOULD} and (personally or reading.subject is Subject.I):
        return CommitmentKind.UNDERTAKING
    return CommitmentKind.PLAN
