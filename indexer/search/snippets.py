"""Which words of a passage matched, and which cut of it shows them best?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.model.query import Exact, Leaf, Near, Phrase, Prefix, Term, Titled, Weighted
from indexer.model.search import Snippet, Span
from indexer.text.words import Words, form, stem

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
    return tuple(Span(start=place.start, end=place.end) for place in found(Words.of(text), leaves)) if leaves else ()


def snippet(text: str, places: Sequence[Place]) -> Snippet:
    """The cut of ``text`` with the most different words of ``places``; its beginning where there are none."""
    start, end = _window(text, places)
    inside = tuple(
        Span(start=place.start - start, end=place.end - start)
        for place in places
        if start <= place.start and place.end <= end
    )
    return Snippet(text=text[start:end], marks=inside, starts_inside=start > 0, ends_inside=end < len(text))


def found(words: Words, leaves: Sequence[Leaf]) -> list[Place]:
    """Where the leaves stand, in order, none overlapping another; of two that do, the first or longer."""
    everywhere = [place for leaf in leaves for place in _places(words, leaf)]
    everywhere.sort(key=lambda place: (place.start, -place.end))
    apart: list[Place] = []
    for place in everywhere:
        if not apart or place.start >= apart[-1].end:
            apart.append(place)
    return apart


def _places(words: Words, leaf: Leaf) -> list[Place]:
    return [Place(words.starts[first], words.end(last), leaf) for first, last in _runs(words, leaf)]


def _runs(words: Words, leaf: Leaf) -> Iterable[tuple[int, int]]:
    """The numbers of the first and the last word, wherever the leaf stands."""
    match leaf:
        case Term(word):
            run, length = f" {word} ", 1
        case Prefix(beginning):
            run, length = f" {beginning}", 1
        case Phrase(wanted):
            run, length = f" {' '.join(wanted)} ", len(wanted)
        case Weighted(inner):
            return _runs(words, inner)
        case Exact(wanted):
            return _written(words, wanted)
        case Near(wanted, distance):
            return _near(words, wanted, distance)
        case Titled():
            return ()
    return ((first, first + length - 1) for first in words.numbers(run))


def _written(words: Words, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where these words stand as they are written."""
    # "James's" is written "jamess", and its stem is that of "James".
    ways = {stem(forms[0]), stem(forms[0].removesuffix("s") or forms[0])}
    for first in sorted(number for way in ways for number in words.numbers(f" {way} ")):
        last = first + len(forms) - 1
        if last < len(words.starts) and all(_form(words, first + after) == word for after, word in enumerate(forms)):
            yield first, last


def _form(words: Words, number: int) -> str:
    return form(words.text[words.starts[number] : words.end(number)])


def _near(words: Words, wanted: Sequence[str], distance: int) -> Iterable[tuple[int, int]]:
    """The words that stand near the one before or after them in ``wanted``; none unless each two of these meet."""
    stand = [list(words.numbers(f" {word} ")) for word in wanted]
    met = [
        ([at for at in here if _is_near(at, there, distance)], [at for at in there if _is_near(at, here, distance)])
        for here, there in pairwise(stand)
    ]
    if not all(here for here, _ in met):
        return ()
    return ((number, number) for number in sorted({number for pair in met for own in pair for number in own}))


def _is_near(at: int, others: Sequence[int], distance: int) -> bool:
    """Whether one of ``others``, which ascend, is near to ``at``: the first that is not too early, or where this is
    ``at`` itself, the next.
    """
    first = bisect_left(others, at - distance)
    return any(0 < abs(at - other) <= distance for other in others[first : first + 2])


def _window(text: str, places: Sequence[Place]) -> tuple[int, int]:
    """Start and end, on word boundaries, of at most about ``LENGTH`` characters."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best = _best(places) if places else 0
    start = _word_start(text, min(max(0, best - LEAD), len(text) - LENGTH), best)
    return start, _word_end(text, start + LENGTH)


def _best(places: Sequence[Place]) -> int:
    """The start of the place that a cut shows most from: different words, then all, then the earliest."""
    if places[-1].end <= places[0].start + LENGTH - LEAD:
        return places[0].start
    inside: Counter[Leaf] = Counter()
    most, best, end = (0, 0), places[0].start, 0
    for first, place in enumerate(places):
        while end < len(places) and places[end].end <= place.start + LENGTH - LEAD:
            inside[places[end].leaf] += 1
            end += 1
        shown = len(inside), end - first
        if shown > most:
            most, best = shown, place.start
        if end == first:  # it alone is longer than the cut
            end += 1
        elif inside[place.leaf] > 1:
            inside[place.leaf] -= 1
        else:
            del inside[place.leaf]
    return best


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
