"""What holds of similar paragraphs whatever the papers say."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.similar import LEAST, SHOWN
from tests.unit.search.shelf import Shelf

WORDS = (
    "child neglect plan dentist school Oakes fostering £1.7m 2025/26 the court. Resolved: visit nurse; budget".split()
)
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join) | st.text(max_size=60)
DAYS = st.dates(date(2019, 1, 1), date(2019, 1, 4)).map(date.isoformat) | st.just("undated-00")
SHELVES = st.lists(st.tuples(DAYS, st.lists(TEXT, min_size=1, max_size=3)), min_size=1, max_size=7).map(
    lambda papers: {f"{day}-{number}": text for number, (day, text) in enumerate(papers)}
)


@settings(deadline=None, max_examples=150)
@given(SHELVES, st.data())
def test_similar_paragraphs_are_of_other_works_on_their_side_of_the_day(
    papers: dict[str, list[str]], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(papers)))
    apart = data.draw(st.sets(st.sampled_from(sorted(papers))))
    shown = Shelf(papers).similar(name, apart=apart)
    sides = (shown.before, shown.since, shown.unplaced)
    results = [result for side in sides for result in side]
    day = shown.document.date.value if shown.document.date else None
    assert not {name, *apart} & {result.document.id for result in results}
    assert len({result.document.id for result in results}) == len(results)
    assert all(LEAST <= result.score <= 1 for result in results)
    assert all(len(side) <= SHOWN for side in sides)
    assert shown.comparable or not results
    for result in (*shown.before, *shown.since):
        assert day
        assert result.document.date
        assert (result.document.date.value < day) == (result in shown.before)
    for result in shown.unplaced:
        assert day is None or result.document.date is None
    for side in sides:
        dates = [result.document.date.value for result in side if result.document.date]
        assert dates == sorted(dates, reverse=True)
