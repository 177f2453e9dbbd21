"""Papers for the tests, as a reader would hand them over."""

from __future__ import annotations

from indexer.model.document import Document, Paragraph, Section, Table
from indexer.model.raw import RawBlock, RawDocument, RawTable, Role, Source, Style
from indexer.structure.paper import structure
from indexer.structure.side import SideFacts

Part = str | RawBlock | RawTable


def raw(*parts: Part, path: str = "paper.txt", media_type: str = "text/plain", title: str | None = None) -> RawDocument:
    """A raw document; a string is a block of body text."""
    source = Source(path=path, sha256="0" * 64, media_type=media_type, size=1, read_by="test")
    blocks = tuple(RawBlock(text=part) if isinstance(part, str) else part for part in parts)
    return RawDocument(source=source, blocks=blocks, properties=(("title", title),) if title else ())


def paper(
    *parts: Part,
    path: str = "paper.txt",
    media_type: str = "text/plain",
    title: str | None = None,
    side: SideFacts | None = None,
) -> Document:
    """The document that the parts come out as."""
    return structure(raw(*parts, path=path, media_type=media_type, title=title), document_id="paper", side=side)


def heading(text: str, level: int = 1, label: str | None = None) -> RawBlock:
    return RawBlock(text=text, label=label, style=Style(heading_level=level))


def labelled(label: str, text: str, list_level: int | None = None) -> RawBlock:
    return RawBlock(text=text, label=label, style=Style(list_level=list_level))


def bold(text: str, label: str | None = None) -> RawBlock:
    return RawBlock(text=text, label=label, style=Style(bold=True))


def running_head(text: str) -> RawBlock:
    return RawBlock(text=text, role=Role.HEADER)


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for section in document.walk() for block in section.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for section in document.walk() for block in section.blocks if isinstance(block, Table)]


def outline(document: Document) -> list[tuple[int, str | None, str]]:
    """Level, number and words of every heading."""
    return [(section.level, section.number, section.heading) for section in document.walk() if section.heading]


def section(document: Document, name: str) -> Section:
    return next(section for section in document.walk() if section.heading == name)


FRONT_SHEET = (
    "Young People Scrutiny Committee",
    "Tuesday 4 March 2025",
    "Play areas in the northern wards",
    "Portfolio: Councillor A. Marsh – Deputy Leader, Parks and Play",
    "Related portfolios: Housing",
    "Wards: Hill Top; Riverside",
)
PROSE = "The council looks after forty play areas, and each of them is inspected once in every month of the year."
