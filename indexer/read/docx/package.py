"""Is this archive safe to open, and what does one of its parts hold?

Nothing is written to disk and no relationship is followed out of the archive. Sizes are checked as the archive
declares them before anything is unpacked, and held to while unpacking, whatever it declared.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from indexer.errors import UnreadableError
from indexer.read.docx.markup import Element, parse

# A long report with a picture on every page has some 300 members; 70,000 is a known attack.
MOST_MEMBERS = 5_000
# Declared, all members: papers full of uncompressed pictures reach 200 MB.
LARGEST_TOTAL = 400_000_000
# Of all parts that are read: a page of text is about 20 kB of XML, so this is some 2,000 pages.
LARGEST_TEXT = 40_000_000
# Word's own XML shrinks 10 to 30 times, a bomb about 1,000 times; small parts may shrink as they like.
LARGEST_RATIO = 150
RATIO_MATTERS_FROM = 5_000_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_COPY_AGAIN = "Copy it again from where it came, or save it again in Word."
_SAVE_AS_PDF = "If Word opens it, save it again, or save it as PDF."
_LOCAL_HEADER = 30  # bytes before the name, by the ZIP specification
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,  # a compression that no Word file uses
    RuntimeError,  # a member with a password
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)


class Relationship(NamedTuple):
    """``kind`` is the last word of its type ("styles"); ``target`` is the name of a part in this archive."""

    kind: str
    target: str


def is_encrypted(data: bytes) -> bool:
    """Whether this is a Word file behind a password or rights management: an OLE container around the real file."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


class Package:
    """The parts of a Word file, by name."""

    def __init__(self, data: bytes) -> None:
        if is_encrypted(data):
            raise UnreadableError(
                "is a Word file locked with a password or by rights management", "Save it without a password."
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(
                "is not a complete Word file (.docx): its archive cannot be opened", _COPY_AGAIN
            ) from error
        members = self._archive.infolist()
        _check(members)
        self._members = {_part_name(member.filename): member for member in members}
        self._left = LARGEST_TEXT

    def part(self, name: str) -> Element | None:
        """The root element of a part; None where there is no such part."""
        member = self._members.get(_part_name(name))
        return None if member is None else parse(self._unpack(member), name)

    def relationships(self, name: str) -> Mapping[str, Relationship]:
        """What the part ``name`` ("" is the package) points at inside this archive, by id."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if root is None else dict(_internal(root, folder))

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.file_size > max(RATIO_MATTERS_FROM, member.compress_size * LARGEST_RATIO):
            raise UnreadableError(
                f"has a part that unpacks to more than {LARGEST_RATIO} times its size, as only a trap does",
                _SAVE_AS_PDF,
            )
        try:
            with self._archive.open(member) as stream:
                data = stream.read(self._left + 1)
        except _BROKEN as error:
            raise UnreadableError(
                f"is a Word file whose part {member.filename} cannot be unpacked", _COPY_AGAIN
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(
                f"holds more than {LARGEST_TEXT // 1_000_000} MB of text, the most that is read of one Word file",
                "Split it into its papers.",
            )
        return data


def _check(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"has {len(members):,} parts; at most {MOST_MEMBERS:,} are read", _SAVE_AS_PDF)
    total = sum(member.file_size for member in members)
    if total > LARGEST_TOTAL:
        raise UnreadableError(
            f"unpacks to {total // 1_000_000:,} MB; at most {LARGEST_TOTAL // 1_000_000} MB is read",
            "If it is full of pictures, compress them in Word (Picture Format, Compress Pictures).",
        )
    in_order = sorted(members, key=lambda member: member.header_offset)
    for member, following in itertools.pairwise(in_order):
        if member.header_offset + _LOCAL_HEADER + member.compress_size > following.header_offset:
            raise UnreadableError("is a Word file whose parts lie over one another, as only a trap does", _SAVE_AS_PDF)


def _part_name(name: str) -> str:
    """Names of parts ignore case and a leading slash; some old writers used backslashes."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _internal(root: Element, folder: str) -> Iterator[tuple[str, Relationship]]:
    for child in root:
        if child.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, child.get("Target", ""))).lstrip("/")
            yield child.get("Id", ""), Relationship(child.get("Type", "").rpartition("/")[2], target)
