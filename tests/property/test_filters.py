"""Is every count beside a filter what choosing it finds, and does no filter lead to a dead end?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.catalogue import Catalogue
from indexer.model.query import Facet, Filter
from indexer.model.search import Removable, SearchRequest, SearchResults

# Words that many papers, few papers and no paper of the sample hold.
WORDS = ["children", "neglect", "fostering", "strategy", "mermaids", '"pathway plans"', "-cabinet", "budget OR send"]
QUERIES = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
DAYS = st.none() | st.dates(date(2015, 1, 1), date(2026, 12, 31))
TIMES = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def counts(results: SearchResults) -> dict[Facet, dict[str, int]]:
    return {of.facet: {value.value: value.count for value in of.values} for of in results.facets}


def choosing(request: SearchRequest, facet: Facet, *values: str) -> SearchRequest:
    """``request`` with these values of ``facet`` instead of its own."""
    others = tuple(chosen for chosen in request.filters if chosen.facet is not facet)
    return replace(request, filters=(*others, Filter(facet=facet, values=values)))


@st.composite
def requests(draw: st.DrawFn, sample: Catalogue) -> SearchRequest:
    there = counts(sample.search(SearchRequest()))
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        first, last = last, first
    facets = draw(st.lists(st.sampled_from(Facet), max_size=3, unique=True))
    filters = [
        Filter(facet=facet, values=tuple(draw(st.lists(st.sampled_from(sorted(there[facet])), min_size=1, max_size=3))))
        for facet in facets
    ]
    return SearchRequest(query=draw(QUERIES), filters=tuple(filters), date_from=first, date_to=last)


@TIMES
@given(data=st.data())
def test_choosing_a_value_finds_exactly_its_count(sample: Catalogue, data: st.DataObject) -> None:
    request = data.draw(requests(sample))
    facet = data.draw(st.sampled_from(Facet))
    shown = counts(sample.search(request))[facet]
    for value, count in shown.items():
        assert sample.search(choosing(request, facet, value)).total == count


@TIMES
@given(data=st.data())
def test_what_is_not_listed_would_find_nothing(sample: Catalogue, data: st.DataObject) -> None:
    request = data.draw(requests(sample))
    facet = data.draw(st.sampled_from(Facet))
    there = counts(sample.search(SearchRequest()))[facet]
    for value in there.keys() - counts(sample.search(request))[facet].keys():
        assert sample.search(choosing(request, facet, value)).total == 0


@TIMES
@given(data=st.data())
def test_several_values_of_a_filter_find_the_papers_of_each(sample: Catalogue, data: st.DataObject) -> None:
    request = data.draw(requests(sample))
    facet = data.draw(st.sampled_from(Facet))
    there = counts(sample.search(request))[facet]
    if len(there) < 2:
        return
    values = data.draw(st.lists(st.sampled_from(sorted(there)), min_size=2, max_size=4, unique=True))
    found = sample.search(choosing(request, facet, *values)).total
    each = [there[value] for value in values]
    # Versions of one work may have different values: the work counts for each, and once in all.
    assert max(each) <= found <= sum(each)


@TIMES
@given(data=st.data())
def test_a_way_out_of_nothing_finds_what_it_says_and_the_first_finds_most(
    sample: Catalogue, data: st.DataObject
) -> None:
    request = data.draw(requests(sample))
    results = sample.search(request)
    ways = results.without
    filtered = bool(request.filters or request.date_from or request.date_to)
    bare = sample.search(SearchRequest(query=request.query)).total
    if results.total or not filtered or not bare:
        assert ways == ()
        return
    assert all(sample.search(way.request).total == way.count > 0 for way in ways)
    single = [way.count for way in ways if way.part is not Removable.ALL]
    assert single == sorted(single, reverse=True)
    assert ways[-1].count == bare
