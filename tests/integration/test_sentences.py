"""Sentences put to the sample papers."""

from __future__ import annotations

from datetime import date

from indexer.catalogue import Catalogue
from indexer.model.query import Facet
from indexer.model.search import SearchRequest

TODAY = date(2026, 11, 22)


def test_a_topic_that_nobody_chose_hides_no_paper_that_says_it(sample: Catalogue) -> None:
    asked = SearchRequest(query="latest on family hubs since 2023")
    found = sample.search(asked, TODAY)
    assert found.total
    assert Facet.TOPIC not in {one.part for one in found.read}
    assert not found.spelt_out.selected(Facet.TOPIC)


def test_a_topic_of_which_papers_are_found_is_a_filter(sample: Catalogue) -> None:
    found = sample.search(SearchRequest(query="what did cabinet say about care leavers since 2022"), TODAY)
    assert found.total
    assert found.spelt_out.selected(Facet.TOPIC) == ("care-leavers",)
