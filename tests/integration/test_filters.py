"""Are bodies and portfolios that changed their names one, under the names of the time, in the sample?"""

from __future__ import annotations

from datetime import date

import pytest

from indexer.catalogue import Catalogue
from indexer.errors import RequestError
from indexer.model.query import Facet, Filter
from indexer.model.search import FacetValue, Removable, SearchRequest, SearchResults

SCRUTINY = (
    "Children, Families and Learning Overview and Scrutiny Committee",
    "Children and Young People Scrutiny Committee",
    "Children's Services Overview and Scrutiny Committee",
)


def choosing(facet: Facet, *values: str) -> SearchRequest:
    return SearchRequest(filters=(Filter(facet=facet, values=values),))


def value(results: SearchResults, facet: Facet, wanted: str) -> FacetValue:
    return next(value for of in results.facets if of.facet is facet for value in of.values if value.value == wanted)


def test_a_committee_under_its_former_names_is_one_value_that_tells_them(sample: Catalogue) -> None:
    committee = value(sample.search(SearchRequest()), Facet.COMMITTEE, "childrens-scrutiny")
    assert committee.label == "Children's scrutiny"
    assert committee.names == SCRUTINY
    assert committee.count >= 17  # works, of which some have several versions


@pytest.mark.parametrize("name", [*SCRUTINY, "Children's scrutiny", "childrens-scrutiny"])
def test_each_name_of_a_committee_finds_the_papers_of_all_of_them(sample: Catalogue, name: str) -> None:
    results = sample.search(choosing(Facet.COMMITTEE, name))
    assert results.total == sample.search(choosing(Facet.COMMITTEE, "childrens-scrutiny")).total
    assert results.request.selected(Facet.COMMITTEE) == ("childrens-scrutiny",)


def test_two_names_of_one_committee_are_one_choice(sample: Catalogue) -> None:
    chosen = sample.search(choosing(Facet.COMMITTEE, *SCRUTINY)).request.selected(Facet.COMMITTEE)
    assert chosen == ("childrens-scrutiny",)


def test_results_show_the_name_of_the_time(sample: Catalogue) -> None:
    request = choosing(Facet.COMMITTEE, "childrens-scrutiny")
    printed = set()
    for page in (1, 2):
        for result in sample.search(SearchRequest(filters=request.filters, page=page)).documents:
            assert result.document.committee
            printed.add(result.document.committee.value)
    assert printed == set(SCRUTINY)


def test_names_that_differ_in_an_apostrophe_only_are_told_once_and_the_label_never(sample: Catalogue) -> None:
    every = sample.search(SearchRequest())
    assert value(every, Facet.PORTFOLIO, "childrens-services").names == (
        "Children, Families and Learning",
        "Children’s Services and Education",
        "Children, Young People and Families",
    )
    assert value(every, Facet.COMMITTEE, "cabinet").names == ()


@pytest.mark.parametrize("typed", ["2021-22", "2021/2022", "2021 to 2022"])
def test_a_municipal_year_may_be_written_in_any_way(sample: Catalogue, typed: str) -> None:
    expected = sample.search(choosing(Facet.MUNICIPAL_YEAR, "2021/22"))
    assert expected.total
    assert sample.search(choosing(Facet.MUNICIPAL_YEAR, typed)).total == expected.total


def test_what_is_no_municipal_year_is_refused(sample: Catalogue) -> None:
    with pytest.raises(RequestError, match=r"'2021' is not a municipal year: write it like 2025/26\."):
        sample.search(choosing(Facet.MUNICIPAL_YEAR, "2021"))


def test_values_that_there_are_not_are_named_one_by_one(sample: Catalogue) -> None:
    request = choosing(Facet.TOPIC, "neglect", "gone", "gone-too")
    assert sample.unknown(request) == ((Facet.TOPIC, "gone"), (Facet.TOPIC, "gone-too"))


def test_the_filter_in_the_way_of_most_papers_is_named_first(sample: Catalogue) -> None:
    request = SearchRequest(
        query="neglect",
        filters=(
            Filter(facet=Facet.COMMITTEE, values=("council",)),
            Filter(facet=Facet.MUNICIPAL_YEAR, values=("2017/18",)),
        ),
        date_from=date(2017, 5, 1),
    )
    ways = sample.search(request).without
    assert [way.part for way in ways] == [Facet.COMMITTEE, Facet.MUNICIPAL_YEAR, Removable.ALL]
    assert ways[0].label == "Council"
    assert ways[-1].count == sample.search(SearchRequest(query="neglect")).total


def test_dates_are_taken_off_as_one(sample: Catalogue) -> None:
    request = SearchRequest(query="neglect", date_from=date(1999, 3, 1), date_to=date(1999, 3, 31))
    (way,) = sample.search(request).without
    assert (way.part, way.label) == (Removable.DATES, "1 March 1999 to 31 March 1999")
    assert (way.request.date_from, way.request.date_to) == (None, None)


def test_filters_are_not_blamed_for_words_that_no_paper_holds(sample: Catalogue) -> None:
    assert sample.search(SearchRequest(query="mermaids", date_from=date(2020, 1, 1))).without == ()


def test_where_papers_are_found_nothing_is_to_be_taken_off(sample: Catalogue) -> None:
    assert sample.search(choosing(Facet.COMMITTEE, "cabinet")).without == ()
