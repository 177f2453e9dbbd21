"""Is this a table of data or only the layout of a page, and what are its rows?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import Tag

from indexer.model.raw import RawTable
from indexer.read.grid import even
from indexer.read.labels import split_label

_ITEM_HEADERS = ({"no", "item"}, {"item number", "item/resolution"}, {"item no", "item"}, {"minute no", "minute"})
_INNER_BLOCKS = "p, ul, ol, h1, h2, h3, h4, h5, h6, table"
_MANY_BLOCKS = 3  # in one cell: a cell of data has one paragraph, two where a note follows
_WIDEST = 60  # columns; a wider span is damage
_REFERENCE = re.compile(
    r"[*]?(?:[A-Z]{1,6}[/.]?)*\d{1,4}(?:[/.]\d{1,4}){0,2}[A-Za-z]?\.?|\(?[A-Za-z0-9]{1,3}[).]", re.ASCII
)
_FIGURE = re.compile(r"[£$€]?\s?-?[\d.,/]+\s?(?:%|[mk]|bn)?")


def rows_of(table: Tag) -> Iterator[list[Tag]]:
    """The cells of each row of ``table`` itself, not of those inside it."""
    for child in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        for row in [child] if child.name == "tr" else child.find_all("tr", recursive=False):
            yield row.find_all(["td", "th"], recursive=False)


def is_layout(table: Tag) -> bool:
    """Whether ``table`` only arranges paragraphs, as agendas of ModernGov and minutes of CMIS do."""
    if str(table.get("role") or "") in {"presentation", "none"} or table.find("table") is not None:
        return True
    rows = list(rows_of(table))
    heads = {re.sub(r"[.:]", "", cell.get_text(" ", strip=True)).casefold() for cell in rows[0]} if rows else set()
    if heads in _ITEM_HEADERS or len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    if _has_header(table, rows):
        return False
    return _is_label_and_value(rows) or any(_is_full(cell) for row in rows for cell in row)


def item_number(text: str) -> bool:
    """Whether the first cell of a row is the number of an item: "9.", "CH5", "65/08", "(a)"."""
    return bool(text) and (bool(_REFERENCE.fullmatch(text)) or split_label(text).label == text)


def data_table(table: Tag, cleaned: Callable[[str], str]) -> RawTable | None:
    """The table with merged cells repeated as empty strings; nothing where no cell has text."""
    cells = list(rows_of(table))
    rows = [row for row in _spread(cells, cleaned) if any(row)]
    if not rows:
        return None
    return RawTable(rows=even(rows), has_header=_has_header(table, cells) or _heads_figures(rows))


def _has_header(table: Tag, rows: list[list[Tag]]) -> bool:
    """Whether the page marks the first row as a header: by ``thead``, by ``th``, or by setting all of it bold."""
    if table.find("thead") is not None:
        return True
    first = next((row for row in rows if any(cell.get_text(strip=True) for cell in row)), [])
    return (
        len(rows) > 1
        and bool(first)
        and all(cell.name == "th" or _is_bold(cell) for cell in first if cell.get_text(strip=True))
    )


def _is_bold(cell: Tag) -> bool:
    words = cell.get_text(strip=True)
    return bool(words) and "".join(bold.get_text(strip=True) for bold in cell.find_all(["b", "strong"])) == words


def _heads_figures(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first row has words, and no figure, above a column of figures."""
    first, others = rows[0], rows[1:]
    if not others or any(map(_FIGURE.fullmatch, first)):
        return False
    columns = range(1, len(first))
    return any(first[at] and all(at < len(row) and _FIGURE.fullmatch(row[at]) for row in others) for at in columns)


def _is_full(cell: Tag) -> bool:
    blocks = [block for block in cell.select(_INNER_BLOCKS) if block.get_text(strip=True)]
    return len(blocks) >= _MANY_BLOCKS


def _is_label_and_value(rows: list[list[Tag]]) -> bool:
    texts = [[cell.get_text(" ", strip=True) for cell in row] for row in rows]
    return all(len(row) == 2 and row[0].endswith(":") for row in texts if any(row))


def _spread(rows: list[list[Tag]], cleaned: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    """The texts of the cells, each in its column: a cell over several columns or rows leaves empty ones there."""
    below: dict[int, int] = {}  # column: how many more rows a cell from above takes
    for row in rows:
        texts: list[str] = []
        cells = iter(row)
        while len(texts) < _WIDEST:
            if below.get(len(texts), 0):
                below[len(texts)] -= 1
                texts.append("")
                continue
            cell = next(cells, None)
            if cell is None:
                break
            width = _span(cell, "colspan", _WIDEST - len(texts))
            height = _span(cell, "rowspan", len(rows))
            for column in range(len(texts), len(texts) + width):
                below[column] = height - 1
            texts += [cleaned(cell.get_text(" ")), *[""] * (width - 1)]
        yield tuple(texts)


def _span(cell: Tag, name: str, most: int) -> int:
    text = str(cell.get(name) or "")
    return max(1, min(int(text), most)) if re.fullmatch(r"\d{1,4}", text) else 1
