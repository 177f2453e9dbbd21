"""What does a paragraph say to its reader?

Insertions, the results of fields and text boxes belong to it; deletions, instructions and hidden text do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import dropwhile

from indexer.read.decode import clean
from indexer.read.docx.markup import MC, Element, M, W, switch, value
from indexer.read.docx.styles import Look, Styles, look

# Stands where a field printed the number of the page or of all pages; XML cannot hold it, so no text does.
PAGE_NUMBER = "\0"

_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"}
_DROPPED = {
    *(W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr")),  # how it looks
    *(W + name for name in ("del", "moveFrom", "delText", "delInstrText")),  # tracked deletions
    *(W + name for name in ("rt", "binData", "ffData")),  # reading aids, pictures, settings of form fields
}
_CHARACTERS = {
    **dict.fromkeys((W + "tab", W + "ptab", W + "br", W + "cr"), " "),
    W + "noBreakHyphen": "-",
}
# What the two symbol fonts print, by their usual private code points.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "•", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐"}
_NO_BREAK_HYPHEN = "\u2011"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Pieces of text with their looks, and what hangs on them: text boxes, and notes as (kind, id)."""

    pieces: tuple[tuple[str, Look], ...] = ()
    boxes: tuple[Element, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Text) -> Text:
        return Text(pieces=self.pieces + other.pieces, boxes=self.boxes + other.boxes, notes=self.notes + other.notes)

    @property
    def plain(self) -> str:
        """The text with single spaces; page numbers stand as PAGE_NUMBER."""
        return " ".join("".join(piece for piece, _ in self.pieces).split())

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold; a number typed before a bold heading need not be."""
        said = [(piece, shown) for piece, shown in self.pieces if piece.strip()]
        words = list(dropwhile(lambda one: not any(map(str.isalpha, one[0])), said)) or said
        return bool(words) and all(shown.bold for _, shown in words)

    @property
    def size(self) -> float | None:
        """The size of most of its characters, in points."""
        sizes: Counter[float] = Counter()
        for piece, shown in self.pieces:
            if shown.size is not None:
                sizes[shown.size] += len(piece.strip())
        return sizes.most_common(1)[0][0] if sizes else None


def read_text(paragraph: Element, styles: Styles, base: Look) -> Text:
    """The text of ``w:p`` whose paragraph style looks like ``base``."""
    walk = _Walk(styles, base)
    walk.down(paragraph, base)
    return Text(pieces=tuple(walk.pieces), boxes=tuple(walk.boxes), notes=tuple(walk.notes))


def is_placeholder(control: Element) -> bool:
    """Whether a content control still shows its prompt ("Click to enter text") because nobody filled it in."""
    return bool(switch(control.find(W + "sdtPr"), "showingPlcHdr"))


def alternative(element: Element) -> Element | None:
    """The one version of ``mc:AlternateContent`` to read: text boxes come in two."""
    choice = element.find(MC + "Choice")
    return element.find(MC + "Fallback") if choice is None else choice


@dataclass(slots=True)
class _Field:
    """A field whose end has not come yet; its instruction stands before ``separate``, its result after."""

    instruction: str = ""
    is_separated: bool = False


def _is_page(instruction: str) -> bool:
    words = instruction.split(maxsplit=1)
    return bool(words) and words[0].upper() in _PAGE_FIELDS


@dataclass(slots=True)
class _Walk:
    """One paragraph. Fields are followed inside it only, so that one without an end swallows no other paragraph."""

    styles: Styles
    base: Look
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def down(self, element: Element, shown: Look) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self.down(child, self._run_look(child.find(W + "rPr")))
            elif tag in {W + "t", M + "t"}:
                self._say(clean(child.text or "").replace(_NO_BREAK_HYPHEN, "-"), shown)
            elif tag in _CHARACTERS:
                self._say(_CHARACTERS[tag], shown)
            elif tag not in _DROPPED:
                _HANDLERS.get(tag, _Walk.down)(self, child, shown)

    def simple_field(self, child: Element, shown: Look) -> None:
        if _is_page(child.get(W + "instr", "")):
            self._say(PAGE_NUMBER, shown)
        else:
            self.down(child, shown)

    def instruction(self, child: Element, _shown: Look) -> None:
        if self.fields and not self.fields[-1].is_separated:
            self.fields[-1].instruction += child.text or ""

    def field_mark(self, child: Element, shown: Look) -> None:
        kind = child.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].is_separated = True
        elif self.fields and kind == "end" and _is_page(self.fields.pop().instruction):
            self._say(PAGE_NUMBER, shown)

    def control(self, child: Element, shown: Look) -> None:
        if not is_placeholder(child):
            self.down(child, shown)

    def symbol(self, child: Element, shown: Look) -> None:
        self._say(_symbol(child.get(W + "char", "")), shown)

    def box(self, child: Element, shown: Look) -> None:
        if not shown.hidden:
            self.boxes.append(child)

    def note(self, child: Element, shown: Look) -> None:
        if not shown.hidden:
            kind = child.tag.removeprefix(W).removesuffix("Reference")
            self.notes.append((kind, child.get(W + "id", "")))

    def versions(self, child: Element, shown: Look) -> None:
        version = alternative(child)
        if version is not None:
            self.down(version, shown)

    def _run_look(self, properties: Element | None) -> Look:
        if properties is None:
            return self.base
        style = value(properties, "rStyle")
        inherited = self.base if style is None else self.styles.character(style).within(self.base)
        return look(properties).over(inherited)

    def _say(self, text: str, shown: Look) -> None:
        if not shown.hidden and all(one.is_separated and not _is_page(one.instruction) for one in self.fields):
            self.pieces.append((text, shown))


_HANDLERS: dict[str, Callable[[_Walk, Element, Look], None]] = {
    W + "fldSimple": _Walk.simple_field,
    W + "instrText": _Walk.instruction,
    W + "fldChar": _Walk.field_mark,
    W + "sdt": _Walk.control,
    W + "sym": _Walk.symbol,
    W + "txbxContent": _Walk.box,
    W + "footnoteReference": _Walk.note,
    W + "endnoteReference": _Walk.note,
    MC + "AlternateContent": _Walk.versions,
}


def _symbol(code: str) -> str:
    """The character of ``w:sym``, given in hexadecimal; nothing for a private code point nobody knows."""
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    point = int(code, 16)
    return _SYMBOLS.get(point, "" if 0xD800 <= point < 0xF900 or point < 0x20 else chr(point))
