from datetime import date

import pytest

from indexer.text.dates import Precision, dates, municipal_year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23rd September 2025", date(2025, 9, 23)),
        ("Tuesday, 8 July 2025", date(2025, 7, 8)),
        ("8 July, 2025", date(2025, 7, 8)),
        ("18/10/2018", date(2018, 10, 18)),
        ("18/10/18", date(2018, 10, 18)),
        ("18.10.2018", date(2018, 10, 18)),
        ("2025-09-23", date(2025, 9, 23)),
        ("September 5th, 2019", date(2019, 9, 5)),
        ("1 Sept 2019", date(2019, 9, 1)),
        ("the 1st of March 2019", date(2019, 3, 1)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_found_however_the_british_write_it(text: str, day: date) -> None:
    (mention,) = dates(text)
    assert (mention.first, mention.last, mention.precision) == (day, day, Precision.DAY)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("September 2025", date(2025, 9, 1), date(2025, 9, 30), Precision.MONTH),
        ("December 2025", date(2025, 12, 1), date(2025, 12, 31), Precision.MONTH),
        ("Q3 2025/26", date(2025, 10, 1), date(2025, 12, 31), Precision.QUARTER),
        ("Quarter 4 2017/18", date(2018, 1, 1), date(2018, 3, 31), Precision.QUARTER),
        ("autumn 2026", date(2026, 9, 1), date(2026, 11, 30), Precision.SEASON),
        ("winter 2025", date(2025, 12, 1), date(2026, 2, 28), Precision.SEASON),
        ("the spring term 2026", date(2026, 3, 1), date(2026, 5, 31), Precision.SEASON),
        ("Christmas 2021", date(2021, 12, 1), date(2021, 12, 31), Precision.SEASON),
        ("in 2025,", date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("2025/26", date(2025, 4, 1), date(2026, 3, 31), Precision.YEAR),
        ("2025-26", date(2025, 4, 1), date(2026, 3, 31), Precision.YEAR),
        ("municipal year 2022/23", date(2022, 5, 1), date(2023, 4, 30), Precision.YEAR),
        ("academic year 2022/23", date(2022, 9, 1), date(2023, 8, 31), Precision.YEAR),
    ],
)
def test_a_longer_time_is_the_span_of_its_days(text: str, first: date, last: date, precision: Precision) -> None:
    (mention,) = dates(text)
    assert (mention.first, mention.last, mention.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2025",
        "29 February 2023",
        "99/99/2025",
        "31/04/2020",
        "£2000",
        "2,019 children",
        "20,250",
        "paragraph 3.2018",
    ],
)
def test_what_is_no_possible_date_is_none(text: str) -> None:
    assert dates(text) == ()


def test_several_dates_come_in_order_with_their_places() -> None:
    text = "between 18 January 2016 and the autumn 2017, in 2019/20 and by 2030"
    found = dates(text)
    assert [text[mention.start : mention.end] for mention in found] == [mention.text for mention in found]
    assert [mention.text for mention in found] == ["18 January 2016", "autumn 2017", "2019/20", "2030"]


def test_a_span_of_years_is_its_two_years() -> None:
    assert [mention.first.year for mention in dates("the strategy for 2021–2024")] == [2021, 2024]


@pytest.mark.parametrize(
    ("day", "year"), [(date(2025, 5, 1), "2025/26"), (date(2025, 4, 30), "2024/25"), (date(2000, 1, 1), "1999/00")]
)
def test_the_municipal_year_begins_in_may(day: date, year: str) -> None:
    assert municipal_year(day) == year
