"""Is a word misspelt, and which word of the papers is meant?

Only words that no paper has are doubted, and the very rare ones: those in which papers themselves may be misspelt.
What is offered is a word of the papers, the nearest one, and of several as near the commonest. Distance is counted in
letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). F. J. Damerau, "A
technique for computer detection and correction of spelling errors", 1964, found 80 in 100 errors to be one of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.search.lexicon import Lexicon
from indexer.text.words import forms, stem

# Shorter words are near to too many others: "cat" is one letter from forty words.
_SHORTEST = 4
# Letters in capitals up to this length are an abbreviation, and those differ by a letter: "LADO" is no "lady".
_ABBREVIATION = 5
# From so many letters on two mistakes are looked for: the point at which Elasticsearch's "AUTO" does.
_LONG = 6
# A form that stands in so few passages may be a misprint of one that stands in so many times more. Shorter words that
# papers have are words of their own: of those in the sample, "fear" was taken for "year" and "mould" for "would".
_RARE, _TIMES = 2, 100
_SHORTEST_MISPRINT = 7


def correction(word: str, lexicon: Lexicon) -> str | None:
    """The word meant by ``word`` as typed, in its capitals; ``None`` where there is no reason for another one."""
    written = forms(word)
    if len(written) != 1 or len(written[0]) < _SHORTEST or not written[0].isalpha():
        return None
    if word.isupper() and len(written[0]) <= _ABBREVIATION:
        return None
    typed = written[0]
    if not lexicon.doubtful(typed, _RARE):
        return None
    times = lexicon.passages.get(typed, 0)
    if times and len(typed) < _SHORTEST_MISPRINT:
        return None
    near = _within(typed, 1, (lexicon.by_length.get(len(typed) + more, ()) for more in (-1, 0, 1)))
    # The first letter is rarely wrong (E. J. Yannakoudakis and D. Fawthrop, "The rules of spelling errors", 1983), and
    # short words that differ in it are other words: "born" is no "corn".
    if len(typed) < _LONG:
        near = [right for right in near if right[0] == typed[0]]
    elif not near and not times:
        near = _within(typed, 2, (lexicon.by_beginning.get((typed[0], len(typed) + more), ()) for more in range(-2, 3)))
    if not times and lexicon.begins(typed):  # half a word rather: "strat" is typed for "strategy" and not for "start"
        near = [right for right in near if right.startswith(typed)]
    likely = [right for right in near if not times or lexicon.passages[right] >= _TIMES * times]
    best = min(likely, key=lambda right: (-lexicon.passages[right], right), default=None)
    return _as_capitals(word, best) if best else None


def _within(typed: str, mistakes: int, lists: Iterable[Sequence[str]]) -> list[str]:
    """The words within so many mistakes of ``typed`` that are not forms of it."""
    near = (
        right
        for words in lists
        for right, _, _ in process.extract(typed, words, scorer=OSA.distance, score_cutoff=mistakes, limit=None)
    )
    return [right for right in near if stem(right) != stem(typed)]


def _as_capitals(typed: str, word: str) -> str:
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[:1].isupper() else word
