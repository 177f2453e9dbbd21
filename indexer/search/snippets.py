"""Which words of a passage matched, and which cut of it shows them best?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.model.query import Leaf, Phrase, Prefix, Term
from indexer.model.search import Snippet, Span
from indexer.text.words import Token, stems, tokens_beginning

# Three lines of a results page at desktop width; with the lead a reader sees where the sentence comes from.
LENGTH = 260
LEAD = 70

_Place = tuple[int, int, Leaf]  # where a word or phrase starts and ends in the text


def marks(text: str, leaves: Sequence[Leaf]) -> tuple[Span, ...]:
    """Where the words and phrases stand in ``text``: in order, none overlapping another."""
    return tuple(Span(start=start, end=end) for start, end, _ in _found(text, leaves))


def snippet(text: str, leaves: Sequence[Leaf]) -> Snippet:
    """The cut of ``text`` with the most different words that matched; its beginning where none did."""
    found = _found(text, leaves)
    start, end = _window(text, found)
    inside = tuple(
        Span(start=first - start, end=last - start) for first, last, _ in found if start <= first and last <= end
    )
    return Snippet(text=text[start:end], marks=inside, starts_inside=start > 0, ends_inside=end < len(text))


def _found(text: str, leaves: Sequence[Leaf]) -> list[_Place]:
    """Where the leaves stand, in order, none overlapping another; of two that do, the first or longer."""
    words = list(tokens_beginning(text, (word for leaf in leaves for word in _words(leaf)))) if leaves else []
    found = [place for leaf in leaves for place in _places(text, words, leaf)]
    found.sort(key=lambda place: (place[0], -place[1]))
    apart: list[_Place] = []
    for place in found:
        if not apart or place[0] >= apart[-1][1]:
            apart.append(place)
    return apart


def _words(leaf: Leaf) -> tuple[str, ...]:
    match leaf:
        case Term(word):
            return (word,)
        case Prefix(stem):
            return (stem,)
        case Phrase(words):
            return words


def _places(text: str, words: Sequence[Token], leaf: Leaf) -> list[_Place]:
    """Where the leaf stands; ``words`` are those of the text that can belong to it, and perhaps more."""
    match leaf:
        case Term(wanted):
            return [(start, end, leaf) for stem, start, end in words if stem == wanted]
        case Prefix(beginning):
            return [(start, end, leaf) for stem, start, end in words if stem.startswith(beginning)]
        case Phrase(wanted):
            runs = (words[first : first + len(wanted)] for first in range(len(words)))
            return [
                (run[0].start, run[-1].end, leaf)
                for run in runs
                if tuple(word.stem for word in run) == wanted and _adjacent(text, run)
            ]


def _adjacent(text: str, run: Sequence[Token]) -> bool:
    """Whether no other word stands between these."""
    return not any(stems(text[one.end : other.start]) for one, other in pairwise(run))


def _window(text: str, found: Sequence[_Place]) -> tuple[int, int]:
    """Start and end, on word boundaries, of at most about ``LENGTH`` characters."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best = max(found, key=lambda place: _worth(place[0], found), default=None)
    lead = max(0, best[0] - LEAD) if best else 0
    start = _word_start(text, min(lead, len(text) - LENGTH), best[0] if best else 0)
    return start, _word_end(text, start + LENGTH)


def _worth(start: int, found: Sequence[_Place]) -> tuple[int, int, int]:
    """How much a window that leads up to ``start`` shows: different words, then all, then the earliest."""
    last = start + LENGTH - LEAD
    inside = [leaf for first, end, leaf in found if start <= first and end <= last]
    return len(set(inside)), len(inside), -start


def _word_start(text: str, start: int, at_most: int) -> int:
    if start == 0 or text[start - 1] == " ":
        return start
    space = text.find(" ", start, max(start, at_most))
    return space + 1 if space >= 0 else start


def _word_end(text: str, end: int) -> int:
    if end >= len(text) or text[end] == " ":
        return min(end, len(text))
    space = text.rfind(" ", end - LENGTH // 4, end)
    return space if space >= 0 else end
