"""Which words does a sentence have for its reader, and which of them are the query language's own?

Sentences are matched against patterns in one plain form: small letters, single spaces, no apostrophes or punctuation.
What is typed in the query language - quoted, refused, in brackets, of a field - shows there as a sign that no pattern
has. Names and dates are replaced by tags: one word for each word of theirs, so that counting blanks still tells where
a match stands in what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.vocabulary.names import name_key

PROTECTED = "§"
CLOSING = "?!.,;: "  # at the end of a sentence these are not looked for
_LETTERS = str.maketrans("0123456789", "abcdefghij")
_DIGITS = str.maketrans("abcdefghij", "0123456789")

_PIECE = re.compile(r'[^\s"]*"[^"]*(?:"\S*|$)|\S+')
_QUOTES = str.maketrans("“”„‟«»＂", '"""""""')
_OPERATOR = re.compile(r"-\S|[^\W\d_]+:\S|.*[*\"]")
_SPELT_OPERATOR = re.compile(r"OR|AND|NOT|NEAR(?:/\d+)?")  # unless all is in capitals
_EDGES = re.compile(r"^[^\w£$€]+|[^\w%]+$")
_FIGURES = re.compile(r"[\w/.,–£$€%-]+")  # a piece with figures in it stays as it is typed, so that a date stays a date


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was typed, parted at blanks, and the plain words of it."""

    pieces: tuple[str, ...]
    plain: str
    owners: tuple[int, ...]  # of each plain word: the number of the piece it stands in

    @classmethod
    def of(cls, text: str) -> Sentence:
        """The sentence that ``text`` is."""
        straight = text.translate(_QUOTES)
        places = [match.span() for match in _PIECE.finditer(straight)]
        words: list[str] = []
        owners: list[int] = []
        for number, key in enumerate(_keys([straight[start:end] for start, end in places])):
            for word in key.split():
                words.append(word)
                owners.append(number)
        return cls(tuple(text[start:end] for start, end in places), " ".join(words), tuple(owners))

    def typed(self, words: range) -> str:
        """The pieces, as typed, that hold the plain words numbered ``words``."""
        if not words:
            return ""
        return " ".join(self.pieces[self.owners[words[0]] : self.owners[words[-1]] + 1]).rstrip(CLOSING)


def numbers(text: str, start: int, end: int) -> range:
    """The numbers of the words of ``text[start:end]``, whole words of a plain or tagged sentence."""
    if start >= end:
        return range(0)
    first = text.count(" ", 0, start)
    return range(first, first + text.count(" ", start, end) + 1)


def tag(sign: str, number: int, replaced: str) -> str:
    """A tag of as many words as ``replaced`` has. Its number is in letters, so that nothing takes it for a date."""
    return sign + str(number).translate(_LETTERS) + f" {sign}" * replaced.count(" ")


def tagged(signs: str) -> str:
    """A pattern for any tag of one of ``signs``."""
    return rf"[{signs}][a-j]+(?: [{signs}](?![a-j]))*"


def tag_numbers(signs: str, text: str) -> list[int]:
    """The numbers of the tags of ``signs`` in ``text``."""
    return [int(letters.translate(_DIGITS)) for letters in _numbered(signs).findall(text)]


@cache
def _numbered(signs: str) -> re.Pattern[str]:
    return re.compile(rf"[{signs}]([a-j]+)")


def _keys(pieces: Sequence[str]) -> Iterator[str]:
    """The plain words of each piece; ``PROTECTED`` for what belongs to the query language."""
    depth = 0
    refused = False
    shouted = " ".join(pieces).isupper()
    for piece in pieces:
        depth = max(0, depth + piece.count("("))
        spelt = not shouted and _SPELT_OPERATOR.fullmatch(piece)
        protected = depth > 0 or refused or ")" in piece or spelt or _OPERATOR.match(piece)
        depth = max(0, depth - piece.count(")"))
        refused = bool(spelt) and piece == "NOT"
        yield PROTECTED if protected else _key(piece)


def _key(piece: str) -> str:
    if piece.isascii() and piece.isalpha():
        return piece.lower()
    if any(map(str.isdigit, piece)):
        bare = _EDGES.sub("", piece).casefold()
        if _FIGURES.fullmatch(bare):
            return bare
    return name_key(piece)
