"""Which words do the papers have?"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from indexer.text.words import stem


class Lexicon:
    """The words of one state of the index: how many passages hold each, as it is written (``words.form``)."""

    def __init__(self, passages: Mapping[str, int]) -> None:
        self.passages = passages
        self.has = lru_cache(4096)(self._has)  # more stems than the tables of other names have

    def _has(self, stemmed: str) -> bool:
        """Whether any word has this stem. A stem begins as its words do, but for its last letters."""
        if self.passages.get(stemmed):
            return True
        beginning = stemmed[:-2] or stemmed
        at = bisect_left(self._sorted, beginning)
        while at < len(self._sorted) and self._sorted[at].startswith(beginning):
            if stem(self._sorted[at]) == stemmed:
                return True
            at += 1
        return False

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self.passages)

    @cached_property
    def by_length(self) -> Mapping[int, Sequence[str]]:
        """The words made of letters alone, by the number of these."""
        lengths: dict[int, list[str]] = defaultdict(list)
        for word in self.passages:
            if word.isalpha():
                lengths[len(word)].append(word)
        return lengths
