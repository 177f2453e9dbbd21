"""Which format is a file in, whatever its name says?"""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from indexer.errors import UnreadableError
from indexer.read.decode import decode, is_wide


class Format(StrEnum):
    """The formats that can be read; the value is the reader's name."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    DOC = "doc"
    RTF = "rtf"
    HTML = "html"
    TEXT = "text"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.DOC: "application/msword",
    Format.RTF: "application/rtf",
    Format.HTML: "text/html",
    Format.TEXT: "text/plain",
}

_ALLOWED = "what can be read is PDF, Word (.docx, .doc), OpenDocument (.odt), RTF, HTML and plain text"
_TAKE_OUT = "Take it out of the folder."
_OCR = "If it is a scanned paper, put it through text recognition (OCR) and save it as PDF."
_UNPACK = "Unpack it, and put the papers that are in it into the folder."
_EXPORT = "Save it as PDF with the program that made it."

# What a file of another kind begins with, what to call it, and what to do about it.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"MZ", "a Windows program", _TAKE_OUT),
    (b"\x7fELF", "a Linux program", _TAKE_OUT),
    (b"\xca\xfe\xba\xbe", "a program", _TAKE_OUT),
    (b"\xcf\xfa\xed\xfe", "a macOS program", _TAKE_OUT),
    (b"#!", "a script", _TAKE_OUT),
    (b"\x89PNG\r\n", "a picture", _OCR),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"GIF8", "a picture", _OCR),
    (b"II*\x00", "a picture", _OCR),
    (b"MM\x00*", "a picture", _OCR),
    (b"BM", "a picture", _OCR),
    (b"\x1f\x8b", "an archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive", _UNPACK),
    (b"Rar!\x1a\x07", "an archive", _UNPACK),
    (b"BZh", "an archive", _UNPACK),
    (b"\xfd7zXZ", "an archive", _UNPACK),
    (b"ID3", "a sound recording", _TAKE_OUT),
    (b"OggS", "a sound recording", _TAKE_OUT),
    (b"\x1aE\xdf\xa3", "a film", _TAKE_OUT),
    (b"SQLite format 3\x00", "a database", _TAKE_OUT),
    (b"%!PS", "PostScript", _EXPORT),
)
# The same, where it stands a little way in: at which byte.
_OTHERS_INSIDE: tuple[tuple[int, bytes, str, str], ...] = (
    (8, b"WEBP", "a picture", _OCR),
    (8, b"WAVE", "a sound recording", _TAKE_OUT),
    (8, b"AVI ", "a film", _TAKE_OUT),
    (4, b"ftyphei", "a picture", _OCR),
    (4, b"ftyp", "a film or sound recording", _TAKE_OUT),
    (257, b"ustar", "an archive", _UNPACK),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_OTHERS = (
    ("EncryptedPackage", "a document locked with a password", "Save it without a password."),
    ("Workbook", "a spreadsheet", _EXPORT),
    ("PowerPoint Document", "a presentation", _EXPORT),
    ("__properties_version", "an Outlook message", _EXPORT),
)
_ZIP_OTHERS = (
    ("xl/workbook.xml", "a spreadsheet", _EXPORT),
    ("ppt/presentation.xml", "a presentation", _EXPORT),
    ("META-INF/container.xml", "an electronic book", _EXPORT),
)
_PDF_HEADER_WITHIN = 1024  # bytes; readers of PDF accept as much before "%PDF-"
_SAMPLE = 65536  # bytes; enough to tell text from anything else

_TAGS = (
    "html|head|title|meta|link|base|body|main|header|nav|article|section|div|span|p|h[1-6]|table|tr|td|ul|ol|dl|br|hr|a|b"
    "|strong|em|font|center|form|script|style|noscript|blockquote|pre"
)
_HTML = re.compile(
    rf"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|(?:{_TAGS})\b[^<>]*/?>)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_PAGE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def sniff(data: bytes) -> Format:
    """The format of ``data``; raises UnreadableError, saying what it is instead, where no reader is there for it."""
    if not data:
        raise UnreadableError("is empty", "Copy it again from where it came, or take it out of the folder.")
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return Format.PDF
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if data.startswith(_OLE):
        return _in_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)
    _refuse_others(data)
    return _text_or_html(data)


def _refuse_others(data: bytes) -> None:
    for start, what, hint in _OTHERS:
        if data.startswith(start):
            raise _refused(what, hint)
    for at, inside, what, hint in _OTHERS_INSIDE:
        if data.startswith(inside, at):
            raise _refused(what, hint)
    if _MAIL_PAGE.match(data[:_SAMPLE]):
        raise _refused(
            "a web page saved as an e-mail (.mht)", "Save the page as “Web page, HTML only”, or print it to PDF."
        )


def _refused(what: str, hint: str) -> UnreadableError:
    return UnreadableError(f"holds {what}, not a paper: {_ALLOWED}", hint)


def _in_ole(data: bytes) -> Format:
    """The container of Office before 2007: the names of its streams, in UTF-16, tell whose it is."""
    if "WordDocument".encode("utf-16-le") in data:
        return Format.DOC
    for stream, what, hint in _OLE_OTHERS:
        if stream.encode("utf-16-le") in data:
            raise _refused(what, hint)
    raise _refused("an Office file that is no document", _EXPORT)


def _in_zip(data: bytes) -> Format:
    """Only the names in the archive are looked at; nothing is unpacked."""
    # The first entry of an OpenDocument file is its media type, not compressed.
    if data.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text", 30):
        return Format.ODT
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(
            "is a damaged .docx or archive: its end is missing", "Copy it again from where it came."
        ) from error
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return Format.DOCX
    for name, what, hint in _ZIP_OTHERS:
        if name in names:
            raise _refused(what, hint)
    raise _refused("an archive", _UNPACK)


def _text_or_html(data: bytes) -> Format:
    sample = data[:_SAMPLE]
    text = decode(sample)
    # Text has no control characters; two in a hundred are forgiven to a damaged conversion.
    if not is_wide(sample) and len(_NOT_TEXT.findall(sample)) > len(sample) / 50:
        raise _refused("data that is not text", _TAKE_OUT)
    if _HTML.match(text):
        return Format.HTML
    if text.lstrip().startswith("<?xml"):
        raise _refused("XML data", _EXPORT)
    if not any(map(str.isalnum, decode(data) if len(data) > _SAMPLE else text)):
        raise UnreadableError("holds no text", "Copy it again from where it came, or take it out of the folder.")
    return Format.TEXT
