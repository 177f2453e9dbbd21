from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from indexer.model.commitment import Due, DuePrecision
from indexer.model.register import RulingKind, Status, Timing
from indexer.register.standing import SOON, confirmed, standing, timing
from tests.promises import due
from tests.unit.register.papers import TODAY, reported, ruling

EVIDENCE: dict[str, Any] = {"document": "later", "anchor": "para-1"}


def test_without_a_decision_it_is_only_stated() -> None:
    assert standing([]).status is Status.STATED
    assert standing([]).is_commitment is None


def test_the_latest_status_counts() -> None:
    said = [reported("c", Status.DELAYED), reported("c", Status.DONE, 2, anchor="para-9")]
    assert standing(said).status is Status.DONE


def test_a_status_can_be_taken_back() -> None:
    back = ruling("c", RulingKind.STATUS, 2, status=Status.STATED)
    assert standing([reported("c", Status.DONE), back]).status is Status.STATED


def test_a_status_falls_with_its_paragraph_and_an_earlier_one_stands_again() -> None:
    said = [
        reported("c", Status.DELAYED, 1, anchor="para-1"),
        reported("c", Status.DONE, 2, anchor="para-2"),
        ruling("c", RulingKind.DISMISS, 3, document="later", anchor="para-2"),
    ]
    assert standing(said).status is Status.DELAYED


def test_a_status_given_after_its_paragraph_was_dismissed_counts() -> None:
    assert standing([ruling("c", RulingKind.DISMISS, **EVIDENCE), reported("c", Status.DONE, 2)]).status is Status.DONE


def test_confirming_a_paragraph_gives_no_status_and_says_nothing_of_the_commitment() -> None:
    stands = standing([ruling("c", RulingKind.CONFIRM, **EVIDENCE)])
    assert (stands.status, stands.is_commitment) == (Status.STATED, None)


def test_the_latest_word_about_the_commitment_itself_counts() -> None:
    said = [ruling("c", RulingKind.DISMISS), ruling("c", RulingKind.CONFIRM, 2)]
    assert standing(said[:1]).is_commitment is False
    assert standing(said).is_commitment is True


def test_a_paragraph_is_confirmed_by_a_status_too_and_dismissed_by_a_later_word() -> None:
    said = [reported("c", Status.DONE), ruling("c", RulingKind.DISMISS, 2, **EVIDENCE)]
    assert confirmed(said[:1], "later", "para-1") is True
    assert confirmed(said, "later", "para-1") is False
    assert confirmed(said, "later", "para-2") is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, Timing.OVERDUE), (0, Timing.DUE_SOON), (SOON.days, Timing.DUE_SOON), (SOON.days + 1, Timing.LATER)],
)
def test_the_whole_time_must_be_over_before_it_is_overdue(days: int, expected: Timing) -> None:
    last = TODAY + timedelta(days=days)
    assert timing(due(date(2020, 1, 1), last), Status.STATED, TODAY) is expected


def test_words_that_name_no_day_are_no_date() -> None:
    vague = Due(text="in due course", precision=DuePrecision.UNKNOWN, stated=True)
    assert timing(vague, Status.STATED, TODAY) is timing(None, Status.STATED, TODAY) is Timing.UNDATED


@pytest.mark.parametrize("status", Status)
def test_what_has_ended_is_neither_overdue_nor_due(status: Status) -> None:
    ended = status in {Status.DONE, Status.REPLACED, Status.WITHDRAWN}
    assert timing(due(date(2020, 1, 1)), status, TODAY) is (Timing.CLOSED if ended else Timing.OVERDUE)
