"""What else is known of a commitment: its action, when it is due, what it repeats, whether it can be checked."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.model.commitment import DuePrecision
from indexer.model.document import Kind
from tests.unit.enrich.commitments.told import found_in, in_minutes


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("RESOLVED: That the plan be published; and", "the plan be published"),
        ("RESOLVED (2) That the Chair reply to Mr Bloggs.", "the Chair reply to Mr Bloggs"),
        ("It was agreed that officers would report back.", "officers would report back"),
        ("The Head of Play undertook to check the figure.", "check the figure"),
        ("The Head of Play would write to members within a month.", "write to members within a month"),
        ("The figures would be circulated.", "The figures would be circulated"),
        ("ACTION – Clerk: circulate the dates.", "Clerk: circulate the dates"),
        ("A bus is dear; Ms Bee, who has one, said she would ask.", "Ms Bee, who has one, said she would ask"),
    ],
)
def test_the_action_is_the_fewest_words_that_say_what_is_to_be_done(text: str, action: str) -> None:
    (commitment,) = in_minutes(text)
    assert commitment.action == action


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("A hub is to be opened by May 2026, and a second by May 2027.", "by May 2026"),
        ("By May 2026 a hub is to be opened.", "By May 2026"),
        ("Subject to a decision on 8 November, the form comes into use in the new year.", "in the new year"),
        ("A hub, open from before birth to nineteen, is to be ready by May 2026.", "by May 2026"),
        ("The note is to be sent once the lease is signed.", "once the lease is signed"),
        ("The budget for 2025/26 is to be published.", None),
        ("The review of 2 May 2025 is to be published.", None),
    ],
)
def test_the_time_is_the_first_after_the_verb_else_one_before_it(text: str, due: str | None) -> None:
    (commitment,) = found_in(text)
    assert (commitment.due.text if commitment.due else None) == due


def test_an_item_is_due_when_the_words_before_its_list_say() -> None:
    (commitment,) = found_in("Our work over the next 12 months includes:", "opening a hub in each district")
    assert commitment.due is not None
    assert (commitment.due.text, commitment.due.last) == ("over the next 12 months", date(2026, 9, 23))


def test_a_time_that_is_over_is_no_promise_and_no_due_time() -> None:
    assert found_in("The hub would open by May 2021.") == ()
    (commitment,) = found_in((("Action", "Owner", "Due"), ("Open a hub", "Jo Bloggs", "July 2025")))
    assert commitment.due is None


def test_the_next_meeting_is_dated_by_the_paper_where_it_says_when_that_is() -> None:
    report = "The Head of Play would report to the next meeting."
    (dated,) = in_minutes(report, "The next meeting will be held on Tuesday 4 November 2025.")
    (undated,) = in_minutes(report)
    assert dated.due is not None
    assert (dated.due.first, dated.due.precision) == (date(2025, 11, 4), DuePrecision.DAY)
    assert undated.due is not None
    assert undated.due.first is None


def test_a_decision_that_says_it_repeats_another_names_its_day() -> None:
    (repeats,) = in_minutes("RESOLVED – That the decision made on 3 June 2024 be carried out and a hub opened.")
    (first,) = in_minutes("RESOLVED – That a hub be opened by 3 June 2026.")
    assert (repeats.refers_to, first.refers_to) == (date(2024, 6, 3), None)


def test_a_row_of_an_action_tracker_names_the_day_of_its_decision_in_a_cell() -> None:
    head = ("Meeting", "Action", "Owner", "By when")
    row, same, old, told = found_in(
        (
            head,
            ("3 June 2024", "Open a hub", "Jo Bloggs", "May 2026"),
            ("23 September 2025", "Close a hub", "Jo Bloggs", "May 2026"),
            ("Tuesday 3 June 2024", "Paint a hub", "Jo Bloggs", "1 May 2024"),
            ("2", "Mend the hub that was opened with a band on 3 June 2024", "Jo Bloggs", "1 May 2024"),
        )
    )
    assert (row.refers_to, old.refers_to) == (date(2024, 6, 3), date(2024, 6, 3))
    assert (same.refers_to, told.refers_to) == (None, None)  # of the day of the paper; in the midst of a sentence


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("A hub is to be opened.", True),
        ("Officers will publish the figures.", True),
        ("We will continue to support families.", False),
        ("The Government will publish guidance.", False),
    ],
)
def test_it_can_be_checked_when_it_says_what_could_be_seen_to_have_been_done(
    text: str,
    checkable: bool,  # noqa: FBT001
) -> None:
    (commitment,) = found_in(text)
    assert commitment.checkable is checkable


def test_words_in_quotation_marks_are_somebody_elses() -> None:
    assert found_in("A parent said: “They will see. A hub will open by May 2026. We shall see.”") == ()


def test_my_list_is_mine_and_our_list_is_nobodys() -> None:
    (mine,) = found_in("opening a hub", heading="My next twelve months", kind=Kind.STATEMENT)
    assert mine.lead_in is None
    assert not mine.owner_stated  # the paper says nowhere who I am
