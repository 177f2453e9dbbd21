"""By when is a thing to be done, in the words of a text? The dates it prints, and the times that count from its day.

Councils write more than dates: "by the end of July", "within three months", "over the next 12 months", "in the autumn".
A month, a season or a day of the week without its year is the next one, or the one that has begun. Words for a time
that no calendar knows ("in due course", "once the lease is signed") are found too, but mean no days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from indexer.model.commitment import Due, DuePrecision
from indexer.text.dates import MONTHS, YEAR_STARTS, dates, month_span, months_before, season_span


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMention:
    """A time at ``start:end`` of a text, in characters; ``led`` is the word that leads in to it, in small letters.

    "The review of March 2025" has a date but no such word: it may be nothing but a name.
    """

    start: int
    end: int
    due: Due
    led: str | None
    is_event: bool = False  # the time when something else happens: "once the lease is signed"


class Now(NamedTuple):
    """From when times are counted: the day of the paper, and of the meeting after it where the paper prints that."""

    day: date
    next_meeting: date | None = None


_Span = tuple[date, date, DuePrecision] | None  # None: a time, but no days
_Reader = Callable[[re.Match[str], Now], _Span]

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_COUNTS = {word: number for number, word in enumerate(_NUMBERS.split(), 1)} | {"a": 1, "an": 1, "twenty-four": 24}
_WEEKDAYS = {name: number for number, name in enumerate(calendar.day_name)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,3}}|(?i:{_any(_COUNTS)}))[\s-]"
_UNIT = r"(?P<unit>(?:(?:working|school)\s)?days?|weeks?|months?|years?)\b"
_SORT = r"(?:(?P<sort>financial|academic|school|calendar|municipal)\s)?"
_MONTH = rf"(?P<month>{'|'.join(name.title() for name in sorted(MONTHS, key=len, reverse=True))})\b(?!\s\d)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
# "Before the Board" is a place; "before anything else" says what matters most.
_NO_BODY = (
    r"(?!any(?:thing|one|body)\b|(?:the\s|a\s|any\s)?(?:[\w’'-]+\s){0,8}(?:Board|Committee|Cabinet|Council|Panel|Executive"
    r"|Forum|magistrates|courts?|them|it|us)\b(?!\s(?:is|are|has|have|meets|decides)\b))"
)
# How what is begun with "once" or "until" ends.
_CLAUSE = r"\w[^.;:!?|()]{2,90}?(?=[.;:!?|()]|,\s|\s[–—-]\s|\sand\s|$)"


def _later(day: date, count: int, unit: str) -> date:
    match unit.rpartition(" ")[2].rstrip("s"):
        case "year":
            return months_before(day, -12 * count)
        case "month":
            return months_before(day, -count)
        case "week":
            return day + timedelta(weeks=count)
    if unit.startswith("day"):
        return day + timedelta(days=count)
    weeks, days = divmod(count, 5)  # of working days; holidays are not known here
    day += timedelta(weeks=weeks)
    for _ in range(days):
        day += timedelta(days=1 if day.weekday() < 4 else 7 - day.weekday())
    return day


def _counted(found: re.Match[str], now: Now) -> _Span:
    count = _COUNTS.get(found["count"].lower()) or int(found["count"])
    return now.day, _later(now.day, count, found["unit"]), DuePrecision.SPAN


def _coming(found: re.Match[str], now: Now) -> _Span:
    return now.day, _later(now.day, 1, found["unit"]), DuePrecision.SPAN


def _month(found: re.Match[str], now: Now) -> _Span:
    month = MONTHS[found["month"].casefold()]
    return *month_span(now.day.year + (month < now.day.month), month, 1), DuePrecision.MONTH


def _day_of_month(found: re.Match[str], now: Now) -> _Span:
    month, number = MONTHS[found["month"].casefold()], int(found["number"])
    this = date(now.day.year, month, number)
    day = this if this >= now.day else date(now.day.year + 1, month, number)
    return day, day, DuePrecision.DAY


def _season(found: re.Match[str], now: Now) -> _Span:
    spans = (season_span(year, found["season"]) for year in range(now.day.year - 1, now.day.year + 2))
    return *next(span for span in spans if span[1] >= now.day), DuePrecision.SEASON


def _feast(found: re.Match[str], now: Now) -> _Span:
    """Christmas is the day by which, Easter its two months, since it moves."""
    if found["feast"] == "Easter":
        spans = (season_span(year, "easter") for year in (now.day.year, now.day.year + 1))
        return *next(span for span in spans if span[1] >= now.day), DuePrecision.SEASON
    day = date(now.day.year + ((now.day.month, now.day.day) > (12, 25)), 12, 25)
    return day, day, DuePrecision.DAY


def _weekday(found: re.Match[str], now: Now) -> _Span:
    day = now.day + timedelta(days=(_WEEKDAYS[found["weekday"]] - now.day.weekday() - 1) % 7 + 1)
    return day, day, DuePrecision.DAY


def _named(found: re.Match[str], now: Now) -> _Span:
    """What is left of this week, month or year; the whole of the next."""
    _, last, precision = _current(found["unit"], found["sort"], now.day)
    if found["which"].lower() == "next":
        return _current(found["unit"], found["sort"], last + timedelta(days=1))
    return now.day, last, precision


def _current(unit: str, sort: str | None, day: date) -> tuple[date, date, DuePrecision]:
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6), DuePrecision.SPAN
    if unit == "month":
        return *month_span(day.year, day.month, 1), DuePrecision.MONTH
    starts = YEAR_STARTS[sort or "calendar"]
    return *month_span(day.year - (day.month < starts), starts, 12), DuePrecision.YEAR


def _quarter(found: re.Match[str], now: Now) -> _Span:
    """Of the financial year, the next to end."""
    number = _QUARTERS.get(found["quarter"]) or int(found["quarter"])
    first = date(now.day.year - 1, 4, 1)
    spans = (month_span(first.year + (number * 3) // 12 + years, number * 3 % 12 + 1, 3) for years in range(3))
    return *next(span for span in spans if span[1] >= now.day), DuePrecision.QUARTER


def _next_meeting(_found: re.Match[str], now: Now) -> _Span:
    return (now.next_meeting, now.next_meeting, DuePrecision.DAY) if now.next_meeting else None


def _no_days(_found: re.Match[str], _now: Now) -> _Span:
    return None


class _Needs(Enum):
    """What must stand before a time for it to be one."""

    NOTHING = auto()
    LEAD = auto()  # alone it is a name, or the past: "May", "last summer"
    END = auto()  # "the end of the year": "the year" alone is a span that nothing is due in


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    read: _Reader
    needs: _Needs = _Needs.NOTHING
    is_event: bool = False


# Tried in this order, after the dates: what an earlier form has claimed, a later one does not see.
_FORMS = (
    # A time counted from something else than the meeting ("within 15 days of the request") is a standard of service.
    _Form(
        re.compile(
            rf"\b(?i:within|in|inside|after)\s(?:the\s(?:next|coming|following)\s)?(?:about\s)?{_COUNT}{_UNIT}"
            r"(?:['’]?s?['’]?\stime\b)?(?!\s(?:of|before|beforehand|after|from|later|earlier|ago)\b"
            r"(?!\s(?:the|this|today['’]s)\s(?:meeting|date)))"
        ),
        _counted,
    ),
    _Form(re.compile(rf"\b(?i:the|our|my)\s(?:next|coming|following)\s{_COUNT}{_UNIT}"), _counted),
    _Form(re.compile(r"\b(?i:the|our|my)\s(?:next|coming)\s(?P<unit>year|month|week)\b"), _coming),
    _Form(re.compile(rf"\b(?P<which>(?i:this|next))\s{_SORT}(?P<unit>year|month|week)\b(?!['’])"), _named),
    _Form(
        re.compile(rf"\b(?P<which>(?i:the|current|present))\s{_SORT}(?P<unit>year|month|week)\b"), _named, _Needs.END
    ),
    _Form(re.compile(r"\b(?P<quarter>first|second|third|fourth|final)\squarter\b"), _quarter, _Needs.LEAD),
    _Form(re.compile(r"\bQ(?P<quarter>[1-4])\b"), _quarter),
    _Form(
        re.compile(
            rf"\b(?:(?:{_any(_WEEKDAYS)}),?\s(?:the\s)?)?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}"
        ),
        _day_of_month,
    ),
    _Form(re.compile(rf"\b{_MONTH}\s(?:meeting|agenda)\b"), _month),
    _Form(re.compile(rf"\b{_MONTH}(?!['’]s?\b)"), _month, _Needs.LEAD),
    _Form(re.compile(rf"\b{_SEASON}(?!['’]s?\b)(?:\sterm\b)?"), _season, _Needs.LEAD),
    _Form(re.compile(r"\b(?P<feast>Christmas|Easter)\b"), _feast, _Needs.LEAD),
    _Form(re.compile(rf"\b(?P<weekday>{_any(_WEEKDAYS)})\b(?!s)"), _weekday, _Needs.LEAD),
    _Form(
        re.compile(
            r"\b(?i:the|its|their|our|your|a)\s(?:next|following|future|subsequent|forthcoming)\s(?:\w+\s){0,3}?meeting\b"
        ),
        _next_meeting,
    ),
    _Form(
        re.compile(
            r"\b(?i:in\sdue\scourse|in\sthe\s(?:near\s)?future"
            r"|the\s(?:next|coming)\s(?:(?:few|several)\s)?(?:months|weeks|years))\b"
        ),
        _no_days,
    ),
    _Form(re.compile(r"\b(?i:the\snew\s(?:year|term)|(?:this|next)\sterm|half[\s-]term)\b"), _no_days, _Needs.LEAD),
    _Form(re.compile(rf"\b(?i:as\ssoon\sas|once|until|before)\s{_NO_BODY}{_CLAUSE}"), _no_days, is_event=True),
)

# What may stand before a time: "by the end of", "not later than", "in early".
_LEAD = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?P<led>no\slater\sthan|not\slater\sthan|with\seffect\sfrom|(?:between|from)\snow\s(?:and|to|until)|by|before|until|till|in|on|at|from"
    r"|to|for|during|over|within|throughout|after|later|this|next|early|late)\s)?(?:the\s)?"
    r"(?:(?P<end>end\sof\s)(?:the\s)?|(?:early|late|mid|beginning\sof|start\sof|middle\sof)[\s-](?:in\s)?(?:the\s)?"
    r"|meeting\s(?:in|of|on)\s)?(?:(?:this|next|coming|following)\s)?$",
    re.IGNORECASE,
)
_REACH = 60  # characters; all that it may take has fewer
_TIMELIKE = re.compile(
    rf"\d|\b(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|christmas|easter|\w+day|days?|weeks?|months?|years?|term|"
    r"quarter|meeting|course|future|once|until|before|as soon)\b",
    re.IGNORECASE,
)


def due_mentions(text: str, now: Now | None) -> tuple[DueMention, ...]:
    """The times that ``text`` names, in order, overlapping never; without ``now`` what counts from it has no days."""
    if not _TIMELIKE.search(text):
        return ()
    found: list[DueMention] = []
    claimed = bytearray(len(text))
    for mention in _mentions(text, now):
        if not any(claimed[mention.start : mention.end]):
            claimed[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mentions(text: str, now: Now | None) -> Iterator[DueMention]:
    for printed in dates(text):
        lead = _lead(text, printed.start)
        precision = DuePrecision(printed.precision.value)
        yield _mention(
            text, printed.end, lead, _within(lead, (printed.first, printed.last, precision), now), stated=True
        )
    for form in _FORMS:
        for found in form.pattern.finditer(text):
            try:
                span = form.read(found, now) if now else None
            except (ValueError, OverflowError):  # no such day, or one after all days
                continue
            lead = _lead(text, found.start())
            if form.needs is _Needs.NOTHING or lead["end"] or (form.needs is _Needs.LEAD and _leads(lead)):
                mention = _mention(text, found.end(), lead, _within(lead, span, now), stated=False)
                yield replace(mention, is_event=form.is_event)


def _lead(text: str, start: int) -> re.Match[str]:
    """The words before ``start`` that lead in to a time there, be they none."""
    lead = _LEAD.search(text, max(0, start - _REACH), start)
    if lead is None:
        raise AssertionError("the pattern finds at least nothing")
    return lead


def _leads(lead: re.Match[str]) -> bool:
    """Whether there is more than an article."""
    return lead[0].lower().split() not in ([], ["the"])


def _within(lead: re.Match[str], span: _Span, now: Now | None) -> _Span:
    """What a time means behind its ``lead``: of "the end of" it, the last day; "between now and" it, all till then."""
    if span and lead["end"]:
        return span[1], span[1], DuePrecision.DAY
    if span and now and " now " in (lead["led"] or ""):
        return min(now.day, span[1]), span[1], DuePrecision.SPAN
    return span


def _mention(text: str, end: int, lead: re.Match[str], span: _Span, *, stated: bool) -> DueMention:
    first, last, precision = span or (None, None, DuePrecision.UNKNOWN)
    due = Due(text=text[lead.start() : end], precision=precision, stated=stated, first=first, last=last)
    return DueMention(start=lead.start(), end=end, due=due, led=(lead["led"] or "").lower() or None)
