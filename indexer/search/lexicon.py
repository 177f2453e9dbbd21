"""Which words do the papers have?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from indexer.model.query import Exact, Leaf, Matches, Phrase, Query, Term
from indexer.text.words import stem

K = TypeVar("K", bound=Hashable)


class Counted(Protocol):
    """What knows the words of the papers: an engine."""

    def forms(self) -> Mapping[str, int]:
        """How many passages hold each word, as it is written (``words.form``)."""

    def held(self, words: Sequence[str]) -> tuple[int, ...]:
        """How many passages hold each of these stems."""

    def search(self, query: Query) -> Matches:
        """Answers a query."""


class Lexicon:
    """The words of one state of the index; what is costly to know is found out once."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted
        self._has: dict[Leaf, bool] = {}

    def has(self, leaf: Term | Phrase | Exact) -> bool:
        """Whether the words, which are of the officers' tables, stand so in some paper."""
        if leaf not in self._has:
            self._has[leaf] = self._counted.search(Query(tree=leaf, limit=0)).total > 0
        return self._has[leaf]

    def doubtful(self, written: str, few: int) -> bool:
        """Whether no paper has any form of a word, or this form stands in at most ``few`` passages."""
        times = self.passages.get(written, 0)
        return times <= few if times else not any(self._counted.held([stem(written)]))

    @cached_property
    def passages(self) -> Mapping[str, int]:
        """How many passages hold each word, as it is written."""
        return self._counted.forms()

    def begins(self, letters: str) -> bool:
        """Whether some word of the papers begins with ``letters``."""
        same = (words for (first, _), words in self.by_beginning.items() if letters.startswith(first))
        return any(word.startswith(letters) for words in same for word in words)

    @cached_property
    def by_length(self) -> Mapping[int, Sequence[str]]:
        """The words made of letters alone, by the number of these."""
        return _by((len(word), word) for word in self.passages if word.isalpha())

    @cached_property
    def by_beginning(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The same by the first letter, too."""
        return _by(((word[0], length), word) for length, words in self.by_length.items() for word in words)


def _by(pairs: Iterable[tuple[K, str]]) -> Mapping[K, Sequence[str]]:
    gathered: dict[K, list[str]] = defaultdict(list)
    for key, word in pairs:
        gathered[key].append(word)
    return dict(gathered)
