"""Does plain Whoosh answer as its documentation says, whatever is typed?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.catalogue import Catalogue
from indexer.index.engines.whoosh.plain import PlainWhoosh


@pytest.fixture(scope="module")
def plain(sample: Catalogue) -> PlainWhoosh:
    return PlainWhoosh(sample.document(document) for document in sample.documents())


def test_it_holds_the_papers_that_we_hold(sample: Catalogue, plain: PlainWhoosh) -> None:
    assert {*plain.ranked("*", 100)} == {*sample.documents()}
    assert len(plain.ranked("*", 10)) == 10


def test_it_finds_all_words_wherever_they_stand_in_a_paper_and_other_forms_of_them(plain: PlainWhoosh) -> None:
    both = plain.ranked("fostering kinship", 100)
    assert {*both} == {*plain.ranked("fostering", 100)} & {*plain.ranked("kinship", 100)} != set()
    assert plain.ranked("fostered", 100) == plain.ranked("fostering", 100)


def test_it_finds_words_of_tables_and_phrases(sample: Catalogue, plain: PlainWhoosh) -> None:
    phrase = '"family hubs"'
    assert {*plain.ranked(phrase, 100)} < {*plain.ranked("family hubs", 100)}
    rows = (
        (paper.id, row[0])
        for paper in map(sample.document, sample.documents())
        for section in paper.walk()
        for block in section.blocks
        for row in getattr(block, "rows", ())
    )
    document, cell = next(found for found in rows if found[1].isalpha() and len(found[1]) > 5)
    assert document in plain.ranked(cell, 100)


@pytest.mark.parametrize("query", ["", "(NOT ANDMAYBE ] :", "~2 ~> ANDMAYBE REQUIRE", "the", "\x00", "[ TO"])
def test_what_it_cannot_read_finds_nothing(plain: PlainWhoosh, query: str) -> None:
    assert plain.ranked(query, 10) == ()


WORDS = st.sampled_from(["neglect", "NOT", "AND", "OR", "ANDMAYBE", "(", ")", '"', "title:", "[", "]", "TO", "~2", "-"])


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS | st.text(max_size=3), max_size=8).map(" ".join))
def test_nothing_that_is_typed_stops_it(plain: PlainWhoosh, query: str) -> None:
    assert len(plain.ranked(query, 3)) <= 3
