"""Which words does a text hold, and where? One tokeniser for building and for searching.

A word is a run of letters and digits; apostrophes inside it are dropped ("children's" is "children", "O'Neill" is
"oneill"), dotted abbreviations close up ("E.H.C.P." is "ehcp"), a number keeps its decimals and letters ("3.17",
"1.7m"), a hyphen or slash parts words. What is compared is the stem: NLTK's Snowball stemmer for English
(M. F. Porter, "Snowball", 2001).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
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
    return tuple(form(word) for word in _TOKEN.findall(text) if stem(word))


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


def tokens_beginning(text: str, beginnings: Iterable[str]) -> Iterator[Token]:
    """The words of ``text`` whose stems begin with one of ``beginnings``, in order: those of ``tokens``, found by
    looking only at what could be one of them.
    """
    wanted = tuple(beginnings)
    end = -1
    for place in sorted(_likely(text, wanted)):
        if place > end:  # no word reaches across a space
            start = text.rfind(" ", 0, place) + 1
            end = text.find(" ", place)
            end = len(text) if end < 0 else end
            for found in _TOKEN.finditer(text, start, end):
                word = stem(found[0])
                if word.startswith(wanted):
                    yield Token(word, found.start(), found.end())


# Where folding does more to a word than to fold its case: a mark that it drops, or what is not ASCII.
_FOLDED = re.compile(r"['.,\x80-\U0010ffff](?:(?<=[^\x00-\x7f])|(?=[^\W_]))")


def _likely(text: str, beginnings: Iterable[str]) -> Iterable[int]:
    """Places in ``text``: one at least between every two spaces that have a word between them whose stem begins so.

    The stemmer changes the end of a word only, and of what it puts there (dying: die, ability: able) at most the last
    two letters are its own.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a capital that becomes two letters
        return range(len(text))
    places = [found.start() for found in _FOLDED.finditer(text)]
    for head in {beginning[: max(1, len(beginning) - 2)] for beginning in beginnings}:
        place = lower.find(head)
        while place >= 0:
            places.append(place)
            place = lower.find(head, place + 1)
    return places
