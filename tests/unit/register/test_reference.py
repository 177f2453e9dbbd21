from __future__ import annotations

from datetime import date

import pytest

from indexer.register.reference import initials, references
from tests.unit.register.papers import report


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Children's scrutiny", "CS"),
        ("Corporate Parenting Board", "CPB"),
        ("Overview and scrutiny (general)", "OS"),
        ("Cabinet", "CAB"),
        ("Council", "COU"),
        ("Children and Young People's Scrutiny Committee", "CYPSC"),
        ("Élus de la ville", "ÉDLV"),
        ("2025", "–"),
        ("", "–"),
    ],
)
def test_a_body_goes_by_its_initials_and_one_of_one_word_by_its_beginning(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_commitments_are_numbered_within_body_and_municipal_year() -> None:
    first, second = report("a", []), report("b", [])
    undated = report("c", [], day=None)
    label = {"a": "Cabinet", "b": "Children's scrutiny", "c": "Cabinet"}
    made = list(references([first, first, second, first, undated], lambda document: label[document.id]))
    assert made == ["CAB (24/25) 01", "CAB (24/25) 02", "CS (24/25) 01", "CAB (24/25) 03", "CAB (no date) 01"]


def test_bodies_of_the_same_initials_share_their_numbers_so_that_no_two_references_are_the_same() -> None:
    papers = [report("a", []), report("b", [])]
    assert len(set(references(papers, lambda document: f"Care {'Board' if document.id == 'a' else 'Bureau'}"))) == 2


def test_without_a_municipal_year_the_year_stands_for_it() -> None:
    (made,) = references([report("a", [], day=date(2023, 5, 1), municipal_year=None)], lambda _: "Cabinet")
    assert made == "CAB (2023) 01"
