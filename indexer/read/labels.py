"""Is there a number, a letter or a bullet before this text, and which?"""

from __future__ import annotations

import re
from typing import NamedTuple

BULLET = "•"

# Signs that begin an item wherever a line begins with one. U+F0xx is what is left of a Symbol or Wingdings font.
_SURE = "•●○◦▪▫■□‣⁃∙➢➤►▶✓✔◆❖\uf000-\uf0ff"
# Signs that may also stand inside a sentence. "?" and "o" are what conversions make of bullets.
_DOUBTFUL = "\\-–—*o?·§¿"
_GLYPH = re.compile(rf"([{_SURE}]|[{_DOUBTFUL}](?=\s))\s*")

# What follows a number that is a quantity or a time and no label.
_UNIT = re.compile(
    r"(?:[ap]\.?m\b|noon|hrs|hours?|days?|weeks?|months?|years?|times|miles?|metres|hectares|points?|pounds|pence"
    r"|million|billion|thousand|m\b|bn\b|k\b|per\b|percent|%|fte|wte)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"""(?P<label>
        \d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s|$|[A-Z“‘"'][a-z])   # 3.17   3.1.2.   and 3.17The, its space lost
      | \d{1,4}[.)](?=\s|$|[A-Z][a-z])                          # 1.   597.   2)
      | \(\d{1,3}\)(?=\s|$)                                     # (1)
      | \([A-Za-z]\)(?=\s|$) | [A-Za-z]\)(?=\s|$)               # (a)   a)
      | [a-z]\.(?=\s+[^\d£\s]|$)                                # a.   but "c. 300"
      | \([ivxl]{2,6}\)(?=\s|$) | [ivxl]{2,6}[.)](?=\s|$)       # (iv)   iv)   iv.
      | \([IVXL]{2,6}\)(?=\s|$) | [IVXL]{2,6}[.)](?=\s|$)       # (IV)   IV.
    )\s*""",
    re.VERBOSE,
)
_DATE = re.compile(r"0?\d{1,2}\.0?\d{1,2}\.\d{2,4}$|(?:19|20)\d\d[.)]$")


class Labelled(NamedTuple):
    """A text parted from its label, which is empty where there is none."""

    label: str
    text: str


class Bulleted(NamedTuple):
    """A text parted from the sign before it, which is empty where there is none."""

    glyph: str
    text: str


def split_bullet(text: str) -> Bulleted:
    """The bullet sign at the beginning of ``text``, and what follows it."""
    match = _GLYPH.match(text)
    return Bulleted(match[1], text[match.end() :]) if match else Bulleted("", text)


def is_sure_bullet(glyph: str) -> bool:
    """Whether ``glyph`` begins an item wherever it stands."""
    return bool(re.fullmatch(f"[{_SURE}]", glyph))


def split_label(text: str) -> Labelled:
    """The number or letter at the beginning of ``text`` as it is printed ("3.17", "1.", "(a)"), and what follows it."""
    match = _LABEL.match(text)
    if match is None or _DATE.match(match["label"]):
        return Labelled("", text)
    rest = text[match.end() :]
    if match["label"][0].isdigit() and _UNIT.match(rest):
        return Labelled("", text)
    return Labelled(match["label"], rest)
