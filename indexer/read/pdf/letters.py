"""Which letters does a PDF mean? Ligatures, soft hyphens, bullets of symbol fonts and debris."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from indexer.read.labels import BULLET

HYPHEN = "-"
SOFT_HYPHEN = "\u00ad"

# PDFium puts U+0002 for a hyphen that it takes for one at a line's end.
_LINE_END_HYPHEN = "\x02"
# Symbol and Wingdings keep their signs in the private use area, at 0xF000 and the byte. These are their usual bullets.
_SYMBOL_BULLETS = [chr(0xF000 + byte) for byte in (0x6C, 0x6E, 0x71, 0x76, 0x9F, 0xA7, 0xA8, 0xB7, 0xD8, 0xFC)]
_MEANINGS = {
    **dict.fromkeys((_LINE_END_HYPHEN, "\u2010", "\u2011"), HYPHEN),
    SOFT_HYPHEN: SOFT_HYPHEN,
    **dict.fromkeys(_SYMBOL_BULLETS, BULLET),
    **{char: unicodedata.normalize("NFKC", char) for char in "ﬀﬁﬂﬃﬄﬅﬆ"},
}


@lru_cache(maxsize=4096)
def letter(code: int) -> str | None:
    """What a person sees for one character code: "" for nothing, " " for any space, ``None`` for an unknown letter."""
    if code > 0x10FFFF or code in (0, 0xFFFD, 0xFFFE, 0xFFFF):
        return None
    char = chr(code)
    if char in _MEANINGS:
        return _MEANINGS[char]
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in {"Co", "Cn"}:
        return None
    return "" if category in {"Cc", "Cf"} else char


def whole(text: str) -> str:
    """``text`` with surrogate pairs made one character and half ones dropped."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
