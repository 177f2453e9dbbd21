"""Which earlier decision does a line say that it repeats?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from indexer.enrich.commitments.clock import Clock
from indexer.enrich.commitments.lines import Line
from indexer.text.dates import Precision, dates

_EARLIER = re.compile(
    r"\b(?:agreed|approved|decided|resolved|recommended|determined|reaffirm\w*|re-?affirm\w*|reiterate\w*|confirm\w*|minute|decision|resolution|recommendation)"
    r"\b[^.;|]{0,80}?\b(?:on|of|in)\s(?:the\s)?$",
    re.IGNORECASE,
)
_REACH = 110  # characters before a date in which those words stand
_LONGEST_DAY = 4  # words: "Tuesday 15 October 2024"


def refers_to(line: Line, clock: Clock) -> date | None:
    """The day, before that of the paper, on which ``line`` says that it was decided first.

    In a list of actions it has a cell of its own: "15 Oct 2024 | Pages to be rewritten | Jo Bloggs | Done".
    """
    own = next(_days_of_cells(line, clock), None) if line.columns else None
    return own or next((day for day, before in _days(line.words, clock) if _EARLIER.search(before)), None)


def _days(words: str, clock: Clock) -> Iterator[tuple[date, str]]:
    """The days before that of the paper that ``words`` name, each with what stands before it."""
    for mention in dates(words):
        is_before = clock.first is not None and mention.last < clock.first
        if mention.precision is Precision.DAY and is_before:
            yield mention.first, words[max(0, mention.start - _REACH) : mention.start]


def _days_of_cells(line: Line, clock: Clock) -> Iterator[date]:
    """The days that fill a cell; what is in the column of due times is none of these."""
    for number, (start, end) in enumerate(line.cells):
        cell = line.quote[start:end]
        if line.columns and number != line.columns.due and len(cell.split()) <= _LONGEST_DAY:
            yield from (day for day, _ in _days(cell, clock))
