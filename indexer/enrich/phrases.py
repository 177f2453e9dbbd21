"""Which topics does a text name, and how often? One pass over its words, through a tree of all phrases.

From each word the tree is followed as far as the stems go, so a text costs its length times the longest phrase, however
many phrases there are (A. V. Aho, M. J. Corasick, "Efficient string matching", 1975, without the failure links that
phrases of a few words do not repay).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from indexer.text.words import tokens
from indexer.vocabulary.phrases import PhraseSort, TopicPhrase

# Signs that no phrase runs across: ends of sentences, and the bar between the cells of a table row.
_BREAKS = frozenset(".;!?|•")


class Occurrence(NamedTuple):
    """Words number ``start`` to ``end - 1`` of a text, and the rows of the vocabulary that they may be."""

    start: int
    end: int
    rows: tuple[TopicPhrase, ...]


class Reading(NamedTuple):
    """What one text holds, before it is known which contexts the whole paper has."""

    words: int
    occurrences: tuple[Occurrence, ...]
    contexts: frozenset[str]

    def topics(self, contexts: frozenset[str]) -> Counter[str]:
        """How often each topic is named, in a paper that has ``contexts``.

        Every word counts for the longest phrase it is part of and for no other, so "private fostering" is not
        fostering; where the longest is a "not", it counts for nothing.
        """
        counts: Counter[str] = Counter()
        taken: set[int] = set()
        for start, end, rows in sorted(self.occurrences, key=lambda found: (found.start - found.end, found.start)):
            meant = [row for row in rows if not row.context or not contexts.isdisjoint(row.context)]
            if meant and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                counts.update({row.topic for row in meant if row.sort is not PhraseSort.NOT})
        return counts


class _Node:
    """What may follow the words that lead here, and what these words are."""

    __slots__ = ("contexts", "following", "rows")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.rows: list[TopicPhrase] = []
        self.contexts: list[TopicPhrase] = []


class PhraseTree:
    """All phrases of a vocabulary by their stems."""

    def __init__(self, phrases: Iterable[TopicPhrase]) -> None:
        self._root = _Node()
        contexts: set[str] = set()
        for phrase in phrases:
            for node in self._nodes(phrase):
                node.rows.append(phrase)
            contexts.update(phrase.context)
        for text in sorted(contexts):
            context = TopicPhrase(topic="", text=text, sort=PhraseSort.PHRASE)
            for node in self._nodes(context):
                node.contexts.append(context)

    def read(self, text: str) -> Reading:
        """All phrases and contexts in ``text``, overlapping ones too."""
        words = tuple(tokens(text))
        occurrences: list[Occurrence] = []
        contexts: set[str] = set()
        for first in range(len(words)):
            node: _Node | None = self._root
            for last in range(first, len(words)):
                if last > first and not _BREAKS.isdisjoint(text[words[last - 1].end : words[last].start]):
                    break
                node = node.following.get(words[last].stem) if node else None
                if node is None:
                    break
                printed = text[words[first].start : words[last].end]
                contexts.update(context.text for context in node.contexts if context.admits(printed))
                rows = tuple(row for row in node.rows if row.admits(printed))
                if rows:
                    occurrences.append(Occurrence(first, last + 1, rows))
        return Reading(len(words), tuple(occurrences), frozenset(contexts))

    def _nodes(self, phrase: TopicPhrase) -> Iterator[_Node]:
        """Where ``phrase`` ends, also without its "and": papers write "&", which is no word."""
        without = tuple(stem for stem in phrase.stems if stem != "and")
        for stems in {phrase.stems, without if len(without) > 1 else phrase.stems}:
            node = self._root
            for stem in stems:
                node = node.following.setdefault(stem, _Node())
            yield node
