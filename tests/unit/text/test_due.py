from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.commitment import DuePrecision
from indexer.text.due import Now, due_mentions

NOW = Now(date(2025, 9, 23))  # a Tuesday


@pytest.mark.parametrize(
    ("text", "printed", "first", "last", "precision"),
    [
        ("by 31 March 2026", "by 31 March 2026", "2026-03-31", "2026-03-31", DuePrecision.DAY),
        (
            "not later than 31 August 2026",
            "not later than 31 August 2026",
            "2026-08-31",
            "2026-08-31",
            DuePrecision.DAY,
        ),
        ("in March 2026", "in March 2026", "2026-03-01", "2026-03-31", DuePrecision.MONTH),
        ("in Q3 2025/26", "in Q3 2025/26", "2025-10-01", "2025-12-31", DuePrecision.QUARTER),
        ("by the autumn of 2026", "by the autumn of 2026", "2026-09-01", "2026-11-30", DuePrecision.SEASON),
        ("in 2022", "in 2022", "2022-01-01", "2022-12-31", DuePrecision.YEAR),
        (
            "at the meeting in April 2026",
            "at the meeting in April 2026",
            "2026-04-01",
            "2026-04-30",
            DuePrecision.MONTH,
        ),
        ("by the end of July 2026", "by the end of July 2026", "2026-07-31", "2026-07-31", DuePrecision.DAY),
    ],
)
def test_a_printed_date_is_due_with_the_words_that_lead_in_to_it(
    text: str, printed: str, first: str, last: str, precision: DuePrecision
) -> None:
    (mention,) = due_mentions(f"It will open {text}, as planned.", NOW)
    assert mention.due.text == printed
    assert mention.due.stated
    assert (mention.due.first, mention.due.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert mention.due.precision is precision


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("within three months", "2025-09-23", "2025-12-23", DuePrecision.SPAN),
        ("within a month", "2025-09-23", "2025-10-23", DuePrecision.SPAN),
        ("in six months", "2025-09-23", "2026-03-23", DuePrecision.SPAN),
        ("in two years' time", "2025-09-23", "2027-09-23", DuePrecision.SPAN),
        ("within ten working days", "2025-09-23", "2025-10-07", DuePrecision.SPAN),
        ("within 12 working days", "2025-09-23", "2025-10-09", DuePrecision.SPAN),
        ("within fourteen days", "2025-09-23", "2025-10-07", DuePrecision.SPAN),
        ("within eight weeks of the meeting", "2025-09-23", "2025-11-18", DuePrecision.SPAN),
        ("over the next 12 months", "2025-09-23", "2026-09-23", DuePrecision.SPAN),
        ("in the coming year", "2025-09-23", "2026-09-23", DuePrecision.SPAN),
        ("between now and October", "2025-09-23", "2025-10-31", DuePrecision.SPAN),
        ("by the autumn", "2025-09-01", "2025-11-30", DuePrecision.SEASON),
        ("in the spring", "2026-03-01", "2026-05-31", DuePrecision.SEASON),
        ("this winter", "2025-12-01", "2026-02-28", DuePrecision.SEASON),
        ("before Easter", "2026-03-01", "2026-04-30", DuePrecision.SEASON),
        ("by Christmas", "2025-12-25", "2025-12-25", DuePrecision.DAY),
        ("by next March", "2026-03-01", "2026-03-31", DuePrecision.MONTH),
        ("in September", "2025-09-01", "2025-09-30", DuePrecision.MONTH),
        ("in August", "2026-08-01", "2026-08-31", DuePrecision.MONTH),
        ("early in January", "2026-01-01", "2026-01-31", DuePrecision.MONTH),
        ("at the July meeting", "2026-07-01", "2026-07-31", DuePrecision.MONTH),
        ("from 10 January", "2026-01-10", "2026-01-10", DuePrecision.DAY),
        ("on 24 September", "2025-09-24", "2025-09-24", DuePrecision.DAY),
        ("on Friday", "2025-09-26", "2025-09-26", DuePrecision.DAY),
        ("by Tuesday", "2025-09-30", "2025-09-30", DuePrecision.DAY),
        ("at the end of the month", "2025-09-30", "2025-09-30", DuePrecision.DAY),
        ("by the end of March", "2026-03-31", "2026-03-31", DuePrecision.DAY),
        ("before the end of the financial year", "2026-03-31", "2026-03-31", DuePrecision.DAY),
        ("by the end of the academic year", "2026-08-31", "2026-08-31", DuePrecision.DAY),
        ("later this year", "2025-09-23", "2025-12-31", DuePrecision.YEAR),
        ("next year", "2026-01-01", "2026-12-31", DuePrecision.YEAR),
        ("in the next financial year", "2026-04-01", "2027-03-31", DuePrecision.YEAR),
        ("next week", "2025-09-29", "2025-10-05", DuePrecision.SPAN),
        ("this month", "2025-09-23", "2025-09-30", DuePrecision.MONTH),
        ("in the third quarter", "2025-10-01", "2025-12-31", DuePrecision.QUARTER),
        ("by Q1", "2026-04-01", "2026-06-30", DuePrecision.QUARTER),
    ],
)
def test_what_counts_from_the_day_of_the_paper_becomes_days(
    text: str, first: str, last: str, precision: DuePrecision
) -> None:
    (mention,) = due_mentions(f"It will open {text}, as planned.", NOW)
    assert (mention.due.first, mention.due.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert mention.due.precision is precision
    assert not mention.due.stated


@pytest.mark.parametrize(
    "text",
    [
        "in due course",
        "at half term",
        "in the new year",
        "at the next meeting",
        "in the coming months",
        "once it is signed",
    ],
)
def test_words_for_a_time_that_no_calendar_knows_are_kept_without_days(text: str) -> None:
    (mention,) = due_mentions(f"It will open {text}.", NOW)
    assert mention.due.text == text
    assert (mention.due.first, mention.due.last, mention.due.precision) == (None, None, DuePrecision.UNKNOWN)


def test_the_next_meeting_has_a_day_where_the_paper_prints_it() -> None:
    (mention,) = due_mentions("It goes to the next meeting.", Now(NOW.day, date(2025, 11, 4)))
    assert (mention.due.first, mention.due.precision) == (date(2025, 11, 4), DuePrecision.DAY)


def test_without_the_day_of_the_paper_only_printed_dates_have_days() -> None:
    mentions = due_mentions("by March 2026, or within six months", None)
    assert [mention.due.first for mention in mentions] == [date(2026, 3, 1), None]


@pytest.mark.parametrize(
    "text",
    [
        "It has risen since April.",
        "It opened last summer.",
        "May I ask a question?",
        "A spring clean helped.",
        "The summer was wet.",
        "Plans are written within 15 working days of the request.",
        "The plan was put before the Board.",
        "No such day as 30 February was meant.",
        "",
    ],
)
def test_what_is_no_time_to_come_is_none(text: str) -> None:
    assert due_mentions(text, NOW) == ()


def test_what_happens_when_something_else_does_is_an_event() -> None:
    before, once = due_mentions("It goes out before the report is printed, once the Board has agreed.", NOW)
    assert (before.is_event, once.is_event) == (True, True)
    assert (before.due.text, once.due.text) == ("before the report is printed", "once the Board has agreed")


@given(
    st.text()
    | st.lists(st.sampled_from("by in March the end of 2026 within six months Q3 31 next - , .".split())).map(" ".join)
)
def test_any_text_has_mentions_in_order_that_lie_in_it_and_end_no_earlier_than_they_begin(text: str) -> None:
    mentions = due_mentions(text, NOW)
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.due.text for mention in mentions]
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
    for due in (mention.due for mention in mentions):
        assert (due.first is None) == (due.last is None) == (due.precision is DuePrecision.UNKNOWN)
        assert due.first is None or due.last is None or due.first <= due.last


def test_a_day_near_the_end_of_all_days_is_none() -> None:
    assert due_mentions("within 999 years", Now(date(9999, 12, 1))) == ()
