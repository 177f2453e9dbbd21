"""Which paragraphs of the newest papers about a topic say most of it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indexer.model.document import Passage
from indexer.model.query import Exact, Leaf, Phrase
from indexer.model.search import DocumentResult, PassageResult
from indexer.search.search import Outline
from indexer.search.snippets import Place, found, snippet
from indexer.text.words import Words, form
from indexer.vocabulary.phrases import PhraseSort, TopicPhrase

PARAGRAPHS = 6  # as many as are read before the list of papers
OF_EACH = 2  # more than one paper shows
_WORDS = 8  # a shorter passage is a heading, a name or a date


def newest_paragraphs(
    topic: str, phrases: Iterable[TopicPhrase], newest: Iterable[Outline]
) -> tuple[DocumentResult, ...]:
    """``PARAGRAPHS`` of ``newest``, papers about ``topic``, and at most ``OF_EACH`` of a paper.

    Those that name the topic most often come first, its words marked as ``phrases`` has them.
    """
    leaves = [leaf for phrase in phrases if phrase.topic == topic for leaf in _leaves(phrase)]
    results: list[DocumentResult] = []
    left = PARAGRAPHS
    for outline in newest:
        best = _best(topic, leaves, outline)[: min(OF_EACH, left)]
        if best:
            results.append(DocumentResult(document=outline.document, score=0.0, passages=tuple(best)))
            left -= len(best)
        if not left:
            break
    return tuple(results)


def _leaves(phrase: TopicPhrase) -> Iterator[Leaf]:
    """Several words in every inflection, a single one as it is written or in the plural."""
    if phrase.sort is PhraseSort.NOT:
        return
    if len(phrase.stems) > 1:
        yield Phrase(phrase.stems)
    else:
        yield from (Exact((form(phrase.text + ending),)) for ending in ("", "s"))


def _best(topic: str, leaves: Sequence[Leaf], outline: Outline) -> list[PassageResult]:
    """The paragraphs that the paper is listed under the topic for, those that name it most often first."""
    anchors = [anchor for match in outline.document.topics if match.topic == topic for anchor in match.paragraphs]
    kept: list[tuple[Passage, Words]] = [one for one in map(outline.passage, anchors) if one]
    placed: list[tuple[Passage, list[Place]]] = [
        (passage, found(words, leaves)) for passage, words in kept if len(words.starts) >= _WORDS
    ]
    placed.sort(key=lambda one: -len(one[1]))
    return [
        PassageResult(passage=passage, snippet=snippet(passage.text, places), score=0.0) for passage, places in placed
    ]
