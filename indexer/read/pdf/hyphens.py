"""Is a hyphen at the end of a line a part of the word, or only of the line?

What the paper itself writes decides, in this order: the word occurs with the hyphen inside a line: it stays. It occurs
without: the halves are joined. Both halves are words of the paper: it stays ("multi-/agency"). Neither is: they are
joined ("exam-/ple"). One is: it stays, unless the paper is seen to divide words elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.read.pdf.geometry import Page, Word, join_words
from indexer.read.pdf.letters import HYPHEN, SOFT_HYPHEN

# Beginnings that council prose joins to any word with a hyphen; they hardly ever stand alone.
_PREFIXES = frozenset("anti co cross ex inter intra mid multi non part post pre re self semi sub well".split())
# "short- and long-term": the hyphen hangs, and a space follows.
_HANGING = frozenset({"and", "or", "to"})
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIES = "-/–—"  # signs after which a line may break without a space


class Hyphens:
    """Joins lines as the words of one paper suggest."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._words: set[str] = set()
        divided: list[tuple[str, str]] = []
        for page in pages:
            for word, following in _with_next(page.words):
                if word.text.endswith((HYPHEN, SOFT_HYPHEN)):
                    divided.append((word.text, following.text if following else ""))
                else:
                    self._learn(word.text)
        self._divides = any(end.endswith(SOFT_HYPHEN) or self._joined_known(end, start) for end, start in divided)

    def join(self, lines: Iterable[Sequence[Word]]) -> str:
        """The text of lines that follow each other, with single spaces."""
        text = ""
        for line in lines:
            text = self.tie(text, join_words(line))
        return text.removesuffix(SOFT_HYPHEN)

    def tie(self, text: str, following: str) -> str:
        """``text`` and the line after it as one text."""
        if not text or not following:
            return text + following
        if text[-1] == SOFT_HYPHEN:
            return text[:-1] + following
        if text[-1] not in _TIES or text[-2:-1].isspace() or len(text) == 1:
            return f"{text} {following}"
        if text[-1] == HYPHEN:
            first = _FIRST_WORD.match(following)
            if first and first[0] in _HANGING:
                return f"{text} {following}"
            if self._divided(text, following):
                return text[:-1] + following
        return text + following

    def _divided(self, text: str, following: str) -> bool:
        """Whether the hyphen at the end of ``text`` belongs to the line alone."""
        halves = _halves(text, following)
        if halves is None or halves[1] != halves[1].lower():
            return False
        one, other = (half.lower() for half in halves)
        if f"{one}-{other}" in self._words:
            return False
        if one + other in self._words:
            return True
        known = (one in self._words or one in _PREFIXES) + (other in self._words)
        return known == 0 or (known == 1 and self._divides)

    def _joined_known(self, text: str, following: str) -> bool:
        halves = _halves(text, following)
        return halves is not None and "".join(halves).lower() in self._words

    def _learn(self, text: str) -> None:
        for match in _WORD.finditer(text.lower()):
            self._words.update({match[0], *match[0].split("-")})


def _halves(text: str, following: str) -> tuple[str, str] | None:
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(following)
    return (last[1], first[0]) if last and first else None


def _with_next(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    """Each word but the second halves of divided ones, with the word after it."""
    after_hyphen = False
    for index, word in enumerate(words):
        if not after_hyphen:
            yield word, words[index + 1] if index + 1 < len(words) else None
        after_hyphen = word.text.endswith((HYPHEN, SOFT_HYPHEN))
