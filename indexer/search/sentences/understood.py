"""Which search does a request mean, once its sentence has been read?

A filter that a person chose counts more than a sentence: of a kind that is chosen already, nothing is read. All times
are one kind, since a chosen year and "since 2022" would contradict each other unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from indexer.model.query import Facet, Filter
from indexer.model.search import Bound, ReadFilter, SearchRequest
from indexer.search.sentences.names import Names
from indexer.search.sentences.read import Found, SentenceReading, read_sentence

_TIMES = frozenset({Facet.YEAR, Facet.MUNICIPAL_YEAR, *Bound})


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """``asked`` as a person put it, and ``run``: the words that are left, with all filters."""

    asked: SearchRequest
    run: SearchRequest
    read: tuple[ReadFilter, ...] = ()
    recent: bool = False
    spelt_out: SearchRequest  # finds the same as ``asked``, with every filter as one that was chosen

    @classmethod
    def as_typed(cls, request: SearchRequest) -> Understood:
        """The request with nothing read from its words."""
        return cls(asked=request, run=request, spelt_out=request)


def without_topics(meant: Understood) -> Understood:
    """The same without the topics that were read, whose words are looked for all the same."""
    topics = {one.value for one in meant.read if one.part is Facet.TOPIC}
    if not topics:
        return meant

    def less(request: SearchRequest) -> SearchRequest:
        kept = (
            replace(chosen, values=tuple(value for value in chosen.values if value not in topics))
            if chosen.facet is Facet.TOPIC
            else chosen
            for chosen in request.filters
        )
        return replace(request, filters=tuple(chosen for chosen in kept if chosen.values))

    read = tuple(one for one in meant.read if one.part is not Facet.TOPIC)
    return replace(meant, run=less(meant.run), spelt_out=less(meant.spelt_out), read=read)


def understood(request: SearchRequest, names: Names, today: date, label: Callable[[Facet, str], str]) -> Understood:
    """What ``request`` means on the day ``today``."""
    if request.literal or not request.query:
        return Understood.as_typed(request)
    reading = read_sentence(request.query, names, today)
    chosen = set(_chosen(request))
    read = tuple(
        ReadFilter(part=found.part, value=found.value, label=_label(found, label), words=found.words)
        for found in reading.filters
        if found.part not in chosen
    )
    run = _with(request, reading.words, read)
    spelt_out = replace(run, query=_newest(reading, names, today)) if reading.recent else run
    return Understood(asked=request, run=run, read=read, recent=reading.recent, spelt_out=spelt_out)


def _chosen(request: SearchRequest) -> Iterator[Facet | Bound]:
    """The kinds of filter that nothing is read of."""
    parts = {chosen.facet for chosen in request.filters if chosen.values}
    timed = bool(request.date_from or request.date_to or parts & _TIMES)
    yield from parts | _TIMES if timed else parts


def _with(request: SearchRequest, words: str, read: tuple[ReadFilter, ...]) -> SearchRequest:
    bounds = {one.part: date.fromisoformat(one.value) for one in read if isinstance(one.part, Bound)}
    values = {facet: tuple(one.value for one in read if one.part is facet) for facet in Facet}
    filters = tuple(Filter(facet=facet, values=found) for facet, found in values.items() if found)
    return replace(
        request,
        query=words,
        filters=request.filters + filters,
        date_from=bounds.get(Bound.FROM, request.date_from),
        date_to=bounds.get(Bound.TO, request.date_to),
    )


def _newest(reading: SentenceReading, names: Names, today: date) -> str:
    """The words that are left, with the newest still wanted, where that can be said before them."""
    said = f"latest {reading.words}".strip()
    return said if read_sentence(said, names, today) == SentenceReading(reading.words, recent=True) else reading.words


def _label(found: Found, label: Callable[[Facet, str], str]) -> str:
    if isinstance(found.part, Facet):
        return label(found.part, found.value)
    day = date.fromisoformat(found.value)
    return f"{day.day} {day:%B} {day.year}"
