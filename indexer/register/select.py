"""Which commitments does a request want, in which order, and how many would every other filter leave?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from indexer.model.commitment import CommitmentKind
from indexer.model.register import (
    Entry,
    RegisterCounts,
    RegisterFacet,
    RegisterPage,
    RegisterRequest,
    RegisterSort,
    Status,
    Timing,
)
from indexer.model.search import FacetValue
from indexer.register.gathered import day_of
from indexer.register.register import Register
from indexer.text.words import STOP_WORDS, stem, stems
from indexer.vocabulary.names import name_key

PAGE_SIZE = 25  # commitments: each is a few lines, and an officer reads down a list
YES, NO = "yes", "no"

# What pages call a value, and what papers call it otherwise.
Label = Callable[[RegisterFacet, str], str]
# Values that are always listed, in the order in which they are thought of.
_FIXED: Mapping[RegisterFacet, Sequence[str]] = {
    RegisterFacet.TIMING: [timing.value for timing in Timing],
    RegisterFacet.STATUS: [status.value for status in Status],
    RegisterFacet.KIND: [kind.value for kind in CommitmentKind],
    RegisterFacet.DATED: [YES, NO],
}
_FUNCTION_WORDS = frozenset(map(stem, STOP_WORDS))
_BY_TIME = frozenset({RegisterFacet.YEAR, RegisterFacet.MUNICIPAL_YEAR})


def select(request: RegisterRequest, register: Register, label: Label, *, size: int | None = PAGE_SIZE) -> RegisterPage:
    """A page of what ``request`` wants, or without a ``size`` all of it. A page beyond the last one becomes it."""
    found = found_entries(request, register)
    every = [entry for entry, failed in found if not failed]
    pages = max(1, -(-len(every) // size)) if size else 1
    page = min(max(1, request.page), pages)
    first = (page - 1) * size if size else 0
    return RegisterPage(
        request=request,
        today=register.today,
        total=len(every),
        page=page,
        pages=pages,
        entries=tuple(_sorted(every, request.sort)[first : first + size if size else None]),
        facets=tuple(_counts(facet, found, request, label) for facet in RegisterFacet),
        weak=sum(failed == {_WEAK} for _, failed in found),
    )


# What stands for the wish for firm commitments only among the filters that an entry may fail.
_WEAK = "weak"
_Found = Sequence[tuple[Entry, frozenset[str]]]


def found_entries(request: RegisterRequest, register: Register) -> _Found:
    """The entries with the words and dates wanted, each with the filters that it fails."""
    words = _asked_for(request.query)
    chosen = [(facet, wanted) for facet in RegisterFacet if (wanted := _wanted(request, facet))]
    only_firm = not request.weak and not request.selected(RegisterFacet.KIND)
    found = []
    for gathered, entry in zip(register.gathered, register.entries, strict=True):
        if entry.is_commitment is not False and words <= gathered.words and _in_time(entry, request):
            failed = {facet.value for facet, wanted in chosen if wanted.isdisjoint(keys(entry, facet))}
            if only_firm and not entry.is_firm:
                failed.add(_WEAK)
            found.append((entry, frozenset(failed)))
    return found


def values(entry: Entry, facet: RegisterFacet) -> tuple[str, ...]:
    """The values of an entry, as JSON has them."""
    return tuple(value for value in _VALUES[facet](entry) if value)


_VALUES: Mapping[RegisterFacet, Callable[[Entry], Sequence[str | None]]] = {
    RegisterFacet.TIMING: lambda entry: (entry.timing.value,),
    RegisterFacet.STATUS: lambda entry: (entry.status.value,),
    RegisterFacet.KIND: lambda entry: (entry.commitment.kind.value,),
    RegisterFacet.TOPIC: lambda entry: entry.commitment.topics,
    RegisterFacet.PORTFOLIO: lambda entry: (entry.document.portfolio_id,),
    RegisterFacet.COMMITTEE: lambda entry: (entry.document.committee_id,),
    RegisterFacet.OWNER: lambda entry: (entry.owner,),
    RegisterFacet.YEAR: lambda entry: (str(entry.document.year.value) if entry.document.year else None,),
    RegisterFacet.MUNICIPAL_YEAR: lambda entry: (
        entry.document.municipal_year.value if entry.document.municipal_year else None,
    ),
    RegisterFacet.TYPE: lambda entry: (entry.document.kind.value.value,),
    RegisterFacet.DATED: lambda entry: (YES if entry.first_due and entry.first_due.last else NO,),
}


def keys(entry: Entry, facet: RegisterFacet) -> tuple[str, ...]:
    """The values of an entry as they are compared."""
    found = values(entry, facet)
    return tuple(map(owner_key, found)) if facet is RegisterFacet.OWNER else found


@lru_cache(maxsize=10_000)  # more owners than a council has
def owner_key(name: str) -> str:
    """An owner's name in the form in which owners are compared: "the Director" is "Director"."""
    return name_key(name) or name


