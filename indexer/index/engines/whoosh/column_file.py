"""How do columns rest in a file, and how is damage noticed?

::

    +--------+---------+-------------+------------------+---------------+---------+---------+-----
    | magic  | version | header size | header's CRC-32  | header        | padding | array   | ...
    | 8 byte | uint32  | uint32      | uint32           | JSON, UTF-8   | to 4096 | to 4096 |
    +--------+---------+-------------+------------------+---------------+---------+---------+-----

Numbers are little-endian. The header gives the size of all arrays, and of each one the dtype, shape, offset (from the
start of the first) and checksum. A file that is not wholly as it was written is as good as none: it is made again.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from math import prod
from pathlib import Path

import numpy as np

from indexer.index.engines.whoosh.columns import Array, Columns

ENDING = ".columns"  # Whoosh deletes what is named after a segment together with the segment
VERSION = 2  # of the layout drawn in `columns` and of the file's; a file of another version is made anew

_MAGIC = b"\x93COLUMNS"
_START = struct.Struct("<8sIII")
_PAGE = 4096  # bytes; arrays start on pages, and a checksum is taken page by page


class ColumnFileError(Exception):
    """There is no such file, or it is damaged or of another version."""


def save(columns: Columns, path: Path) -> None:
    """Writes the file whole or not at all. Raises ``OSError`` where the folder cannot be written."""
    arrays = {name: np.ascontiguousarray(array) for name, array in columns.arrays().items()}
    header = _header(columns, arrays)
    part = path.with_name(f"{path.name}.{os.getpid()}")  # two processes may find the same file missing
    try:
        with part.open("wb") as file:
            file.write(_START.pack(_MAGIC, VERSION, len(header), zlib.crc32(header)) + header)
            for array in arrays.values():
                file.write(bytes(-file.tell() % _PAGE))
                file.write(array.data if array.size else b"")
            file.write(bytes(-file.tell() % _PAGE))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load(path: Path) -> Columns:
    """The columns, mapped from the file. Raises ``ColumnFileError`` when they cannot be trusted."""
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _columns(content)
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        raise ColumnFileError(f"{path} is missing, damaged or of another version.") from error


def _header(columns: Columns, arrays: dict[str, Array]) -> bytes:
    described = {}
    offset = 0
    for name, array in arrays.items():
        described[name] = [array.dtype.str, list(array.shape), offset, _checksum(array.tobytes())]
        offset += array.nbytes + -array.nbytes % _PAGE
    header = {
        "size": offset,
        "arrays": described,
        "values": columns.values,
        "totals": {name: field.total for name, field in columns.fields.items()},
    }
    return json.dumps(header).encode()


def _columns(content: mmap.mmap) -> Columns:
    magic, version, length, crc = _START.unpack_from(content)
    raw = content[_START.size : _START.size + length]
    if (magic, version, crc) != (_MAGIC, VERSION, zlib.crc32(raw)):
        raise ValueError("header")
    header = json.loads(raw)
    begin = _START.size + length + -(_START.size + length) % _PAGE
    if len(content) != begin + header["size"]:
        raise ValueError("size")
    arrays = {}
    for name, (dtype, shape, offset, checksum) in header["arrays"].items():
        count = prod(shape)
        start, count = begin + offset, prod(shape)
        array = np.frombuffer(content, dtype, count, start) if count else np.empty(0, dtype)
        if _checksum(memoryview(content)[start : start + array.nbytes + -array.nbytes % _PAGE]) != checksum:
            raise ValueError(name)
        arrays[name] = array.reshape(shape)
    content.madvise(mmap.MADV_DONTNEED)  # what the check has read is not wanted in memory yet
    values = tuple((facet, value) for facet, value in header["values"])
    return Columns.from_arrays(arrays, values, header["totals"])


def _checksum(content: bytes | memoryview) -> int:
    """A checksum at the speed of memory (CRC-32 takes six times as long, and a process checks before its first
    search): the sum of each page's 64-bit words, the pages weighted by odd numbers that ascend, modulo 2^64.
    """
    padded = content if len(content) % _PAGE == 0 else bytes(content) + bytes(-len(content) % _PAGE)
    pages = np.frombuffer(padded, np.uint64).reshape(-1, _PAGE // 8).sum(axis=1, dtype=np.uint64)
    return int((pages * np.arange(1, 2 * len(pages), 2, dtype=np.uint64)).sum(dtype=np.uint64))
