"""Which lines does a text have, on which pages, and which of them are only page marks and running heads?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from indexer.model.raw import RawBlock, Role

_TAB = 4  # columns; what Markdown counts
_PAGE_MARK = re.compile(
    r"page\s+(?P<a>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|(?P<b>\d{1,4})\s*(?:\||of\s+\d{1,4}$)(?:\s*p\s?a\s?g\s?e)?"
    r"|[-–—]\s*(?P<c>\d{1,4})\s*[-–—]",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_OUTER_LINES = 2  # a running head or foot has rarely more


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank; ``text`` has no white space at its ends."""

    number: int  # counted from 0, blank lines too
    text: str
    indent: int  # columns
    blanks: int  # blank lines before it
    page: int | None


def split(text: str) -> tuple[list[Line], list[tuple[int, RawBlock]]]:
    """The lines of ``text`` that carry its words, and apart from them its page marks with their line numbers.

    A running head or foot stands once, where it is met first.
    """
    lines = list(_lines(text))
    marks = _page_marks(lines)
    if lines and lines[-1].page is not None:
        marks |= _running(lines)
    elif pages := _counted(lines, marks):
        lines = [replace(line, page=page) for line, page in zip(lines, pages, strict=True)]
    body = [line for line in lines if line.number not in marks]
    first = {_shape(line): line for line in reversed(lines) if line.number in marks}
    furniture = [
        (line.number, RawBlock(text=" ".join(line.text.split()), page=line.page, role=marks[line.number]))
        for line in first.values()
    ]
    return body, sorted(furniture, key=lambda pair: pair[0])


def _lines(text: str) -> Iterator[Line]:
    pages = text.replace("\u00a0", " ").split("\f")
    number = blanks = 0
    for page, content in enumerate(pages, start=1):
        for raw in content.split("\n"):
            if stripped := raw.strip():
                margin = raw[: len(raw) - len(raw.lstrip())].expandtabs(_TAB)
                paged = page if len(pages) > 1 else None
                yield Line(number=number, text=stripped, indent=len(margin), blanks=blanks, page=paged)
                blanks = 0
            else:
                blanks += 1
            number += 1


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text.split()))


def _page_marks(lines: Sequence[Line]) -> dict[int, Role]:
    return {line.number: Role.FOOTER for line in lines if _PAGE_MARK.fullmatch(line.text)}


def _counted(lines: Sequence[Line], marks: dict[int, Role]) -> list[int] | None:
    """The page of each line as "Page 3 of 12" marks count them; nothing where they do not count up one by one."""
    found = [(line.number, _page_number(line.text)) for line in lines if line.number in marks]
    numbers = [page for _, page in found]
    if len(numbers) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    at_head = lines[0].number in marks
    pages, page = [], numbers[0]
    for line in lines:
        if line.number in marks and at_head:
            page = _page_number(line.text)
        pages.append(page)
        if line.number in marks and not at_head:
            page += 1
    return pages


def _page_number(text: str) -> int:
    match = re.search(r"\d+", text)
    return int(match[0]) if match else 0


def _running(lines: Sequence[Line]) -> dict[int, Role]:
    """The outermost lines of a page that are bare numbers, or come again on half of the pages (three at least)."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    found: dict[int, Role] = {}
    for role, outer in ((Role.HEADER, slice(0, _OUTER_LINES)), (Role.FOOTER, slice(-_OUTER_LINES, None))):
        shapes = Counter(shape for page in pages for shape in {_shape(line) for line in page[outer]})
        often = max(3, len(pages) / 2)
        for page in pages:
            inward = page[outer] if role is Role.HEADER else page[outer][::-1]
            for line in inward:
                numbered = len(pages) > 1 and bool(_BARE_NUMBER.fullmatch(line.text)) and shapes[_shape(line)] > 1
                if not numbered and shapes[_shape(line)] < often:
                    break
                found[line.number] = role
    return found
