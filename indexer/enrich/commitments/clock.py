"""From when do the times of a paper count?"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from indexer.model.commitment import Due, DuePrecision
from indexer.model.document import Document
from indexer.text.due import Now, due_mentions

_NEXT_MEETING = re.compile(r"\bnext\s(?:\w+\s){0,3}meeting\b", re.IGNORECASE)
_SHORT = 300  # characters: a paragraph that tells of the next meeting in passing is none that announces it


class Clock(NamedTuple):
    """``now`` is the day of the paper; what ended before ``first``, that day or the paper's year, is over."""

    now: Now | None
    first: date | None

    def is_past(self, due: Due) -> bool:
        return bool(self.first and due.last and due.last < self.first)


def clock_of(document: Document) -> Clock:
    """The day of ``document``, and of the meeting after it where the paper says when that is."""
    if document.date:
        day = document.date.value
        return Clock(Now(day, _next_meeting(document, Now(day))), day)
    return Clock(None, date(document.year.value, 1, 1) if document.year else None)


def _next_meeting(document: Document, now: Now) -> date | None:
    for passage in document.passages():
        if len(passage.text) <= _SHORT and _NEXT_MEETING.search(f"{passage.heading} {passage.text}"):
            for mention in due_mentions(passage.text, now):
                if mention.due.first and mention.due.first > now.day and mention.due.precision is DuePrecision.DAY:
                    return mention.due.first
    return None
