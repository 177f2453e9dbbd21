"""Which date, year and municipal year does a paper bear, and how do we know?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from indexer.model.document import Basis, Fact
from indexer.structure.front.meeting import Meeting
from indexer.structure.front.years import latest_present
from indexer.structure.side import SideFacts
from indexer.text.dates import DateMention, Precision, dates, municipal_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The dates of a paper, as far as they are known."""

    meeting_date: Fact[date] | None = None
    date: Fact[date] | None = None
    year: Fact[int] | None = None
    municipal_year: Fact[str] | None = None


def timing(meeting: Meeting, path: str, paragraphs: Iterable[str], side: SideFacts | None) -> Timing:
    """Given by the side file, else stated, else inferred from the file's name or its latest time."""
    is_of_meeting = meeting.is_meeting and meeting.committee is not None
    if side is not None and (given := side.date or side.meeting_date) is not None:
        day = Fact(value=given, basis=Basis.GIVEN, where=side.where)
        if side.meeting_date is not None:
            return _of_day(day, Fact(value=side.meeting_date, basis=Basis.GIVEN, where=side.where))
        return _of_day(day, day if is_of_meeting else None)
    if side is not None and side.year is not None:
        return Timing(year=Fact(value=side.year, basis=Basis.GIVEN, where=side.where))
    stated, named = meeting.when, _in_name(path)
    if stated is not None and stated.value.precision is Precision.DAY:
        day = Fact(value=stated.value.first, basis=stated.basis, where=stated.where)
        return _of_day(day, day if is_of_meeting else None)
    if named is not None and (stated is None or stated.value.first <= named <= stated.value.last):
        day = Fact(value=named, basis=Basis.INFERRED, where="file name")
        return _of_day(day, day if meeting.committee else None)
    spoken = stated or latest_present(paragraphs)
    return _of_mention(spoken) if spoken is not None else Timing()


def _in_name(path: str) -> date | None:
    """The day in the file's name: "2025-09-23-report", "report_23.09.2025", "20250923"."""
    name = re.sub(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)", r"\1-\2-\3", PurePosixPath(path).stem.replace("_", " "))
    days = [mention.first for mention in dates(name) if mention.precision is Precision.DAY]
    return days[0] if days else None


def _of_day(day: Fact[date], meeting_day: Fact[date] | None) -> Timing:
    return Timing(
        meeting_date=meeting_day,
        date=day,
        year=Fact(value=day.value.year, basis=day.basis, where=day.where),
        municipal_year=Fact(value=municipal_year(day.value), basis=day.basis, where=day.where),
    )


def _of_mention(spoken: Fact[DateMention]) -> Timing:
    """The year, and the municipal year where the time lies inside one."""
    first, last = municipal_year(spoken.value.first), municipal_year(spoken.value.last)
    return Timing(
        year=Fact(value=spoken.value.first.year, basis=spoken.basis, where=spoken.where),
        municipal_year=Fact(value=first, basis=spoken.basis, where=spoken.where) if first == last else None,
    )
