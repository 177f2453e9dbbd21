"""Which words of a passage matched, and which cut of it shows them best?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.model.query import Leaf, Phrase, Prefix, Term
from indexer.model.search import Snippet, Span
from indexer.text.words import Token, stems, tokens_beginning

# Three lines of a results page at desktop width; with the lead a reader sees where the sentence comes from.
LENGTH = 260
LEAD = 70


class Place(NamedTuple):
    """Where a word or phrase stands: ``text[start:end]``, in characters."""

    start: int
    end: int
    leaf: Leaf


def marks(text: str, leaves: Sequence[Leaf]) -> tuple[Span, ...]:
    """Where the words and phrases stand in ``text``: in order, none overlapping another."""
    return tuple(Span(start=place.start, end=place.end) for place in found(text, leaves))


def snippet(text: str, places: Sequence[Place]) -> Snippet:
    """The cut of ``text`` with the most different words of ``places``; its beginning where there are none."""
    start, end = _window(text, places)
    inside = tuple(
        Span(start=place.start - start, end=place.end - start)
        for place in places
        if start <= place.start and place.end <= end
    )
    return Snippet(text=text[start:end], marks=inside, starts_inside=start > 0, ends_inside=end < len(text))


def found(text: str, leaves: Sequence[Leaf]) -> list[Place]:
    """Where the leaves stand, in order, none overlapping another; of two that do, the first or longer."""
    words = list(tokens_beginning(text, (word for leaf in leaves for word in _words(leaf)))) if leaves else []
    everywhere = [place for leaf in leaves for place in _places(text, words, leaf)]
    everywhere.sort(key=lambda place: (place.start, -place.end))
    apart: list[Place] = []
    for place in everywhere:
        if not apart or place.start >= apart[-1].end:
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


def _places(text: str, words: Sequence[Token], leaf: Leaf) -> list[Place]:
    """Where the leaf stands; ``words`` are those of the text that can belong to it, and perhaps more."""
    match leaf:
        case Term(wanted):
            return [Place(start, end, leaf) for stem, start, end in words if stem == wanted]
        case Prefix(beginning):
            return [Place(start, end, leaf) for stem, start, end in words if stem.startswith(beginning)]
        case Phrase(wanted):
            runs = (words[first : first + len(wanted)] for first in range(len(words)))
            return [
                Place(run[0].start, run[-1].end, leaf)
                for run in runs
                if tuple(word.stem for word in run) == wanted and _adjacent(text, run)
            ]


def _adjacent(text: str, run: Sequence[Token]) -> bool:
    """Whether no other word stands between these."""
    return not any(stems(text[one.end : other.start]) for one, other in pairwise(run))


def _window(text: str, places: Sequence[Place]) -> tuple[int, int]:
    """Start and end, on word boundaries, of at most about ``LENGTH`` characters."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best = max(places, key=lambda place: _worth(place.start, places), default=None)
    lead = max(0, best.start - LEAD) if best else 0
    start = _word_start(text, min(lead, len(text) - LENGTH), best.start if best else 0)
    return start, _word_end(text, start + LENGTH)


def _worth(start: int, places: Sequence[Place]) -> tuple[int, int, int]:
    """How much a window that leads up to ``start`` shows: different words, then all, then the earliest."""
    last = start + LENGTH - LEAD
    inside = [place.leaf for place in places if start <= place.start and place.end <= last]
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
