"""Which cells does a table show, and is its first row a header?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.model.raw import RawBlock, RawTable
from indexer.read.docx.markup import Element, W, integer, switch, value
from indexer.read.docx.numbering import BULLET
from indexer.read.docx.text import is_placeholder

Blocks = tuple[RawBlock | RawTable, ...]

_MOST_COLUMNS = 63  # Word's own limit
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_PLAIN_FILLS = {None, "auto", "FFFFFF", "ffffff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    blocks: Blocks = ()
    span: int = 1
    is_shaded: bool = False

    @property
    def text(self) -> str:
        return " ".join(part for block in self.blocks for part in _parts(block) if part)

    @property
    def is_bold(self) -> bool:
        return all(isinstance(block, RawBlock) and block.style.bold for block in self.blocks)


@dataclass(frozen=True, kw_only=True)
class _Row:
    cells: tuple[_Cell, ...]
    is_header: bool

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for cell in self.cells for text in (cell.text, *[""] * (cell.span - 1)))


def read_table(table: Element, read_cell: Callable[[Element], Blocks], bold_headers: frozenset[str]) -> Blocks:
    """The table, or what stands in it where it has a single column and so only draws a box.

    ``read_cell`` gives the blocks of a ``w:tc``; ``bold_headers`` names the styles that print the first row in bold.
    """
    rows: list[_Row] = []
    for element in _within(table, "tr"):
        row = _row(element, read_cell, is_first=not rows)
        if row is not None:
            rows.append(row)
    if all(len(row.cells) <= 1 for row in rows):
        return tuple(block for row in rows for cell in row.cells for block in cell.blocks)
    rows = [row for row in rows if any(row.texts)]
    width = max((len(row.texts) for row in rows), default=0)
    padded = tuple((*row.texts, *[""] * (width - len(row.texts))) for row in rows)
    return (RawTable(rows=padded, has_header=_has_header(table, rows, bold_headers)),) if rows else ()


def _row(element: Element, read_cell: Callable[[Element], Blocks], *, is_first: bool) -> _Row | None:
    """The row as it is shown; None where it is a tracked deletion or hidden."""
    properties = element.find(W + "trPr")
    if properties is not None and (properties.find(W + "del") is not None or switch(properties, "hidden")):
        return None
    cells = [_Cell()] * _columns(properties, "gridBefore", least=0)
    for cell in _within(element, "tc"):
        about = cell.find(W + "tcPr")
        if about is not None and about.find(W + "cellDel") is not None:
            continue
        merged = None if about is None else about.find(W + "vMerge")
        goes_on = merged is not None and merged.get(W + "val") != "restart" and not is_first
        cells.append(
            _Cell(
                blocks=() if goes_on else read_cell(cell),
                span=_columns(about, "gridSpan", least=1),
                is_shaded=_is_shaded(about),
            )
        )
    return _Row(cells=tuple(cells), is_header=bool(switch(properties, "tblHeader")))


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those that stand in content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS and not is_placeholder(child):
            yield from _within(child, name)


def _columns(properties: Element | None, name: str, *, least: int) -> int:
    return min(max(integer(properties, name) or least, least), _MOST_COLUMNS)


def _is_shaded(properties: Element | None) -> bool:
    shade = None if properties is None else properties.find(W + "shd")
    return shade is not None and shade.get(W + "fill") not in _PLAIN_FILLS


def _has_header(table: Element, rows: list[_Row], bold_headers: frozenset[str]) -> bool:
    """Whether the first row is marked as a header, or is set apart from the second by bold type or shading."""
    first = rows[0]
    if first.is_header or len(rows) == 1:
        return first.is_header
    return _styled_header(table, bold_headers) or any(
        _all(first, quality) and not _all(rows[1], quality) for quality in ("is_bold", "is_shaded")
    )


def _all(row: _Row, quality: str) -> bool:
    filled = [cell for cell in row.cells if cell.text]
    return len(filled) > 1 and all(getattr(cell, quality) for cell in filled)


def _styled_header(table: Element, bold_headers: frozenset[str]) -> bool:
    """Whether the table's style prints a bold first row, and this table has that part of its style switched on."""
    properties = table.find(W + "tblPr")
    look = None if properties is None else properties.find(W + "tblLook")
    if look is None or value(properties, "tblStyle") not in bold_headers:
        return False
    bits = look.get(W + "val", "0")  # older files have the switches as bits of a hexadecimal number
    return look.get(W + "firstRow") in {"1", "true"} or _first_row_bit(bits)


def _first_row_bit(bits: str) -> bool:
    try:
        return bool(int(bits, 16) & 0x20)
    except ValueError:
        return False


def _parts(block: RawBlock | RawTable) -> Iterator[str]:
    if isinstance(block, RawTable):
        for row in block.rows:
            yield from row
        return
    if block.label and (block.text or block.label != BULLET):
        yield block.label
    yield block.text
