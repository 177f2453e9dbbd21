from __future__ import annotations

import pytest

from indexer.enrich.phrases import PhraseTree
from indexer.settings import Settings
from indexer.vocabulary.load import load

TREE = PhraseTree(load(Settings.from_environment({}).vocabulary).phrases)


def named(text: str) -> dict[str, int]:
    """The topics that ``text`` names, as a paper of its own."""
    reading = TREE.read(text)
    return dict(reading.topics(reading.contexts))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Neglect was found in 46% of plans.", {"neglect": 1}),
        ("care-leavers’ Pathway Planning", {"care-leavers": 2}),
        ("E.H.C.P. and EHCPs", {"ehcp": 2}),
        ("an Education, Health & Care Plan", {"ehcp": 1}),
        ("42 children looked after; the children in care council", {"children-in-care": 1, "participation": 1}),
        ("private fostering of children", {"private-fostering": 1}),
        ("fostering and adoption panel", {"fostering": 1, "adoption": 1}),
    ],
)
def test_words_are_counted_for_the_longest_phrase_they_are_part_of(text: str, topics: dict[str, int]) -> None:
    assert named(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        "The Council must foster good relations between people.",
        "The adoption of the plan by Cabinet, following the adoption of a budget policy.",
        "The strategy was adopted on 3 May.",
        "Background papers are available for inspection at the Council House.",
        "The highway has suffered from neglect of roads.",
        "All members attended. The permanent post is filled.",
        "The Children Act 1989 and the Children and Families Act 2014 apply.",
        "Please send comments to the clerk.",
        "children in need of help and protection",
    ],
)
def test_what_only_looks_like_a_topic_is_none(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The CSA for 2024.", {}),
        ("The CSA for 2024: childcare sufficiency.", {"early-years": 2}),
        ("Training about CSA (child sexual abuse).", {"child-abuse": 2}),
        ("12 FTE social care posts", {}),
        ("FTE, or first-time entrants,", {"youth-justice": 2}),
        ("The CPP met.", {}),
    ],
)
def test_words_for_several_things_count_only_beside_their_context(text: str, topics: dict[str, int]) -> None:
    assert named(text) == topics


def test_a_context_may_stand_anywhere_in_the_paper() -> None:
    reading, other = TREE.read("The CSA for 2024."), TREE.read("A childcare sufficiency assessment.")
    assert reading.topics(other.contexts) == {"early-years": 1}


@pytest.mark.parametrize("text", ["They came early. Help was late.", "early | help", "Early; help"])
def test_a_phrase_ends_with_its_sentence_or_cell(text: str) -> None:
    assert named(text) == {}


def test_a_text_without_words_names_nothing() -> None:
    assert TREE.read("– … –") == (0, (), frozenset())
