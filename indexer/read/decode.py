"""Which characters do these bytes stand for?"""

from __future__ import annotations

import codecs
import re

# Longest first: the mark of UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "indexer-cp1252"

# English council papers use these beyond ASCII. Where one of them was written as UTF-8 and read as cp1252, it
# became two or three letters that no English text holds side by side.
_OFTEN_BROKEN = "‐‑–—‘’‚“”„†•…€™£§©®°±²³´·º»¼½¾àáâãäåæçèéêëìíîïñòóôõöøùúûüý\u00a0"

# Controls but tab, line feed, carriage return, form feed; lone surrogates; marks without width; non-characters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]"
)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler for bytes.decode: the bytes that are not UTF-8, read as cp1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _cp1252(error.object[error.start : error.end]), error.end


def _cp1252(data: bytes) -> str:
    """cp1252 leaves five bytes undefined; those become the control characters of Latin-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


codecs.register_error(_FALLBACK, _as_cp1252)

_REPAIRS = {_cp1252(character.encode()): character for character in _OFTEN_BROKEN} | {"â€": "”"}
_BROKEN = re.compile("|".join(sorted(map(re.escape, _REPAIRS), key=len, reverse=True)))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, without control characters: by its byte order mark, else UTF-8, else what it declares.

    A byte that is nothing else is read as cp1252, what Windows programs write. Never fails.
    """
    return clean(_decoded(data, declared))


def is_wide(data: bytes) -> bool:
    """Whether ``data`` is text with two bytes or four to a character, so that zeros in it are no sign of damage."""
    marked = any(data.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8")
    return marked or _wide(data) is not None


def clean(text: str) -> str:
    """``text`` without characters that cannot be shown, its line ends as line feeds, broken UTF-8 mended."""
    text = _BROKEN.sub(lambda match: _REPAIRS[match.group()], text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x85", "\n")
    return _UNPRINTABLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n\n"))


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "ignore")
    if wide := _wide(data):
        return data.decode(wide, "ignore")
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    if declared is not None:
        try:
            return data.decode(declared)
        except (LookupError, ValueError):
            pass
    return data.decode("utf-8", _FALLBACK)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English in it has a zero in nearly every second byte, and text has zeros nowhere else."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # A third, because typographic quotes and dashes have no zero; the other half must have almost none.
    wide = None
    if half and odd > half / 3 and even < half / 50:
        wide = "utf-16-le"
    if half and even > half / 3 and odd < half / 50:
        wide = "utf-16-be"
    return wide if wide and _reads_as_text(sample.decode(wide, "ignore")) else None


def _reads_as_text(text: str) -> bool:
    """Whether nearly all of ``text`` can be shown; numbers in a binary file have zeros too, but no such characters."""
    shown = sum(character.isprintable() or character.isspace() for character in text)
    return shown >= 0.95 * len(text)
