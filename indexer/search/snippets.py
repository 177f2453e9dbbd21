"""Which words of a passage matched, and which cut of it shows them best?"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.model.query import Leaf, Term
from indexer.model.search import Snippet, Span
from indexer.text.words import Token, tokens

# Three lines of a results page at desktop width; with the lead a reader sees where the sentence comes from.
LENGTH = 260
LEAD = 70


Found = tuple[Span, Leaf]


def marks(text: str, leaves: Sequence[Leaf]) -> tuple[Span, ...]:
    """Where the words and phrases stand in ``text``: in order, none overlapping another."""
    return tuple(span for span, _ in found(text, leaves))


def found(text: str, leaves: Sequence[Leaf]) -> list[Found]:
    """The same, each with the word or phrase that stands there."""
    words = list(tokens(text)) if leaves else []
    everywhere = [(span, leaf) for leaf in leaves for span in _spans(words, leaf)]
    everywhere.sort(key=lambda item: (item[0].start, -item[0].end))
    apart: list[Found] = []
    for span, leaf in everywhere:
        if not apart or span.start >= apart[-1][0].end:
            apart.append((span, leaf))
    return apart


def snippet(text: str, matches: Sequence[Found]) -> Snippet:
    """The cut of ``text`` with the most different words of ``matches``; its beginning where there are none."""
    start, end = _window(text, matches)
    inside = tuple(
        Span(start=span.start - start, end=span.end - start)
        for span, _ in matches
        if start <= span.start and span.end <= end
    )
    return Snippet(text=text[start:end], marks=inside, starts_inside=start > 0, ends_inside=end < len(text))


def _spans(words: Sequence[Token], leaf: Leaf) -> list[Span]:
    wanted = (leaf.word,) if isinstance(leaf, Term) else leaf.words
    stems = [word.stem for word in words]
    length = len(wanted)
    return [
        Span(start=words[i].start, end=words[i + length - 1].end)
        for i in range(len(words) - length + 1)
        if tuple(stems[i : i + length]) == wanted
    ]


def _window(text: str, matches: Sequence[Found]) -> tuple[int, int]:
    """Start and end, on word boundaries, of at most about ``LENGTH`` characters."""
    if len(text) <= LENGTH:
        return 0, len(text)
    best = max(matches, key=lambda item: _worth(item[0].start, matches), default=None)
    lead = max(0, best[0].start - LEAD) if best else 0
    start = _word_start(text, min(lead, len(text) - LENGTH), best[0].start if best else 0)
    return start, _word_end(text, start + LENGTH)


def _worth(start: int, matches: Sequence[Found]) -> tuple[int, int, int]:
    """How much a window that leads up to ``start`` shows: different words, then all, then the earliest."""
    inside = [leaf for span, leaf in matches if start <= span.start and span.end <= start + LENGTH - LEAD]
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
