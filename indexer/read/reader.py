"""How does a file become a RawDocument, whatever its format?"""

from __future__ import annotations

import hashlib
import os
import stat
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from indexer.errors import UnreadableError
from indexer.model.raw import RawDocument, Source
from indexer.read.result import ReadResult
from indexer.read.sniff import Format, sniff

# The largest agenda pack we know has 40 MB.
LARGEST = 100_000_000  # bytes

# A reader is imported when its first file comes: a folder of text should not wait for the libraries of PDF.
_READERS = {
    Format.PDF: "indexer.read.pdf",
    Format.DOCX: "indexer.read.docx",
    Format.ODT: "indexer.read.office",
    Format.DOC: "indexer.read.office",
    Format.RTF: "indexer.read.rtf",
    Format.HTML: "indexer.read.html",
    Format.TEXT: "indexer.read.text",
}


class _Reader(Protocol):
    def __call__(self, data: bytes, where: str) -> ReadResult: ...


def read(path: Path, name: str, *, largest: int = LARGEST) -> RawDocument:
    """What the file at ``path`` says; ``name`` is what it is called in the index and in problems.

    Raises UnreadableError, its text a predicate of the file ("is empty"), where nothing of it can be read.
    """
    data = _contents(path, largest)
    form = sniff(data)
    result = _reader(form)(data, name)
    return RawDocument(
        source=Source(
            path=name,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=form.media_type,
            size=len(data),
            read_by=form.value,
            url=dict(result.properties).get("url"),
        ),
        blocks=result.blocks,
        properties=result.properties,
        problems=result.problems,
    )


def import_readers() -> None:
    """Imports every reader now, for a process whose children are to find them there."""
    for form in _READERS:
        _reader(form)


def _reader(form: Format) -> _Reader:
    return cast("_Reader", import_module(_READERS[form]).read)


def _contents(path: Path, largest: int) -> bytes:
    """The bytes of a regular file. O_NONBLOCK, so that a pipe that took a file's place is not waited for."""
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123 - a descriptor
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError("is not a file but a folder, a pipe or a device", "Take it out of the folder.")
            data = file.read(largest + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise UnreadableError(f"cannot be opened: {reason}", "Look at its permissions, or copy it again.") from error
    if len(data) > largest:
        raise UnreadableError(
            f"is larger than {largest // 1_000_000} MB, the most that is read of one file",
            "Split it into its papers, or save it with smaller pictures.",
        )
    return data
