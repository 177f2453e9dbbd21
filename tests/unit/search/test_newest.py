from __future__ import annotations

from dataclasses import replace

from indexer.index.store import Outline
from indexer.model.search import DocumentResult
from indexer.model.topic import TopicMatch
from indexer.search.newest import OF_EACH, PARAGRAPHS, newest_paragraphs
from indexer.vocabulary.phrases import PhraseSort, TopicPhrase
from tests.unit.versions.papers import paper

PHRASES = [
    TopicPhrase(topic="neglect", text="neglect", sort=PhraseSort.PHRASE),
    TopicPhrase(topic="neglect", text="Graded Care Profile", sort=PhraseSort.PHRASE),
    TopicPhrase(topic="neglect", text="benign neglect", sort=PhraseSort.NOT),
    TopicPhrase(topic="roads", text="salt", sort=PhraseSort.PHRASE),
]
ONCE = "They spoke of neglect for a while and then of the salt on roads."
TWICE = "Graded care profiles were made for all plans where neglect is the reason."


def outline(name: str, *text: str, listed: tuple[int, ...] | None = None) -> Outline:
    """A paper whose paragraphs of these numbers, or all, are listed under the topic."""
    anchors = tuple(f"para-{number}" for number in (listed if listed is not None else range(1, len(text) + 1)))
    topics = (TopicMatch(topic="neglect", weight=1.0, paragraphs=anchors),)
    return Outline(Outline.of(replace(paper(name, text), topics=topics)))


def shown(*papers: Outline) -> tuple[DocumentResult, ...]:
    return newest_paragraphs("neglect", PHRASES, papers)


def test_the_paragraphs_that_name_the_topic_most_come_first_with_its_words_marked() -> None:
    (result,) = shown(outline("a", ONCE, TWICE))
    assert [found.passage.anchor for found in result.passages] == ["para-2", "para-1"]
    cut = result.passages[0].snippet
    assert [cut.text[mark.start : mark.end] for mark in cut.marks] == ["Graded care profiles", "neglect"]


def test_no_more_of_each_paper_and_of_all_than_are_read() -> None:
    results = shown(*(outline(str(number), *[ONCE] * 5) for number in range(9)))
    assert [result.document.id for result in results] == [str(number) for number in range(PARAGRAPHS // OF_EACH)]
    assert {len(result.passages) for result in results} == {OF_EACH}


def test_headings_and_paragraphs_about_something_else_are_passed_over() -> None:
    assert shown(outline("a", "Neglect", ONCE, listed=(1,)), outline("b", "Neglect strategy")) == ()
