"""Nothing was found: which of the filters stands in the way, and how many papers are behind it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from indexer.model.query import Facet
from indexer.model.search import Removable, Removal, SearchRequest, SearchResults


def removals(results: SearchResults, count: Callable[[SearchRequest], int]) -> tuple[Removal, ...]:
    """The searches without one kind of filter that find something, most papers first; at the end that without any.

    ``count`` says how many papers a request finds. There are none where papers were found, where no filter is set, and
    where the words find nothing without filters either: then the filters are not to blame.
    """
    request = replace(results.spelt_out, page=1)
    if results.total or not _kinds(request):
        return ()
    bare = replace(request, filters=(), date_from=None, date_to=None)
    every = Removal(part=Removable.ALL, label="every filter", request=bare, count=count(bare))
    if not every.count:
        return ()
    if len(_kinds(request)) == 1:
        return tuple(replace(one, count=every.count) for one in _each(results, request))
    counted = [replace(one, count=count(one.request)) for one in _each(results, request)]
    return (*sorted((one for one in counted if one.count), key=lambda one: -one.count), every)


def _kinds(request: SearchRequest) -> list[Facet | Removable]:
    dated = [Removable.DATES] if request.date_from or request.date_to else []
    return [*dict.fromkeys(chosen.facet for chosen in request.filters if chosen.values), *dated]


def _each(results: SearchResults, request: SearchRequest) -> Iterator[Removal]:
    """The request without each of its kinds of filter, not counted yet."""
    labels = {
        counts.facet: " or ".join(value.label for value in counts.values if value.selected) for counts in results.facets
    }
    for kind in _kinds(request):
        if isinstance(kind, Facet):
            kept = tuple(chosen for chosen in request.filters if chosen.facet is not kind)
            yield Removal(part=kind, label=labels[kind], request=replace(request, filters=kept), count=0)
        else:
            undated = replace(request, date_from=None, date_to=None)
            yield Removal(part=kind, label=_range(request.date_from, request.date_to), request=undated, count=0)


def _range(first: date | None, last: date | None) -> str:
    if first and last:
        return _day(first) if first == last else f"{_day(first)} to {_day(last)}"
    return f"from {_day(first)}" if first else f"to {_day(last)}" if last else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
