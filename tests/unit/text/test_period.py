"""Is a date understood as people type it, and what is no date refused?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.period import municipal_year_of, period

MARCH = (date(2024, 3, 1), date(2024, 3, 31))
FIRST = (date(2024, 3, 1), date(2024, 3, 1))
YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", YEAR),
        *((typed, MARCH) for typed in ("March 2024", "mar 2024", "Mar. 2024", "3/2024", "03/2024", "2024-03")),
        *((typed, FIRST) for typed in ("1/3/2024", "01/03/2024", "1.3.2024", "1/3/24", "2024-03-01", "2024-3-1")),
        *((typed, FIRST) for typed in ("1 March 2024", "1st march 2024", "Friday 1 March 2024", "March 1, 2024")),
        ("February 2023", (date(2023, 2, 1), date(2023, 2, 28))),
        ("1850", (date(1850, 1, 1), date(1850, 12, 31))),
    ],
)
def test_a_day_a_month_and_a_year_are_read_as_people_type_them(typed: str, meant: tuple[date, date]) -> None:
    assert period(typed) == meant
    assert period(f"  {typed} ") == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "yesterday", "31/2/2024", "2024-13", "13/2024", "0000", "32 March 2024", "since March 2024", "2024-2025"),
        *("2024/25", "2024–25", "municipal year 2024/25", "spring 2024", "Q1 2024/25", "March", "12", "20240301"),
    ],
)
def test_what_is_not_one_plain_date_is_none(typed: str) -> None:
    assert period(typed) is None


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_not(typed: str) -> None:
    meant = period(typed)
    assert meant is None or meant[0] <= meant[1]


@given(st.dates())
def test_a_day_in_figures_is_that_day_in_any_year(day: date) -> None:
    assert period(day.isoformat()) == period(f"{day.day}/{day.month}/{day.year:04}") == (day, day)


@pytest.mark.parametrize("typed", ["2025/26", "2025-26", "2025–26", "2025/2026", "2025 to 2026", " 2025 / 26 "])
def test_a_municipal_year_is_one_however_it_is_written(typed: str) -> None:
    assert municipal_year_of(typed) == "2025/26"


@pytest.mark.parametrize("typed", ["", "2025", "2025/27", "2025/6", "25/26", "2025/26/27", "2025/1926"])
def test_what_is_no_municipal_year_is_none(typed: str) -> None:
    assert municipal_year_of(typed) is None


def test_the_turn_of_a_century_is_a_municipal_year_too() -> None:
    assert municipal_year_of("1999/00") == municipal_year_of("1999-2000") == "1999/00"
