"""What are the lines of a paper, each with its label apart from its words?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.model.raw import RawBlock, RawDocument, RawTable, Role, Style
from indexer.structure.numbering import BULLET, Label, kind_of, number_of, split_label

_PLAIN = Style()


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
    return tuple(_without_repeats(_elements(raw.blocks, {Role.BODY})))


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
    repeating = False
    for element in elements:
        mark = element.text.casefold() if isinstance(element, Line) else ""
        if mark == "decision:":
            decided, repeating = set(), False
        elif mark == "minutes:":
            repeating = decided is not None
        elif decided is not None and not repeating:
            decided.add(element)
        elif decided is not None and element in decided:
            continue
        yield element


def _line(block: RawBlock) -> Line | None:
    """A bullet before a typed number ("- 3.1 ...") is decoration that a conversion left; the number counts."""
    label, text = block.label, " ".join(block.text.split())
    if label is None or kind_of(label) is Label.BULLET:
        typed, rest = split_label(text)
        if typed is not None and (label is None or kind_of(typed) is Label.NUMBER):
            label, text = typed, rest
    if label is not None and kind_of(label) is Label.BULLET:
        label = BULLET
    if not text and label in {None, BULLET}:
        return None
    return Line(text=text, label=label and label.strip(), page=block.page, style=block.style)
