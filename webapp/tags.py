"""Which filters are chosen, what are they called, and what is the search without each of them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from indexer.model.search import SearchRequest, SearchResults
from webapp import params, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A filter value, chosen or read from the words, and the same search without it."""

    name: str
    label: str
    without: SearchRequest


def tags(results: SearchResults) -> Iterator[Tag]:
    """A tag for each filter of ``results``, in the order of the filters.

    Taking one away leaves the others as filters that are chosen, and of a sentence the words that are left.
    """
    asked = results.spelt_out
    for counts in results.facets:
        for value in counts.values:
            if value.selected:
                without = params.without(asked, counts.facet, value.value)
                yield Tag(name=words.FACET_NAMES[counts.facet], label=value.label, without=without)
    if asked.date_from:
        yield Tag(name="From", label=words.day(asked.date_from), without=replace(asked, date_from=None, page=1))
    if asked.date_to:
        yield Tag(name="To", label=words.day(asked.date_to), without=replace(asked, date_to=None, page=1))


def newest(results: SearchResults) -> Tag | None:
    """A tag for the wish for the newest papers, where the words have it."""
    if not results.recent:
        return None
    without = replace(results.spelt_out, query=results.words, page=1)
    return Tag(name="Order", label="newest preferred", without=without)


def told(chosen: Sequence[Tag]) -> str:
    """The tags in a few words: "Year 2021 or 2024; From 1 January 2020"."""
    groups = groupby(chosen, key=lambda tag: tag.name)
    return "; ".join(f"{name} {' or '.join(words.capital(tag.label) for tag in group)}" for name, group in groups)
