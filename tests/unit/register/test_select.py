from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from indexer.model.commitment import CommitmentKind
from indexer.model.document import Basis, Fact
from indexer.model.register import (
    RegisterFacet,
    RegisterFilter,
    RegisterPage,
    RegisterRequest,
    RegisterSort,
    RulingKind,
    Status,
)
from indexer.register.register import Register
from indexer.register.select import owners_meant, select
from tests.promises import due
from tests.unit.register.papers import register, report, reported, ruling

NURSE, GRANT, TOOL, HOPE = "The nurse starts.", "The grant rises.", "A tool opens for children.", "A hope is held."


@pytest.fixture
def shelf() -> Register:
    """Two papers of two committees: four commitments, one of them weak, and one that is dismissed."""
    scrutiny = report(
        "scrutiny",
        [NURSE, GRANT, HOPE, "No promise."],
        date(2025, 1, 14),
        promises=[
            (NURSE, {"due": due(date(2025, 9, 30)), "owner": "the Director of Care", "topics": ("care", "health")}),
            (GRANT, {"due": due(date(2025, 3, 31)), "owner": "Jo Field", "role": "Head of Care"}),
            (HOPE, {"kind": CommitmentKind.INTENTION}),
            ("No promise.", {}),
        ],
    )
    cabinet = report("cabinet", [TOOL], date(2024, 2, 6), promises=[(TOOL, {"owner": "Director of Care"})])
    cabinet = replace(
        cabinet, committee_id="cabinet", municipal_year=Fact(value="2023/24", basis=Basis.INFERRED, where="date")
    )
    rulings = [ruling("scrutiny-4", RulingKind.DISMISS), reported("cabinet-1", Status.DONE)]
    return register(scrutiny, cabinet, rulings=rulings)


def asked(shelf: Register, size: int | None = 25, **facts: Any) -> RegisterPage:
    return select(RegisterRequest(**facts), shelf, lambda _, value: value, size=size)


def quotes(page: RegisterPage) -> list[str]:
    return [entry.commitment.quote for entry in page.entries]


def chosen(*pairs: tuple[RegisterFacet, str]) -> tuple[RegisterFilter, ...]:
    return tuple(RegisterFilter(facet=facet, values=tuple(value.split("|"))) for facet, value in pairs)


def test_the_firm_ones_come_by_due_date_and_what_has_none_comes_last(shelf: Register) -> None:
    page = asked(shelf)
    assert quotes(page) == [GRANT, NURSE, TOOL]
    assert (page.total, page.weak) == (3, 1)


def test_weak_ones_come_when_asked_for_and_what_a_person_dismissed_does_not(shelf: Register) -> None:
    assert quotes(asked(shelf, weak=True)) == [GRANT, NURSE, TOOL, HOPE]


def test_a_kind_that_is_asked_for_by_name_needs_no_more(shelf: Register) -> None:
    assert quotes(asked(shelf, filters=chosen((RegisterFacet.KIND, "intention")))) == [HOPE]


def test_the_newest_paper_can_come_first(shelf: Register) -> None:
    assert quotes(asked(shelf, sort=RegisterSort.NEWEST)) == [NURSE, GRANT, TOOL]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nurse", [NURSE]),
        ("nurses starting", [NURSE]),  # other forms of the words
        ("nurse grant", []),  # every word is wanted
        ("of all the nurses", [NURSE]),  # but function words
        ("director care", [NURSE, TOOL]),  # who is to do it
        ("report cabinet", [TOOL]),  # what its paper is called
        ("child", []),  # "children" is another word
        ("", [GRANT, NURSE, TOOL]),
    ],
)
def test_all_words_are_wanted_in_any_form(shelf: Register, query: str, expected: list[str]) -> None:
    assert quotes(asked(shelf, query=query)) == expected


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        (RegisterFacet.STATUS, "reported done", [TOOL]),
        (RegisterFacet.STATUS, "stated|reported done", [GRANT, NURSE, TOOL]),
        (RegisterFacet.TIMING, "overdue", [GRANT]),
        (RegisterFacet.TOPIC, "health", [NURSE]),
        (RegisterFacet.COMMITTEE, "cabinet", [TOOL]),
        (RegisterFacet.YEAR, "2025", [GRANT, NURSE]),
        (RegisterFacet.MUNICIPAL_YEAR, "2023/24", [TOOL]),
        (RegisterFacet.OWNER, "DIRECTOR OF CARE", [NURSE, TOOL]),
        (RegisterFacet.OWNER, "Head of Care", [GRANT]),  # the post and not the person
        (RegisterFacet.OWNER, "Jo Field", []),
        (RegisterFacet.DATED, "no", [TOOL]),
        (RegisterFacet.TYPE, "committee report", [GRANT, NURSE, TOOL]),
    ],
)
def test_a_filter_leaves_what_has_one_of_its_values(
    shelf: Register, facet: RegisterFacet, value: str, expected: list[str]
) -> None:
    assert quotes(asked(shelf, filters=chosen((facet, value)))) == expected


