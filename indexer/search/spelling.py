"""Is a word misspelt, and which word of the papers is meant?

Only words that no paper has are doubted, and the very rare ones: those in which papers themselves may be misspelt.
What is offered is a word of the papers, the nearest one, and of several as near the commonest. Distance is counted in
letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). F. J. Damerau, "A
technique for computer detection and correction of spelling errors", 1964, found 80 in 100 errors to be one of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.search.lexicon import Lexicon
from indexer.text.words import forms, stem

# Shorter words are near to too many others: "cat" is one letter from forty words.
_SHORTEST = 4
# From so many letters on two mistakes are looked for: the point at which Elasticsearch's "AUTO" does.
_LONG = 6
# A form that stands in so few passages may be a misprint of one that stands in so many times more.
_RARE, _TIMES = 2, 100


def correction(word: str, lexicon: Lexicon) -> str | None:
    """The word meant by ``word`` as typed, in its capitals; ``None`` where there is no reason for another one."""
    written = forms(word)
    if len(written) != 1 or len(written[0]) < _SHORTEST or not written[0].isalpha():
        return None
    typed = written[0]
    if not lexicon.doubtful(typed, _RARE):
        return None
    times = lexicon.passages.get(typed, 0)
    near = _near(typed, lexicon, at_most=1 if times or len(typed) < _LONG else 2)
    likely = (found for found in near if not times or lexicon.passages[found[1]] >= _TIMES * times)
    best = min(likely, key=lambda found: (found[0], -lexicon.passages[found[1]], found[1]), default=None)
    return _as_capitals(word, best[1]) if best else None


def _near(typed: str, lexicon: Lexicon, at_most: int) -> Iterator[tuple[int, str]]:
    """Words within one mistake of ``typed``, and those with the same first letter within ``at_most``; not its forms.

    The first letter is rarely wrong (E. J. Yannakoudakis and D. Fawthrop, "The rules of spelling errors", 1983).
    """
    for (first, length), words in lexicon.alike.items():
        most = at_most if first == typed[0] else 1
        if abs(length - len(typed)) <= most:
            yield from ((distance, word) for word, distance in _within(typed, words, most) if stem(word) != stem(typed))


def _within(typed: str, words: Sequence[str], most: int) -> Iterable[tuple[str, int]]:
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return ((word, int(distance)) for word, distance, _ in found)


def _as_capitals(typed: str, word: str) -> str:
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word
