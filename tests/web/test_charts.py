from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.paths import YearCount
from webapp.charts import bars, told

COUNTS = st.lists(st.integers(0, 500), max_size=60).map(
    lambda counts: [YearCount(year=1990 + number, documents=count) for number, count in enumerate(counts)]
)


@given(COUNTS)
def test_every_year_has_a_bar_in_its_place_as_high_as_its_count(years: list[YearCount]) -> None:
    made = list(bars(years))
    assert [(bar.year, bar.documents) for bar in made] == [(count.year, count.documents) for count in years]
    most = max((bar.documents for bar in made), default=0)
    for bar in made:
        assert abs(bar.height * most - 100 * bar.documents) <= 0.01 * most
        assert 0 <= bar.left < bar.middle < bar.left + bar.width <= 100
    assert all(one.left + one.width < other.left for one, other in pairwise(made))


@given(COUNTS)
def test_few_enough_years_are_labelled_at_even_distances_and_the_last_is(years: list[YearCount]) -> None:
    labelled = [number for number, bar in enumerate(bars(years)) if bar.labelled]
    assert len(labelled) <= 6
    assert labelled[-1:] == ([len(years) - 1] if years else [])
    assert len({later - earlier for earlier, later in pairwise(labelled)}) <= 1


def test_the_chart_is_told_in_a_sentence() -> None:
    years = [YearCount(year=2020, documents=1), YearCount(year=2021, documents=3), YearCount(year=2022, documents=0)]
    assert told("Neglect", years) == "Papers about Neglect by year, 2020 to 2022: most in 2021, 3 papers."
    assert told("Neglect", years[2:]) == "No paper about Neglect has a year."
