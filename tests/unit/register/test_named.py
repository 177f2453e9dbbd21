from __future__ import annotations

import pytest

from indexer.register.named import named


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("The Home Starter Grant is to be raised.", [("home", "starter", "grant")]),
        ("A School of Nursing would open.", [("school", "of", "nurs")]),
        ("By then GCP2 and the MASH are to be in use.", [("gcp2",), ("mash",)]),
        ("it joined the Turnaround programme", [("turnaround",)]),
        ("Families First Partnership work begins.", [("famili", "first", "partnership")]),
    ],
)
def test_what_has_a_name_of_its_own_is_found(text: str, things: list[tuple[str, ...]]) -> None:
    assert list(named(text, ())) == things


@pytest.mark.parametrize(
    "text",
    [
        "The Children and Families Scrutiny Committee, the Director of Care and Ofsted met in March.",
        "Officers are to report.",
        "it goes to Cabinet in September",
        "",
    ],
)
def test_bodies_posts_and_days_are_no_things(text: str) -> None:
    assert list(named(text, ())) == []


def test_in_a_row_of_a_table_a_single_capital_may_begin_a_sentence_and_names_nothing() -> None:
    row = "Front door at Canal Row with the MASH on Monday, first Results to schools"
    assert list(named(row, (), in_row=True)) == [("canal", "row"), ("mash",)]


def test_the_names_of_people_are_no_things() -> None:
    assert list(named("the work of Zoe Winterbourne goes on", {"winterbourn"})) == []


def test_a_part_of_a_longer_name_is_not_named_beside_it() -> None:
    assert list(named("in the Mill Lane Clinic", ())) == [("mill", "lane", "clinic")]
