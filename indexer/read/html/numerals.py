"""What does a browser print before the items of a list?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from indexer.read.labels import BULLET

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 100_000  # above it a number is damage, and numbering begins anew


def markers(element: Tag) -> Iterator[tuple[Tag, str]]:
    """The children of a list with the sign or number before each; what is no item has none."""
    style = _style(element)
    number = _integer(element.get("start"), 1)
    for child in element.find_all(recursive=False):
        if child.name != "li":
            yield child, ""
            continue
        number = _integer(child.get("value"), number)
        yield child, BULLET if element.name != "ol" else f"{_numeral(number, style)}."
        number += 1


def _style(element: Tag) -> str:
    by_type = _TYPES.get(str(element.get("type") or ""), "decimal")
    found = _STYLE.search(str(element.get("style") or ""))
    return found[1].lower() if found else by_type


def _integer(value: object, default: int) -> int:
    text = str(value).strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) and abs(int(text)) < _HIGHEST else default


def _numeral(number: int, style: str) -> str:
    if number > 0 and style in {"lower-alpha", "upper-alpha", "lower-latin", "upper-latin"}:
        text = _letters(number)
    elif 0 < number < 400 and style in {"lower-roman", "upper-roman"}:
        text = _roman(number)
    else:
        text = str(number)
    return text.upper() if style.startswith("upper") else text


def _letters(number: int) -> str:
    """1 is "a", 27 is "aa"."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