def owners_meant(typed: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """The owners that somebody means: of that very name, else all whose names have these words."""
    names = {owner_key(entry.owner): entry.owner for entry in entries if entry.owner}
    if owner_key(typed) in names:
        return (names[owner_key(typed)],)
    words = _asked_for(typed)
    return tuple(name for name in names.values() if words and words <= frozenset(stems(name)))


def _wanted(request: RegisterRequest, facet: RegisterFacet) -> frozenset[str]:
    chosen = request.selected(facet)
    return frozenset(map(owner_key, chosen)) if facet is RegisterFacet.OWNER else frozenset(chosen)


def _asked_for(query: str) -> frozenset[str]:
    """The words that are wanted: as in a search, function words only where there are no others."""
    words = frozenset(stems(query))
    return words - _FUNCTION_WORDS or words


def _in_time(entry: Entry, request: RegisterRequest) -> bool:
    """Whether paper and due date lie between the days asked for; what has no date lies between none."""
    day = entry.document.date.value if entry.document.date else None
    due = entry.first_due.last if entry.first_due else None
    return (
        (request.date_from is None or (day is not None and day >= request.date_from))
        and (request.date_to is None or (day is not None and day <= request.date_to))
        and (request.due_after is None or (due is not None and due > request.due_after))
        and (request.due_before is None or (due is not None and due < request.due_before))
    )


def _sorted(entries: Sequence[Entry], sort: RegisterSort) -> list[Entry]:
    """In the order asked for; of one day in the order of the papers."""
    if sort is RegisterSort.NEWEST:
        return sorted(entries, key=lambda entry: day_of(entry.document) or date.min, reverse=True)
    return sorted(entries, key=lambda entry: (entry.first_due.last if entry.first_due else None) or date.max)


def _counts(facet: RegisterFacet, found: _Found, request: RegisterRequest, label: Label) -> RegisterCounts:
    """The number of entries that each value leaves, as if the facet's own filter were not set.

    The wish for firm commitments is a filter of kinds. Newest year first, other values with most commitments first. A
    chosen value is shown even when it finds nothing.
    """
    own = {facet.value, _WEAK} if facet is RegisterFacet.KIND else {facet.value}
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entry, failed in found:
        if failed <= own:
            for value in values(entry, facet):
                key = owner_key(value) if facet is RegisterFacet.OWNER else value
                names[key] = value  # entries come by date: the newest name stands for all
                counted[key] += 1
    selected = {owner_key(v) if facet is RegisterFacet.OWNER else v: v for v in request.selected(facet)}
    every = dict.fromkeys((*_FIXED.get(facet, ()), *counted, *selected))
    made = [
        FacetValue(
            value=value,
            label=label(facet, value),
            count=counted[key],
            selected=key in selected,
        )
        for key in every
        for value in (names.get(key) or selected.get(key) or key,)
    ]
    if facet in _BY_TIME:
        made.sort(key=lambda one: one.value, reverse=True)
    elif facet not in _FIXED:
        made.sort(key=lambda one: (-one.count, one.label))
    return RegisterCounts(facet=facet, values=tuple(made))
