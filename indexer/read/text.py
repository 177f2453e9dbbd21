"""What does a plain text say, wrapped or not, with Markdown or without, as converting a PDF or a DOCX leaves it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, RawTable, Style
from indexer.read import lines as pages
from indexer.read import markdown
from indexer.read.decode import decode
from indexer.read.grid import table_at
from indexer.read.labels import BULLET, split_bullet, split_label
from indexer.read.lines import Line
from indexer.read.result import ReadResult
from indexer.read.unwrap import Wrapping, ends_sentence, joined, vocabulary, wrapping

_RULE = re.compile(r"([-=_*~•])(?:\s?\1){2,}")
_UNDERLINE_LEVELS = {"=": 1, "-": 2}
_QUOTED = re.compile(r"\A(?:>\s*)+")
_FRONT_MATTER = re.compile(r"[A-Z][\w’'()/& -]{1,40}:\s")
# Glyphs that word processors use for the second and third level of a list.
_INNER_GLYPHS = frozenset("o○◦–▪■§\uf0a7")
_FAR = 3  # blank lines that no paragraph spans


def read(data: bytes, where: str) -> ReadResult:
    """The blocks of a plain text or Markdown file. Raises UnreadableError where it has no words."""
    properties, text = markdown.front_matter(decode(data))
    blocks = tuple(blocks_of(text))
    if not blocks:
        raise UnreadableError("holds no text", f"Look whether {where} was saved whole, or take it out of the folder.")
    return ReadResult(blocks=blocks, properties=properties)


def blocks_of(text: str) -> list[RawBlock | RawTable]:
    """The headings, paragraphs, list items and tables of ``text`` in reading order, running heads where first met."""
    lines, furniture = pages.split(text)
    body, levels = _tidy(lines)
    numbered = [*_Reader(body, levels, wrapping(body), vocabulary(body)).blocks(), *furniture]
    return [block for _, block in sorted(numbered, key=lambda pair: pair[0])]


def _tidy(lines: Sequence[Line]) -> tuple[list[Line], dict[int, int]]:
    """The lines without rules and lost stops, lone labels put before the next line; the levels of underlined ones."""
    tidied: list[Line] = []
    levels: dict[int, int] = {}
    apart = 0
    for line in lines:
        last = tidied[-1] if tidied else None
        if rule := _RULE.fullmatch(line.text):
            if (
                last
                and not (line.blanks or last.number in levels)
                and rule[1] in _UNDERLINE_LEVELS
                and last.text[0] != "|"
            ):
                levels[last.number] = _UNDERLINE_LEVELS[rule[1]]
            apart = _FAR
        elif last and len(line.text) == 1 and line.text in ".,;:)":
            tidied[-1] = last if ends_sentence(last.text) else replace(last, text=last.text + line.text)
            apart = 1
        elif last and not apart and line.blanks <= 1 and _is_label(last.text) and not _is_labelled(line.text):
            tidied[-1] = replace(last, text=f"{last.text} {line.text}")
        else:
            tidied.append(replace(line, blanks=line.blanks + apart))
            apart = 0
    return tidied, levels


def _is_label(text: str) -> bool:
    return bool(split_bullet(f"{text} ").glyph and len(text) == 1) or (split_label(text).label == text)


def _is_labelled(text: str) -> bool:
    return bool(split_bullet(text).glyph or split_label(text).label)


@dataclass(slots=True)
class _Reader:
    """Goes down the lines of a text once."""

    lines: Sequence[Line]
    levels: dict[int, int]  # heading levels of the lines that are underlined, by line number
    wrapping: Wrapping
    words: frozenset[str]
    lists: list[tuple[int, str]] = field(default_factory=list)  # indent and glyph of the lists that are open
    listing: bool = False  # whether a line set in is an item that lost its glyph: after "... includes:"

    def blocks(self) -> Iterator[tuple[int, RawBlock | RawTable]]:
        """Each block with the number of its first line."""
        at = 0
        while at < len(self.lines):
            start = at
            if found := table_at(self.lines, start):
                table, at = found
                self.lists.clear()
                self.listing = False
                yield self.lines[start].number, table
            else:
                at = self._end(start)
                yield self.lines[start].number, self._block(self.lines[start:at])

    def _end(self, start: int) -> int:
        """The index of the first line after the block that begins at ``start``."""
        first, end = self.lines[start], start + 1
        if first.number in self.levels or markdown.heading(first.text):
            return end
        while end < len(self.lines):
            line = self.lines[end]
            after = self.lines[end + 1] if end + 1 < len(self.lines) else None
            if self._breaks_off(first, self.lines[end - 1], line):
                break
            if not self.wrapping.goes_on(first, self.lines[end - 1], line, after):
                break
            end += 1
        return end

    def _breaks_off(self, first: Line, last: Line, line: Line) -> bool:
        """Whether ``line`` is of another make than the next line of a paragraph."""
        return (
            line.number in self.levels
            or "\t" in line.text
            or line.text.startswith(("#", "|"))
            or markdown.is_strong(last.text) != markdown.is_strong(line.text)
            or last.text.isupper() != line.text.isupper()
            or bool(_FRONT_MATTER.match(first.text) and _FRONT_MATTER.match(line.text))
            or (self.listing and self._is_set_in(line) and line.text[0].isupper() and ends_sentence(last.text))
        )

    def _is_set_in(self, line: Line) -> bool:
        return line.indent > self.wrapping.margin

    def _block(self, lines: Sequence[Line]) -> RawBlock:
        first = lines[0]
        marked = markdown.heading(first.text)
        level = marked[0] if marked else self.levels.get(first.number)
        glyph, opening = split_bullet(marked[1] if marked else _QUOTED.sub("", first.text, count=1))
        text = joined([opening, *(line.text for line in lines[1:])], self.words)
        bold = markdown.is_strong(text) or markdown.is_strong(split_label(text).text)
        label, text = split_label(markdown.plain(text))
        if not text:
            label, text, glyph = "", markdown.plain(first.text), ""
        if not (glyph or label) and self.listing and self._is_set_in(first):
            glyph = BULLET
        list_level = None if level else self._list_level(first.indent, glyph, label)
        self.listing = text.endswith(":") or (self.listing and self._is_set_in(first))
        return RawBlock(
            text=text,
            page=first.page,
            label=label or (BULLET if glyph else None),
            style=Style(bold=bold, heading_level=level, list_level=list_level),
        )

    def _list_level(self, indent: int, glyph: str, label: str) -> int | None:
        """How deep an item stands; numbers count paragraphs and headings, and end every list."""
        if not (glyph or label) or label[:1].isdigit():
            self.lists.clear()
            return None
        kind = "letter" if label else glyph
        while self.lists and not self._is_deeper(indent, kind) and self.lists[-1] != (indent, kind):
            top_indent, top_kind = self.lists.pop()
            if top_kind == kind and abs(top_indent - indent) < 2:
                break
        if (indent, kind) not in self.lists[-1:]:
            self.lists.append((indent, kind))
        return len(self.lists) - 1

    def _is_deeper(self, indent: int, kind: str) -> bool:
        """Whether an item begins a list inside the innermost open one; one column more is a slip of a conversion."""
        top_indent, top_kind = self.lists[-1]
        inner = kind in _INNER_GLYPHS and kind not in {open_kind for _, open_kind in self.lists}
        return indent >= top_indent + 2 or (inner and indent >= top_indent and top_kind != kind)
