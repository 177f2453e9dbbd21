"""Which days does somebody mean who types nothing but a date: a day, a month or a year?"""

from __future__ import annotations

import calendar
import re
from datetime import date

from indexer.text.dates import Precision, dates

# In figures alone any year may be typed; and a month, which nobody prints so in a paper.
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.](?P<year>\d{4})", re.ASCII)
_PLAIN = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_MUNICIPAL = re.compile(r"(?P<year>\d{4}) ?(?:[/–-]|to) ?(?P<next>\d{4}|\d\d)", re.ASCII)


def period(text: str) -> tuple[date, date] | None:
    """The first and the last day of the one date that ``text`` is; ``None`` when it is something else.

    "2024", "March 2024", "3/2024" and "2024-03" are periods, "1 March 2024", "1/3/2024" and "2024-03-01" single days.
    A year such as "2024/25" is none: it begins in another month at the council than in its accounts and its schools.
    """
    text = " ".join(text.split())
    if found := _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text):
        return _numbered(int(found["year"]), found["month"], found["day"])
    for mention in dates(text):
        if mention.text == text and mention.precision in _PLAIN and mention.first.year == mention.last.year:
            return mention.first, mention.last
    return None


def municipal_year_of(text: str) -> str | None:
    """The municipal year that ``text`` writes in any of the usual ways ("2025-26", "2025/2026"), as "2025/26"."""
    found = _MUNICIPAL.fullmatch(" ".join(text.split()))
    if not found:
        return None
    year, following = int(found["year"]), found["next"]
    return f"{year:04}/{following[-2:]}" if following in {f"{year + 1:04}", f"{(year + 1) % 100:02}"} else None


def _numbered(year: int, month: str | None, day: str | None) -> tuple[date, date] | None:
    first_month, last_month = int(month or 1), int(month or 12)
    try:
        last_day = int(day) if day else calendar.monthrange(year, last_month)[1]
        return date(year, first_month, int(day or 1)), date(year, last_month, last_day)
    except ValueError:  # month 13, 30 February, year 0
        return None
