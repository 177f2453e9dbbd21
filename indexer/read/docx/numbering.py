"""Which number does a reader see before an automatically numbered paragraph?

A paragraph names a list (``w:num``), the list an outline (``w:abstractNum``) of up to nine levels. As Word counts: all
lists of one outline go on from one another; a list may override where a level starts, and then counts anew from its
first paragraph at that level; a level that was passed over counts as used once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.read.docx.markup import Element, W, integer, switch, value, whole

BULLET = "•"

_LEVELS = 9
_LONGEST_LETTERS = 30 * 26  # Word goes back to "a" after thirty z's
_LARGEST_ROMAN = 3999
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of an outline; ``restart`` is the number of levels above whose next item restarts it."""

    start: int
    format: str
    text: str
    is_legal: bool
    restart: int | None
    style: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list: its outline, the levels as it shows them, and where it makes a level start anew."""

    id: str
    outline: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.findall(W + "abstractNum")
        outlines = {outline.get(W + "abstractNumId", ""): outline for outline in found}
        by_style = {value(outline, "styleLink"): outline for outline in found}
        self._lists: dict[str, List] = {}
        for number in () if root is None else root.findall(W + "num"):
            key = value(number, "abstractNumId") or ""
            if key in outlines:
                # An outline may borrow the levels of another; it still counts for itself.
                lender = by_style.get(value(outlines[key], "numStyleLink") or "", outlines[key])
                self._lists[number.get(W + "numId", "")] = _list(number, key, lender)

    def find(self, num_id: str | None) -> List | None:
        """The list of that id; "0" is the id that takes a paragraph out of its style's list."""
        return None if num_id is None else self._lists.get(num_id)


class Counters:
    """Counts the paragraphs of one story (the body, a header, a text box) as they come."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbering: List, level: int) -> str | None:
        """The label of the next paragraph of this list at this level (0 is the outermost), as printed."""
        definition = numbering.levels.get(level)
        if definition is None:
            return None
        counts = self._counts.setdefault(numbering.outline, [None] * _LEVELS)
        if level in numbering.starts and (numbering.id, level) not in self._begun:
            counts[level] = None
        self._begun.add((numbering.id, level))
        count = counts[level]
        counts[level] = _start(numbering, level) if count is None else count + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = _start(numbering, above)
        for deeper in range(level + 1, _LEVELS):
            below = numbering.levels.get(deeper)
            if below is None or below.restart is None or level < below.restart:
                counts[deeper] = None
        return _shown(numbering, level, counts)


def _list(number: Element, key: str, outline: Element) -> List:
    levels = _levels(outline)
    starts = {}
    for override in number.findall(W + "lvlOverride"):
        levels |= _levels(override)
        index, start = whole(override.get(W + "ilvl")), integer(override, "startOverride")
        if index is not None and start is not None and 0 <= index < _LEVELS:
            starts[index] = start
    return List(id=number.get(W + "numId", ""), outline=key, levels=levels, starts=starts)


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for level in parent.findall(W + "lvl"):
        index = whole(level.get(W + "ilvl"))
        if index is not None and 0 <= index < _LEVELS:
            start = integer(level, "start")
            found[index] = Level(
                start=0 if start is None else start,
                format=value(level, "numFmt") or "decimal",
                text=value(level, "lvlText") or "",
                is_legal=bool(switch(level, "isLgl")),
                restart=integer(level, "lvlRestart"),
                style=value(level, "pStyle"),
            )
    return found


def _start(numbering: List, level: int) -> int:
    found = numbering.levels.get(level)
    return numbering.starts.get(level, found.start if found else 1)


def _shown(numbering: List, level: int, counts: list[int | None]) -> str | None:
    definition = numbering.levels[level]
    if definition.format == "bullet":
        return BULLET

    def number(match: re.Match[str]) -> str:
        named = int(match[1]) - 1
        count, shown = counts[named], numbering.levels.get(named)
        form = "decimal" if shown is None or (definition.is_legal and named < level) else shown.format
        return formatted(_start(numbering, named) if count is None else count, form)

    return re.sub(r"%([1-9])", number, definition.text).strip() or None


def formatted(count: int, form: str) -> str:
    """A count in one of the format's number forms; forms that no council uses are shown as figures."""
    match form:
        case "lowerLetter" | "upperLetter" if 0 < count <= _LONGEST_LETTERS:
            times, letter = divmod(count - 1, 26)
            letters = chr(ord("a") + letter) * (times + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < count <= _LARGEST_ROMAN:
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case "ordinal":
            return f"{count}{_ordinal_ending(count)}"
        case "decimalZero":
            return f"{count:02}"
        case "none" | "bullet":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        times, count = divmod(count, worth)
        letters += letter * times
    return letters


def _ordinal_ending(count: int) -> str:
    if count % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
