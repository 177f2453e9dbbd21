from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from indexer.errors import UnreadableError
from indexer.read.docx import package, read
from indexer.read.docx.markup import parse
from tests.unit.read.word_file import archive, blocks, p, r, relationships, root, tbl, tc, tr, word_file

DECLARED = 600_000_000


def members(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def with_document(xml: str | bytes) -> bytes:
    return archive(members(word_file(p("x"))) | {"word/document.xml": xml})


def declaring(data: bytes, name: str, size: int) -> bytes:
    """The archive with another unpacked size written beside ``name`` in its central directory."""
    entry = data.index(b"PK\x01\x02" + data[data.rindex(b"PK\x01\x02") + 4 : data.rindex(b"PK\x01\x02") + 6])
    while data[entry + 46 : entry + 46 + len(name)] != name.encode():
        entry = data.index(b"PK\x01\x02", entry + 4)
    return data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :]


def of_empty_members(count: int) -> bytes:
    """An archive of that many members; written by hand, for zipfile takes seconds."""
    local, central = bytearray(), bytearray()
    for n in range(count):
        name = b"%d" % n
        central += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 9, len(name), *[0] * 5, len(local)) + name
        local += struct.pack("<4s5H3L2H", b"PK\x03\x04", *[0] * 8, len(name), 0) + name
    return bytes(local + central) + struct.pack("<4s4H2LH", b"PK\x05\x06", *[0] * 4, len(central), len(local), 0)


@pytest.fixture
def no_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a member was unpacked before the sizes were checked")

    monkeypatch.setattr(zipfile, "ZipExtFile", refuse)


@pytest.mark.usefixtures("no_unpacking")
class TestBeforeUnpacking:
    def test_600_megabytes_declared_are_refused(self) -> None:
        with pytest.raises(UnreadableError, match="unpacks to 600 MB; at most 400 MB"):
            read(declaring(word_file(p("x")), "word/document.xml", DECLARED), "bomb.docx")

    def test_600_megabytes_in_many_members_are_refused(self) -> None:
        bomb = archive({f"word/media/{n}": b"" for n in range(60)})
        for n in range(60):
            bomb = declaring(bomb, f"word/media/{n}", DECLARED // 60)
        with pytest.raises(UnreadableError, match="unpacks to 600 MB"):
            read(bomb, "bomb.docx")

    def test_70000_members_are_refused(self) -> None:
        with pytest.raises(UnreadableError, match="70,000 parts; at most 5,000"):
            read(of_empty_members(70_000), "many.docx")

    def test_a_part_that_shrank_a_thousand_times_is_refused(self) -> None:
        with pytest.raises(UnreadableError, match="150 times its size"):
            package.Package(archive({"word/document.xml": b" " * 20_000_000})).part("word/document.xml")

    def test_members_that_lie_over_one_another_are_refused(self) -> None:
        data = archive({"a": b"x" * 90, "b": b"y" * 90})
        at = data.rindex(b"PK\x01\x02") + 42  # where the second member says it begins
        with pytest.raises(UnreadableError, match="over one another"):
            read(data[:at] + struct.pack("<I", 0) + data[at + 4 :], "folded.docx")


def test_a_member_cannot_give_more_than_its_header_says() -> None:
    paper = word_file(p("x" * 5_000))
    with pytest.raises(UnreadableError, match="cannot be unpacked"):
        read(declaring(paper, "word/document.xml", 100), "liar.docx")


def test_more_text_than_any_paper_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_TEXT", 3_000)
    with pytest.raises(UnreadableError, match="the most that is read"):
        read(word_file(p("word " * 1_000)), "long.docx")


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(UnreadableError):
        read(with_document(f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>{root("document", "&l11;")[38:]}'), "laughs.docx")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://evil.example/w.dtd" [<!ENTITY secret "x">]>',
        '<!DOCTYPE w [<!ENTITY % all SYSTEM "file:///etc/hostname"> %all; <!ENTITY secret "x">]>',
    ],
)
def test_entities_from_elsewhere_are_refused(declaration: str) -> None:
    xml = root("document", f"<w:body>{p(r('&secret;'))}</w:body>").replace("?>", f"?>{declaration}", 1)
    with pytest.raises(UnreadableError):
        read(with_document(xml), "xxe.docx")


def test_a_document_type_is_refused_whatever_it_says() -> None:
    with pytest.raises(UnreadableError, match="declares a document type"):
        parse(b"<!DOCTYPE w><w/>", "word/document.xml")


def test_xml_nested_200000_deep_is_refused() -> None:
    deep = "<w:sdt>" * 200_000 + "</w:sdt>" * 200_000
    with pytest.raises(UnreadableError):
        read(with_document(root("document", f"<w:body>{deep}</w:body>")), "deep.docx")


def in_table(inside: str) -> str:
    return tbl(tr(tc(inside)))


def in_control(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("wrap", [in_table, in_control])
def test_nesting_as_deep_as_the_parser_allows_is_read_or_refused(wrap: Callable[[str], str]) -> None:
    body = p("inside")
    for _ in range(70):
        body = wrap(body)
    assert [block.text for block in blocks(body)] == ["inside"]


def test_names_that_climb_out_of_the_archive_are_only_names() -> None:
    climbing = members(word_file(p("Text"))) | {"../../../etc/cron.d/x": b"x", "/tmp/x": b"x", "C:\\x": b"x"}  # noqa: S108
    assert len(read(archive(climbing), "slip.docx").blocks) == 1


def test_what_lies_outside_is_never_followed() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    outside = "".join(
        f'<Relationship Id="o{n}" Type="{kind}{name}" Target="{target}" TargetMode="External"/>'
        for n, (name, target) in enumerate(
            [("styles", "file:///etc/passwd"), ("numbering", "\\\\host\\share"), ("image", "http://evil.example/i.png")]
        )
    )
    up = f'<Relationship Id="up" Type="{kind}footnotes" Target="../../../../etc/passwd"/>'
    found = read(word_file(p("Text"), related=outside + up), "links.docx")
    assert len(found.blocks) == 1


def test_an_encrypted_file_says_so_and_what_to_do() -> None:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    with pytest.raises(UnreadableError, match="locked with a password") as caught:
        read(ole, "secret.docx")
    assert caught.value.hint


def test_a_member_with_a_password_is_refused() -> None:
    paper = bytearray(word_file(p("x")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = paper.find(signature)
        while at >= 0:
            paper[at + flags] |= 1
            at = paper.find(signature, at + 4)
    with pytest.raises(UnreadableError, match="cannot be unpacked"):
        read(bytes(paper), "locked.docx")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7 not a Word file",
        archive({}),
        archive({"xl/workbook.xml": "<workbook/>"}),
        with_document("<html/>"),
        with_document(root("document", "")),
        with_document(""),
        with_document("<w:document"),
        with_document('<?xml version="1.0" encoding="no-such-code"?><w/>'),
        with_document(b"\xff\xfe\x00"),
        archive({"_rels/.rels": relationships('<Relationship Id="a" Type="x/officeDocument"/>')}),
        word_file(p("x"), parts={"styles": "<w:broken>"}),
        word_file(p("x"))[:-40],
        word_file(p("x"))[60:],
    ],
)
def test_what_is_no_sound_word_file_is_refused_with_a_hint(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, "odd.docx")
    assert caught.value.hint
