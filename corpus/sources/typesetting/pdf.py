"""How does a paper become a PDF of A4 pages with running headers, footers and ruled tables?"""

import os
import re
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    LongTable,
    NextPageTemplate,
    PageTemplate,
    TableStyle,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from typesetting.blocks import (
    Block,
    Bullet,
    Cell,
    Heading,
    LabelLine,
    Lettered,
    Numbered,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    Title,
)
from typesetting.hyphenation import with_soft_hyphens
from typesetting.inline import Inline, Span
from typesetting.pdf_looks import PDF_LOOKS, PdfLook, paragraph_styles, register_faces
from typesetting.source import Paper

_GUTTER = 18.0
_BULLETS = {1: "•", 2: "–"}


def make_pdf(paper: Paper) -> bytes:
    """The file; built twice, because “Page 1 of 9” needs the number of pages."""
    register_faces()
    _check_characters(paper)
    # reportlab takes the date of creation from here, which makes every run give the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(paper.day, time(9), UTC).timestamp()))
    _, pages = _PdfMaker(paper, pages=1).build()
    return _PdfMaker(paper, pages).build()[0]


def _check_characters(paper: Paper) -> None:
    for number, block in enumerate(paper.blocks):
        for span in _spans(block):
            if span.word_only:
                raise paper.fail(number, "tracked changes, hidden text and content controls are for DOCX only")
            strange = [character for character in span.text if not character.encode("cp1252", "ignore")]
            if strange:
                raise paper.fail(number, f"the character “{strange[0]}” is in none of the PDF fonts")


def _spans(block: Block) -> list[Span]:
    match block:
        case PageBreak() | Rule():
            return []
        case Table(rows):
            return [span for row in rows for cell in row for line in cell for span in line]
        case _:
            return list(block.text)


