"""What would an engine do with nothing but dictionaries? The reference for tests: short, obvious, slow."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from indexer.index.evaluate import Entry, evaluate
from indexer.index.ranking import FIELD_WEIGHTS, K1, B
from indexer.model.query import DocumentRecord, Leaf, Matches, Phrase, Prefix, Query, Term


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

    def close(self) -> None:
        """Nothing is open."""


class _Postings:
    """Postings worked out anew for every query."""

    def __init__(self, records: Sequence[DocumentRecord]) -> None:
        self.documents = [Entry(id=record.id, date=record.date, facets=record.facets) for record in records]
        self._owners: list[int] = []
        self._anchors: list[str] = []
        self._fields: list[dict[str, tuple[str, ...]]] = []
        for number, record in enumerate(records):
            for passage in record.passages:
                self._owners.append(number)
                self._anchors.append(passage.anchor)
                self._fields.append({"title": record.title, "heading": passage.heading, "text": passage.text})

    def owner(self, passage: int) -> int:
        return self._owners[passage]

    def anchor(self, passage: int) -> str:
        return self._anchors[passage]

    def scores(self, leaf: Leaf) -> dict[int, float]:
        total: dict[int, float] = defaultdict(float)
        for name, weight in FIELD_WEIGHTS.items():
            for passage, score in self._field_scores(name, leaf).items():
                total[passage] += weight * score
        return dict(total)

    def _field_scores(self, name: str, leaf: Leaf) -> dict[int, float]:
        """BM25 in one field; a phrase is worth what its words are, a prefix what all words are that begin with it."""
        texts = [fields[name] for fields in self._fields]
        match leaf:
            case Term(word):
                words: tuple[str, ...] = (word,)
                holding = {passage for passage, text in enumerate(texts) if word in text}
            case Phrase(words):
                holding = {passage for passage, text in enumerate(texts) if _stands_in(words, text)}
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
