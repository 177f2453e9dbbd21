"""What is the label before a line: a number, a letter, a roman numeral or a bullet?"""

from __future__ import annotations

import re
from enum import StrEnum

BULLET = "•"

_BULLETS = "•●○◦▪■□➢➤►✓✔❖·∙‣⁃*–—-\uf0b7\uf0a7\uf0d8\uf02d"
_NUMBER = r"\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?"
_REFERENCE = r"\d{1,4}(?:\.[A-Z]{2,6}\d{1,3}|/\d\d)"  # 16.CSE1 and 65/08, as minutes number their items
_ROMAN = r"x{0,3}(?:ix|iv|v?i{1,3}|v|x)"
_LETTER = rf"[a-z]|{_ROMAN}|[A-Z]"
# "3.5 million children" begins a sentence and numbers nothing.
_QUANTITY = (
    r"\d+\.\d+\s+(?:million|billion|thousand|per\s?cent|%|hours?|days?|weeks?|months?|years?|times|points|FTE)\b"
)

_TYPED = re.compile(
    rf"(?P<bullet>[{re.escape(_BULLETS)}]|o(?=\s))\s+(?=\S)"
    rf"|(?P<number>(?!{_QUANTITY})(?:{_REFERENCE}|\d{{1,4}}(?:\.\d{{1,3}}){{1,4}}[a-z]?\.?|\d{{1,3}}\.))\s+(?=\S)"
    rf"|(?P<letter>\((?:{_LETTER}|\d{{1,2}})\)|(?:{_LETTER}|\d{{1,2}})\)|(?:[a-z]|{_ROMAN})\.)\s+(?=\S)"
)


class Label(StrEnum):
    """The kinds of label."""

    NUMBER = "number"  # "3.17", "1.", "63", "65/08": may name a section or a paragraph
    LETTER = "letter"  # "(a)", "b)", "iv.", "(2)": belongs to the paragraph above
    BULLET = "bullet"


def split_label(text: str) -> tuple[str | None, str]:
    """The label typed at the beginning of ``text`` and what follows it. A number alone needs its full stop."""
    if (found := _TYPED.match(text)) is None:
        return None, text
    label = BULLET if found["bullet"] else found[0].strip()
    return label, text[found.end() :]


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
    parts = number.split(".")
    if len(parts) == 2 and parts[1] == "0":
        return 1
    return len(parts)


def is_roman(label: str) -> bool:
    """Whether the label is a small roman numeral; "(i)" after "(h)" is for the caller to see."""
    return bool(re.fullmatch(_ROMAN, label.strip("(). ")))
