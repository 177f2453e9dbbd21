"""PDFs for tests: drawn line by line, so that every distance is known, or set by reportlab's own layout."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from indexer.model.raw import RawBlock, RawTable, Role
from indexer.read.pdf import read

WIDTH, HEIGHT = 595, 842  # A4, in points
BODY = 11.0
LEADING = 14.0
LEFT = 72.0
RIGHT = 523.0

# A font that comes with reportlab and has ligatures, which the standard fourteen have not.
pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))

PROSE = (
    "Social workers visit every child in the borough who has a plan, and they write down what they saw on the same "
    "day. Managers read a tenth of these notes each month and talk about them with the worker."
)
OTHER = (
    "The second paragraph speaks of something else, namely of the way in which schools tell the council that a pupil "
    "has been absent for longer than a fortnight without any reason."
)

Draw = Callable[["Sheet"], object]


class Sheet:
    """One page; ``y`` is the distance of a baseline from the upper edge."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, text: str, size: float = BODY, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def bold(self, x: float, y: float, text: str, size: float = BODY) -> None:
        self.text(x, y, text, size, "Helvetica-Bold")

    def lines(self, y: float, lines: Sequence[str]) -> None:
        """Lines as they are, one below the other."""
        for index, line in enumerate(lines):
            self.text(LEFT, y + LEADING * index, line)

    def prose(self, y: float, text: str, *, left: float = LEFT, right: float = RIGHT, size: float = BODY) -> float:
        """``text`` broken into lines between ``left`` and ``right``; returns the baseline after the last one."""
        for line in broken(text, right - left, size):
            self.text(left, y, line, size)
            y += size * LEADING / BODY
        return y

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Ruled lines at ``xs`` and ``ys``."""
        for x in xs:
            self.canvas.line(x, HEIGHT - ys[0], x, HEIGHT - ys[-1])
        for y in ys:
            self.canvas.line(xs[0], HEIGHT - y, xs[-1], HEIGHT - y)

    def table(self, rows: Sequence[Sequence[str]], *, y: float, xs: Sequence[float], bold_first: bool = True) -> float:
        """A ruled table with one line a cell; returns its lower edge."""
        for index, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                font = "Helvetica-Bold" if bold_first and index == 0 else "Helvetica"
                self.text(x + 4, y + 14 + 20 * index, cell, font=font)
        end = y + 20 * len(rows)
        self.grid(xs, [y + 20 * index for index in range(len(rows) + 1)])
        return end

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        self.canvas.drawImage(_PICTURE, x, HEIGHT - y - height, width, height)


def broken(text: str, width: float = RIGHT - LEFT, size: float = BODY) -> list[str]:
    """The lines of ``text``, each as full as can be."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pdfmetrics.stringWidth(longer, "Helvetica", size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _picture() -> ImageReader:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (8, 8), (120, 120, 120)).save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


_PICTURE = _picture()


def pdf(*pages: Draw, **canvas_options: Any) -> bytes:
    """A PDF with one page for each drawing."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1, **canvas_options)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def blocks(data: bytes) -> list[RawBlock | RawTable]:
    return list(read(data, "a.pdf").blocks)


def body(data: bytes) -> list[str]:
    """The texts of all blocks that are neither running heads nor notes nor tables."""
    return [block.text for block in blocks(data) if isinstance(block, RawBlock) and block.role is Role.BODY]


def tables(data: bytes) -> list[RawTable]:
    return [block for block in blocks(data) if isinstance(block, RawTable)]


def in_role(data: bytes, role: Role) -> list[str]:
    return [block.text for block in blocks(data) if isinstance(block, RawBlock) and block.role is role]
