"""What does a query string ask of the register, and which query string asks for that?

As ``webapp.params`` for searches: ``read`` accepts every query string, ``write`` is its inverse.
"""

from __future__ import annotations

from dataclasses import replace

from werkzeug.datastructures import MultiDict

from indexer.model.register import (
    RegisterFacet,
    RegisterFilter,
    RegisterRequest,
    RegisterSort,
    SheetRequest,
    Timing,
)
from webapp.params import Mistake, Parsed, between, clean, days, page_of, values_of, with_query


def read(args: MultiDict[str, str]) -> Parsed[RegisterRequest]:
    """What ``args`` asks for."""
    mistakes: list[Mistake] = []
    start, end = between(args, mistakes)
    after, before = days(args, "due_after", mistakes), days(args, "due_before", mistakes)
    request = RegisterRequest(
        query=clean(args.get("q", "")),
        filters=_filters(args, mistakes),
        weak=args.get("all") == "1",
        date_from=start,
        date_to=end,
        due_after=after[1] if after else None,
        due_before=before[0] if before else None,
        sort=_sort(args, mistakes),
        page=page_of(args),
    )
    return Parsed(request=request, mistakes=tuple(mistakes))


def write(request: RegisterRequest) -> list[tuple[str, str]]:
    """The parameters that ask for ``request``, without those that ask for what is usual."""
    pairs = [("q", request.query)] if request.query else []
    pairs += [(chosen.facet.value, value) for chosen in request.filters for value in chosen.values]
    if request.weak:
        pairs.append(("all", "1"))
    dates = {
        "from": request.date_from,
        "to": request.date_to,
        "due_after": request.due_after,
        "due_before": request.due_before,
    }
    pairs += [(name, day.isoformat()) for name, day in dates.items() if day]
    if request.sort is not RegisterSort.DUE:
        pairs.append(("sort", request.sort.value))
    if request.page != 1:
        pairs.append(("page", str(request.page)))
    return pairs


def address(path: str, request: RegisterRequest) -> str:
    """``path`` with the query string that asks for ``request``."""
    return with_query(path, write(request))


def choosing(request: RegisterRequest, facet: RegisterFacet, value: str | None) -> RegisterRequest:
    """``request`` from its first page, with this value of a filter and no other, or with none."""
    kept = tuple(chosen for chosen in request.filters if chosen.facet is not facet)
    chosen = (RegisterFilter(facet=facet, values=(value,)),) if value else ()
    return replace(request, filters=tuple(sorted((*kept, *chosen), key=_place)), page=1)


def read_sheet(args: MultiDict[str, str]) -> tuple[SheetRequest | None, tuple[Mistake, ...]]:
    """The sheet that ``args`` asks for; none as long as it names no body or no day."""
    mistakes: list[Mistake] = []
    day = days(args, "date", mistakes)
    committee, portfolio = clean(args.get("committee", "")), clean(args.get("portfolio", ""))
    if committee and portfolio:
        message = "A sheet is that of one committee or of one portfolio: choose one of them."
        mistakes.append(Mistake(parameter="portfolio", given=portfolio, message=message))
    elif not (committee or portfolio) and args.get("date"):
        message = "Choose the committee or the portfolio whose sheet you want."
        mistakes.append(Mistake(parameter="committee", given="", message=message))
    elif (committee or portfolio) and not args.get("date", "").strip():
        message = "Give the date of the meeting, for example 23/9/2025."
        mistakes.append(Mistake(parameter="date", given="", message=message))
    if mistakes or not day:
        return None, tuple(mistakes)
    return SheetRequest(day=day[1], committee=committee or None, portfolio=portfolio or None), ()


def write_sheet(request: SheetRequest) -> str:
    """The query string that asks for a sheet, with its question mark."""
    pairs = ("committee", request.committee), ("portfolio", request.portfolio), ("date", request.day.isoformat())
    return with_query("", [(name, value) for name, value in pairs if value])


def _filters(args: MultiDict[str, str], mistakes: list[Mistake]) -> tuple[RegisterFilter, ...]:
    """The filters in their order. "status=overdue" is taken for a timing: people think of both as one."""
    found = {facet: values_of(args, facet.value, mistakes) for facet in RegisterFacet}
    by_date = tuple(value for value in found[RegisterFacet.STATUS] if value in set(Timing))
    found[RegisterFacet.TIMING] = tuple(dict.fromkeys((*found[RegisterFacet.TIMING], *by_date)))
    found[RegisterFacet.STATUS] = tuple(value for value in found[RegisterFacet.STATUS] if value not in by_date)
    return tuple(RegisterFilter(facet=facet, values=values) for facet, values in found.items() if values)


def _sort(args: MultiDict[str, str], mistakes: list[Mistake]) -> RegisterSort:
    text = clean(args.get("sort", ""))
    if not text or text in set(RegisterSort):
        return RegisterSort(text) if text else RegisterSort.DUE
    message = "Commitments are sorted by due or newest: choose one of these."
    mistakes.append(Mistake(parameter="sort", given=text, message=message))
    return RegisterSort.DUE


def _place(chosen: RegisterFilter) -> int:
    return list(RegisterFacet).index(chosen.facet)
