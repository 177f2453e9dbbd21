"""Which words of a passage matched, and which cut of it shows them best?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from indexer.model.query import Exact, Leaf, Near, Phrase, Prefix, Term, Titled, Weighted
from indexer.model.search import Snippet, Span
from indexer.text.words import Token, form, stem, stems, tokens, tokens_beginning

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
    """Beginnings of the stems of every word that can belong to the leaf; none where all words are looked at."""
    match leaf:
        case Term(word):
            return (word,)
        case Prefix(beginning):
            return (beginning,)
        case Phrase(words):
            return words
        case Exact(words):  # "James's" is written "jamess", and its stem is that of "James"
            return tuple(stem(way) for word in words for way in dict.fromkeys((word, word.removesuffix("s") or word)))
        case Weighted(inner):
            return _words(inner)
        case Titled() | Near():
            return ()


def _places(text: str, words: Sequence[Token], leaf: Leaf) -> list[Place]:
    """Where the leaf stands; ``words`` are those of the text that can belong to it, and perhaps more."""
    match leaf:
        case Term(wanted):
            return [Place(start, end, leaf) for stem, start, end in words if stem == wanted]
        case Prefix(beginning):
            return [Place(start, end, leaf) for stem, start, end in words if stem.startswith(beginning)]
        case Phrase(wanted) | Exact(wanted):
            read = _stem if isinstance(leaf, Phrase) else partial(_form, text)
            return [Place(run[0].start, run[-1].end, leaf) for run in _runs(text, words, read, wanted)]
        case Near(wanted, distance):
            return [Place(word.start, word.end, leaf) for word in _near(list(tokens(text)), wanted, distance)]
        case Weighted(inner):
            return [Place(start, end, leaf) for start, end, _ in _places(text, words, inner)]
        case Titled():
            return []


def _runs(
    text: str, words: Sequence[Token], read: Callable[[Token], str], wanted: Sequence[str]
) -> Iterator[Sequence[Token]]:
    """Where the words wanted stand one directly after another, each read so."""
    for first in range(len(words) - len(wanted) + 1):
        run = words[first : first + len(wanted)]
        if all(read(word) == sought for word, sought in zip(run, wanted, strict=True)) and _adjacent(text, run):
            yield run


def _stem(word: Token) -> str:
    return word.stem


def _form(text: str, word: Token) -> str:
    return form(text[word.start : word.end])


def _near(words: Sequence[Token], wanted: Sequence[str], distance: int) -> list[Token]:
    """The words that stand in a chain of all those ``wanted``, each near enough to the one before it."""
    stand = [[at for at, word in enumerate(words) if word.stem == stem] for stem in wanted]
    chained = _reached(list(reversed(_reached(stand, distance))), distance)
    return [words[at] for at in sorted({at for own in chained for at in own})]


def _reached(stand: Sequence[Sequence[int]], distance: int) -> list[list[int]]:
    """Of the places of each word, those that a place kept of the word before it is near to."""
    kept = [list(stand[0])]
    for own in stand[1:]:
        kept.append([at for at in own if any(0 < abs(at - other) <= distance for other in kept[-1])])
    return kept


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
