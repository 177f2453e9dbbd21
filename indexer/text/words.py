"""Which words does a text hold, and where? One tokeniser for building and for searching.

A word is a run of letters and digits; apostrophes inside it are dropped ("children's" is "children", "O'Neill" is
"oneill"), dotted abbreviations close up ("E.H.C.P." is "ehcp"), a number keeps its decimals and letters ("3.17",
"1.7m"), a hyphen or slash parts words. What is compared is the stem: NLTK's Snowball stemmer for English
(M. F. Porter, "Snowball", 2001).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from nltk.stem.snowball import EnglishStemmer

# No English word or reference number is longer; a longer run is damage, and only its beginning is compared.
LONGEST_WORD = 64

# Function words: everybody's text is full of them, so a search for several words does not insist on these.
STOP_WORDS = frozenset(
    "a about all an and any are as at be been but by can could did do does for from had has have he her him his how i "
    "if in into is it its me my no not of on or our she should so such than that the their them then there these they "
    "this those to us was we were what when where which who whom why will with would you your".split()
)

# NLTK's RegexpTokenizer does the same with the package `regex`, and takes three times as long.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])"  # E.H.C.P.
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"  # 3.17  1,250  1.7m  16th
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"  # children's  O'Neill  GCP2
)
_PARTS = re.compile(f"({_TOKEN.pattern})")
_STEMMER = EnglishStemmer()


class Token(NamedTuple):
    """A stem and where its word stands: ``text[start:end]``, in characters."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one word as it is written, folded for case, accents and apostrophes."""
    cut = word[:LONGEST_WORD]
    plain = cut.isascii() and cut.isalpha()
    folded = cut.lower() if plain else _folded(cut)
    if plain and folded != word:
        return stem(folded)  # as a rule it is kept already: most words with a capital also come without
    return str(_STEMMER.stem(folded)) or folded


@lru_cache(maxsize=200_000)
def form(word: str) -> str:
    """One word as it is written, folded for case, accents and apostrophes only: what an exact phrase is made of."""
    cut = word[:LONGEST_WORD]
    if cut.isascii() and cut.isalpha():
        return cut.lower()
    plain = unicodedata.normalize("NFKD", cut).casefold()
    return "".join(c for c in plain if c.isalnum() or (c == "." and plain[0].isdigit()))


def forms(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order, as they are written: as many as ``stems`` has, each at the same place."""
    return analysed(text)[1]


def analysed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ``stems`` and the ``forms`` of ``text``, as many of one as of the other."""
    words = _TOKEN.findall(text)
    found, written = tuple(map(stem, words)), tuple(map(form, words))
    return (found, written) if "" not in found else (tuple(filter(None, found)), tuple(compress(written, found)))


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).casefold().replace("’", "'").replace("ʼ", "'")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).removesuffix("'s")
    return "".join(c for c in plain if c.isalnum() or (c == "." and plain[0].isdigit()))


def tokens(text: str) -> Iterator[Token]:
    """The words of ``text`` in order, overlapping never. A sign that folds to nothing is no word."""
    for match in _TOKEN.finditer(text):
        if found := stem(match[0]):
            yield Token(found, match.start(), match.end())


def stems(text: str) -> tuple[str, ...]:
    """The stems of ``text`` in order."""
    return tuple(filter(None, map(stem, _TOKEN.findall(text))))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text`` as a search for some of them wants them: ``stems`` in order, a space on both sides of each;
    ``starts``, where in ``text`` each word begins, in characters.
    """

    text: str
    stems: str
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words that ``tokens`` finds."""
        parts = _PARTS.split(text)  # what is no word, a word, what is no word, ...
        found = list(map(stem, parts[1::2]))
        starts = list(accumulate(map(len, parts)))[:-1:2]
        if "" in found:
            starts = list(compress(starts, found))
        return cls(text, f" {' '.join(filter(None, found))} ", starts)

    def packed(self) -> str:
        """The words in one line, from which ``unpacked`` makes them again."""
        return f"{self.stems}\t{b64encode(array('I', self.starts)).decode()}"

    @classmethod
    def unpacked(cls, text: str, packed: str) -> Words:
        """The words of ``text`` whose ``packed()`` this is. Nothing is parsed, since a search looks at few of them."""
        stems, _, starts = packed.partition("\t")
        return cls(text, stems, memoryview(b64decode(starts)).cast("I"))

    def numbers(self, run: str) -> Iterator[int]:
        """The numbers of the words, from 0, at which ``run`` begins: stems, with a space before each and one after the
        last unless that may go on.
        """
        number = counted = 0
        at = self.stems.find(run)
        while at >= 0:
            number += self.stems.count(" ", counted, at)
            counted = at
            yield number
            at = self.stems.find(run, at + 1)

    def end(self, number: int) -> int:
        """Where in the text the word ends, in characters."""
        word = _TOKEN.match(self.text, self.starts[number])
        if word is None:
            raise ValueError("these words are of another text")
        return word.end()
