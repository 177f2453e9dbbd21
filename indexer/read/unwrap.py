"""Does this line go on with the paragraph above it, or begin a new one?

A program that wraps text puts on each line all the words that fit. So a line that stops short, where the first word of
the next one would still have fitted, ends its paragraph. How much fits is learned from the document itself: from the
places where a line plainly goes on in the next one, because it ends without a stop and the next begins in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.read.labels import is_sure_bullet, split_bullet, split_label
from indexer.read.lines import Line
from indexer.read.markdown import plain

# Nothing ends with these: what follows belongs to the same sentence.
_OPEN_WORDS = frozenset(
    "a an and are as at be been by for from has have in into is its of on or our section paragraph paragraphs appendix "
    "that the their this these those to under was were which with".split()
)
_STOPS = ".!?:;"
_CLOSERS = "\"'”’)]*_ "
_HYPHENS = ("-", "‐")
_LONG = 60  # characters; where nothing else tells, a line longer than that is prose and no heading
# First parts that English joins with a hyphen that is printed wherever the word stands.
_HYPHENATED = frozenset(
    "all anti co cross early ex face evidence fact follow full front half high in inter joint key local long low mid "
    "multi non off on one out over part person post pre re risk self semi short single so step sub ten three two under "
    "up well whole wide year".split()
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its lines; ``width``: the characters that surely fit on one, ``None`` if none is broken."""

    width: float | None
    margin: int  # the indent of its plain lines, in columns

    def goes_on(self, first: Line, last: Line, line: Line, after: Line | None) -> bool:
        """Whether ``line`` belongs to the paragraph from ``first`` to ``last``; ``after`` is the line below it."""
        if line.blanks > 2 or self._begins_item(first, last, line):
            return False
        if ends_sentence(last.text):
            return self._is_full(last, line) and self._fills_on(first, last, line, after)
        if _is_lower(line.text):
            long = self.width is None and len(last.text) > _LONG
            return long or self._is_full(last, line, slack=0.6) or ends_open(last.text)
        if ends_open(last.text) and line.blanks <= 1:
            return self.width is not None or len(last.text) > _LONG
        return self._is_full(last, line, slack=0.9) and self._fills_on(first, last, line, after)

    def _begins_item(self, first: Line, last: Line, line: Line) -> bool:
        """Whether a bullet, a number or a letter begins ``line`` that is not a dash or a number inside a sentence."""
        inside = self._is_full(last, line) and not ends_sentence(last.text)
        if glyph := split_bullet(line.text).glyph:
            return not inside or is_sure_bullet(glyph) or split_bullet(first.text).glyph == glyph
        if label := split_label(plain(line.text)).label:
            return not (inside and label[0].isdigit() and ends_open(last.text))
        return False

    def _is_full(self, last: Line, line: Line, slack: float = 1.0) -> bool:
        return self.width is not None and _reach(last, line) >= self.width * slack

    def _fills_on(self, first: Line, last: Line, line: Line, after: Line | None) -> bool:
        """Of two full lines, whether they are one paragraph where neither stop nor small letter tells."""
        ended, single = ends_sentence(last.text), first is last
        if line.blanks:
            doubled = _is_doubled(line, after) if single else last.blanks >= line.blanks
            return doubled or not (ended or single)
        if line.indent > last.indent and ended and not single:
            return False  # a first line set in
        return (self._is_full(last, line) and not ended) or not self._is_heading(line, after)

    def _is_heading(self, line: Line, after: Line | None) -> bool:
        if after is None or ends_sentence(line.text) or self._is_full(line, after, slack=0.75):
            return False
        return line.text[:1].isupper() and not _is_lower(after.text)


def wrapping(lines: Sequence[Line]) -> Wrapping:
    """How the document of these lines breaks them."""
    margins = sorted(line.indent for line in lines)
    margin = margins[len(margins) // 2] if margins else 0
    reaches = sorted(_reach(last, line) for last, line in pairwise(lines) if _plainly_goes_on(last, line))
    # Two places could be chance; one in seven lines is not, for of wrapped English more than half break in a sentence.
    if len(reaches) < 2 or len(reaches) < len(lines) / 7:
        return Wrapping(None, margin)
    low, high = reaches[len(reaches) // 10], reaches[-1 - len(reaches) // 10]
    # Lines of one width, in a typeface whose letters differ, hold numbers of letters that differ by a fifth.
    even = low >= 0.65 * high and high >= 30
    return Wrapping(0.95 * low if even else None, margin)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with a stop, a colon or the like."""
    return text.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def ends_open(text: str) -> bool:
    """Whether ``text`` ends where no sentence can: with a comma, a hyphen or a word such as "of"."""
    if text.endswith((",", "–", "/", *_HYPHENS)):
        return len(text) > 1
    return text.rsplit(maxsplit=1)[-1].casefold() in _OPEN_WORDS


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """The lines as one, single spaces between; a word parted at a line's end is whole again.

    ``words`` are the words of the document, in lower case: they tell whether a hyphen belongs to the word.
    """
    parts: list[str] = []
    for line in lines:
        collapsed = " ".join(line.split())
        last = parts[-1] if parts else ""
        if last[-1:] in _HYPHENS and last[-2:-1].isalpha() and collapsed[:1].islower():
            parts[-1] = _before_hyphen(last, collapsed, words)
        elif parts and not (last[-1:] in "/—" and last[-2:-1].isalnum()):
            parts.append(" ")
        parts.append(collapsed)
    return "".join(parts).strip()


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a document in lower case, whole ones only: a part before or after a line's end does not count."""
    return frozenset(_words(lines))


def _words(lines: Sequence[Line]) -> Iterator[str]:
    parted = False
    for line in lines:
        found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*-?", line.text.casefold())
        yield from found[1 if parted else 0 : -1 if line.text.endswith("-") else None]
        parted = line.text.endswith("-")


def _before_hyphen(last: str, following: str, words: frozenset[str]) -> str:
    """``last`` with its hyphen where that belongs to the word, without it where it only parted it."""
    first = re.split(r"[\s(“‘\"']", last[:-1])[-1].casefold()
    second = re.split(r"[\s.,;:)!?”’\"']", following)[0].casefold()
    if first + second in words:
        return last[:-1]
    keeps = f"{first}-{second}" in words or first.rsplit("-")[-1] in _HYPHENATED or {first, second} <= words
    return last if keeps else last[:-1]


def _reach(last: Line, line: Line) -> int:
    """How long ``last`` would have been with the first word of ``line``."""
    return last.indent + len(last.text) + 1 + len(line.text.split(maxsplit=1)[0])


def _is_lower(text: str) -> bool:
    return text.lstrip("“‘\"'(").startswith(tuple("abcdefghijklmnopqrstuvwxyz"))


def _plainly_goes_on(last: Line, line: Line) -> bool:
    tabled = "\t" in last.text or "\t" in line.text
    return (
        line.blanks <= 1 and not tabled and not ends_sentence(last.text) and _is_lower(line.text) and not _is_item(line)
    )


def _is_doubled(line: Line, after: Line | None) -> bool:
    """Whether ``line`` goes on below a blank line, so that blank lines do not part paragraphs here."""
    return after is not None and line.blanks == after.blanks == 1 and _plainly_goes_on(line, after)


def _is_item(line: Line) -> bool:
    return bool(split_bullet(line.text).glyph or split_label(line.text).label)
