"""Do two commitments promise the same? Those of which nearly all telling words are the same do."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.model.commitment import Commitment
from indexer.text.words import STOP_WORDS, stem, stems

_IDLE = frozenset(map(stem, [*STOP_WORDS, "resolved", "agreed"]))
_LABEL = re.compile(r"\W*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]+\s+", re.IGNORECASE)
_FEWEST = 5  # telling words: with fewer, "that the plan be approved" is the same as any other plan

Telling = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The telling words of what a commitment says, and of what is to be done."""

    quote: Telling
    action: Telling

    @classmethod
    def of(cls, commitment: Commitment) -> Wording:
        return cls(compared(commitment.quote), compared(commitment.action))

    def likeness(self, other: Wording) -> float:
        """How much of both is the same, 0 to 1: of what they say, or of what is to be done where that is told."""
        actions = likeness(self.action, other.action) if min(len(self.action), len(other.action)) >= _FEWEST else 0.0
        return max(likeness(self.quote, other.quote), actions)


class Earlier:
    """The commitments before, so that those like another one are found without looking at all.

    Two sets of words of which a share ``least`` is common have one of their rarest words in common (S. Chaudhuri,
    V. Ganti, R. Kaushik, "A primitive operator for similarity joins in data cleaning", 2006).
    """

    def __init__(self, everything: Iterable[Wording], least: float) -> None:
        self._least = least
        self._count = Counter(word for words in everything for word in words.quote | words.action)
        self._by_word: dict[str, list[int]] = {}

    def add(self, number: int, words: Wording) -> None:
        for word in self._rarest(words.quote) | self._rarest(words.action):
            self._by_word.setdefault(word, []).append(number)

    def near(self, words: Wording) -> Iterator[int]:
        """The numbers of those that may be like ``words``, the first added first."""
        rarest = self._rarest(words.quote) | self._rarest(words.action)
        yield from sorted({number for word in rarest for number in self._by_word.get(word, ())})

    def _rarest(self, words: Telling) -> Telling:
        if len(words) < _FEWEST:
            return frozenset()
        ordered = sorted(words, key=lambda word: (self._count[word], word))
        return frozenset(ordered[: len(words) - math.ceil(self._least * len(words)) + 1])


def compared(text: str) -> Telling:
    """The stems of ``text`` by which it is compared: without the label of a list and function words."""
    label = _LABEL.match(text)
    return frozenset(stems(text[label.end() :] if label else text)) - _IDLE


def likeness(one: Telling, other: Telling) -> float:
    """The share of all their words that both have (P. Jaccard, 1901); 0 where either has none."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
