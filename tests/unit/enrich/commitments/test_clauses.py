from __future__ import annotations

import pytest

from indexer.enrich.commitments.ahead import Ahead
from indexer.enrich.commitments.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "ahead", "subject"),
    [
        ("A plan is to be published.", Ahead.IS_TO, "A plan"),
        ("Two letters are therefore to be sent.", Ahead.IS_TO, "Two letters"),
        ("The hub was to be shared.", Ahead.WAS_TO, "The hub"),
        ("The review is scheduled for May.", Ahead.SCHEDULED, "The review"),
        ("The hub is due to open.", Ahead.SCHEDULED, "The hub"),
        ("The hub is expected to open.", Ahead.EXPECTED, "The hub"),
        ("A payment is proposed.", Ahead.PROPOSED, "A payment"),
        ("The service intends to recruit.", Ahead.INTENDS, "The service"),
        ("We are going to recruit.", Ahead.INTENDS, "We"),
        ("We hope to recruit.", Ahead.HOPES, "We"),
        ("The aim is that all are seen.", Ahead.HOPES, "The"),
        ("The hub will open.", Ahead.WILL, "The hub"),
        ("We’ll open it.", Ahead.WILL, "We"),
        ("She would write.", Ahead.WOULD, "She"),
        ("The Director undertook to write.", Ahead.UNDERTAKES, "The Director"),
        ("The Director assured members that all would be well.", Ahead.UNDERTAKES, "The Director"),
        ("A list of toys is under development.", Ahead.BEING_DONE, "A list of toys"),
        ("A list of toys is being drawn up.", Ahead.BEING_DONE, "A list of toys"),
        ("A second draft goes to the Board.", Ahead.LATER, "A second draft"),
        ("Jo Bloggs is training all managers.", Ahead.DOING, "Jo Bloggs"),
        ("From September each nurse has a place.", Ahead.FROM_THEN, ""),
        ("Final decision: Council, 19 July 2026", Ahead.ROUTE, ""),
        ("There are sessions to be introduced.", Ahead.TO_BE, "There are sessions"),
    ],
)
def test_a_verb_that_looks_ahead_is_found_with_its_subject(sentence: str, ahead: Ahead, subject: str) -> None:
    clause = next(clauses(sentence, verbless=False))
    assert (clause.ahead, clause.subject) == (ahead, subject)


@pytest.mark.parametrize(
    "sentence",
    [
        "That is to say, it is small.",
        "The delay was due to the weather.",
        "It was agreed.",
        "The form needs to be reviewed.",
        "Our plans to help are good.",
        "The visitor's reports are private.",
        "The team met and closed.",
    ],
)
def test_what_only_looks_like_it_is_no_clause(sentence: str) -> None:
    assert list(clauses(sentence, verbless=False)) == []


def test_without_a_finite_verb_an_infinitive_is_what_is_to_be_done_in_a_list_alone() -> None:
    (clause,) = clauses("Named nurse to read a sample of plans", verbless=True)
    assert (clause.ahead, clause.subject) == (Ahead.TO_DO, "Named nurse")
    assert list(clauses("Named nurse to read a sample of plans", verbless=False)) == []
    assert list(clauses("The nurse was able to read them", verbless=True)) == []


def test_a_second_verb_has_the_subject_of_the_first_where_it_has_none_of_its_own() -> None:
    first, second = clauses("The note would be short, and would have the numbers first.", verbless=False)
    assert (first.subject, second.subject) == ("The note", "The note")


def test_who_says_so_stands_apart_from_the_subject() -> None:
    (clause,) = clauses("The Department had said that its adviser would return.", verbless=False)
    assert (clause.frame, clause.subject) == ("The Department had said", "its adviser")


def test_a_relative_clause_is_known_as_one() -> None:
    (clause,) = clauses("It has a centre which opens in May.", verbless=False)
    assert clause.is_relative


def test_the_words_of_the_clause_end_where_the_next_begins() -> None:
    (clause,) = clauses("The consultation opens on 22 January and must last 45 days.", verbless=False)
    assert clause.own == "The consultation opens on 22 January and "
