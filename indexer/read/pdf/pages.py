"""Which words stand on a page, and what is drawn there? The only module that speaks to PDFium.

A page is turned so that most of its letters are upright, whatever the file says of its rotation: a table printed
sideways is read like any other.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdfium2 import PdfiumError, raw

from indexer.read.pdf.drawings import Drawings, drawings
from indexer.read.pdf.geometry import Page, Word
from indexer.read.pdf.letters import SOFT_HYPHEN, letter, whole
from indexer.read.pdf.turning import Turning

# A gap of this part of a letter's size parts two words even where the file has no space: half of the narrowest space of
# the common text faces (a quarter of the size), more than any kerning.
WORD_GAP = 0.15
# A letter off the baseline by more than this part of its size is raised or lowered, or on another line.
OFF_BASELINE = 0.1
# A raised letter is smaller than its neighbours, and not by a whole line above them.
RAISED_SIZE = 0.85
HIGHEST_RISE = 0.6
_BOLD_NAMES = ("bold", "black", "heavy", "semib", "demi")
_BOLD_WEIGHT = 600


class Look(NamedTuple):
    """What the letters of one text object have in common."""

    size: float
    bold: bool
    direction: int | None  # quarter turns anticlockwise from upright; None for anything aslant


class Glyph(NamedTuple):
    """One letter where it stands in the file's own coordinates."""

    text: str
    look: Look
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float


_SPACE = None  # in a run of glyphs: a space, or the end of a line


def read_page(document: Any, number: int) -> Page:
    """Page ``number`` (from 1); raises ``PdfiumError`` where the file is damaged there."""
    page = document[number - 1]
    try:
        if not all(map(math.isfinite, page.get_bbox())):
            raise PdfiumError("the page is infinitely large")
        text = page.get_textpage()
        try:
            glyphs = _Glyphs(text.raw)
            glyphs.read(page.get_bbox())
        finally:
            text.close()
        turning = Turning(page.get_bbox(), glyphs.direction())
        drawn = drawings(page, turning)
    finally:
        page.close()
    return _page(number, glyphs, turning, drawn)


def _page(number: int, glyphs: _Glyphs, turning: Turning, drawn: Drawings) -> Page:
    upright: list[Glyph | None] = []
    turned: list[Glyph | None] = []
    for glyph in glyphs.run:
        if glyph is None or glyph.look.direction == turning.quarters:
            upright.append(glyph)
        if glyph is None or glyph.look.direction != turning.quarters:
            turned.append(glyph)
    return Page(
        number=number,
        width=turning.width,
        height=turning.height,
        words=tuple(_words(upright, turning)),
        turned=_plain_text(turned),
        edges=drawn.edges,
        fills=drawn.fills,
        pictures=drawn.pictures,
        unreadable=glyphs.unknown,
    )


@dataclass
class _Glyphs:
    """The letters of a page in the order of the file, with ``None`` wherever there is a space."""

    text: Any
    run: list[Glyph | None] = field(default_factory=list)
    unknown: int = 0
    looks: dict[int | None, Look] = field(default_factory=dict)

    def read(self, bounds: tuple[float, float, float, float]) -> None:
        """Takes every letter whose middle is inside ``bounds`` (left, bottom, right, top)."""
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        left, bottom, right, top = bounds
        for index in range(raw.FPDFText_CountChars(self.text)):
            char = letter(raw.FPDFText_GetUnicode(self.text, index))
            if char == " ":
                self.run.append(_SPACE)
            if char in {" ", ""}:
                continue
            raw.FPDFText_GetLooseCharBox(self.text, index, box)
            if not (left <= (box.left + box.right) / 2 <= right and bottom <= (box.bottom + box.top) / 2 <= top):
                continue
            if char is None:
                self.unknown += 1
                continue
            raw.FPDFText_GetCharOrigin(self.text, index, x, y)
            look = self._look(index)
            if not (math.isfinite(x.value) and math.isfinite(y.value) and math.isfinite(look.size)):
                continue  # nobody sees it
            self.run.append(Glyph(char, look, box.left, box.bottom, box.right, box.top, x.value, y.value))

    def direction(self) -> int:
        """The direction in which most letters run."""
        counts = [0, 0, 0, 0]
        for glyph in self.run:
            if glyph is not None and glyph.look.direction is not None:
                counts[glyph.look.direction] += 1
        return counts.index(max(counts))

    def _look(self, index: int) -> Look:
        handle = raw.FPDFText_GetTextObject(self.text, index)
        address = ctypes.addressof(handle.contents) if handle else None
        look = self.looks.get(address)
        if look is None:
            look = self.looks[address] = self._measure(index)
        return look

    def _measure(self, index: int) -> Look:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        size = raw.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(self.text, index, name, len(name), None)
        face = name.value.decode("utf-8", "replace").lower()
        bold = raw.FPDFText_GetFontWeight(self.text, index) >= _BOLD_WEIGHT or any(part in face for part in _BOLD_NAMES)
        return Look(round(size * 2) / 2 if math.isfinite(size) else size, bold, _direction(matrix.a, matrix.b))


