"""What are engines asked? Queries of every shape, their words chosen from the corpus by how many paragraphs hold them.

A query is words, not a string in somebody's query language: each engine makes of them what its own users would.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import SEED, corpus
from indexer.model.query import Facet
from indexer.text.words import STOP_WORDS, stem

T = TypeVar("T")

SAMPLE = 20_000  # paragraphs to choose words from


class How(StrEnum):
    """How the words of a query belong together."""

    ANY = "any"
    ALL = "all"
    PHRASE = "phrase"
    BEGINNING = "beginning"  # the one word is the beginning of words
    NONE = "none"  # no words: every document


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkQuery:
    shape: str
    how: How = How.ANY
    words: tuple[str, ...] = ()
    without: str | None = None
    filters: dict[Facet, str] = field(default_factory=dict)
    newest: bool = False

    def __str__(self) -> str:
        words = (" OR " if self.how is How.ANY else " ").join(self.words)
        words = {How.PHRASE: f'"{words}"', How.BEGINNING: f"{words}*", How.NONE: "*"}.get(self.how, words)
        parts = [words]
        parts += [f"-{self.without}"] if self.without else []
        parts += [f"{facet}={value}" for facet, value in self.filters.items()]
        return " ".join([*parts, *(["newest"] if self.newest else [])])


def queries(paragraphs: int, text: Path | None = None) -> tuple[BenchmarkQuery, ...]:
    """About 70 queries that find something in ``corpus(paragraphs, text)``, the same every time."""
    return _Choice(paragraphs, text).queries()


class _Choice:
    def __init__(self, paragraphs: int, text: Path | None) -> None:
        papers = list(corpus(min(paragraphs, SAMPLE), text))
        self._papers = papers
        self._texts = [re.findall(r"\w+", p.text.lower()) for paper in papers for p in paper.paragraphs]
        self._held = Counter(word for words in self._texts for word in set(words))
        self._rnd = random.Random(SEED)  # noqa: S311 - a corpus, not a secret
        size = len(self._texts)
        self._rare = self._between(2, max(3, size // 5_000))
        self._medium = self._between(size // 1_000, size // 150)
        self._common = self._between(size // 40, size // 3)

    def queries(self) -> tuple[BenchmarkQuery, ...]:
        ask, some = BenchmarkQuery, self._some
        pairs, triples = self._phrases(2), self._phrases(3)
        filters = self._filters
        return (
            *(ask(shape="rare word", words=(word,)) for word in some(self._rare, 6)),
            *(ask(shape="medium word", words=(word,)) for word in some(self._medium, 6)),
            *(ask(shape="common word", words=(word,)) for word in some(self._common, 8)),
            *(ask(shape="any of", words=self._together(k)) for k in (2, 2, 3, 3, 3, 4, 4, 5)),
            *(ask(shape="any of, common", words=tuple(some(self._common, k))) for k in (2, 3, 4)),
            *(ask(shape="all of", how=How.ALL, words=self._together(k)) for k in (2, 2, 2, 2, 3, 3, 4)),
            *(ask(shape="all of, common", how=How.ALL, words=tuple(some(self._common, k))) for k in (2, 2, 3, 3)),
            *(ask(shape="phrase", how=How.PHRASE, words=words) for words in (*some(pairs, 6), *some(triples, 2))),
            *(ask(shape="phrase, common", how=How.PHRASE, words=words) for words in pairs[:2]),
            *(ask(shape="beginning", how=How.BEGINNING, words=(word,)) for word in some(self._beginnings(4), 3)),
            *(ask(shape="beginning", how=How.BEGINNING, words=(word,)) for word in some(self._beginnings(6), 3)),
            *(ask(shape="without", words=self._together(2), without=word) for word in some(self._medium, 3)),
            *(ask(shape="without", words=(word,), without=other) for word, other in pairwise(some(self._common, 3))),
            *(ask(shape="one filter", words=self._together(2), filters=filters(1)) for _ in range(4)),
            *(ask(shape="one filter", how=How.ALL, words=self._together(2), filters=filters(1)) for _ in range(2)),
            *(ask(shape="two filters", words=self._together(2), filters=filters(2)) for _ in range(2)),
            *(ask(shape="two filters", words=(word,), filters=filters(2)) for word in some(self._common, 2)),
            *(ask(shape="three filters", words=(word,), filters=filters(3)) for word in some(self._common, 3)),
            *(ask(shape="filters only", how=How.NONE, filters=filters(k), newest=True) for k in (0, 1, 1, 2)),
            *(ask(shape="newest first", words=self._together(2), newest=True) for _ in range(2)),
            *(ask(shape="newest first", words=(word,), newest=True) for word in some(self._common, 2)),
        )

    def _between(self, fewest: int, most: int) -> list[str]:
        """Words held by that many paragraphs of the sample, fewest first."""
        found = [(count, word) for word, count in self._held.items() if fewest <= count <= most and _telling(word)]
        return [word for _, word in sorted(found)]

    def _some(self, choices: Sequence[T], count: int) -> list[T]:
        return self._rnd.sample(choices, min(count, len(choices)))

    def _beginnings(self, length: int) -> list[str]:
        """Beginnings of words that no stemmer takes for a word to be cut: SQLite would, and find others."""
        cut = (word[:length] for word in self._medium)
        return list(dict.fromkeys(beginning for beginning in cut if stem(beginning) == beginning))

    def _together(self, count: int) -> tuple[str, ...]:
        """Different words of one paragraph, none too rare."""
        fewest = len(self._texts) // 2_000
        while True:
            words = sorted(
                {word for word in self._rnd.choice(self._texts) if _telling(word) and self._held[word] >= fewest}
            )
            if len(words) >= count:
                return tuple(self._rnd.sample(words, count))

    def _phrases(self, length: int) -> list[tuple[str, ...]]:
        """Runs of words that stand together again and again, most often first."""
        runs = Counter(run for words in self._texts for run in zip(*(words[k:] for k in range(length)), strict=False))
        fewest = max(3, len(self._texts) // 4_000)
        found = [(count, run) for run, count in runs.items() if count >= fewest and all(map(_telling, run))]
        return [run for _, run in sorted(found, reverse=True)]

    def _filters(self, count: int) -> dict[Facet, str]:
        """Values of different facets that one paper has, so that they find something together."""
        facets = self._rnd.choice([paper.facets for paper in self._papers if paper.facets[Facet.TOPIC]])
        kinds = self._rnd.sample([Facet.YEAR, Facet.PORTFOLIO, Facet.TOPIC, Facet.COMMITTEE], count)
        return {facet: self._rnd.choice(facets[facet]) for facet in kinds}


def _telling(word: str) -> bool:
    return word.isalpha() and word.isascii() and len(word) > 3 and word not in STOP_WORDS


def by_shape(asked: Iterable[BenchmarkQuery]) -> list[str]:
    """The shapes, in order."""
    return list(dict.fromkeys(query.shape for query in asked))
