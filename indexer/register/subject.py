"""What does a commitment speak of, so that a later sentence that speaks of the same can be told?"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from indexer.model.commitment import Commitment, Due, DuePrecision
from indexer.model.document import Document
from indexer.register.named import named
from indexer.search.similar import Papers
from indexer.search.telling import telling_words
from indexer.text.dates import dates
from indexer.text.words import STOP_WORDS, stem, stems

# These were chosen by reading what is offered for the sample: docs/explanation/register.md.
FEWEST = 3  # telling words of an action; with fewer the whole quote says what it is about
HEAVIEST = 8  # words that count: nobody tells the whole of a long promise again
RARE, FEW = 0.02, 3  # of all passages, or as many: what more of them name is no name by which a thing is known

_WHEN_AND_HOW_MANY = """
    one two three four five six seven eight nine ten twelve first second third half new more up out every each year
    month day days also only within early late set make made use used other continue continued
"""
_IDLE = frozenset(map(stem, [*STOP_WORDS, *_WHEN_AND_HOW_MANY.split()]))
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING_TIMES = frozenset({DuePrecision.DAY, DuePrecision.MONTH, DuePrecision.QUARTER})

Thing = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The words of a commitment by what they weigh, and what else it is known by."""

    words: Mapping[str, float]
    things: tuple[Thing, ...]  # with names of their own, as stems
    owner: frozenset[str]  # stems
    topics: frozenset[str]
    due: Due | None

    def rarest(self, count: int) -> list[str]:
        """The words that weigh most."""
        return sorted(self.words, key=lambda word: (-self.words[word], word))[:count]

    def share(self, words: Collection[str]) -> float:
        """How much of what it is about ``words`` are, 0 to 1, each by the square of its weight."""
        whole = sum(self.words[word] ** 2 for word in self.rarest(HEAVIEST))
        return min(1.0, sum(self.words[word] ** 2 for word in words) / whole) if whole else 0.0

    def is_dated_alike(self, text: str) -> bool:
        """Whether ``text`` names the very time by which it was due: a day, a month or a quarter."""
        if self.due is None or self.due.last is None or self.due.precision not in _TELLING_TIMES:
            return False
        return any((said.first, said.last) == (self.due.first, self.due.last) for said in dates(text))


def subject_of(commitment: Commitment, document: Document, papers: Papers) -> Subject:
    """What ``commitment`` of ``document`` speaks of; a word weighs the more, the fewer passages hold it."""
    is_told = len(telling_words(commitment.action, papers.names)) >= FEWEST
    text = commitment.action if is_told else commitment.quote
    owner = frozenset(stems(f"{commitment.owner or ''} {commitment.role or ''}"))
    in_row = commitment.anchor.startswith("table-")
    things = [thing for thing in named(text, papers.names, in_row=in_row) if not owner.issuperset(thing)]
    words = sorted(telling_words(text, papers.names).union(_figures(text), *things) - owner - _IDLE)
    held = dict(zip(words, papers.held(words), strict=True))
    rare = max(FEW, RARE * papers.passages)
    return Subject(
        words={word: math.log(papers.passages / (count + 1)) + 1 for word, count in held.items()},
        things=tuple(thing for thing in things if any(held.get(word, rare + 1) <= rare for word in thing)),
        owner=owner,
        topics=frozenset(commitment.topics) | topics_at(document, commitment.anchor),
        due=commitment.due,
    )


def topics_at(document: Document, anchor: str) -> frozenset[str]:
    """The topics that a passage is listed under."""
    return frozenset(match.topic for match in document.topics if anchor in match.paragraphs)


def _figures(text: str) -> Iterator[str]:
    """Numbers that are no years and are large enough to tell one thing from another: "£2,500"."""
    return (word for word in stems(text) if word.isdigit() and len(word) > 2 and not _YEAR.fullmatch(word))
