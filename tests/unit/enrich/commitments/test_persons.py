from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.enrich.commitments.persons import is_name, persons
from tests.unit.enrich.papers import paper, stated


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bloggs, Head of Play, spoke.",
        "The Head of Play, Jo Bloggs, spoke.",
        "Jo Bloggs (Head of Play) spoke.",
        "The report of Ms Jo Bloggs, Head of Play.",
    ],
)
def test_a_person_has_the_post_that_the_paper_gives_them_anywhere(text: str) -> None:
    found = persons(paper("A paper", {"": [text, "Ms Bloggs agreed to write."]}))
    assert (found.post("Ms Bloggs") or "").removeprefix("The ") == "Head of Play"


def test_a_person_without_a_post_is_known_by_speaking() -> None:
    found = persons(paper("A paper", {"": ["Jo Bloggs explained the figures.", "Stannick Moor is a ward."]}))
    assert list(found.names.values()) == ["Jo Bloggs"]
    assert found.post("Jo Bloggs") is None
    assert found.pattern is not None
    assert found.pattern.search("a note by Jo Bloggs's team")


def test_who_is_in_office_has_the_post_with_its_portfolio_or_body() -> None:
    council = replace(
        paper("A statement", {}, committee="Play Board", portfolio="Play and Toys"),
        portfolio_holder=stated("Councillor Jo Bloggs"),
        chair=stated("Councillor Al Moss"),
    )
    assert persons(council).post("Councillor Bloggs") == "Portfolio Holder for Play and Toys"
    assert persons(council).post("Al Moss") == "Chair, Play Board"
    assert persons(replace(council, portfolio=None)).post("Jo Bloggs") == "Portfolio Holder"


def test_nobody_is_known_where_nobody_is_named() -> None:
    assert persons(paper("A paper", {"": ["The service is small."]})).pattern is None


@pytest.mark.parametrize(("text", "is_one"), [("Jo Bloggs", True), ("The Government", False), ("Youth Board", False)])
def test_a_name_is_told_from_an_office_by_its_shape(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_name(text) is is_one
