"""How does a test make a Word file? From raw XML, so that every odd construction can be written down; and read it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from indexer.model.raw import RawBlock
from indexer.read.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def word_file(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    related: str = "",
    core: str | None = None,
    macro: bool = False,
) -> bytes:
    """A .docx with ``body`` inside ``w:body``.

    ``parts`` maps the name of a part in word/ ("styles", "numbering", "header1") to what stands inside its root;
    its relationship has the id "r-" and that name. ``related`` is further relationships of the document, as XML.
    """
    parts = parts or {}
    links = "".join(
        f'<Relationship Id="r-{name}" Type="{_KIND}{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts
    )
    members = {
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
            + (f'<Relationship Id="r2" Type="{_CORE}" Target="docProps/core.xml"/>' if core else "")
        ),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(links + related),
        **{f"word/{name}.xml": root(_ROOTS.get(name.rstrip("0123456789"), name), xml) for name, xml in parts.items()},
    }
    if core:
        members["docProps/core.xml"] = core
    if macro:
        members["word/vbaProject.bin"] = "not text"
    return archive(members)


_ROOTS = {"header": "hdr", "footer": "ftr"}


def root(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inside}</w:{name}>'


def relationships(inside: str) -> str:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inside}</Relationships>'


def archive(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def p(*inside: str, style: str = "", properties: str = "", mark: str = "") -> str:
    """A paragraph; plain strings that are no XML become runs. ``mark`` is the look of the paragraph's end."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    looked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    runs = "".join(part if part.startswith("<") else r(part) for part in inside)
    return f"<w:p><w:pPr>{named}{properties}{looked}</w:pPr>{runs}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int = 0, num: int = 1) -> str:
    """A paragraph of the list ``num``."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(index: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def outline(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain strings become cells."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tc(*inside: str, properties: str = "") -> str:
    """A cell; plain strings become paragraphs."""
    blocks = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


REPORT = outline(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "%4."),
)


def blocks(body: str, **parts: str) -> list[RawBlock]:
    found = read(word_file(body, parts=parts), "report.docx").blocks
    assert all(isinstance(block, RawBlock) for block in found)
    return [block for block in found if isinstance(block, RawBlock)]


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in blocks(body, **parts)]


def labels(body: str, **parts: str) -> list[str | None]:
    return [block.label for block in blocks(body, **parts)]
