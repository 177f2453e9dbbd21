"""Which lines are running heads, running feet and page numbers?

A line that stands at the same place near the edge of most pages is one, digits ignored; so is a page number by itself.
Each is kept once, and once more for every other number in it that does not count the pages ("ITEM 5", "ITEM 6").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from indexer.model.raw import RawBlock, Role, Style
from indexer.read.pdf.geometry import Page, Word, join_words, median, word_rows

# How far from the edge a running head may begin, as a part of the page's height: room for four lines on A4.
ZONE = 0.16
# The page number stands nearer to the edge than running text ever does.
NUMBER_ZONE = 0.09
# On how many of the pages a line must stand, of all or of the odd or even ones.
MOST_PAGES = 0.6
# Two pages of a short paper are soon alike by chance.
FEWEST_OF_A_SIDE = 3
# Word processors put a running head on every page to the point; scans of print vary by a few.
SAME_PLACE = 4.0  # points

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?(?:\s*page)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


_Key = tuple[Role, str, int]  # where, what with digits as "#", how far from the edge


class Furniture(NamedTuple):
    """The running lines, each once, and the pages without them."""

    blocks: tuple[RawBlock, ...]
    pages: tuple[Page, ...]


class _Row(NamedTuple):
    page: int
    role: Role
    text: str
    place: int  # distance from the edge, in steps of SAME_PLACE
    number: bool
    words: tuple[Word, ...]

    @property
    def key(self) -> _Key:
        return self.role, _DIGITS.sub("#", self.text).casefold(), self.place


def take_furniture(pages: Sequence[Page]) -> Furniture:
    """Parts ``pages`` into what runs through them and what they say."""
    rows = [row for page in pages for row in _edge_rows(page)]
    repeated = _repeated(rows, [page.number for page in pages])
    running = [row for row in rows if row.number or row.key in repeated]
    taken: dict[int, set[Word]] = {}
    groups: dict[_Key, list[_Row]] = {}
    for row in running:
        taken.setdefault(row.page, set()).update(row.words)
        groups.setdefault(row.key, []).append(row)
    blocks: dict[tuple[Role, str], RawBlock] = {}
    for group in groups.values():
        kept = _kept_numbers(group)
        for row in group:
            blocks.setdefault((row.role, _said(row, kept)), _block(row))
    left = tuple(_without(page, taken.get(page.number, set())) for page in pages)
    return Furniture(tuple(blocks.values()), left)


def _edge_rows(page: Page) -> Iterator[_Row]:
    for words in word_rows(page.words):
        baseline = words[0].baseline
        top, bottom = baseline, page.height - baseline
        if min(top, bottom) > ZONE * page.height:
            continue
        role, distance = (Role.HEADER, top) if top < bottom else (Role.FOOTER, bottom)
        text = join_words(words)
        number = distance <= NUMBER_ZONE * page.height and bool(_PAGE_NUMBER.fullmatch(text))
        yield _Row(page.number, role, text, round(distance / SAME_PLACE), number, tuple(words))


def _kept_numbers(group: Sequence[_Row]) -> list[bool]:
    """For each number of the line whether it says something; one that goes up with the pages only counts them."""
    numbers = [tuple(int(digits[:9]) for digits in _DIGITS.findall(row.text)) for row in group]
    steps = [[number - row.page for number in found] for row, found in zip(group, numbers, strict=True)]
    return [len(set(column)) > 1 for column in zip(*steps, strict=True)]


def _said(row: _Row, kept: Sequence[bool]) -> str:
    """The text of a row without the numbers that only count pages."""
    keep = iter(kept)
    return _DIGITS.sub(lambda match: match[0] if next(keep) else "#", row.text)


def _repeated(rows: Sequence[_Row], numbers: Sequence[int]) -> set[_Key]:
    """The lines that stand on most pages, or on most odd or most even ones."""
    found: set[_Key] = set()
    for parities, fewest in (((0, 1), 2), ((0,), FEWEST_OF_A_SIDE), ((1,), FEWEST_OF_A_SIDE)):
        pages = {number for number in numbers if number % 2 in parities}
        counts = Counter(key for _, key in {(row.page, row.key) for row in rows if row.page in pages})
        found.update(key for key, count in counts.items() if count >= max(fewest, MOST_PAGES * len(pages)))
    return found


def _block(row: _Row) -> RawBlock:
    style = Style(size=median((word.size for word in row.words), 0.0), bold=all(word.bold for word in row.words))
    return RawBlock(text=row.text, page=row.page, style=style, role=row.role)


def _without(page: Page, taken: set[Word]) -> Page:
    if not taken:
        return page
    return replace(page, words=tuple(word for word in page.words if word not in taken))
