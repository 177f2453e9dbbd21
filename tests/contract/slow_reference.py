"""What is BM25F over several segments? Slow and obvious: lists of words, and what has been deleted but not merged.

It keeps every passage that was ever written, as Whoosh does until it merges, counts them all in the statistics, and
forgets the deleted ones when told that a merge has happened.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from whoosh.util.numeric import byte_to_length, length_to_byte

from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import FIELD_WEIGHTS, K1, B
from indexer.model.query import DocumentRecord, Leaf, Matches, Phrase, Prefix, Query, Term

Words = tuple[str, ...]


class SlowReference:
    """``write`` as an engine's, without merging."""

    def __init__(self) -> None:
        self._records: list[DocumentRecord] = []
        self._deleted: set[int] = set()

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        added = list(add)
        gone = {*remove, *(record.id for record in added)}
        self._deleted |= {place for place, record in enumerate(self._records) if record.id in gone}
        self._records += added

    def search(self, query: Query) -> Matches:
        return evaluate(query, _Postings(self._records, self._deleted))


class _Postings:
    def __init__(self, records: Sequence[DocumentRecord], deleted: set[int]) -> None:
        alive = [place for place in range(len(records)) if place not in deleted]
        ordinals = {place: ordinal for ordinal, place in enumerate(alive)}
        self.documents = [Entry(id=records[i].id, date=records[i].date, facets=records[i].facets) for i in alive]
        passages = [(place, passage) for place, record in enumerate(records) for passage in record.passages]
        self._owners = [ordinals.get(place) for place, _ in passages]
        self._anchors = [passage.anchor for _, passage in passages]
        self._fields = {
            "title": [records[place].title for place, _ in passages],
            "heading": [passage.heading for _, passage in passages],
            "text": [passage.text for _, passage in passages],
        }

    def owner(self, passage: int) -> int:
        owner = self._owners[passage]
        assert owner is not None
        return owner

    def anchor(self, passage: int) -> str:
        return self._anchors[passage]

    def scores(self, leaf: Leaf) -> dict[int, float]:
        total: dict[int, float] = defaultdict(float)
        for name, weight in FIELD_WEIGHTS.items():
            texts = self._fields[name]
            for passage, text in enumerate(texts):
                if self._owners[passage] is not None and _holds(text, leaf):
                    total[passage] += weight * sum(self._score(texts, text, word) for word in _words(texts, leaf))
        return dict(total)

    @staticmethod
    def _score(texts: Sequence[Words], text: Words, word: str) -> float:
        idf = math.log(len(texts) / (sum(word in other for other in texts) + 1)) + 1
        average = sum(map(len, texts)) / len(texts)
        length: int = byte_to_length(length_to_byte(len(text)))
        times = text.count(word)
        return idf * times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))


def _words(texts: Sequence[Words], leaf: Leaf) -> Words:
    match leaf:
        case Term(word):
            return (word,)
        case Phrase(words):
            return words
        case Prefix(stem):
            return tuple({word for text in texts for word in text if word.startswith(stem)})


def _holds(text: Words, leaf: Leaf) -> bool:
    match leaf:
        case Term(word):
            return word in text
        case Phrase(words):
            return any(text[start : start + len(words)] == words for start in range(len(text)))
        case Prefix(stem):
            return any(word.startswith(stem) for word in text)
