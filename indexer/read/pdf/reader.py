"""How does a PDF become blocks? The way through the package, and what is said of a file that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from indexer.errors import UnreadableError
from indexer.model.problem import Problem
from indexer.model.raw import RawBlock, RawTable, Role
from indexer.read.pdf.blocks import BlockMaker
from indexer.read.pdf.flow import flow
from indexer.read.pdf.furniture import take_furniture
from indexer.read.pdf.geometry import Page, Piece
from indexer.read.pdf.headings import Headings, body_size
from indexer.read.pdf.hyphens import Hyphens
from indexer.read.pdf.letters import letter
from indexer.read.pdf.notes import take_notes
from indexer.read.pdf.pages import read_page
from indexer.read.pdf.paragraphs import Paragraph, paragraphs
from indexer.read.pdf.problems import damaged_page, page_problems, too_long
from indexer.read.pdf.tables import find_tables
from indexer.read.result import ReadResult

# The longest agenda packs have a thousand pages.
MOST_PAGES = 2_000
_SEND_AGAIN = "Ask for the paper to be sent again."
_CREATED = re.compile(r"(?:D:)?(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


def read(data: bytes, where: str) -> ReadResult:
    """The text, tables and properties of a PDF; raises ``UnreadableError`` where nothing of it can be read."""
    if not data:
        raise UnreadableError("is empty", _SEND_AGAIN)
    with closing(_opened(data)) as document:
        count = len(document)
        properties = tuple(_properties(document))
        pages, problems = _pages(document, where)
    if not pages:
        raise UnreadableError("is a damaged PDF: none of its pages can be read", _SEND_AGAIN)
    if count > MOST_PAGES:
        problems.append(too_long(where, count, MOST_PAGES))
    running, bare = take_furniture(pages)
    problems.extend(problem for page in bare for problem in page_problems(page, where))
    blocks = (
        *(block for block in running if block.role is Role.HEADER),
        *_turned(pages),
        *_body(bare),
        *(block for block in running if block.role is Role.FOOTER),
    )
    return ReadResult(blocks=blocks, properties=properties, problems=tuple(problems))


def _opened(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError("is protected by a password", "Ask for a copy without one.") from error
        raise UnreadableError("is a damaged PDF, perhaps cut short: it cannot be opened", _SEND_AGAIN) from error


def _pages(document: Any, where: str) -> tuple[list[Page], list[Problem]]:
    pages, problems = [], []
    for number in range(1, min(len(document), MOST_PAGES) + 1):
        try:
            pages.append(read_page(document, number))
        except pdfium.PdfiumError:
            problems.append(damaged_page(where, number))
    return pages, problems


def _properties(document: Any) -> Iterator[tuple[str, str]]:
    """Title, author and the day the file was made, where its metadata has them."""
    metadata = document.get_metadata_dict()
    for name, key in (("title", "Title"), ("author", "Author")):
        text = " ".join("".join(letter(ord(char)) or "" for char in metadata.get(key, "")).split())
        if text:
            yield name, text
    created = _CREATED.match(metadata.get("CreationDate", ""))
    if created:
        yield "created", "-".join(created.groups())


def _turned(pages: Sequence[Page]) -> list[RawBlock]:
    """Text aslant, each once: a watermark on every page is one mark."""
    first = {text: page.number for page in reversed(pages) for text in page.turned}
    return [RawBlock(text=text, page=number, role=Role.HEADER) for text, number in reversed(first.items())]


def _body(pages: Sequence[Page]) -> list[RawBlock | RawTable]:
    """Paragraphs and tables in reading order, the footnotes after them."""
    hyphens, size = Hyphens(pages), body_size(pages)
    contents: list[tuple[Page, Sequence[Piece]]] = []
    notes: list[RawBlock] = []
    for page in pages:
        tables, words = find_tables(page, hyphens)
        text, called = take_notes(page, words, size, hyphens)
        notes.extend(called)
        contents.append((page, [*text, *tables]))
    pieces = paragraphs(flow(contents))
    headings = Headings([piece for piece in pieces if isinstance(piece, Paragraph)], size)
    return [*BlockMaker(headings, hyphens).blocks(pieces), *notes]
