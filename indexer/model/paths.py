"""Where does a reader go on from a paragraph, or from a topic?"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.model.document import Document, Passage
from indexer.model.person import Person
from indexer.model.search import DocumentResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Paragraphs of other papers that say something similar to ``passage``: the best of each paper, newest first.

    A result's score is how similar it is, 0 to 1. ``since`` begins with the day of the paper itself. Where one of the
    two papers bears no date, the other is in ``unplaced``.
    """

    document: Document
    passage: Passage
    comparable: bool  # whether the passage says enough of its own to look for others like it
    before: tuple[DocumentResult, ...] = ()
    since: tuple[DocumentResult, ...] = ()
    unplaced: tuple[DocumentResult, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    year: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicHistory:
    """What the papers about a topic tell of its time."""

    years: tuple[YearCount, ...]  # every calendar year of the collection, also those without a paper about the topic
    without_year: int  # papers about the topic of which no year is known
    newest: tuple[DocumentResult, ...]  # the newest papers, each with the paragraphs that say most of the topic
    holders: tuple[Person, ...]  # with these papers and their roles of portfolio holder alone, the latest first
