"""What would an engine do with nothing but dictionaries? The reference for tests: short, obvious, slow."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from indexer.index.evaluate import Entry, best_passages, evaluate
from indexer.index.ranking import K1, B, searched
from indexer.model.query import (
    Bare,
    DocumentRecord,
    Exact,
    FoundPassage,
    Leaf,
    Matches,
    Near,
    PassageQuery,
    Phrase,
    Prefix,
    Query,
    Term,
)


class MemoryEngine:
    """An engine that forgets everything when the process ends."""

    def __init__(self) -> None:
        self._records: dict[str, DocumentRecord] = {}

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        added = {record.id: record for record in add}
        kept = {document: record for document, record in self._records.items() if document not in remove}
        self._records = kept | added

    def search(self, query: Query) -> Matches:
        return evaluate(query, _Postings(tuple(self._records.values())))

    def passages(self, query: PassageQuery) -> tuple[FoundPassage, ...]:
        return best_passages(query, _Postings(tuple(self._records.values())))

    def forms(self) -> Mapping[str, int]:
        passages = (set(passage.text_forms) for record in self._records.values() for passage in record.passages)
        return Counter(form for forms in passages for form in forms)

    def held(self, words: Sequence[str]) -> tuple[int, ...]:
        texts = [passage.text for record in self._records.values() for passage in record.passages]
        return tuple(sum(word in text for text in texts) for word in words)

    def close(self) -> None:
        """Nothing is open."""


class _Postings:
    """Postings worked out anew for every query."""

    def __init__(self, records: Sequence[DocumentRecord]) -> None:
        self.documents = [
            Entry(id=record.id, date=record.date, facets=record.facets, work=record.work) for record in records
        ]
        self._owners: list[int] = []
        self._anchors: list[str] = []
        self._fields: list[dict[str, tuple[str, ...]]] = []
        for number, record in enumerate(records):
            for passage in record.passages:
                self._owners.append(number)
                self._anchors.append(passage.anchor)
                self._fields.append(
                    {
                        "title": record.title,
                        "heading": passage.heading,
                        "text": passage.text,
                        "title_forms": record.title_forms,
                        "heading_forms": passage.heading_forms,
                        "text_forms": passage.text_forms,
                    }
                )

    def owner(self, passage: int) -> int:
        return self._owners[passage]

    def anchor(self, passage: int) -> str:
        return self._anchors[passage]

    def scores(self, leaf: Leaf) -> dict[str, dict[int, float]]:
        bare, fields = searched(leaf)
        return {
            name: {passage: weight * score for passage, score in self._field_scores(name, bare).items()}
            for name, weight in fields.items()
        }

    def _field_scores(self, name: str, leaf: Bare) -> dict[int, float]:
        """BM25 in one field; several words are worth what each is, a prefix what all words are that begin with it."""
        texts = [fields[name] for fields in self._fields]
        match leaf:
            case Term(word):
                words: tuple[str, ...] = (word,)
                holding = {passage for passage, text in enumerate(texts) if word in text}
            case Phrase(words) | Exact(words):
                holding = {passage for passage, text in enumerate(texts) if _stands_in(words, text)}
            case Near(words, distance):
                holding = {passage for passage, text in enumerate(texts) if _stands_near(words, distance, text)}
            case Prefix(stem):
                words = tuple({word for text in texts for word in text if word.startswith(stem)})
                holding = {passage for passage, text in enumerate(texts) if not set(words).isdisjoint(text)}
        scores = dict.fromkeys(holding, 0.0)
        average = sum(map(len, texts)) / max(1, len(texts))
        for word in words if holding else ():
            rarity = self._idf(texts, word)
            for passage in holding:
                times, length = texts[passage].count(word), len(texts[passage])
                scores[passage] += rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))
        return scores

    @staticmethod
    def _idf(texts: Sequence[tuple[str, ...]], word: str) -> float:
        holding = sum(word in text for text in texts)
        return math.log(len(texts) / (holding + 1)) + 1


def _stands_in(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return any(text[start : start + len(words)] == words for start in range(len(text)))


def _stands_near(words: tuple[str, ...], distance: int, text: tuple[str, ...]) -> bool:
    """Whether for each word but the last some occurrence has one of the next word near it."""
    places = [[place for place, word in enumerate(text) if word == wanted] for wanted in words]
    return all(
        any(0 < abs(one - other) <= distance for one in here for other in there) for here, there in pairwise(places)
    )
