"""Do the numbers of the topic pages say what a reader who follows their links finds, in a sample with versions?"""

from __future__ import annotations

from indexer.catalogue import Catalogue
from indexer.model.query import Facet, Filter
from indexer.model.search import SearchRequest


def found(catalogue: Catalogue, topic: str, *years: str) -> int:
    """How many papers about a topic a search finds, of some years."""
    filters = [Filter(facet=Facet.TOPIC, values=(topic,)), Filter(facet=Facet.YEAR, values=years)]
    return catalogue.search(SearchRequest(filters=tuple(filters))).total


def test_a_topic_has_as_many_papers_in_the_list_as_on_its_page(sample: Catalogue) -> None:
    topics = sample.topics()
    assert {one.topic.id: one.documents for one in topics} == {
        one.topic.id: found(sample, one.topic.id) if one.documents else 0 for one in topics
    }


def test_a_year_of_a_topic_has_as_many_papers_in_the_chart_as_a_search_of_that_year_finds(sample: Catalogue) -> None:
    for one in sample.topics():
        if one.documents:
            history = sample.topic_history(one.topic.id)
            years = {str(count.year): count.documents for count in history.years}
            assert years == {year: found(sample, one.topic.id, year) for year in years}
            with_year = found(sample, one.topic.id, *years)
            assert history.without_year == one.documents - with_year
