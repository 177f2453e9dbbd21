"""What changed between two papers?

Paragraphs that are the same word for word are matched first, by their longest common stretches (``difflib``); between
those, paragraphs are paired so that as many words as possible are common, in order (dynamic programming); what is then
left over in both papers, the same word for word, was moved. Table rows, table heads and headings count as paragraphs.
Curly and straight quotation marks and all dashes are the same: file formats differ in them, not papers.

To compare the other way round gives the same changes, turned round: the pairing is always made in the order of the ids.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from indexer.model.document import Document, Paragraph, Passage
from indexer.model.versions import Change, ChangeKind, Comparison, Edit

# Two paragraphs of which half of the words are the same read as one that was changed; less, as two. Under the same
# number a third will do: the sample has a recommendation that was rewritten but for its subject.
ALIKE = 0.5
ALIKE_BY_NUMBER = 0.33
# Shorter ones ("Not applicable.", "Total | 4") are the same in many places, and were not moved from one to the other.
MOVED_WORDS = 6
# Paragraphs and rows: in a longer paper `difflib` begins no stretch with those that are found again and again ("-",
# "Nil"), or two tables of 1,600 rows, every second of them so and the others different, would take 25 s. Beside a
# stretch they join it all the same, and alone they are paired as any other.
LONG_PAPER = 300
# Of paragraphs between two stretches that are the same: more pairs than these would take over a second, and only two
# papers that have little in common come to so many.
MOST_PAIRS = 40_000
# Words: in a paragraph longer than any that people write, `difflib` leaves frequent words out of account, or two whole
# papers without paragraphs (20,000 words) would take 8 s.
LONG_TEXT = 3_000
# Common words and signs between two edits up to which they are read as one: "[was 12 of] [is 13 of]" and not in bits.
_JOINED = 2
# A pack is cut to the stretch of the part in it, and this share of the part's length on both sides: what was put in.
_SLACK = 0.2

_WORD = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})


class _Unit(NamedTuple):
    """A passage, table head or heading, and what of it is compared."""

    passage: Passage
    sort: str  # only like is paired with like
    key: str

    @property
    def length(self) -> int:
        return len(self.key.split())


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Which units of two papers belong together; ``end`` and ``start`` bound those of each that are compared."""

    pairs: list[tuple[int, int]]  # rising in both
    moved: list[tuple[int, int]]
    first: range
    second: range

    def turned(self) -> _Pairing:
        return _Pairing([(j, i) for i, j in self.pairs], [(j, i) for i, j in self.moved], self.second, self.first)


def compare(old: Document, new: Document, *, partly: bool = False) -> Comparison:
    """What changed from ``old`` to ``new``; ``partly``: one is printed in the other, of which only this is compared."""
    turned = new.id < old.id
    units = list(_units(old)), list(_units(new))
    pairing = _pairing(units[1], units[0], partly).turned() if turned else _pairing(*units, partly)
    changes = _changes(*units, pairing, turned=turned)
    return Comparison(old=old, new=new, changes=tuple(changes), partly=partly)


def _units(document: Document) -> Iterator[_Unit]:
    for section in document.walk():
        if section.heading:
            heading = Passage(
                anchor=section.anchor, text=section.heading, heading=section.heading, number=section.number
            )
            yield _unit(heading, "heading")
        rows = iter(section.passages())
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield _unit(next(rows), "paragraph")
                continue
            for text, sort in ((block.caption or "", "caption"), (" | ".join(block.header), "head")):
                if text.strip(" |"):
                    yield _unit(Passage(anchor=block.anchor, text=text, heading=section.heading, page=block.page), sort)
            for _ in block.rows:
                yield _unit(next(rows), "row")


def _unit(passage: Passage, sort: str) -> _Unit:
    return _Unit(passage, sort, " ".join(passage.text.translate(_FOLDED).split()))


