"""What must an engine be able to do? The one small protocol that every engine keeps.

Engines hold postings and scores; words come to them analysed and go back as ids, scores and counts. The promises
beyond the types stand in ``tests/contract``, which every engine passes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from indexer.model.query import DocumentRecord, FoundPassage, Matches, PassageQuery, Query


class Engine(Protocol):
    """An index of documents and their passages in one folder (or in memory)."""

    def write(self, remove: Collection[str], add: Iterable[DocumentRecord]) -> None:
        """Takes out the documents with these ids, then puts these in, as one change; what is put in replaces."""

    def search(self, query: Query) -> Matches:
        """Answers a query. Safe to call from several threads."""

    def passages(self, query: PassageQuery) -> tuple[FoundPassage, ...]:
        """The best passages, the best first; of equals the one that was written first."""

    def forms(self) -> Mapping[str, int]:
        """Every form of a word in the texts of passages, with how many passages hold it. Not cheap: keep it."""

    def held(self, words: Sequence[str]) -> tuple[int, ...]:
        """How many passages hold each of these stems in their text."""

    def close(self) -> None:
        """Lets go of files."""
