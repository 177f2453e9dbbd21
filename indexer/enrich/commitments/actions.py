"""What is to be done, in the fewest words of the line?"""

from __future__ import annotations

import re

from indexer.enrich.commitments.readings import Reading
from indexer.enrich.commitments.subjects import Subject

_LONGEST = 240  # characters; a longer action is cut where its first clause ends
_SHORTEST = 30
_CLAUSE_END = re.compile(r"[;:]\s|\s[–—]\s|,\s(?:which|who|where|as|although|because|so|but|and)\s|\.\s")
# "So that it is not late, a report is to be made": what comes before the report is a clause of its own.
_ASIDE = re.compile(r".*,\s(?=(?:a|an|the|each|every|all|our|two|three|\d+)\s)")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b|[’']s\s")
_TO = re.compile(r"\s*(?:to|that)\s+")


def action_of(reading: Reading) -> str:
    """A cut of the quote: the cell of a row, what follows "RESOLVED that", the verb of who is to do it and the rest."""
    line = reading.line
    if line.columns:
        start, end = line.cells[line.columns.action]
        return line.quote[start:end].strip() or line.quote.strip()
    return _cut(_words(reading)) or line.quote


def _words(reading: Reading) -> str:
    line, clause = reading.line, reading.clause
    if clause is None:
        return line.words
    named = reading.subject in {Subject.OURS, Subject.PARTNER, Subject.OUTSIDE, Subject.I, Subject.WE, Subject.SOMEBODY}
    if named and not reading.verb.is_passive and clause.rest.strip():
        return _TO.sub("", clause.rest, count=1) if _TO.match(clause.rest) else clause.rest
    start = clause.subject_start
    if (aside := _ASIDE.match(line.words, start, clause.start)) and _FINITE.search(aside[0]):
        start = aside.end()
    return line.words[start : clause.end + len(clause.rest)]


def _cut(words: str) -> str:
    if len(words) > _LONGEST and (end := _CLAUSE_END.search(words, _SHORTEST)):
        words = words[: end.start()]
    words = re.sub(r"[;,]?\s(?:and|or)\s*$", "", words.strip())
    return words.strip(" ;,.:–—")
