"""How does a paper become a Word file with automatic numbers, tracked changes and content controls?"""

import re
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

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
from typesetting.inline import Inline, MarkupError
from typesetting.numbering import NumberingPlan, Place
from typesetting.source import Paper
from typesetting.word_xml import RunWriter, add_numbering, element, field_runs, number_properties

_ALIGNMENTS = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class WordLook:
    face: str
    size: float
    colour: int = 0x000000
    table_fill: str = ""
    label_tab: float = 6.0


_LOOKS = {
    "serif": WordLook("Times New Roman", 12),
    "classic": WordLook("Cambria", 11.5, label_tab=7.5),
    "sans": WordLook("Arial", 11, table_fill="E4E4E4"),
    "modern": WordLook("Calibri", 11, 0x1F4E79, "D9E5F0", 5.0),
    "council": WordLook("Arial", 12, 0x0B5A43, "DDEBE5", 7.0),
}


def make_word(paper: Paper) -> bytes:
    """The file, the same bytes every time."""
    buffer = BytesIO()
    _WordMaker(paper).build().save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(archive: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_TIME), old.read(name), zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _bold(text: Inline) -> Inline:
    return tuple(replace(span, bold=True) for span in text)


class _WordMaker:
    """Writes the blocks of one paper into a document."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.look = _LOOKS[paper.settings.get("style", "sans")]
        self.document: Document = docx.Document()
        self.plan = NumberingPlan()
        self.runs = RunWriter(paper.settings.get("revisions", "Democratic Services"), paper.day)
        self.automatic = paper.settings.get("numbering", "auto") == "auto"

    def build(self) -> Document:
        self._set_properties()
        self._set_styles()
        self._set_page()
        for number, block in enumerate(self.paper.blocks):
            try:
                self._write(block)
            except MarkupError as problem:
                raise self.paper.fail(number, str(problem)) from problem
        add_numbering(self.document.part.numbering_part.element, self.plan)
        return self.document

    # The document as a whole

    def _set_properties(self) -> None:
        properties, day = self.document.core_properties, datetime.combine(self.paper.day, time(9, 0), UTC)
        properties.title = self.paper.settings.get("title", "")
        properties.author = properties.last_modified_by = self.paper.settings.get("author", "")
        properties.created = properties.modified = day
        properties.comments = ""

    def _set_styles(self) -> None:
        growth = {"Normal": 1.0, "Heading 1": 1.2, "Heading 2": 1.05, "Title": 1.8, "Subtitle": 1.3}
        for name, factor in growth.items():
            style = self.document.styles[name]
            if not isinstance(style, ParagraphStyle):
                continue
            style.font.name, style.font.size = self.look.face, Pt(round(self.look.size * factor * 2) / 2)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in [attribute for attribute in fonts.attrib if str(attribute).endswith("Theme")]:
                del fonts.attrib[theme]
            if name != "Normal":
                style.font.color.rgb = RGBColor.from_string(f"{self.look.colour:06X}")
                style.font.bold, style.font.italic = name != "Subtitle", False
        self.document.styles["Normal"].element.get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), "120")

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        if self.paper.is_on("landscape"):
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.4)
        for name in ("Header", "Footer"):
            style = self.document.styles[name]
            if isinstance(style, ParagraphStyle):
                style.paragraph_format.tab_stops.clear_all()
                style.paragraph_format.tab_stops.add_tab_stop(self._text_width(), WD_TAB_ALIGNMENT.RIGHT)
        self._write_running(section.header.paragraphs[0], self.paper.settings.get("header", ""))
        self._write_running(section.footer.paragraphs[0], self.paper.settings.get("footer", ""))

    def _text_width(self) -> Length:
        section = self.document.sections[0]
        return Emu((section.page_width or Cm(21)) - 2 * (section.left_margin or Cm(2.3)))

    def _write_running(self, paragraph: WordParagraph, text: str) -> None:
        left, bar, right = (part.strip() for part in text.partition("|"))
        if not bar:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in re.split(r"(\{pages?\})", f"{left}\t{right}" if bar else left):
            if part in {"{page}", "{pages}"}:
                for run in field_runs("PAGE" if part == "{page}" else "NUMPAGES", "1"):
                    paragraph._p.append(run)  # noqa: SLF001 - python-docx has no fields
            else:
                paragraph.add_run(part)

    # Blocks

    def _write(self, block: Block) -> None:
        match block:
            case Heading(level, label, text):
                self._write_heading(level, label, text)
            case Numbered(label, text):
                self._write_placed(label, text, self._place_number(label, text), label.count(".") > 1)
            case Lettered(label, kind, text):
                place = self.plan.place_letter(label, kind) if self.automatic else None
                self._write_placed(label, text, place, deep=True)
            case Table():
                self._write_table(block)
            case PageBreak():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Rule():
                self._write_rule()
            case _:
                self._write_plain(block)

    def _write_plain(self, block: Bullet | Title | LabelLine | Paragraph) -> None:
        match block:
            case Bullet(level, text):
                self._fill(self.document.add_paragraph(style="List Bullet" if level == 1 else "List Bullet 2"), text)
            case Title(level, text):
                self._fill(self.document.add_paragraph(style="Title" if level == 1 else "Subtitle"), text)
            case LabelLine(name, text):
                self._write_label(name, text)
            case Paragraph(text, align):
                paragraph = self._add_paragraph()
                if align:
                    paragraph.alignment = _ALIGNMENTS[align]
                self._fill(paragraph, text)

    def _add_paragraph(self) -> WordParagraph:
        paragraph = self.document.add_paragraph()
        if self.paper.settings.get("align") == "justify":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        return paragraph

    def _place_number(self, label: str, text: Inline) -> Place | None:
        if not self.automatic:
            return None
        if all(span.change == "deleted" for span in text):
            raise MarkupError(f"“{label}” is deleted as a whole, so no reader could say what the next number is")
        return self.plan.place_number(label)

    def _write_heading(self, level: int, label: str, text: Inline) -> None:
        styled = self.paper.settings.get("headings", "styles") == "styles"
        if styled:
            paragraph = self.document.add_heading(level=level)
        else:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_before = Pt(10)
        place = self._place_number(label, text) if label else None
        if place:
            self._number(paragraph, place)
        elif label:
            self._indent(paragraph, 1.27, label)
        self._fill(paragraph, text if styled else _bold(text))
        for run in () if styled else paragraph.runs:
            run.font.size = Pt(self.look.size + (1 if level == 1 else 0))

    def _write_placed(self, label: str, text: Inline, place: Place | None, deep: bool) -> None:  # noqa: FBT001
        paragraph = self._add_paragraph()
        if place:
            self._number(paragraph, place)
        else:
            self._indent(paragraph, 2.27 if deep else 1.27, label)
        self._fill(paragraph, text)

    def _number(self, paragraph: WordParagraph, place: Place) -> None:
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no numbering
        properties.get_or_add_numPr().extend(number_properties(place.instance, place.level))

    def _indent(self, paragraph: WordParagraph, centimetres: float, label: str) -> None:
        paragraph.paragraph_format.left_indent = Cm(centimetres)
        paragraph.paragraph_format.first_line_indent = Cm(-1.27 if centimetres < 2 else -1.0)
        paragraph.add_run(f"{label}\t")

    def _write_label(self, name: str, text: Inline) -> None:
        paragraph = self.document.add_paragraph()
        tab = Cm(self.look.label_tab)
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = tab, -tab
        paragraph.paragraph_format.tab_stops.add_tab_stop(tab)
        paragraph.add_run(name if name.endswith("?") else f"{name}:").bold = True
        paragraph.add_run("\t")
        self._fill(paragraph, text)

    def _write_rule(self) -> None:
        borders = element("w:pBdr")
        borders.append(element("w:bottom", val="single", sz="6", space="1", color="auto"))
        properties = self.document.add_paragraph()._p.get_or_add_pPr()  # noqa: SLF001 - no borders in python-docx
        properties.append(borders)

    def _fill(self, paragraph: WordParagraph, text: Inline) -> None:
        """Writes the spans; a paragraph that is one content control and nothing else goes inside it as a whole."""
        node = paragraph._p  # noqa: SLF001 - python-docx writes no changes, hidden text or controls
        only = text[0] if len(text) == 1 else None
        body: BaseOxmlElement = self.document.element.body
        if only and only.control is not None and node.getparent() is body and not paragraph.runs:
            place = body.index(node)
            self.runs.append(node, (replace(only, control=None),))
            body.insert(place, self.runs.control(only.control, [node]))
            return
        self.runs.append(node, text)
        if text and all(span.change == "inserted" for span in text):
            self.runs.mark_paragraph_inserted(node)

    # Tables

    def _write_table(self, table: Table) -> None:
        columns = len(table.rows[0])
        made: WordTable = self.document.add_table(rows=len(table.rows), cols=columns, style="Table Grid")
        made.autofit = False
        shares = table.widths or (1.0,) * columns
        widths = [Emu(int(self._text_width() * share / sum(shares))) for share in shares]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for number, row in enumerate(table.rows):
            cells = made.rows[number].cells
            for cell, width in zip(cells, widths, strict=True):
                cell.width = width
            strong = number == 0 or len(row) < columns
            if len(row) < columns:
                cells[0].merge(cells[-1])
            for cell, content in zip(cells, row, strict=False):
                self._fill_cell(cell, content, strong=strong)
        made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _fill_cell(self, cell: WordCell, content: Cell, *, strong: bool) -> None:
        for number, line in enumerate(content):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            self._fill(paragraph, _bold(line) if strong else line)
        if strong and self.look.table_fill:
            shade = element("w:shd", val="clear", color="auto", fill=self.look.table_fill)
            cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
