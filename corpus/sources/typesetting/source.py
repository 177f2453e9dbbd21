"""What blocks, and what appearance, does a source text ask for?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from typesetting.blocks import (
    Block,
    Bullet,
    Heading,
    LabelLine,
    Lettered,
    LetterKind,
    Numbered,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    Title,
)
from typesetting.inline import MarkupError, parse_inline


class SourceError(Exception):
    """A source text cannot be typeset; the message is one sentence that begins with file and line."""


@dataclass(frozen=True)
class Paper:
    """One source text, read: `lines` holds the line on which each block begins."""

    path: Path
    settings: dict[str, str]
    blocks: tuple[Block, ...]
    lines: tuple[int, ...]

    @property
    def output(self) -> str:
        return self.settings["output"]

    @property
    def day(self) -> date:
        return date.fromisoformat(self.settings.get("date", "2016-01-01"))

    def is_on(self, key: str) -> bool:
        return self.settings.get(key, "no") == "yes"

    def fail(self, block_number: int, reason: str) -> SourceError:
        return SourceError(f"{self.path.name}, line {self.lines[block_number]}: {reason}.")


_CHOICES = {
    "output": {"pdf", "docx"},
    "style": {"serif", "sans", "classic", "modern", "council"},
    "columns": {"1", "2"},
    "align": {"justify", "left"},
    "hyphenate": {"yes", "no"},
    "landscape": {"yes", "no"},
    "headings": {"styles", "plain"},
    "numbering": {"auto", "typed"},
}
_FREE_KEYS = {"title", "author", "date", "header", "footer", "revisions"}

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*\.?"
_HEADING = re.compile(rf"(#{{1,2}})\s+(?:({_NUMBER})\s+)?(.+)", re.DOTALL)
_TITLE = re.compile(r"#(!{1,2})\s+(.+)", re.DOTALL)
_NUMBERED = re.compile(r"(?=\d{1,3}\.)(\d{1,3}(?:\.\d{1,3})*\.?)\s+(.+)", re.DOTALL)
_LETTERED = re.compile(r"\(([a-z]|[ivx]{1,5}|\d{1,2})\)\s+(.+)", re.DOTALL)
_BULLET = re.compile(r"(-{1,2})\s+(.+)", re.DOTALL)
_LABEL = re.compile(r"([^|:#>\\][^:|]{0,90}?):: ?(.*)", re.DOTALL)
_ALIGNED = re.compile(r">(centre|right)>\s*(.+)", re.DOTALL)
_WIDTHS = re.compile(r"\|widths((?:\s+[\d.]+)+)\s*\|")
_CELL_END = re.compile(r"((?:\\.|\[\[.*?\]\]|[^|\\])*)\|", re.DOTALL)


@dataclass
class _Open:
    """The block being gathered from the lines of the file."""

    line: int
    lines: list[str] = field(default_factory=list)


def read_paper(path: Path) -> Paper:
    """The paper in `path`; raises SourceError with file and line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if "---" not in lines:
        raise SourceError(f"{path.name}, line 1: no line “---” ends the header.")
    body_start = lines.index("---") + 1
    settings = _read_settings(path, lines[: body_start - 1])
    blocks: list[Block] = []
    places: list[int] = []
    for gathered in _gather(lines, body_start):
        try:
            blocks.append(_read_block(gathered.lines, blocks))
        except MarkupError as problem:
            raise SourceError(f"{path.name}, line {gathered.line}: {problem}.") from problem
        places.append(gathered.line)
    if not blocks:
        raise SourceError(f"{path.name}, line {body_start}: the body is empty.")
    return Paper(path, settings, tuple(blocks), tuple(places))


