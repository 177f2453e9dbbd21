"""What are the lines of a paper, each with its label apart from its words?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.model.raw import RawBlock, RawDocument, RawTable, Role, Style
from indexer.text.labels import BULLET, Label, is_section_number, kind_of, number_of, split_bullet, split_label

_PLAIN = Style()
# A word whose letters are spaced out, alone on its line: "A g e n d a".
_SPACED = re.compile(r"^[A-Z](?: [a-z]){3,}$|^[A-Z](?: [A-Z]){3,}$")
_RUN_ON = re.compile(r"(?P<name>[A-Z][^:.;?!]{2,80}):\s+(?P<text>[A-Z].*)")
# What follows a label such as "2.0 Subject:" is shorter.
_PARAGRAPH_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A heading, paragraph or list item before anybody has decided which; ``text`` is without its label."""

    text: str
    label: str | None = None
    page: int | None = None
    style: Style = _PLAIN

    @property
    def kind(self) -> Label | None:
        """What sort of label it bears."""
        return kind_of(self.label) if self.label else None

    @property
    def number(self) -> str | None:
        """Its number as it is cited, if it has one."""
        return number_of(self.label) if self.label and self.kind is Label.NUMBER else None

    @property
    def printed(self) -> str:
        """The label and the words; a bullet sign is not printed."""
        return f"{self.label} {self.text}".strip() if self.label and self.kind is not Label.BULLET else self.text


Element = Line | RawTable


def body(raw: RawDocument) -> tuple[Element, ...]:
    """The lines and tables of ``raw`` without running heads, footers and notes."""
    return tuple(_with_section_names(_without_repeats(_elements(raw.blocks, {Role.BODY}))))


def notes(raw: RawDocument) -> tuple[Line, ...]:
    """The footnotes and endnotes of ``raw``."""
    return tuple(line for line in _elements(raw.blocks, {Role.NOTE}) if isinstance(line, Line))


def running_heads(raw: RawDocument) -> tuple[str, ...]:
    """The running headers and footers of ``raw``."""
    return tuple(
        " ".join(block.text.split())
        for block in raw.blocks
        if isinstance(block, RawBlock) and block.role in {Role.HEADER, Role.FOOTER}
    )


def _elements(blocks: Sequence[RawBlock | RawTable], roles: set[Role]) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, RawTable):
            if Role.BODY in roles and any(cell.strip() for row in block.rows for cell in row):
                yield block
        elif block.role in roles and (line := _line(block)) is not None:
            yield line


def _without_repeats(elements: Iterable[Element]) -> Iterator[Element]:
    """An issue page prints the same text under "Decision:" and again under "Minutes:"; the second is left out."""
    decided: set[Element] | None = None
    marker: Element | None = None  # of the second, until something stands under it that is new
    repeating = False
    for element in elements:
        mark = element.text.casefold() if isinstance(element, Line) else ""
        if mark == "decision:":
            decided, repeating = set(), False
        elif mark == "minutes:" and decided is not None:
            marker, repeating = element, True
            continue
        elif decided is not None and not repeating:
            decided.add(element)
        elif decided is not None and element in decided:
            marker = None
            continue
        if marker is not None:
            yield marker
            marker = None
        yield element


def _with_section_names(elements: Iterable[Element]) -> Iterator[Element]:
    """A section's name that runs on into its first paragraph ("2.0 RECOMMENDED: That ...") is a line of its own."""
    for element in elements:
        if isinstance(element, Line) and element.number is not None and is_section_number(element.number):
            found = _RUN_ON.fullmatch(element.text)
            if found and (found["text"].startswith("That ") or len(found["text"].split()) >= _PARAGRAPH_WORDS):
                yield replace(element, text=found["name"])
                yield replace(element, text=found["text"], label=None)
                continue
        yield element


def _without_spacing(spaced: re.Match[str]) -> str:
    return spaced[0].replace(" ", "")


def _line(block: RawBlock) -> Line | None:
    """A bullet before a typed number ("- 3.1 ...") is decoration that a conversion left; the number counts."""
    label, text = block.label, _SPACED.sub(_without_spacing, " ".join(block.text.split()))
    if label is None or kind_of(label) is Label.BULLET:
        glyph, plain = split_bullet(text)
        typed, rest = split_label(plain)
        if rest and typed and ((label is None and not glyph) or kind_of(typed) is Label.NUMBER):
            label, text = typed, rest
        elif glyph and label is None and plain:
            label, text = BULLET, plain
    if label is not None and kind_of(label) is Label.BULLET:
        label = BULLET
    if not text and label in {None, BULLET}:
        return None
    return Line(text=text, label=label and label.strip(), page=block.page, style=block.style)
