"""What do the five styles look like in a PDF: faces, sizes, colours, rules?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from typesetting.source import Paper

_NUMBER_INDENT = 36.0
_LETTER_INDENT = 22.0


@dataclass(frozen=True)
class PdfLook:
    """The measures of one style, in points; `ruled_sheet` draws front-sheet labels as a ruled table."""

    face: str
    bold_face: str
    size: float
    leading: float
    margin: float
    colour: Color = black
    table_fill: Color | None = None
    heading_growth: float = 1.15
    capitals: bool = False
    heading_rule: bool = False
    ruled_sheet: bool = False
    sheet_table: bool = False
    header_rule: bool = False
    footer_align: str = "centre"


PDF_LOOKS = {
    "serif": PdfLook("Times-Roman", "Times-Bold", 11.5, 14.5, 68, header_rule=True),
    "classic": PdfLook(
        "Times-Roman", "Times-Bold", 12, 15, 72, ruled_sheet=True, sheet_table=True, heading_growth=1.0, capitals=True
    ),
    "sans": PdfLook("Helvetica", "Helvetica-Bold", 11, 14, 62, table_fill=HexColor(0xE4E4E4), footer_align="right"),
    "modern": PdfLook(
        "Vera",
        "Vera-Bold",
        9.2,
        13,
        58,
        colour=HexColor(0x1F4E79),
        table_fill=HexColor(0xD9E5F0),
        heading_growth=1.5,
        header_rule=True,
        footer_align="right",
    ),
    "council": PdfLook(
        "Helvetica",
        "Helvetica-Bold",
        12,
        16,
        64,
        colour=HexColor(0x0B5A43),
        table_fill=HexColor(0xDDEBE5),
        heading_growth=1.25,
        heading_rule=True,
        sheet_table=True,
    ),
}


def register_faces() -> None:
    """Makes the Vera family that comes with reportlab usable, so that no font of the machine is needed."""
    folder = Path(reportlab.__file__).parent / "fonts"
    faces = {
        "Vera": "Vera.ttf",
        "Vera-Bold": "VeraBd.ttf",
        "Vera-Italic": "VeraIt.ttf",
        "Vera-BoldItalic": "VeraBI.ttf",
    }
    for name, file_name in faces.items():
        registerFont(TTFont(name, str(folder / file_name)))
    addMapping("Vera", 0, 0, "Vera")
    addMapping("Vera", 0, 1, "Vera-Italic")
    addMapping("Vera", 1, 0, "Vera-Bold")
    addMapping("Vera", 1, 1, "Vera-BoldItalic")


def paragraph_styles(look: PdfLook, paper: Paper) -> dict[str, ParagraphStyle]:
    """The paragraph styles of a paper by name; a two-column paper is set a little smaller."""
    scale = 0.86 if paper.settings.get("columns") == "2" else 1.0
    body = ParagraphStyle(
        "body",
        fontName=look.face,
        fontSize=look.size * scale,
        leading=look.leading * scale,
        spaceAfter=look.leading * 0.45 * scale,
        alignment=TA_JUSTIFY if paper.settings.get("align") == "justify" else TA_LEFT,
        embeddedHyphenation=1 if paper.is_on("hyphenate") else 0,
        splitLongWords=0,
        allowWidows=0,
        allowOrphans=0,
    )
    styles = {"body": body, **_heading_styles(look, body, scale), **_list_styles(body, scale)}
    styles["centre"] = _ragged("centre", body, alignment=TA_CENTER)
    styles["right"] = _ragged("right", body, alignment=TA_RIGHT)
    styles["label"] = _ragged("label", body)
    styles["cell"] = _ragged("cell", body, fontSize=body.fontSize * 0.9, leading=body.leading * 0.88, spaceAfter=1)
    styles["header cell"] = _ragged("header cell", styles["cell"], fontName=look.bold_face)
    return styles


def _ragged(name: str, parent: ParagraphStyle, **measures: Any) -> ParagraphStyle:
    """A style that is neither justified nor hyphenated."""
    return ParagraphStyle(name, parent, **{"alignment": TA_LEFT, "embeddedHyphenation": 0, **measures})


def _heading_styles(look: PdfLook, body: ParagraphStyle, scale: float) -> dict[str, ParagraphStyle]:
    first, second = look.size * look.heading_growth * scale, look.size * (1 + look.heading_growth) / 2 * scale
    title, subtitle = look.size * 1.75, look.size * 1.3
    sizes = {"heading 1": first, "heading 2": second, "title 1": title, "title 2": subtitle}
    return {
        name: _ragged(
            name,
            body,
            fontName=look.bold_face,
            textColor=look.colour,
            alignment=TA_CENTER if look.capitals and name.startswith("title") else TA_LEFT,
            keepWithNext=1,
            spaceAfter=body.leading * 0.35,
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=body.leading * (0.7 if name == "heading 1" else 0.4),
        )
        for name, size in sizes.items()
    }


def _list_styles(body: ParagraphStyle, scale: float) -> dict[str, ParagraphStyle]:
    number, letter = _NUMBER_INDENT * scale, _LETTER_INDENT * scale
    indents = {
        "numbered": (0.0, number),
        "letter": (number, number + letter),
        "roman": (number + letter, number + 2 * letter),
        "bullet 1": (number, number + letter * 0.7),
        "bullet 2": (number + letter, number + letter * 1.7),
    }
    return {
        name: ParagraphStyle(
            name,
            body,
            bulletIndent=bullet,
            leftIndent=left,
            bulletFontName=body.fontName,
            bulletFontSize=body.fontSize,
        )
        for name, (bullet, left) in indents.items()
    }