def _read_settings(path: Path, lines: list[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("//"):
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or (key not in _CHOICES and key not in _FREE_KEYS):
            raise SourceError(f"{path.name}, line {number}: “{key}” is no key of the header.")
        if key in _CHOICES and value not in _CHOICES[key]:
            allowed = ", ".join(sorted(_CHOICES[key]))
            raise SourceError(f"{path.name}, line {number}: “{key}” may be {allowed}, not “{value}”.")
        settings[key] = value
    if "output" not in settings:
        raise SourceError(f"{path.name}, line 1: the header has no “output”.")
    try:
        date.fromisoformat(settings.get("date", "2016-01-01"))
    except ValueError as problem:
        raise SourceError(f"{path.name}, line 1: “date” is not of the form 2024-12-31.") from problem
    return settings


def _gather(lines: list[str], start: int) -> Iterator[_Open]:
    """The lines of each block together: a blank line or a line that begins with a mark starts a new block."""
    current, last_number = _Open(start + 1), ""
    for number, raw in enumerate(lines[start:], start=start + 1):
        line = raw.strip()
        if line.startswith("//"):
            continue
        if current.lines and (not line or _starts_block(line, current.lines[0], last_number)):
            yield current
            current = _Open(number)
        if line:
            if not current.lines:
                current.line = number
                last_number = _typed_number(line) or last_number
            current.lines.append(line)
    if current.lines:
        yield current


def _typed_number(line: str) -> str:
    """The number at the start of a heading or numbered paragraph, without its last full stop."""
    match = _NUMBERED.match(line) or _NUMBERED.match(line.lstrip("# "))
    return match[1].rstrip(".") if match else ""


def _starts_block(line: str, first: str, last_number: str) -> bool:
    """Whether `line` ends the block that began with `first` though no blank line stands between them."""
    if first.startswith("|"):
        return not line.startswith("|")
    if line.startswith(("#", "|", "===", "--- ", ">centre>", ">right>")) or first.startswith(("#", "===", "--- ")):
        return True
    if _BULLET.match(line) or _LETTERED.match(line) or _LABEL.fullmatch(line):
        return True
    return bool(last_number) and _comes_next(_typed_number(line), last_number)


def _comes_next(number: str, last: str) -> bool:
    """Whether `number` may follow `last`: 3.2 and 4 follow 3.1, and so does 3.1.1."""
    new, old = number.split("."), last.split(".")
    if len(new) > len(old):
        return new == [*old, "1"]
    upper = len(new) - 1
    return bool(number) and new[:upper] == old[:upper] and int(new[upper]) == int(old[upper]) + 1


def _read_block(lines: list[str], before: list[Block]) -> Block:
    if lines[0].startswith("|"):
        return _read_table(lines)
    text = " ".join(lines)
    if text.startswith("=== page ==="):
        return PageBreak()
    if text.startswith("--- rule ---"):
        return Rule()
    if match := _TITLE.fullmatch(text):
        return Title(len(match[1]), parse_inline(match[2]))
    if match := _HEADING.fullmatch(text):
        return Heading(len(match[1]), match[2] or "", parse_inline(match[3]))
    return _read_text(text, before)


def _read_text(text: str, before: list[Block]) -> Block:
    if match := _NUMBERED.fullmatch(text):
        return Numbered(match[1], parse_inline(match[2]))
    if match := _LETTERED.fullmatch(text):
        return Lettered(f"({match[1]})", _letter_kind(match[1], before), parse_inline(match[2]))
    if match := _BULLET.fullmatch(text):
        return Bullet(len(match[1]), parse_inline(match[2]))
    if match := _ALIGNED.fullmatch(text):
        return Paragraph(parse_inline(match[2]), "centre" if match[1] == "centre" else "right")
    if match := _LABEL.fullmatch(text):
        return LabelLine(match[1].strip(), parse_inline(match[2].strip()))
    if text.startswith(("#", ">", "===")):
        raise MarkupError(f"“{text[:30]}” begins with a mark that means nothing")
    return Paragraph(parse_inline(text))


def _letter_kind(letters: str, before: list[Block]) -> LetterKind:
    """(i) is roman unless it comes after (h); (v) and (x) are roman in a run of romans."""
    if letters.isdigit():
        return "decimal"
    if not set(letters) <= set("ivx"):
        return "letter"
    last = next((block for block in reversed(before) if isinstance(block, Lettered)), None)
    if len(letters) > 1 or last is None:
        return "roman"
    after_neighbour = last.kind == "letter" and ord(last.label[1]) + 1 == ord(letters)
    return "letter" if after_neighbour else "roman"


def _read_table(lines: list[str]) -> Table:
    widths: tuple[float, ...] = ()
    if match := _WIDTHS.fullmatch(lines[0]):
        widths, lines = tuple(float(width) for width in match[1].split()), lines[1:]
    rows: list[list[list[str]]] = []
    for line in lines:
        if line.startswith("||"):
            _continue_row(rows, _split_cells(line.removeprefix("||")))
        else:
            rows.append([[cell] for cell in _split_cells(line.removeprefix("|"))])
    _check_table(rows, widths)
    return Table(tuple(tuple(tuple(parse_inline(line) for line in cell) for cell in row) for row in rows), widths)


def _continue_row(rows: list[list[list[str]]], cells: list[str]) -> None:
    if not rows or len(cells) > len(rows[-1]):
        raise MarkupError("a continuation row “||” has no row above it with as many cells")
    for cell, more in zip(rows[-1], cells, strict=False):
        cell.extend([more] if more else [])


def _split_cells(line: str) -> list[str]:
    cells = [match[1].strip() for match in _CELL_END.finditer(line)]
    if not line.endswith("|") or not cells:
        raise MarkupError("a table row does not end with “|”")
    return cells


def _check_table(rows: list[list[list[str]]], widths: tuple[float, ...]) -> None:
    if not rows:
        raise MarkupError("a table has no rows")
    columns = len(rows[0])
    for row in rows:
        if len(row) not in {1, columns}:
            raise MarkupError(f"the table row “{row[0][0][:30]}” has {len(row)} cells where the header has {columns}")
    if widths and len(widths) != columns:
        raise MarkupError(f"a table of {columns} columns has {len(widths)} widths")
