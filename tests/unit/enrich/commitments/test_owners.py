from __future__ import annotations

import pytest

from indexer.model.document import Kind
from tests.unit.enrich.commitments.told import found_in, in_minutes


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Head of Play undertook to write.", "The Head of Play"),
        ("A plan would be sent by the Head of Play to members.", "the Head of Play"),
        ("RESOLVED – That the Chair reply to the letter.", "the Chair"),
        ("RESOLVED – That authority be delegated to the Head of Play to sign.", "the Head of Play"),
        ("RESOLVED – That officers be requested to report back.", "officers"),
        ("RESOLVED – That the plan be published, and the Chair report to Council.", "the Chair"),
        ("RESOLVED – That Cabinet be asked to think again.", "Cabinet"),
        ("ACTION – Clerk to circulate the dates.", "Clerk"),
        ("The Director confirmed that the figures would be circulated.", "The Director"),
        ("The Director said she would include this in the next report.", "The Director"),
    ],
)
def test_who_is_to_do_it_is_named_as_printed(text: str, owner: str) -> None:
    (commitment,) = in_minutes(text)
    assert (commitment.owner, commitment.owner_stated) == (owner, True)


@pytest.mark.parametrize(
    ("mark", "owner"),
    [
        ("ACTION - Jo Bloggs", "Jo Bloggs"),
        ("ACTION: Clerk and Head of Play", "Clerk and Head of Play"),
        ("Action – Assistant Director, Social Care", "Assistant Director, Social Care"),
        ("ACTION: JB/SM", "JB/SM"),
    ],
)
def test_a_mark_with_names_alone_says_who_is_to_do_what_stands_before_it(mark: str, owner: str) -> None:
    (alone,) = in_minutes("A note about bags to all teams, with her piece.", mark, "Teams were thanked.")
    assert (alone.kind, alone.owner, alone.owner_stated) == ("action", owner, True)
    assert alone.quote == "A note about bags to all teams, with her piece."
    (among_others,) = in_minutes("Bags were dear. The figures would be circulated.", mark)
    assert (among_others.quote, among_others.owner) == ("The figures would be circulated.", owner)
    (below,) = in_minutes(f"The figures would be circulated. {mark}")
    assert (below.quote, below.owner) == ("The figures would be circulated.", owner)


@pytest.mark.parametrize("mark", ["ACTION: None", "ACTION - Jo Bloggs"])
def test_a_mark_with_nothing_before_it_promises_nothing(mark: str) -> None:
    assert in_minutes(mark) == ()


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED – That the plan be published.",
        "Members would be sent the figures.",
        "The figures would be circulated.",
        "Staff would be offered a course in May.",
    ],
)
def test_who_only_gets_something_does_not_do_it(text: str) -> None:
    (commitment,) = in_minutes(text)
    assert not commitment.owner_stated


def test_a_pronoun_is_whoever_the_sentences_before_speak_of_and_has_their_post() -> None:
    (commitment,) = in_minutes(
        "Ms Jo Bloggs, Head of Play, presented it.",
        "Members asked Ms Bloggs for the figures. Ms Bloggs did not have them. She would write within a month.",
    )
    assert (commitment.owner, commitment.role) == ("Ms Bloggs", "Head of Play")


def test_those_in_one_list_own_it_together() -> None:
    (commitment,) = found_in("Midwives, health visitors and the therapy team are to hold sessions in all four zones.")
    assert commitment.owner == "Midwives, health visitors and the therapy team"


def test_an_item_names_whoever_is_to_do_it_even_by_a_name_alone() -> None:
    first, second = found_in("The plan has a number of steps:", "Toy Library to lend it", "First toys to be bought")
    assert (first.owner, first.owner_stated, second.owner_stated) == ("Toy Library", True, False)


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("The Council is to open a hub with Mill Homes by May 2026.", ("Mill Homes",)),
        ("The Council will publish a protocol jointly with the police.", ("the police",)),
        ("The results will be shared with Members in May 2026.", ()),
        ("A hub is to be opened in accordance with Standing Orders.", ()),
    ],
)
def test_partners_are_those_with_whom_it_is_done(text: str, partners: tuple[str, ...]) -> None:
    (commitment,) = found_in(text)
    assert commitment.partners == partners


def test_where_nobody_is_named_nobody_is_stated() -> None:
    (commitment,) = found_in("A hub is to be opened by May 2026.", kind=Kind.STRATEGY)
    assert (commitment.owner, commitment.owner_stated, commitment.role) == (None, False, None)
