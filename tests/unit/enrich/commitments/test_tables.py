from __future__ import annotations

import pytest

from indexer.enrich.commitments.tables import Columns, action_columns, tells_plans
from tests.unit.enrich.commitments.told import found_in


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("Action", "Owner", "By when", "Status"), Columns(action=0, owner=1, due=2, status=3)),
        (("No", "Action", "Lead", "By when", "RAG"), Columns(action=1, owner=2, due=3, status=4)),
        (("Action", "Who", "When"), Columns(action=0, owner=1, due=2, status=None)),
        (("Priority", "Actions required", "Lead officer", "Timescale"), Columns(action=1, owner=2, due=3, status=None)),
        (("What we will do", "Responsible", "Deadline"), Columns(action=0, owner=1, due=2, status=None)),
        (("Task", "Accountable officer", "Target date", "Progress"), Columns(action=0, owner=1, due=2, status=3)),
        (("Recommendation", "Lead member", "Date due"), Columns(action=0, owner=1, due=2, status=None)),
        (
            ("Ref", "Objective", "Action", "Lead and partners", "Completed by"),
            Columns(action=2, owner=3, due=4, status=None),
        ),
        (("What needs to be done", "By whom", "By when"), Columns(action=0, owner=1, due=2, status=None)),
        (
            ("Recommendation/action", "Named officer", "Timescale for completion"),
            Columns(action=0, owner=1, due=2, status=None),
        ),
        (("Milestone", "Lead"), Columns(action=0, owner=1, due=None, status=None)),
    ],
)
def test_the_columns_of_an_action_plan_are_known_by_their_heads(header: tuple[str, ...], columns: Columns) -> None:
    assert action_columns(header) == columns


@pytest.mark.parametrize(
    "header",
    [
        (),
        ("Judgement", "Grade"),
        ("Indicator", "31 March 2024", "31 March 2025"),
        ("£000", "Budget", "Outturn"),
        ("Action", "Cost"),
        ("Milestone", "Due", "What happened"),
        ("No", "Ofsted recommends that the Council:", "Theme"),
    ],
)
def test_other_tables_are_no_action_plans(header: tuple[str, ...]) -> None:
    assert action_columns(header) is None


def test_a_head_says_that_its_rows_are_going_to_happen() -> None:
    assert tells_plans(("Centre now", "Becomes part of"))
    assert not tells_plans(("District", "Children"))


ROWS = (
    ("Action", "Owner", "By when"),
    ("Rewrite the offer", "Jo Bloggs, with HR", "March 2026"),
    ("Audit of plans", "Not allocated", "Ongoing"),
    ("Open a hub", "Head of Play; Police", "First by August 2025, last by May 2026"),
)


def test_each_row_of_an_action_plan_is_an_action_with_its_owner_and_its_last_date() -> None:
    offer, audit, hub = found_in(ROWS)
    assert [one.kind for one in (offer, audit, hub)] == ["action"] * 3
    assert [one.action for one in (offer, audit, hub)] == ["Rewrite the offer", "Audit of plans", "Open a hub"]
    assert (offer.owner, offer.owner_stated, offer.partners) == ("Jo Bloggs, with HR", True, ("HR",))
    assert (audit.owner_stated, audit.due) == (False, None)
    assert (hub.owner, hub.partners) == ("Head of Play; Police", ("Police",))
    assert [one.due.text for one in (offer, hub) if one.due] == ["March 2026", "by May 2026"]


def test_a_table_that_goes_on_over_the_page_has_the_columns_of_the_one_before() -> None:
    found = found_in(ROWS[:2], (("Open a hub", "Head of Play", "May 2026"),))
    assert [one.owner for one in found] == ["Jo Bloggs, with HR", "Head of Play"]


def test_rows_of_figures_promise_nothing() -> None:
    assert found_in((("Indicator", "2024", "2025"), ("Plans", "312", "298"))) == ()
