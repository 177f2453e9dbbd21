"""What is BM25F over several segments? Slow and obvious: lists of words, and what has been deleted but not merged.

It keeps every passage that was ever written, as Whoosh does until it merges, counts them all in the statistics, and
forgets the deleted ones when told that a merge has happened.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from whoosh.util.numeric import byte_to_length, length_to_byte

from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import K1, B, searched
from indexer.model.query import Bare, DocumentRecord, Exact, Leaf, Matches, Near, Phrase, Prefix, Query, Term

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
        self.documents = [
            Entry(id=records[i].id, date=records[i].date, facets=records[i].facets, work=records[i].work) for i in alive
        ]
        passages = [(place, passage) for place, record in enumerate(records) for passage in record.passages]
        self._owners = [ordinals.get(place) for place, _ in passages]
        self._anchors = [passage.anchor for _, passage in passages]
        self._fields = {
            "title": [records[place].title for place, _ in passages],
            "heading": [passage.heading for _, passage in passages],
            "text": [passage.text for _, passage in passages],
            "title_forms": [records[place].title_forms for place, _ in passages],
            "heading_forms": [passage.heading_forms for _, passage in passages],
            "text_forms": [passage.text_forms for _, passage in passages],
        }

    def owner(self, passage: int) -> int:
        owner = self._owners[passage]
        assert owner is not None
        return owner

    def anchor(self, passage: int) -> str:
        return self._anchors[passage]

    def scores(self, leaf: Leaf) -> dict[str, dict[int, float]]:
        bare, fields = searched(leaf)
        total: dict[str, dict[int, float]] = {name: {} for name in fields}
        for name, weight in fields.items():
            texts = self._fields[name]
            for passage, text in enumerate(texts):
                if self._owners[passage] is not None and _holds(text, bare):
                    total[name][passage] = weight * sum(self._score(texts, text, word) for word in _words(texts, bare))
        return total

    @staticmethod
    def _score(texts: Sequence[Words], text: Words, word: str) -> float:
        idf = math.log(len(texts) / (sum(word in other for other in texts) + 1)) + 1
        average = sum(map(len, texts)) / len(texts)
        length: int = byte_to_length(length_to_byte(len(text)))
        times = text.count(word)
        return idf * times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))


def _words(texts: Sequence[Words], leaf: Bare) -> Words:
    match leaf:
        case Term(word):
            return (word,)
        case Phrase(words) | Exact(words) | Near(words):
            return words
        case Prefix(stem):
            return tuple({word for text in texts for word in text if word.startswith(stem)})


def _holds(text: Words, leaf: Bare) -> bool:
    match leaf:
        case Term(word):
            return word in text
        case Near(words, distance):
            return all(
                any(
                    0 < abs(here - there) <= distance
                    for here in range(len(text))
                    for there in range(len(text))
                    if text[here] == word and text[there] == following
                )
                for word, following in pairwise(words)
            )
        case Phrase(words) | Exact(words):
            return any(text[start : start + len(words)] == words for start in range(len(text)))
        case Prefix(stem):
            return any(word.startswith(stem) for word in text)
