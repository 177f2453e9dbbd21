"""Which words stand for a topic, and does a printed word count as one of them?

Several words count in every inflection (they are compared by their stems). A single word counts only as it is written
or in the plural: the stem of "adoption" is also that of "adopted", that of "attendance" also that of "attended".
An abbreviation counts only in its own capitals, with a plural or possessive s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from indexer.text.words import stems

_PLURAL_ABBREVIATION = re.compile(r"(.+?)(?:['’ʼ]?s)?")


class PhraseSort(StrEnum):
    """What a row of ``topic_phrases.csv`` is for; the value is what an officer writes."""

    PHRASE = "phrase"
    ABBREVIATION = "abbreviation"
    NOT = "not"  # looks like the topic and is not


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPhrase:
    """Words that stand for a topic. With a ``context``, only in a paper that also holds one of those phrases."""

    topic: str
    text: str
    sort: PhraseSort
    context: tuple[str, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words, in order."""
        return stems(self.text)

    def admits(self, printed: str) -> bool:
        """Whether ``printed``, whose stems are those of this phrase, is this phrase."""
        if self.sort is PhraseSort.ABBREVIATION:
            return _singular_abbreviation(printed) in (self.text, self.text.upper())
        return len(self.stems) > 1 or singular(printed) == singular(self.text)


def singular(word: str) -> str:
    """``word`` in lower case without apostrophes and without the ending of a plural or possessive."""
    folded = re.sub("['’ʼ]", "", word.casefold())
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    return folded.removesuffix("s") if not folded.endswith("ss") else folded


def _singular_abbreviation(printed: str) -> str:
    match = _PLURAL_ABBREVIATION.fullmatch(printed.replace(".", ""))
    return match[1] if match else ""
