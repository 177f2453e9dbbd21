"""By when is a clause to be done, of all the times that its line and the words before its list name?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.enrich.commitments.clock import Clock
from indexer.enrich.commitments.lines import Line
from indexer.model.commitment import Due, DuePrecision
from indexer.text.due import DueMention, due_mentions

# Words with which a time says by when; "for" and "of" a year only name it: "the budget for 2025/26".
_BY = frozenset(
    "by|before|until|till|in|on|from|during|over|within|throughout|after|for|later|this|next|not later than|"
    "no later than|with effect from|between now and|from now to|from now until|between now to".split("|")
)
_NAMES_A_YEAR = frozenset("for|on|after".split("|"))
_STANDING = re.compile(
    r"\b(?:ongoing|monthly|termly|quarterly|annual(?:ly)?|continuous(?:ly)?|in\splace|complete[d]?|closed|done|sent|e-?mailed)\b",
    re.IGNORECASE,
)


class When(NamedTuple):
    """The time for which a thing is promised, if any; and whether a time is named that was over already."""

    due: Due | None = None
    is_event: bool = False
    is_past: bool = False


def when(line: Line, span: tuple[int, int, int], clock: Clock, *, any_time: bool = False) -> When:
    """By when a clause is due that begins, looks ahead and ends at ``span``: the first time after, else before it.

    ``any_time``: also one that no word makes a time by which, as in "Final decision: Council, 19 July".
    """
    since, at, end = span
    mentions = [one for one in due_mentions(line.quote, clock.now) if any_time or _says_by_when(one)]
    lead = due_mentions(line.lead_in, clock.now) if line.lead_in and line.is_item else ()
    after = [one for one in mentions if at <= one.start < end]
    before = [one for one in reversed(mentions) if one.end <= at]
    for named in (after, before, [one for one in lead if _says_by_when(one)]):
        times = [one for one in named if not one.is_event]
        ahead = [one.due for one in times if not clock.is_past(one.due)]
        if ahead:
            return When(_of_several(ahead))
        if any(one in mentions and one.start >= since for one in times):
            return When(is_past=True)
    event = next((one.due for one in after if one.is_event), None)
    return When(event, is_event=event is not None)


def _of_several(ahead: Sequence[Due]) -> Due:
    """The first that has days; "within twenty weeks, by December 2026" is a standard, and the date when it is met."""
    dated = [due for due in ahead if due.first] or [ahead[0]]
    is_standard = dated[0].text.lower().startswith("within")
    return next((due for due in dated if due.stated), dated[0]) if is_standard else dated[0]


def when_of_row(line: Line, clock: Clock) -> When:
    """By when a row of an action plan is due: the last time in its column, else the last that another cell names."""
    own = line.columns.due if line.columns else None
    order = sorted(range(len(line.cells)), key=lambda number: number != own)
    for number in order:
        start, end = line.cells[number]
        cell = line.quote[start:end]
        mentions = due_mentions(cell, clock.now) if not _STANDING.search(cell) else ()
        if number != own:  # another cell tells of much: what has a day of its own there is taken alone
            mentions = tuple(mention for mention in mentions if mention.due.stated and _says_by_when(mention))
        dues = [mention.due for mention in mentions if not clock.is_past(mention.due)]
        if dues:
            return When(next((due for due in reversed(dues) if due.first), dues[-1]))
    return When()


def _says_by_when(mention: DueMention) -> bool:
    due = mention.due
    if due.stated and due.precision is DuePrecision.YEAR:
        return mention.led is not None and mention.led not in _NAMES_A_YEAR
    return not due.stated or mention.led in _BY or "end of" in due.text
