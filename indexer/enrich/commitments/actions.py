"""What is to be done, in the fewest words of the line?"""

from __future__ import annotations

import re

from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import Clause
from indexer.enrich.commitments.readings import Reading
from indexer.enrich.commitments.subjects import Subject
from indexer.text.words import STOP_WORDS, forms

_LONGEST = 240  # characters; a longer action is cut where its first clause ends
_SHORTEST = 30
_CLAUSE_END = re.compile(r"[;:]\s|\s[–—]\s|,\s(?:which|who|where|as|although|because|so|but|and)\s|\.\s")
# "So that it is not late, a report is to be made": what comes before the report is a clause of its own.
_ASIDE = re.compile(r".*,\s(?=(?:a|an|the|each|every|all|our|two|three|\d+)\s)")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b|[’']s\s")
_RELATIVE = re.compile(r"\b(?:who|which|whom)\s$")
_TO_AT_START = re.compile(r"^\s*(?:to|that)\s+")
_LABEL = re.compile(r"[A-Z]?\d{1,2}(?:\.\d{1,2})?[.):]?\s+(?=\S)")
# Somebody is to do it, and the line names them or stands for them: their verb is enough.
_BY_SOMEBODY = frozenset({Subject.OURS, Subject.PARTNER, Subject.OUTSIDE, Subject.I, Subject.WE, Subject.SOMEBODY})
# Of these the verb itself says what is done: "the Board meets on 24 September".
_OWN_VERB = frozenset({Ahead.LATER, Ahead.DOING})
_FEWEST = 2  # words that say something: "sit on it" does not say what


def action_of(reading: Reading) -> str:
    """A cut of the quote: the cell of a row, what follows "RESOLVED that", the verb of who is to do it and the rest."""
    line = reading.line
    if line.cells and (line.columns or len(line.cells) == 2):
        start, end = line.cells[line.columns.action if line.columns else 1]
        cell = line.quote[start:end].strip()
        label = _LABEL.match(cell) if line.columns else None
        return cell[label.end() :] if label else cell or line.quote.strip()
    words = _of_clause(reading, reading.clause) if reading.clause else line.words
    return _cut(words) or line.quote


def _of_clause(reading: Reading, clause: Clause) -> str:
    words = reading.line.words
    end = clause.end + len(clause.rest)
    if reading.subject in _BY_SOMEBODY and not reading.verb.is_passive and clause.rest.strip():
        done = words[clause.start : end] if clause.ahead in _OWN_VERB else _TO_AT_START.sub("", clause.rest)
        return done if len(set(forms(done)) - STOP_WORDS) >= _FEWEST else _between_semicolons(words, clause.start)
    start = clause.subject_start
    if (aside := _ASIDE.match(words, start, clause.start)) and _FINITE.search(aside[0]):
        start = aside.end()
    if _RELATIVE.search(words, 0, start) and not clause.is_relative:  # "A parent who will not sign is to be reported"
        start = 0
    return words[start:end]


def _between_semicolons(words: str, at: int) -> str:
    return words[words.rfind("; ", 0, at) + 1 :].partition("; ")[0]


def _cut(words: str) -> str:
    if len(words) > _LONGEST and (end := _CLAUSE_END.search(words, _SHORTEST)):
        words = words[: end.start()]
    words = re.sub(r"[;,]?\s(?:and|or)\s*$", "", words.strip())
    return words.strip(" ;,.:–—")