def _pairing(first: Sequence[_Unit], second: Sequence[_Unit], partly: bool) -> _Pairing:  # noqa: FBT001
    matcher = _matcher([unit.key for unit in first], [unit.key for unit in second], LONG_PAPER)
    stretches = range(len(first)), range(len(second))
    if partly:
        stretches = _stretches(matcher, *stretches)
        ours, theirs = (
            [units[place].key for place in stretch] for units, stretch in zip((first, second), stretches, strict=True)
        )
        matcher = _matcher(ours, theirs, LONG_PAPER)
    from_first, from_second = stretches[0].start, stretches[1].start
    pairs: list[tuple[int, int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left = range(from_first + i1, from_first + i2)
        right = range(from_second + j1, from_second + j2)
        pairs += zip(left, right, strict=True) if tag == "equal" else _paired(first, second, left, right)
    if partly and pairs:
        stretches = _trimmed(pairs, *stretches)
    paired = {i for i, _ in pairs}, {j for _, j in pairs}
    left_over = [place for place in stretches[0] if place not in paired[0]]
    moved = _moved(first, second, left_over, [place for place in stretches[1] if place not in paired[1]])
    return _Pairing(pairs, moved, *stretches)


def _matcher(ours: Sequence[str], theirs: Sequence[str], long: int) -> SequenceMatcher[str]:
    """What finds the common stretches; of more than ``long`` it leaves the frequent ones out of account."""
    return SequenceMatcher(None, ours, theirs, autojunk=max(len(ours), len(theirs)) > long)


def _stretches(matcher: SequenceMatcher[str], first: range, second: range) -> tuple[range, range]:
    """Of the longer paper, where the shorter is: as long on both sides of what they share as the shorter goes on."""
    found = matcher.find_longest_match()
    if len(first) > len(second):
        return _stretch(first, second, found.a - found.b), second
    return first, _stretch(second, first, found.b - found.a)


def _stretch(long: range, short: range, start: int) -> range:
    slack = 1 + int(_SLACK * len(short))
    return range(max(0, start - slack), min(len(long), start + len(short) + slack))


def _trimmed(pairs: Sequence[tuple[int, int]], first: range, second: range) -> tuple[range, range]:
    """The stretches without what the longer has before the first pair and after the last."""
    (i1, j1), (i2, j2) = pairs[0], pairs[-1]
    if len(first) > len(second):
        return range(i1, i2 + 1), second
    return first, range(j1, j2 + 1)


def _paired(first: Sequence[_Unit], second: Sequence[_Unit], left: range, right: range) -> Iterator[tuple[int, int]]:
    """The pairs of two stretches with most in common, in order."""
    if len(left) * len(right) > MOST_PAIRS:
        return
    words = [Counter(second[j].key.lower().split()) for j in right]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    alike: dict[tuple[int, int], float] = {}
    for x in reversed(range(len(left))):
        mine = Counter(first[left[x]].key.lower().split())
        for y in reversed(range(len(right))):
            worth = _alike(mine, words[y])
            if worth >= _least(first[left[x]], second[right[y]]):
                alike[x, y] = worth
            both = best[x + 1][y + 1] + alike.get((x, y), 0.0)
            best[x][y] = max(best[x + 1][y], best[x][y + 1], both)
    x = y = 0
    while x < len(left) and y < len(right):
        if (x, y) in alike and best[x][y] == best[x + 1][y + 1] + alike[x, y]:
            yield left[x], right[y]
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of both that are common to both (L. R. Dice, 1945): 0 to 1."""
    total = one.total() + other.total()
    return 2 * sum(min(count, other[word]) for word, count in one.items() if word in other) / total if total else 0.0


def _least(one: _Unit, other: _Unit) -> float:
    """How alike two units must be to be read as one that was changed."""
    if one.sort != other.sort:
        return math.inf
    return ALIKE_BY_NUMBER if one.passage.number and one.passage.number == other.passage.number else ALIKE


def _moved(
    first: Sequence[_Unit], second: Sequence[_Unit], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    gone: defaultdict[str, deque[int]] = defaultdict(deque)
    for place in left:
        gone[first[place].key].append(place)
    found = []
    for place in right:
        unit = second[place]
        if unit.length >= MOVED_WORDS and gone[unit.key]:
            found.append((gone[unit.key].popleft(), place))
    return found


def _changes(old: Sequence[_Unit], new: Sequence[_Unit], pairing: _Pairing, *, turned: bool) -> Iterator[Change]:
    """The changes in the order of ``new``; what was removed stands before what was added in its place."""
    sources = {j: i for i, j in pairing.moved}
    moved = {i for i, _ in pairing.moved}
    at_old, at_new = pairing.first.start, pairing.second.start
    for i, j in (*pairing.pairs, (pairing.first.stop, pairing.second.stop)):
        for place in range(at_old, i):
            if place not in moved:
                yield Change(kind=ChangeKind.REMOVED, old=old[place].passage)
        for place in range(at_new, j):
            if place in sources:
                yield Change(kind=ChangeKind.MOVED, old=old[sources[place]].passage, new=new[place].passage)
            else:
                yield Change(kind=ChangeKind.ADDED, new=new[place].passage)
        if j < pairing.second.stop:
            yield _change(old[i], new[j], turned=turned)
        at_old, at_new = i + 1, j + 1


def _change(old: _Unit, new: _Unit, *, turned: bool) -> Change:
    if old.key != new.key:
        edits = (
            _turned(_edits(new.passage.text, old.passage.text))
            if turned
            else _edits(old.passage.text, new.passage.text)
        )
        return Change(kind=ChangeKind.CHANGED, old=old.passage, new=new.passage, edits=tuple(edits))
    kind = ChangeKind.SAME if old.passage.number == new.passage.number else ChangeKind.RENUMBERED
    return Change(kind=kind, old=old.passage, new=new.passage)


def _turned(edits: Iterator[Edit]) -> Iterator[Edit]:
    for edit in edits:
        yield Edit(old_start=edit.new_start, old_end=edit.new_end, new_start=edit.old_start, new_end=edit.old_end)


def _edits(first: str, second: str) -> Iterator[Edit]:
    """Where words differ, in characters; an empty side is where the words of the other were put in or taken out."""
    ours, theirs = list(_WORD.finditer(first)), list(_WORD.finditer(second))
    folded = [word[0].translate(_FOLDED) for word in ours], [word[0].translate(_FOLDED) for word in theirs]
    joined: list[list[int]] = []
    for tag, i1, i2, j1, j2 in _matcher(*folded, LONG_TEXT).get_opcodes():
        if tag == "equal":
            continue
        if joined and i1 - joined[-1][1] <= _JOINED:
            joined[-1][1], joined[-1][3] = i2, j2
        else:
            joined.append([i1, i2, j1, j2])
    for i1, i2, j1, j2 in joined:
        old_start, old_end = _characters(ours, i1, i2, first)
        new_start, new_end = _characters(theirs, j1, j2, second)
        yield Edit(old_start=old_start, old_end=old_end, new_start=new_start, new_end=new_end)


def _characters(words: Sequence[re.Match[str]], first: int, end: int, text: str) -> tuple[int, int]:
    start = words[first].start() if first < len(words) else len(text)
    return start, words[end - 1].end() if end > first else start
