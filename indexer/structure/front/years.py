"""When was an undated paper written? Not before the latest time that it speaks of as past or present.

What it plans is no witness, nor what it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.model.document import Basis, Fact
from indexer.text.dates import DateMention, Precision, dates

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|going to|to be|plans?|planned|planning|due|aims?|aiming|targets?|scheduled|expect(?:s|ed)?|"
    r"intends?|intention|proposes?|proposed|hopes?|forecast|coming|forthcoming|next|until|strategy|horizon|ambition)\b",
    re.IGNORECASE,
)
_BEFORE_FUTURE = re.compile(
    r"\b(?:by|from|until|to|before|beyond|after)\s+(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+)?$", re.IGNORECASE
)
# Said of the paper's own time; what was then is not.
_PRESENT = re.compile(r"\b(?:as (?:at|of)|this|now|currently|today|to date|so far|at present)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|began|did)\b", re.IGNORECASE)
# Finer dates say more than coarser ones that begin on the same day.
_FINENESS = {Precision.DAY: 4, Precision.MONTH: 3, Precision.SEASON: 2, Precision.QUARTER: 2, Precision.YEAR: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The latest time that a paper speaks of, and whether as the time it is written in or as past."""

    when: Fact[DateMention]
    is_present: bool


def latest_spoken(paragraphs: Iterable[str]) -> Spoken | None:
    """The latest date that the paragraphs speak of as present or past, inferred from the words around it."""
    best: tuple[DateMention, str] | None = None
    for paragraph in paragraphs:
        for sentence in _SENTENCE_END.split(_QUOTED.sub(" ", paragraph)):
            if _FUTURE.search(sentence):
                continue
            for mention in dates(sentence):
                if not _is_limit(sentence, mention) and (best is None or _key(mention) > _key(best[0])):
                    best = mention, sentence
    if best is None:
        return None
    mention, sentence = best
    where = f"latest time it speaks of: '{_words_around(sentence, mention)}'; it may be later"
    is_present = _PRESENT.search(_before(sentence, mention)) is not None and _PAST.search(sentence) is None
    return Spoken(when=Fact(value=mention, basis=Basis.INFERRED, where=where), is_present=is_present)


def _is_limit(sentence: str, mention: DateMention) -> bool:
    """Whether the date is one that something goes on to or from: "until 2026", "by the end of March 2026"."""
    return bool(_BEFORE_FUTURE.search(_before(sentence, mention)))


def _before(sentence: str, mention: DateMention) -> str:
    """The few words before the date; forty characters hold them."""
    return sentence[max(0, mention.start - 40) : mention.start]


def _key(mention: DateMention) -> tuple[int, int, int, int]:
    return mention.first.year, mention.first.month, mention.first.day, _FINENESS[mention.precision]


def _words_around(sentence: str, mention: DateMention) -> str:
    """The date with the few words that lead to it, and nothing from before a comma."""
    before = _before(sentence, mention).rpartition(",")[2].split()[-3:]
    return " ".join([*before, mention.text])
