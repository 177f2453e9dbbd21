from __future__ import annotations

import pytest

from indexer.enrich.commitments.verbs import Deed, is_weak, only_notes, verb_after


@pytest.mark.parametrize(
    ("words", "word", "is_passive", "deed"),
    [
        ("be published in May", "published", True, Deed.DOES),
        ("be jointly and fully drawn up", "drawn", True, Deed.DOES),
        ("write to members", "write", False, Deed.DOES),
        ("also soon send it", "send", False, Deed.DOES),
        ("be available from May", "be", False, Deed.DOES),
        ("be in post by May", "be", False, Deed.DOES),
        ("be subject to review by the Board", "be", True, Deed.DOES),
        ("be shorter", "be", False, Deed.IS),
        ("have a passport", "have", False, Deed.IS),
        ("be considered", "considered", True, Deed.WEAK),
        ("be kept under review", "kept", True, Deed.WEAK),
        ("continue to help", "continue", False, Deed.WEAK),
        ("cost more", "cost", False, Deed.TURNS_OUT),
        ("include a map", "include", False, Deed.TELLS),
        ("", "", False, Deed.IS),
    ],
)
def test_what_is_done_is_told_from_what_is_and_what_turns_out(
    words: str,
    word: str,
    is_passive: bool,  # noqa: FBT001
    deed: Deed,
) -> None:
    assert verb_after(words) == (word, is_passive, deed)


@pytest.mark.parametrize(
    "item", ["looking into a fund", "continuing to improve", "Exploring options", "support families"]
)
def test_an_item_that_begins_with_a_vague_verb_is_weak(item: str) -> None:
    assert is_weak(item)


@pytest.mark.parametrize("item", ["opening a hub", "continuing to open hubs", "First Look in all schools", ""])
def test_an_item_that_begins_otherwise_is_not(item: str) -> None:
    assert not is_weak(item)


@pytest.mark.parametrize(
    "resolution",
    [
        "the report be noted",
        "the report be noted and officers be thanked",
        "note the report",
        "the Committee notes the position",
        "place on record its thanks",
        "the item be considered as confidential",
        "the minutes be agreed as a correct record",
    ],
)
def test_a_resolution_that_is_done_by_saying_so_only_notes(resolution: str) -> None:
    assert only_notes(resolution)


@pytest.mark.parametrize(
    "resolution", ["the report be noted and published", "the Chair reply to the letter", "approve the plan", ""]
)
def test_a_resolution_with_anything_else_to_do_does_not(resolution: str) -> None:
    assert not only_notes(resolution)
