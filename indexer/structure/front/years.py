"""When was an undated paper written? The latest time it speaks of as past or present tells the year.

What it plans is no witness, nor what it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
# Finer dates say more than coarser ones that begin on the same day.
_FINENESS = {Precision.DAY: 4, Precision.MONTH: 3, Precision.SEASON: 2, Precision.QUARTER: 2, Precision.YEAR: 1}


def latest_present(paragraphs: Iterable[str]) -> Fact[DateMention] | None:
    """The latest date that the paragraphs speak of as present or past, inferred from the words around it."""
    best: tuple[DateMention, str] | None = None
    for paragraph in paragraphs:
        for sentence in _SENTENCE_END.split(_QUOTED.sub(" ", paragraph)):
            if _FUTURE.search(sentence):
                continue
            for mention in dates(sentence):
                if not _is_limit(sentence, mention) and (best is None or _key(mention) > _key(best[0])):
                    best = mention, _words_around(sentence, mention)
    if best is None:
        return None
    return Fact(value=best[0], basis=Basis.INFERRED, where=f"latest time spoken of as present or past: '{best[1]}'")


def _is_limit(sentence: str, mention: DateMention) -> bool:
    """Whether the date is one that something goes on to or from: "until 2026", "by the end of March 2026"."""
    return bool(_BEFORE_FUTURE.search(_before(sentence, mention)))


def _before(sentence: str, mention: DateMention) -> str:
    """The few words before the date; forty characters hold them."""
    return sentence[max(0, mention.start - 40) : mention.start]


def _key(mention: DateMention) -> tuple[int, int, int, int]:
    return mention.first.year, mention.first.month, mention.first.day, _FINENESS[mention.precision]


def _words_around(sentence: str, mention: DateMention) -> str:
    """The date with the few words that lead to it."""
    before = _before(sentence, mention).split()[-3:]
    return " ".join([*before, mention.text])
