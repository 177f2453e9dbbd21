"""Is there a number, a letter or a bullet before this text, which is it, and what sort of label is it?"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

BULLET = "•"

# Signs that begin an item wherever a line begins with one. U+F0xx is what is left of a Symbol or Wingdings font.
_SURE = "•●○◦▪▫■□‣⁃∙➢➤►▶✓✔◆❖\uf000-\uf0ff"
# Signs that may also stand inside a sentence. "?" and "o" are what conversions make of bullets.
_DOUBTFUL = "\\-–—*o?·§¿"
_GLYPH = re.compile(rf"([{_SURE}]|[{_DOUBTFUL}](?=\s))\s*")

_REFERENCE = r"\d{1,4}\.[A-Z]{2,6}\d{1,3}|\d{1,3}/\d\d"  # 16.CSE1 and 65/08, as minutes number their items
_NUMBER = r"\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?"
# Up to 49; a list that goes further is not met, and "l" is a letter.
_ROMAN = r"(?=[ivx])(?:xl|x{0,3})(?:ix|iv|v?i{0,3})"
_LETTER = rf"[a-z]|{_ROMAN}|[A-Z]|(?i:{_ROMAN})"

# What follows a number that is a quantity or a time and no label.
_UNIT = re.compile(
    r"(?:[ap]\.?m|[AP]M|noon|hrs|hours?|days?|weeks?|months?|years?|times|miles?|metres|hectares|points?|pounds|pence"
    r"|million|billion|thousand|m|bn|k|per\s?cent|per|fte|FTE|wte|WTE)\b|%"
)
_LABEL = re.compile(
    rf"""(?P<label>
        (?:{_REFERENCE})(?=\s+[A-Z(“‘"'])                            # 65/08   16.CSE1
      | \d{{1,3}}(?:\.\d{{1,3}}){{1,4}}[a-f]?\.?(?=\s|$|[A-Z“‘"'][a-z])  # 3.17   3.1.2.   and 3.17The, its space lost
      | \d{{1,4}}[.)](?=\s|$|[A-Z][a-z])                             # 1.   597.   2)
      | \(\d{{1,3}}\)(?=\s|$)                                        # (1)
      | \([A-Za-z]\)(?=\s|$) | [A-Za-z]\)(?=\s|$)                    # (a)   a)
      | [a-z]\.(?=\s+[^\d£\s]|$)                                     # a.   but "c. 300"
      | \((?i:{_ROMAN})\)(?=\s|$)                                    # (iv)   (IV)
      | (?:{_ROMAN})[.)](?=\s|$) | (?=[IVX]{{2}})(?i:{_ROMAN})[.)](?=\s|$)  # iv)   iv.   IV.
    )\s*""",
    re.VERBOSE,
)
# "12.11.19" and "2025." are times; "3.1.12" numbers a paragraph.
_DATE = re.compile(r"\d{1,2}\.[01]\d\.\d\d$|(?:19|20)\d\d[.)]$")


class Label(StrEnum):
    """The sorts of label."""

    NUMBER = "number"  # "3.17", "1.", "63", "65/08": may name a section or a paragraph
    LETTER = "letter"  # "(a)", "b)", "iv.", "(2)": belongs to the paragraph above
    BULLET = "bullet"


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


def kind_of(label: str) -> Label:
    """What sort of label this is; anything that is neither number nor letter counts as a bullet."""
    plain = label.strip()
    if re.fullmatch(rf"(?:{_NUMBER}|{_REFERENCE})\.?", plain):
        return Label.NUMBER
    if re.fullmatch(rf"\(?(?:{_LETTER}|\d{{1,3}})[.)]{{0,2}}", plain) and plain != "o":
        return Label.LETTER
    return Label.BULLET


def number_of(label: str) -> str:
    """The number as it is cited: "1." is "1", "2.0" stays."""
    return label.strip().rstrip(".")


def depth(number: str) -> int:
    """How deep a number is: 1 for "3" and "3.0", 2 for "3.17", 3 for "3.17.1"."""
    return 1 if is_section_number(number) else len(number.split("."))


def is_section_number(number: str) -> bool:
    """Whether the number can only be that of a section: "2.0"."""
    return bool(re.fullmatch(r"\d{1,3}\.0", number))


def is_roman(label: str) -> bool:
    """Whether the label is a small roman numeral; "(i)" after "(h)" is for the caller to see."""
    return bool(re.fullmatch(_ROMAN, label.strip("(). ")))
