"""Does every search survive the address bar, and does every address ask for something?"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from indexer.model.query import Facet, Filter, Sort
from indexer.model.search import SearchRequest
from webapp import params

CLEAN = st.text(max_size=40).map(params.clean)
VALUES = st.lists(CLEAN.filter(bool), min_size=1, max_size=4, unique=True).map(tuple)
YEARS = st.lists(st.integers(1000, 9999).map(str), min_size=1, max_size=4, unique=True).map(tuple)


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    chosen = draw(st.sets(st.sampled_from(Facet)))
    filters = tuple(
        Filter(facet=facet, values=draw(YEARS if facet is Facet.YEAR else VALUES)) for facet in Facet if facet in chosen
    )
    first, last = draw(st.none() | st.dates()), draw(st.none() | st.dates())
    if first and last and first > last:
        first, last = last, first
    return SearchRequest(
        query=draw(CLEAN),
        filters=filters,
        date_from=first,
        date_to=last,
        sort=draw(st.none() | st.sampled_from(Sort)),
        page=draw(st.integers(1, params.LAST_PAGE)),
        literal=draw(st.booleans()),
    )


NAMES = st.sampled_from(["q", "from", "to", "sort", "page", "words", *Facet]) | st.text(max_size=8)
NASTY = st.sampled_from(
    ["", "0", "-1", "9" * 5000, "١٢", "2026-02-30", "9999-99-99", "31/2/2020", "\0", "\ud800", "relevance", "only"]
)
STRINGS = st.lists(st.tuples(NAMES, NASTY | st.text(max_size=30)), max_size=20)


@given(requests())
def test_a_request_comes_back_from_its_query_string(request: SearchRequest) -> None:
    parsed = params.read(MultiDict(params.write(request)))
    assert parsed.request == request
    assert parsed.mistakes == ()


@given(STRINGS)
def test_every_query_string_asks_for_something_that_can_be_written_and_read_again(pairs: list[tuple[str, str]]) -> None:
    request = params.read(MultiDict(pairs)).request
    assert 1 <= request.page <= params.LAST_PAGE
    assert params.read(MultiDict(params.write(request))).request == request


@given(STRINGS)
def test_a_mistake_is_one_clear_sentence_about_a_known_parameter(pairs: list[tuple[str, str]]) -> None:
    for mistake in params.read(MultiDict(pairs)).mistakes:
        assert mistake.parameter in {"from", "to", "sort", *Facet}
        assert mistake.message.endswith(".")
        assert len(mistake.message) < 150


@given(requests())
def test_a_tag_taken_away_takes_away_that_value_and_no_other(request: SearchRequest) -> None:
    for chosen in request.filters:
        for value in chosen.values:
            left = params.without(request, chosen.facet, value)
            assert value not in left.selected(chosen.facet)
            assert all(left.selected(facet) == request.selected(facet) for facet in Facet if facet is not chosen.facet)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert params.clean(params.clean(text)) == params.clean(text)


@given(st.dates(), st.sampled_from(["{0.year:04}-{0.month:02}-{0.day:02}", "{0.day}/{0.month}/{0.year:04}"]))
def test_a_date_is_understood_in_both_ways_of_writing_it(day: date, form: str) -> None:
    assert params.read(MultiDict([("to", form.format(day))])).request.date_to == day
