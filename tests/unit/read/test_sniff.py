"""Which format is a file in, whatever its name says?"""

import io
import struct
import zipfile

import pytest

from indexer.errors import UnreadableError
from indexer.read.sniff import Format, sniff


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, b"x")
    return buffer.getvalue()


def odt() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", "<x/>")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n\n junk before it %PDF-1.4\n", Format.PDF),
        (archive("[Content_Types].xml", "_rels/.rels", "word/document.xml"), Format.DOCX),
        (odt(), Format.ODT),
        (OLE + "WordDocument".encode("utf-16-le"), Format.DOC),
        (b"{\\rtf1\\ansi Hello}", Format.RTF),
        (b"<!DOCTYPE html><p>Hello", Format.HTML),
        (b"\xef\xbb\xbf \n<!-- saved from url=(0014)about:internet -->\n<html><body>", Format.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html>", Format.HTML),
        ("<html><body>Minutes".encode("utf-16"), Format.HTML),
        (b"<TABLE BORDER=0><TR>", Format.HTML),
        (b"1. Aim\n\n1.1 To note the report.", Format.TEXT),
        ("Children’s Services".encode("utf-16-le"), Format.TEXT),
        ("Children’s Services".encode("cp1252"), Format.TEXT),
        (b"<1% of children", Format.TEXT),
        (b"# Heading\n\n- item", Format.TEXT),
    ],
)
def test_the_content_decides(data: bytes, expected: Format) -> None:
    assert sniff(data) is expected


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"MZ\x90\x00\x03", "a Windows program"),
        (b"\x7fELF\x02\x01", "a Linux program"),
        (b"#!/bin/sh\necho", "a script"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a picture"),
        (archive("holiday.jpg"), "an archive"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "a presentation"),
        (b"\x1f\x8b\x08", "an archive"),
        (OLE + "Workbook".encode("utf-16-le"), "a spreadsheet"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a document locked with a password"),
        (OLE, "an Office file that is no document"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (struct.pack("<64I", *range(0, 64 * 7919, 7919)), "data that is not text"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "XML data"),
        (b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "a web page saved as an e-mail"),
    ],
)
def test_what_is_no_paper_is_refused_by_its_name_with_what_is_allowed(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^holds {what}.*not a paper: what can be read is PDF, Word") as refused:
        sniff(data)
    assert refused.value.hint


def test_an_empty_file_is_called_empty() -> None:
    with pytest.raises(UnreadableError, match=r"^is empty$"):
        sniff(b"")


@pytest.mark.parametrize("data", [b" \n\n\t", b"--- ... ---\n"])
def test_a_text_without_a_word_holds_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="holds no text"):
        sniff(data)


def test_a_docx_cut_short_is_called_damaged() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        sniff(archive("[Content_Types].xml", "word/document.xml")[:80])


def test_thousands_of_comments_before_nothing_take_no_time() -> None:
    assert sniff(b"<!-- -->" * 8000 + b"words") is Format.TEXT


def test_every_format_has_a_media_type() -> None:
    assert all("/" in form.media_type for form in Format)
