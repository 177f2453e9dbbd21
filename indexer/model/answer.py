"""What was asked, and which words of the papers answer it? Or why nothing does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model.document import Document, Passage
from indexer.model.search import ReadFilter, SearchRequest, Span


class AnswerKind(StrEnum):
    """What a question wants to know; the value is the name in JSON."""

    DATE = "date"
    PERIOD = "period"
    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    PLACE = "place"
    GRADE = "grade"
    NAME = "name"
    REASON = "reason"
    LIST = "list"
    DEFINITION = "definition"
    CONTACT = "contact"  # a telephone number, an address
    YES_NO = "yes or no"
    FRONT = "about the paper"  # who wrote it, which committee had it, when
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a paper. ``quote`` is a span of the passage's text, ``words`` (those that answer) a span within it.

    ``lead_in``, of an item of a list, is the span of what the item goes on from.
    """

    document: Document  # without its sections
    passage: Passage
    quote: Span
    words: Span
    confidence: float  # 0 to 1: how likely it is that it answers
    lead_in: Span | None = None

    @property
    def quoted(self) -> str:
        return self.passage.text[self.quote.start : self.quote.end]

    @property
    def answering(self) -> str:
        return self.passage.text[self.words.start : self.words.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """Where an answer was looked for: so many papers, dated ``first`` to ``last``."""

    documents: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Either ``answers``, each of another paper, or the ``reason`` why there are none; ``nearest`` are no answers.

    ``changed`` says that the answers of different times differ.
    """

    request: SearchRequest
    kind: AnswerKind
    answers: tuple[Quotation, ...]
    searched: Searched
    reason: str | None = None
    nearest: tuple[Quotation, ...] = ()
    changed: str | None = None
    notices: tuple[str, ...] = ()  # what was changed to make the question usable
    read: tuple[ReadFilter, ...] = ()  # filters that were read from the question
    took_ms: float = 0.0
