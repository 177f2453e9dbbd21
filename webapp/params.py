"""What does a query string ask for, and which query string asks for that?

``read`` accepts every query string: unknown parameters are ignored, numbers are brought into range, and what cannot
be used is a ``Mistake`` to show beside the form, never an exception. ``write`` is its inverse.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from indexer.catalogue import days_meant
from indexer.model.query import Facet, Filter, Sort
from indexer.model.register import RegisterFacet, RegisterRequest
from indexer.model.search import SearchRequest

# More pages than anybody turns, and few enough that an engine can be asked for the last of them.
LAST_PAGE = 1000
# More values than the longest list of one filter (about forty topics).
MOST_VALUES = 50

_YEAR = re.compile(r"\d{4}", re.ASCII)
_WHOLE_NUMBER = re.compile(r"\d+", re.ASCII)
_UNPRINTABLE = {"Cf", "Cs", "Co", "Cn"}  # format and direction signs, surrogates, private and unassigned

_Request = TypeVar("_Request", SearchRequest, RegisterRequest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong with one parameter; ``given`` is what stood there, for the form to show again."""

    parameter: str
    given: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[_Request]):
    """A request made of everything that could be used, and what could not."""

    request: _Request
    mistakes: tuple[Mistake, ...] = ()

    def given(self, parameter: str) -> str | None:
        """What stood at ``parameter`` if that was a mistake."""
        return next((mistake.given for mistake in self.mistakes if mistake.parameter == parameter), None)


def read(args: MultiDict[str, str]) -> Parsed[SearchRequest]:
    """What ``args`` asks for."""
    mistakes: list[Mistake] = []
    start, end = between(args, mistakes)
    request = SearchRequest(
        query=clean(args.get("q", "")),
        filters=_filters(args, mistakes),
        date_from=start,
        date_to=end,
        sort=_sort(args, mistakes),
        page=page_of(args),
        explain=args.get("explain") == "1",
        literal=args.get("words") == "only",
    )
    return Parsed(request=request, mistakes=tuple(mistakes))


def write(request: SearchRequest) -> list[tuple[str, str]]:
    """The parameters that ask for ``request``, without those that ask for what is usual."""
    pairs = [("q", request.query)] if request.query else []
    pairs += [(chosen.facet.value, value) for chosen in request.filters for value in chosen.values]
    if request.date_from:
        pairs.append(("from", request.date_from.isoformat()))
    if request.date_to:
        pairs.append(("to", request.date_to.isoformat()))
    if request.sort:
        pairs.append(("sort", request.sort.value))
    if request.literal:
        pairs.append(("words", "only"))
    if request.explain:
        pairs.append(("explain", "1"))
    if request.page != 1:
        pairs.append(("page", str(request.page)))
    return pairs


def address(path: str, request: SearchRequest) -> str:
    """``path`` with the query string that asks for ``request``."""
    return with_query(path, write(request))


def with_query(path: str, pairs: list[tuple[str, str]]) -> str:
    """``path`` with a query string of these parameters, if there are any."""
    return f"{path}?{urlencode(pairs)}" if pairs else path


def without(request: _Request, facet: Facet | RegisterFacet, value: str) -> _Request:
    """``request`` from its first page, without one value of a filter."""
    kept = (
        replace(chosen, values=tuple(v for v in chosen.values if chosen.facet is not facet or v != value))
        for chosen in request.filters
    )
    return replace(request, filters=tuple(chosen for chosen in kept if chosen.values), page=1)


def clean(text: str) -> str:
    """``text`` without signs that print nothing, and with single spaces."""
    printable = (
        " " if unicodedata.category(c) == "Cc" else c for c in text if unicodedata.category(c) not in _UNPRINTABLE
    )
    return " ".join("".join(printable).split())


def _filters(args: MultiDict[str, str], mistakes: list[Mistake]) -> tuple[Filter, ...]:
    found = ((facet, values_of(args, facet.value, mistakes)) for facet in Facet)
    return tuple(Filter(facet=facet, values=values) for facet, values in found if values)


def values_of(args: MultiDict[str, str], parameter: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    """The values of a filter, each once."""
    values = tuple(dict.fromkeys(filter(None, map(clean, args.getlist(parameter)))))
    if parameter == Facet.YEAR and (odd := next((v for v in values if not _YEAR.fullmatch(v)), None)):
        message = f"“{odd[:40]}” is not a year: write it like 2025."
        mistakes.append(Mistake(parameter=parameter, given=odd, message=message))
        values = tuple(value for value in values if _YEAR.fullmatch(value))
    if len(values) > MOST_VALUES:
        message = f"A filter takes {MOST_VALUES} values at most: choose fewer."
        mistakes.append(Mistake(parameter=parameter, given="", message=message))
    return values[:MOST_VALUES]


def between(args: MultiDict[str, str], mistakes: list[Mistake]) -> tuple[date | None, date | None]:
    """The days between which papers are wanted, each of which may be left open."""
    first, last = days(args, "from", mistakes), days(args, "to", mistakes)
    start, end = first[0] if first else None, last[1] if last else None
    if start and end and start > end:
        message = f"The first date, {_short(start)}, is after the last, {_short(end)}: change one of them."
        mistakes.append(Mistake(parameter="from", given=args["from"], message=message))
        start = None
    return start, end


def days(args: MultiDict[str, str], parameter: str, mistakes: list[Mistake]) -> tuple[date, date] | None:
    """The first and the last day of a date as written here or by a person, who may name a month or a year."""
    text = clean(args.get(parameter, ""))
    if not text:
        return None
    if meant := days_meant(text):
        return meant
    message = f"“{text[:40]}” is not a date: write it like 23/9/2025, September 2025 or 2025."
    mistakes.append(Mistake(parameter=parameter, given=text, message=message))
    return None


def _short(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _sort(args: MultiDict[str, str], mistakes: list[Mistake]) -> Sort | None:
    text = clean(args.get("sort", ""))
    if not text or text in set(Sort):
        return Sort(text) if text else None
    message = "Results are sorted by relevance, newest or oldest: choose one of these."
    mistakes.append(Mistake(parameter="sort", given=text, message=message))
    return None


def page_of(args: MultiDict[str, str]) -> int:
    """The number of the page, brought into range."""
    text = args.get("page", "")
    if not _WHOLE_NUMBER.fullmatch(text):
        return 1
    digits = text.lstrip("0")[:9]  # int() of thousands of digits is slow, and refused
    return max(1, min(int(digits or "0"), LAST_PAGE))
