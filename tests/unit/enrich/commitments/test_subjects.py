from __future__ import annotations

import pytest

from indexer.enrich.commitments.actors import Actor, Side, actors
from indexer.enrich.commitments.subjects import Subject, doers, subject_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The Director", Subject.OURS),
        ("the police and the Director", Subject.OURS),
        ("the police", Subject.PARTNER),
        ("The Department's adviser", Subject.OUTSIDE),
        ("I", Subject.I),
        ("we", Subject.WE),
        ("She", Subject.SOMEBODY),
        ("There", Subject.THERE),
        ("It", Subject.IT),
        ("", Subject.IT),
        ("demand for places", Subject.PEOPLE),
        ("Children", Subject.PEOPLE),
        ("The aim of the work", Subject.AIM),
        ("Cabinet's role", Subject.AIM),
        ("a named nurse for care leavers", Subject.THING),
        ("A report by the Director", Subject.THING),
        ("new library service provision", Subject.THING),
    ],
)
def test_of_whom_or_what_a_clause_speaks(text: str, subject: Subject) -> None:
    assert subject_of(text, actors(text), None)[0] is subject


def test_a_pronoun_stands_for_whoever_was_spoken_of_before() -> None:
    before = Actor(start=0, end=0, text="Ms Bloggs")
    assert subject_of("She", (), before) == (Subject.OURS, before)
    outside = Actor(start=0, end=0, text="the Home Office", side=Side.OUTSIDE)
    assert subject_of("it", (), outside) == (Subject.OUTSIDE, outside)
    assert subject_of("Her letter", (), before) == (Subject.THING, before)


def test_a_pronoun_stands_first_for_who_is_named_in_the_same_clause() -> None:
    text = "The Director said she"
    subject, actor = subject_of(text, actors(text), Actor(start=0, end=0, text="Mr Bloggs"))
    assert (subject, actor and actor.text) == (Subject.OURS, "The Director")


def test_who_something_is_done_by_or_to_does_nothing() -> None:
    text = "A note for the Director by officers"
    assert doers(text, actors(text)) == []
