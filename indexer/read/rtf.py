r"""What does an RTF file say?

striprtf turns RTF into plain text. What it cannot tell is settled before it sees the file: binary data is cut out;
hidden and deleted text is dropped; headers, footers and notes, which it leaves out, become stories of their own; the
number printed before a list item (``\listtext``), cells, line breaks and bold paragraphs get signs that come through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from striprtf.striprtf import destinations, rtf_to_text

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, RawTable, Role, Style
from indexer.read.decode import clean
from indexer.read.result import ReadResult

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-f]{2}|\\.|(?P<brace>[{}])|(?P<text>[^\\{}]+)|\\",
    re.DOTALL | re.IGNORECASE,
)
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_PROPERTY = re.compile(r"\{\\(title|author) ?([^{}]*)\}")
# ASCII's information separators: no text has them, and striprtf lets them through.
_BOLD, _LABEL_END, _LINE, _CELL = "\x1c", "\x1d", "\x1e", "\x1f"
_APART = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Role.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Role.FOOTER),
    "footnote": Role.NOTE,
}
_SWITCHES = {"v": "is_hidden", "deleted": "is_hidden", "b": "is_bold"}
_CHANGES: dict[str, dict[str, Any]] = {
    **{word: {"is_ignored": True} for word in destinations},
    **{word: {"role": role} for word, role in _APART.items()},
    **{word: {"is_label": True} for word in ("listtext", "pntext")},
    "plain": {"is_hidden": False, "is_bold": False},
    "intbl": {"in_table": True},
    "pard": {"in_table": False},
}
_INSTEAD = {
    **dict.fromkeys(_APART, "{"),
    **dict.fromkeys(("listtext", "pntext"), "\\listtext "),
    **dict.fromkeys(("cell", "nestcell"), _CELL),
    "line": _LINE,
    "field": "\\field ",  # the space keeps striprtf from printing where a link leads
}
_ENDS = {"par", "sect", "page", "row"}
_ORDER = (Role.HEADER, Role.BODY, Role.FOOTER, Role.NOTE)
_BULLET = "•"
_BULLETS = frozenset("•·●▪§o-–—*")  # what list bullets become when their symbol font is forgotten


def read(data: bytes, where: str) -> ReadResult:  # noqa: ARG001 - the signature of every reader
    """Paragraphs, list items and tables, then footers and notes; UnreadableError for what is no RTF."""
    source = data.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("is not an RTF file: it does not begin as one", "Save it again as .rtf or .docx.")
    page = _CODE_PAGE.search(source)
    head = f"{{\\rtf1\\ansi\\ansicpg{page[1] if page else 1252} "
    stories = _Stories()
    stories.take(source)
    body = _blocks(_plain("".join(stories.told[Role.BODY])), Role.BODY)
    found = {Role.BODY: tuple(body)}
    for role in (Role.HEADER, Role.FOOTER, Role.NOTE):
        blocks = _blocks(_plain(f"{head}{''.join(stories.told[role])}}}"), role)
        found[role] = tuple(dict.fromkeys(blocks))
    properties = ((name, _words(_plain(f"{head}{text}}}"))) for name, text in _PROPERTY.findall(source))
    return ReadResult(
        blocks=tuple(block for role in _ORDER for block in found[role]),
        properties=tuple(dict.fromkeys((name, text) for name, text in properties if text)),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the closing brace."""

    role: Role = Role.BODY
    is_hidden: bool = False
    is_bold: bool = False
    is_label: bool = False
    is_ignored: bool = False  # fonts, pictures, instructions of fields
    in_table: bool = False


@dataclass(slots=True)
class _Stories:
    """Sorts the tokens of a file into its stories."""

    told: dict[Role, list[str]] = field(default_factory=lambda: {role: [] for role in _ORDER})
    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    says: bool = False  # whether the paragraph has any text so far,
    says_plainly: bool = False  # and any that is not bold
    is_header: bool = False  # whether the row is marked as the header of its table: as good as bold

    def take(self, source: str) -> None:
        at = 0
        while match := _TOKEN.match(source, at):
            at = match.end()
            if match["word"] == "bin":
                at += max(int(match["number"] or 0), 0)
            elif match["brace"]:
                self._brace(match[0])
            elif match["word"]:
                self._word(match["word"], match[0], is_on=match["number"] != "0")
            elif match[0] == "\\*":
                self.group = replace(self.group, is_ignored=True)
                self._tell(match[0])
            else:
                self._text(match[0])

    def _tell(self, token: str) -> None:
        self.told[self.group.role].append(token)

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self.outer.append(self.group)
            self._tell(brace)
            return
        closed = self.group
        if closed.is_label:
            self._tell(_LABEL_END)
        self._tell(brace)
        self.group = self.outer.pop() if self.outer else _Group()
        if closed.role is not self.group.role:
            self.told[closed.role].append("\\par ")
            self._tell(brace)

    def _word(self, word: str, token: str, *, is_on: bool) -> None:
        changes: dict[str, Any] = {_SWITCHES[word]: is_on} if word in _SWITCHES else _CHANGES.get(word, {})
        if changes:
            self.group = replace(self.group, **changes)
        if word == "trhdr":
            self.is_header = True
        if word == "par" and self.group.in_table:
            self._tell(_LINE)
        elif word in _ENDS:
            self._tell(self._end(token))
        else:
            self._tell(_INSTEAD.get(word, token))

    def _end(self, token: str) -> str:
        is_bold = self.is_header or (self.says and not self.says_plainly)
        self.says = self.says_plainly = self.is_header = False
        return f"{_BOLD}{token}" if is_bold else token

    def _text(self, text: str) -> None:
        if self.group.is_hidden:
            return
        if text.strip() and not self.group.is_ignored and not self.group.is_label:
            self.says = True
            self.says_plainly = self.says_plainly or not self.group.is_bold
        self._tell(text)


def _plain(rtf: str) -> str:
    try:
        text = str(rtf_to_text(rtf, errors="ignore"))  # type: ignore[no-untyped-call] # striprtf has no types
    except (ValueError, OverflowError, TypeError, LookupError, RecursionError) as error:
        raise UnreadableError("is a broken RTF file", "Open it in Word and save it again.") from error
    # Characters beyond the basic plane come as two halves, each with its own \u.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _blocks(text: str, role: Role) -> Iterator[RawBlock | RawTable]:
    for is_row, lines in groupby(text.split("\n"), key=lambda line: _CELL in line):
        if is_row and role is Role.BODY:
            yield from _table([line for line in lines if _words(line)])
        else:
            for line in lines:
                yield from _block(line.replace(_CELL, " "), role)


def _block(line: str, role: Role) -> Iterator[RawBlock]:
    before, sign, after = line.rpartition(_LABEL_END)
    label, text = _words(before) if sign else "", _words(after)
    if text:
        yield RawBlock(
            text=text,
            label=(_BULLET if label in _BULLETS or not label.isascii() else label) if label else None,
            style=Style(bold=_BOLD in line),
            role=role,
        )


def _cells(line: str) -> tuple[str, ...]:
    return tuple(map(_words, line.split(_CELL)[:-1]))


def _table(lines: list[str]) -> Iterator[RawTable]:
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows), default=0)
    if rows:
        yield RawTable(
            rows=tuple((*row, *[""] * (width - len(row))) for row in rows),
            has_header=_BOLD in lines[0] and len(lines) > 1 and _BOLD not in lines[1],
        )


def _words(text: str) -> str:
    """Single spaces, none of our signs (Python counts them as white space, too), no characters that print nothing."""
    return " ".join(clean(" ".join(text.split())).replace("\u2011", "-").split())