class _PdfMaker:
    """Turns the blocks of one paper into flowables, and those into pages."""

    def __init__(self, paper: Paper, pages: int) -> None:
        self.paper = paper
        self.pages = pages
        self.look: PdfLook = PDF_LOOKS[paper.settings.get("style", "serif")]
        self.styles: dict[str, ParagraphStyle] = paragraph_styles(self.look, paper)
        self.page_size = landscape(A4) if paper.is_on("landscape") else A4
        self.columns = int(paper.settings.get("columns", "1"))

    @property
    def text_width(self) -> float:
        return self.page_size[0] - 2 * self.look.margin

    @property
    def column_width(self) -> float:
        return (self.text_width - _GUTTER * (self.columns - 1)) / self.columns

    def build(self) -> tuple[bytes, int]:
        buffer = BytesIO()
        document = BaseDocTemplate(
            buffer,
            pagesize=self.page_size,
            title=self.paper.settings.get("title", ""),
            author=self.paper.settings.get("author", ""),
            invariant=1,
        )
        head, rest = self._split_head()
        head_flowables = self._flowables(head, self.text_width)
        document.addPageTemplates(self._page_templates(head_flowables))
        turn = [NextPageTemplate("later"), FrameBreak()] if head_flowables else []
        document.build([*head_flowables, *turn, *self._flowables(rest, self.column_width)])
        return buffer.getvalue(), document.page

    def _split_head(self) -> tuple[list[Block], list[Block]]:
        """In a two-column paper all that stands before the first heading runs across the page."""
        blocks = list(self.paper.blocks)
        first_heading = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
        return (blocks[:first_heading], blocks[first_heading:]) if self.columns == 2 else ([], blocks)

    # Pages

    def _page_templates(self, head: list[Flowable]) -> list[PageTemplate]:
        margin, (_, height) = self.look.margin, self.page_size
        later = PageTemplate("later", self._frames(height - 2 * margin), onPage=self._draw_margins)
        if not head:
            return [later]
        head_height = sum(self._height(flowable) for flowable in head) + 12
        top = Frame(margin, height - margin - head_height, self.text_width, head_height, 0, 0, 0, 0, id="head")
        frames = [top, *self._frames(height - 2 * margin - head_height)]
        return [PageTemplate("first", frames, onPage=self._draw_margins), later]

    def _frames(self, height: float) -> list[Frame]:
        left = self.look.margin
        step = self.column_width + _GUTTER
        return [
            Frame(left + number * step, left, self.column_width, height, 0, 0, 0, 0, id=f"column {number}")
            for number in range(self.columns)
        ]

    def _height(self, flowable: Flowable) -> float:
        return float(flowable.wrap(self.text_width, 10000)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter())

    def _draw_margins(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        top, bottom = self.page_size[1] - self.look.margin * 0.6, self.look.margin * 0.5
        canvas.saveState()
        canvas.setFont(self.look.face, 9)
        self._draw_running(canvas, self.paper.settings.get("header", ""), top, "right", document.page)
        self._draw_running(canvas, self.paper.settings.get("footer", ""), bottom, self.look.footer_align, document.page)
        if self.look.header_rule and "header" in self.paper.settings:
            canvas.setLineWidth(0.5)
            canvas.line(self.look.margin, top - 4, self.page_size[0] - self.look.margin, top - 4)
        canvas.restoreState()

    def _draw_running(self, canvas: Canvas, text: str, height: float, align: str, page: int) -> None:
        text = text.replace("{page}", str(page)).replace("{pages}", str(self.pages))
        left, bar, right = (part.strip() for part in text.partition("|"))
        right_edge = self.page_size[0] - self.look.margin
        if bar:
            canvas.drawString(self.look.margin, height, left)
            canvas.drawRightString(right_edge, height, right)
        elif align == "right" and canvas.stringWidth(left, self.look.face, 9) < self.text_width:
            canvas.drawRightString(right_edge, height, left)
        else:
            canvas.drawCentredString(self.page_size[0] / 2, height, left)

    # Blocks

    def _flowables(self, blocks: list[Block], width: float) -> list[Flowable]:
        flowables: list[Flowable] = []
        sheet: list[LabelLine] = []
        for block in [*blocks, Rule()]:
            if isinstance(block, LabelLine) and self.look.sheet_table:
                sheet.append(block)
                continue
            if sheet:
                flowables.append(self._label_sheet(sheet, width))
                sheet = []
            flowables.extend(self._block(block, width))
        return flowables[:-1]

    def _block(self, block: Block, width: float) -> list[Flowable]:
        match block:
            case Heading():
                return self._heading(block)
            case Table():
                made = self._table(block, width)
            case PageBreak():
                made = NewPage()
            case Rule():
                made = HRFlowable(width="100%", thickness=0.7, color=black, spaceBefore=4, spaceAfter=6)
            case _:
                made = self._text_block(block)
        return [made]

    def _text_block(self, block: Numbered | Lettered | Bullet | Title | LabelLine | Paragraph) -> Flowable:
        match block:
            case Numbered(label, text):
                made = self._paragraph("numbered", text, label)
            case Lettered(label, kind, text):
                made = self._paragraph("roman" if kind == "roman" else "letter", text, label)
            case Bullet(level, text):
                made = self._paragraph(f"bullet {level}", text, _BULLETS[level])
            case Title(level, text):
                made = self._paragraph(f"title {level}", text)
            case LabelLine(name, text):
                made = PdfParagraph(f"<b>{_label(name)}</b> {self._markup(text)}", self.styles["label"])
            case Paragraph(text, align):
                made = self._paragraph(align or "body", text)
        return made

    def _paragraph(self, style: str, text: Inline, label: str | None = None) -> Flowable:
        markup = self._markup(text, hyphens=bool(self.styles[style].embeddedHyphenation))
        return PdfParagraph(markup, self.styles[style], bulletText=label)

    def _heading(self, heading: Heading) -> list[Flowable]:
        markup = self._markup(heading.text)
        if self.look.capitals and heading.level == 1:
            markup = re.sub(r"(^|>)([^<&]+)", lambda run: run[1] + run[2].upper(), markup)
        label = f"{heading.label}&nbsp;&nbsp; " if heading.label else ""
        flowables: list[Flowable] = [PdfParagraph(label + markup, self.styles[f"heading {heading.level}"])]
        if self.look.heading_rule and heading.level == 1:
            rule = HRFlowable(width="100%", thickness=0.8, color=self.look.colour, spaceBefore=0, spaceAfter=6)
            rule.keepWithNext = 1
            flowables.append(rule)
        return flowables

    def _label_sheet(self, labels: list[LabelLine], width: float) -> Flowable:
        style = self.styles["label"]
        rows = [
            [PdfParagraph(f"<b>{_label(line.name)}</b>", style), PdfParagraph(self._markup(line.text), style)]
            for line in labels
        ]
        padding = 4 if self.look.ruled_sheet else 0
        commands: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), padding)]
        if self.look.ruled_sheet:
            commands.append(("GRID", (0, 0), (-1, -1), 0.6, black))
        return PdfTable(
            rows, [width * 0.34, width * 0.66], style=TableStyle(commands), spaceAfter=style.leading, spaceBefore=4
        )

    def _table(self, table: Table, width: float) -> Flowable:
        columns = len(table.rows[0])
        shares = table.widths or (1.0,) * columns
        rows = [
            [self._cell(cell, "header cell" if number == 0 or len(row) < columns else "cell") for cell in row]
            + [""] * (columns - len(row))
            for number, row in enumerate(table.rows)
        ]
        spans = [number for number, row in enumerate(table.rows) if len(row) < columns]
        commands: list[Any] = [("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        commands += [("SPAN", (0, number), (-1, number)) for number in spans]
        if self.look.table_fill:
            commands += [("BACKGROUND", (0, number), (-1, number), self.look.table_fill) for number in {0, *spans}]
        return LongTable(
            rows,
            [width * share / sum(shares) for share in shares],
            repeatRows=1,
            splitInRow=0 if spans else 1,
            style=TableStyle(commands),
            spaceBefore=4,
            spaceAfter=self.look.leading * 0.8,
        )

    def _cell(self, cell: Cell, style: str) -> list[Flowable]:
        return [PdfParagraph(self._markup(line), self.styles[style]) for line in cell]

    def _markup(self, inline: Inline, *, hyphens: bool = False) -> str:
        return "".join(_span_markup(span.text, span.bold, span.italic, hyphens) for span in inline)


def _label(name: str) -> str:
    return escape(name if name.endswith("?") else f"{name}:")


def _span_markup(text: str, bold: bool, italic: bool, hyphens: bool) -> str:  # noqa: FBT001 - called once, above
    markup = escape(with_soft_hyphens(text) if hyphens else text).replace("\n", "<br/>")
    markup = f"<i>{markup}</i>" if italic else markup
    return f"<b>{markup}</b>" if bold else markup
