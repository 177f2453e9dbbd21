"""Which time does a sentence ask for? Absolute dates, and those that count from today.

"in 2023" is a calendar year, "2023/24" a municipal year, anything else a range of days. A month without a year is the
last one of that name that has begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from indexer.model.query import Facet
from indexer.model.search import Bound
from indexer.search.sentences.words import tag, tag_numbers, tagged
from indexer.text.dates import MONTHS, YEAR_STARTS, DateMention, dates, months_before, municipal_year

DATED, RELATIVE = "@", "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """The days from ``first`` to ``last``, or to this day; ``year`` is the filter's value where there is one for it."""

    first: date
    last: date | None
    year: tuple[Facet, str] | None = None
    yearless: bool = False  # a month whose year nobody said


_COUNTS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_SORT = r"(?:(?P<sort>municipal|council|financial|academic|school|calendar) )"
_WHICH = r"(?P<which>this|last|current|previous)"
_UNIT = r"(?P<unit>year|month|week|day)s?"


def _year_of(start: int, sort: str) -> Time:
    """The year that begins in ``start``: the calendar's, or the one of ``sort``."""
    month = YEAR_STARTS[sort]
    first, last = date(start, month, 1), date(start + 1, month, 1) - timedelta(days=1)
    if sort == "municipal":
        return Time(first=first, last=last, year=(Facet.MUNICIPAL_YEAR, municipal_year(first)))
    return Time(first=first, last=last, year=(Facet.YEAR, str(start)) if sort == "calendar" else None)


def _split_year(found: re.Match[str], _today: date) -> Time | None:
    start = int(found["year"])
    return _year_of(start, _sort(found["sort"])) if int(found["next"]) == (start + 1) % 100 else None


def _this_or_last(found: re.Match[str], today: date) -> Time | None:
    back = found["which"] in {"last", "previous"}
    match found["unit"]:
        case "year":
            sort = _sort(found["sort"] or "calendar")
            begun = today.year - (today.month < YEAR_STARTS[sort])
            return _year_of(begun - back, sort)
        case "month":
            first = months_before(today.replace(day=1), int(back))
            return Time(first=first, last=months_before(first, -1) - timedelta(days=1))
        case _:
            first = today - timedelta(days=today.weekday() + 7 * back)
            return Time(first=first, last=first + timedelta(days=6))


def _last_few(found: re.Match[str], today: date) -> Time:
    count = found["count"]
    number = _COUNTS.get(count) or int(count) if count else 1
    if found["unit"] in {"day", "week"}:
        return Time(first=today - timedelta(days=number * (7 if found["unit"] == "week" else 1)), last=None)
    return Time(first=months_before(today, number * (12 if found["unit"] == "year" else 1)), last=None)


def _bare_month(found: re.Match[str], today: date) -> Time:
    month = MONTHS[found["month"]]
    first = date(today.year - (month > today.month), month, 1)
    return Time(first=first, last=months_before(first, -1) - timedelta(days=1), yearless=True)


def _sort(word: str) -> str:
    return "municipal" if word == "council" else word


_Reader = Callable[[re.Match[str], date], Time | None]
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_BEFORE_DATES: tuple[tuple[str, re.Pattern[str], _Reader], ...] = tuple(
    (sign, re.compile(pattern), read)
    for sign, pattern, read in (
        (DATED, rf"\b(?P<year>20\d\d)[/–-](?:20)?(?P<next>\d\d) {_SORT}year\b", _split_year),
        (RELATIVE, rf"\bthe (?:last|past|previous) (?:{_COUNT} )?{_UNIT}\b", _last_few),
        (RELATIVE, rf"\b(?:last|past|previous) {_COUNT} {_UNIT}\b", _last_few),
        (RELATIVE, rf"\b{_WHICH} {_SORT}?(?P<unit>year|month|week)\b", _this_or_last),
    )
)
_BARE_MONTH = re.compile(rf"\b(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")
# Most of what is typed has no time in it: these look whether it is worth looking.
_FIGURE = re.compile(r"\d")
_YEARLIKE = re.compile(r"(?:year|month|week|day)s?\b")
_PLAIN_YEAR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"(\d{4})\W(?:\d\d)?(\d\d)")


