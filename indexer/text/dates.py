"""Which dates does a text name, as the British write them, and where?

A date may be as coarse as a year: each is the span of days from ``first`` to ``last``. Impossible dates are not dates.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How long the named time is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """``text`` is what was printed at ``start:end`` (characters); ``first`` and ``last`` are inclusive."""

    text: str
    start: int
    end: int
    first: date
    last: date
    precision: Precision


MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
# First month and length in months; Easter may fall in either of its two.
_SEASONS = {
    "spring": (3, 3),
    "easter": (3, 2),
    "summer": (6, 3),
    "autumn": (9, 3),
    "winter": (12, 3),
    "christmas": (12, 1),
}
# "2025/26" is the financial year unless the words before it say otherwise.
YEAR_STARTS = {"municipal": 5, "academic": 9, "school": 9, "calendar": 1, "financial": 4}

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d,]*\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_SPLIT = r"(?P<year>20\d\d)\s?[/–-]\s?(?:20)?(?P<next>\d\d)(?![\d/–-])"

_Span = tuple[date, date, Precision]


def month_span(year: int, month: int, length: int) -> tuple[date, date]:
    """The first and the last day of ``length`` months."""
    years, index = divmod(month - 1 + length, 12)
    return date(year, month, 1), date(year + years, index + 1, 1) - timedelta(days=1)


def season_span(year: int, season: str) -> tuple[date, date]:
    """The first and the last day of the season that begins in ``year``."""
    return month_span(year, *_SEASONS[season.casefold()])


def _day(found: re.Match[str]) -> _Span:
    month = found["month"].casefold()
    year = int(found["year"])
    number = int(month) if month.isdigit() else MONTHS[month]
    day = date(year + 2000 if year < 100 else year, number, int(found["day"]))
    return day, day, Precision.DAY


def _month(found: re.Match[str]) -> _Span:
    return *month_span(int(found["year"]), MONTHS[found["month"].casefold()], 1), Precision.MONTH


def _split_year(found: re.Match[str]) -> int:
    year = int(found["year"])
    if int(found["next"]) != (year + 1) % 100:
        raise ValueError("the second year does not follow the first")
    return year


def _quarter(found: re.Match[str]) -> _Span:
    """A quarter of the financial year, which begins in April: that of "Q4 2017/18" is January to March 2018."""
    months = (int(found["quarter"]) - 1) * 3 + 3
    return *month_span(_split_year(found) + months // 12, months % 12 + 1, 3), Precision.QUARTER


def _season(found: re.Match[str]) -> _Span:
    return *season_span(int(found["year"]), found["season"]), Precision.SEASON


def _working_year(found: re.Match[str]) -> _Span:
    month = YEAR_STARTS[(found["sort"] or "financial").casefold()]
    return *month_span(_split_year(found), month, 12), Precision.YEAR


def _year(found: re.Match[str]) -> _Span:
    return *month_span(int(found["year"]), 1, 12), Precision.YEAR


# Tried in this order: what an earlier form has claimed, a later one does not see.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _day),
        (r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", _day),
        (r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/])", _day),
        (rf"{_WEEKDAY}(?<![\d.,])(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", _day),
        (rf"{_WEEKDAY}\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s+{_YEAR}", _day),
        (rf"\b(?:Q|quarter\s)(?P<quarter>[1-4])[\s,]+(?:of\s+)?{_SPLIT}", _quarter),
        (rf"\b{_MONTH},?\s+{_YEAR}", _month),
        (rf"\b(?P<season>{'|'.join(_SEASONS)})(?:\s+term)?,?\s+(?:of\s+)?{_YEAR}(?:/\d\d\b)?", _season),
        (rf"\b(?:(?P<sort>municipal|academic|school|financial)\s+year\s+)?(?<![\d/.,£–-]){_SPLIT}", _working_year),
        (rf"(?<![\d/.,£$€\w]){_YEAR}(?![\w%]|/\d)", _year),
    )
)


def dates(text: str) -> tuple[DateMention, ...]:
    """The dates that ``text`` names, in order, overlapping never."""
    found: list[DateMention] = []
    claimed = bytearray(len(text))
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            if any(claimed[match.start() : match.end()]):
                continue
            try:
                first, last, precision = read(match)
            except ValueError:
                if read is _day:  # so that "31 February 2025" is not taken for its month
                    claimed[match.start() : match.end()] = b"\1" * len(match[0])
                continue
            claimed[match.start() : match.end()] = b"\1" * len(match[0])
            found.append(
                DateMention(
                    text=match[0], start=match.start(), end=match.end(), first=first, last=last, precision=precision
                )
            )
    return tuple(sorted(found, key=lambda mention: mention.start))


def municipal_year(day: date) -> str:
    """The council's year that ``day`` falls in, May to April: "2025/26"."""
    year = day.year if day.month >= 5 else day.year - 1
    return f"{year}/{(year + 1) % 100:02}"


def months_before(day: date, months: int) -> date:
    """The day of the same number ``months`` earlier, or the last one of that month; raises ``ValueError`` outside all
    years that there are.
    """
    years, index = divmod(day.month - 1 - months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise ValueError("there is no such year")
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))