def test_filters_are_joined_by_and(shelf: Register) -> None:
    both = chosen((RegisterFacet.YEAR, "2025"), (RegisterFacet.TIMING, "overdue"))
    assert quotes(asked(shelf, filters=both)) == [GRANT]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ({"due_before": date(2025, 9, 30)}, [GRANT]),
        ({"due_before": date(2025, 10, 1)}, [GRANT, NURSE]),
        ({"due_after": date(2025, 3, 31)}, [NURSE]),
        ({"due_after": date(2025, 3, 30)}, [GRANT, NURSE]),
        ({"date_from": date(2025, 1, 14)}, [GRANT, NURSE]),
        ({"date_to": date(2025, 1, 13)}, [TOOL]),
    ],
)
def test_dates_of_papers_take_in_their_day_and_due_dates_do_not(
    shelf: Register, between: dict[str, Any], expected: list[str]
) -> None:
    assert quotes(asked(shelf, **between)) == expected


def test_a_facet_is_counted_without_its_own_filter(shelf: Register) -> None:
    page = asked(shelf, filters=chosen((RegisterFacet.COMMITTEE, "cabinet"), (RegisterFacet.DATED, "no")))
    assert page.total == 1
    assert page.counts(RegisterFacet.COMMITTEE) == {"cabinet": 1}
    assert page.counts(RegisterFacet.DATED) == {"yes": 0, "no": 1}
    only = asked(shelf, filters=chosen((RegisterFacet.COMMITTEE, "cabinet")))
    assert only.counts(RegisterFacet.COMMITTEE) == {"childrens-scrutiny": 2, "cabinet": 1}


def test_kinds_are_counted_without_the_wish_for_firm_ones_which_is_a_filter_of_kinds(shelf: Register) -> None:
    counts = asked(shelf).counts(RegisterFacet.KIND)
    assert (counts["plan"], counts["intention"], counts["target"]) == (3, 1, 0)


def test_owners_are_counted_without_an_article_under_the_name_of_the_newest_paper(shelf: Register) -> None:
    assert asked(shelf).counts(RegisterFacet.OWNER) == {"Director of Care": 2, "Head of Care": 1}


def test_a_value_that_is_chosen_is_listed_though_it_finds_nothing(shelf: Register) -> None:
    page = asked(shelf, filters=chosen((RegisterFacet.TOPIC, "nothing")))
    assert page.total == 0
    assert [(value.value, value.selected) for counts in page.facets if counts.facet is RegisterFacet.TOPIC
            for value in counts.values if value.selected] == [("nothing", True)]  # fmt: skip


def test_pages_have_their_size_and_one_beyond_the_last_is_the_last(shelf: Register) -> None:
    assert quotes(asked(shelf, size=2, page=1)) == [GRANT, NURSE]
    last = asked(shelf, size=2, page=9)
    assert (quotes(last), last.page, last.pages) == ([TOOL], 2, 2)
    assert quotes(asked(shelf, size=None, page=9)) == [GRANT, NURSE, TOOL]


def test_an_owner_is_meant_by_the_name_or_by_some_of_its_words(shelf: Register) -> None:
    assert owners_meant("director of care", shelf.entries) == ("Director of Care",)
    assert set(owners_meant("care", shelf.entries)) == {"Director of Care", "Head of Care"}
    assert owners_meant("unheard of", shelf.entries) == owners_meant("", shelf.entries) == ()