def tag_times(plain: str, today: date) -> tuple[str, tuple[Time, ...]]:
    """``plain`` with a tag for every time that it names, and what the tags mean, by their numbers."""
    times: list[Time] = []

    def replace(sign: str, read: _Reader, found: re.Match[str]) -> str:
        try:
            time = read(found, today)
        except (ValueError, OverflowError):  # no such day, or one before all days
            time = None
        if time is None:
            return found[0]
        times.append(time)
        return tag(sign, len(times) - 1, found[0])

    for sign, pattern, read in _BEFORE_DATES if _YEARLIKE.search(plain) else ():
        plain = pattern.sub(partial(replace, sign, read), plain)
    parts, end = [], 0
    for mention in dates(plain) if _FIGURE.search(plain) else ():
        times.append(_named(mention))
        parts += [plain[end : mention.start], tag(DATED, len(times) - 1, mention.text)]
        end = mention.end
    plain = "".join(parts) + plain[end:]
    return _BARE_MONTH.sub(partial(replace, DATED, _bare_month), plain), tuple(times)


def _named(mention: DateMention) -> Time:
    if _PLAIN_YEAR.fullmatch(mention.text):
        return _year_of(mention.first.year, "calendar")
    if _SPLIT.match(mention.text):  # alone it is the council's year; dates() takes it for the financial one
        return _year_of(mention.first.year, "municipal")
    if mention.text.startswith("municipal"):
        return _year_of(mention.first.year, "municipal")
    return Time(first=mention.first, last=mention.last)


_COUNTED = re.compile(tagged(RELATIVE))
# Where a time may stand: after one of these words, or alone if it counts from today.
_ANY = tagged(DATED + RELATIVE)
_AT = "in|during|within|over|throughout|on|dated"
TIME = (
    "(?:"
    + "|".join(
        (
            rf"between {_ANY} and {_ANY}",
            rf"from {_ANY} (?:to|until|till|up to) {_ANY}",
            rf"from {_ANY} onwards?",
            rf"(?:{_AT}|from|between) {tagged(DATED)}[-–]{tagged(DATED)}",
            rf"(?:{_AT}) (?:the )?{_ANY}(?: (?:or|and) {_ANY})*",
            rf"(?:since|from|after|before|until|till|up to)(?: the)? {_ANY}",
            rf"(?:so far )?{tagged(RELATIVE)}",
        )
    )
    + ")(?![^ ])"
)


def asked(phrase: str, times: Sequence[Time]) -> Iterator[tuple[Facet | Bound, str]]:
    """What ``phrase``, which is a tagged TIME or a tag alone, asks for; nothing where that is no filter."""
    named = [times[number] for number in tag_numbers(DATED + RELATIVE, phrase)]
    if named[0].yearless:  # "between January and June 2024": the January before that June
        named[0] = _month_until(named[0], named[-1])
    first, last = min(named, key=lambda time: time.first), max(named, key=lambda time: time.first)
    how = phrase.partition(" ")[0]
    if how == "from" and len(named) == 1 and _is_over(first, phrase):  # "papers from last year": of it, not since
        how = "of"
    if how in _OPEN_ENDED and (how != "from" or len(named) == 1):
        yield from _OPEN_ENDED[how](first)
    elif how in {"from", "between"} or "-" in phrase or "–" in phrase or (len(named) == 1 and not first.year):
        yield from _range(first.first, last.last)
    elif len({time.year and time.year[0] for time in named}) == 1:
        yield from (time.year for time in named if time.year)


def _is_over(time: Time, phrase: str) -> bool:
    """Whether ``phrase`` counts from today and says where ``time`` ends, as "last month" does."""
    counted = _COUNTED.search(phrase) and not phrase.endswith(("onward", "onwards"))
    return bool(counted and time.last and not time.yearless)


def _month_until(month: Time, end: Time) -> Time:
    if month.first <= end.first:
        return month
    first = month.first.replace(year=end.first.year - (month.first.month > end.first.month))
    return Time(first=first, last=months_before(first, -1) - timedelta(days=1))


def _range(first: date | None, last: date | None) -> Iterator[tuple[Bound, str]]:
    if first:
        yield Bound.FROM, first.isoformat()
    if last:
        yield Bound.TO, last.isoformat()


_DAY = timedelta(days=1)
_OPEN_ENDED: Mapping[str, Callable[[Time], Iterator[tuple[Bound, str]]]] = {
    "since": lambda time: _range(time.first, None),
    "from": lambda time: _range(time.first, None),
    "after": lambda time: _range(time.last and time.last + _DAY, None),
    "before": lambda time: _range(None, time.first - _DAY),
    "until": lambda time: _range(None, time.last),
    "till": lambda time: _range(None, time.last),
    "up": lambda time: _range(None, time.last),
}