def _direction(across: float, up: float) -> int | None:
    quarters = math.atan2(up, across) / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.03 else None  # within three degrees


def _words(run: list[Glyph | None], turning: Turning) -> Iterator[Word]:
    """Letters as words, in the order of the file."""
    line: Word | None = None  # the last word that stands on its line, neither raised nor lowered
    for word in _runs(run, turning):
        settled = _settled(line, word) if line is not None and word.glued else word._replace(glued=False)
        if settled.baseline == word.baseline:
            line = settled
        elif line is not None:
            line = line._replace(right=max(line.right, word.right))
        yield settled


def _runs(run: list[Glyph | None], turning: Turning) -> Iterator[Word]:
    """Letters of one look on one baseline without a gap; ``glued`` where no gap was before them."""
    word: Word | None = None  # the first letter of it
    text: list[str] = []
    right = 0.0
    spaced = True
    for glyph in run:
        if glyph is None:
            spaced = True
            continue
        letters = _letters(glyph, turning)
        adjoins = word is not None and not spaced and _adjoins(word, right, letters)
        if word is not None and adjoins and _alike(word, letters):
            text.append(letters.text)
            right = max(right, letters.right)
        else:
            if word is not None:
                yield _finished(word, text, right)
            word, text, right = letters._replace(glued=adjoins), [letters.text], letters.right
        spaced = False
    if word is not None:
        yield _finished(word, text, right)


def _letters(glyph: Glyph, turning: Turning) -> Word:
    one, other = turning.point(glyph.left, glyph.bottom), turning.point(glyph.right, glyph.top)
    baseline = turning.point(glyph.x, glyph.y)[1]
    return Word(glyph.text, min(one[0], other[0]), max(one[0], other[0]), baseline, glyph.look.size, glyph.look.bold)


def _alike(word: Word, letters: Word) -> bool:
    return (
        word.size == letters.size
        and word.bold == letters.bold
        and abs(word.baseline - letters.baseline) <= OFF_BASELINE * word.size
    )


def _adjoins(word: Word, right: float, letters: Word) -> bool:
    larger = max(word.size, letters.size)
    across, down = letters.left - right, abs(letters.baseline - word.baseline)
    # The letters of one ligature all have the place of the whole; it is not wider than the size.
    return -larger <= across <= WORD_GAP * larger and down <= HIGHEST_RISE * larger


def _settled(line: Word, word: Word) -> Word:
    """``word`` on the baseline of the ``line`` it is glued to, where it is raised or lowered."""
    rise = line.baseline - word.baseline
    if not _adjoins(line, line.right, word):
        return word._replace(glued=False)
    if abs(rise) <= OFF_BASELINE * line.size or word.size > RAISED_SIZE * line.size:
        return word
    return word._replace(raised=rise > 0, baseline=line.baseline)


def _finished(word: Word, letters: list[str], right: float) -> Word:
    text = whole("".join(letters))
    if SOFT_HYPHEN in text:  # it means something at the end of a line only
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1]
    return word._replace(text=text, right=right)


def _plain_text(run: list[Glyph | None]) -> tuple[str, ...]:
    """Turned letters as text: one string for each stretch with the same look."""
    stretches: list[tuple[Look | None, str]] = []
    for glyph in run:
        if glyph is None:
            if stretches:
                stretches[-1] = (stretches[-1][0], stretches[-1][1] + " ")
        elif stretches and stretches[-1][0] == glyph.look:
            stretches[-1] = (glyph.look, stretches[-1][1] + glyph.text)
        else:
            stretches.append((glyph.look, glyph.text))
    texts = (" ".join(whole(text).replace(SOFT_HYPHEN, "").split()) for _, text in stretches)
    return tuple(text for text in texts if text)
