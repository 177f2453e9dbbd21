"""In which other ways is the same thing written? Section numbers, sums of money, years, names: found either way.

Each shape takes a word as typed and gives the other ways of writing it, to be searched for beside it. Where our
tokeniser reads two ways alike already ("children's" and "childrens", "E.H.C.P." and "EHCP") nothing is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from indexer.text.words import stem, stems

_SECTION = re.compile(r"(?:ss?|secs?|sects?|sections?)[. ]*(\d{1,3}[a-z]{0,2})", re.IGNORECASE)
_YEARS = re.compile(r"((?:19|20)\d\d) ?(?:[-–/]|to) ?((?:19|20)?\d\d)", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3}) ?(?:[-–]|to) ?(\d{1,3})", re.IGNORECASE)
_SUM = re.compile(
    r"(?P<pound>£?)(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,3})?) ?(?P<unit>k|thousand|mn?|million|bn|billion)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"([^\W\d_]{2,})[- ]?(\d{1,2})")  # GCP2, KS 2, Covid-19
_IRISH = re.compile(r"O['’ʼ ]?([A-Z][a-z]{2,})")
_HYPHENED = re.compile(r"([^\W\d_]+)[-‐‑– ]([^\W\d_]{3,})")

_UNITS = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
_UNITS |= {"bn": 1_000_000_000, "billion": 1_000_000_000}

# Beginnings that papers write joined, with a hyphen and apart; none of them is a word by itself.
_BEGINNINGS = frozenset("anti co inter multi non pre semi sub".split())
# Where nothing in the joined word shows the joint, or its beginning is a word too.
_JOINED = """
    anti-social co-location co-operation co-opted co-ordination co-production e-learning e-mail e-safety inter-agency
    multi-agency multi-disciplinary non-attendance non-recent on-line out-turn over-spend pre-birth pre-school
    re-offending re-referral semi-independent sub-committee sub-group under-spend well-being
""".split()
_OPENED = {stem(word.replace("-", "")): word for word in _JOINED}


@lru_cache(maxsize=1000)
def others(text: str) -> tuple[str, ...]:
    """Other ways of writing the word ``text``, each read as other words than it is."""
    ways = tuple(_ways(text))
    different = {stems(way): way for way in (text, *ways)} if ways else {}
    return tuple(way for words, way in different.items() if words != stems(text))


def joined(words: Sequence[str]) -> Iterator[str]:
    """The words, those that are one thing together ("section" and "47", "16" and "to" and "17") put into one."""
    at = 0
    while at < len(words):
        length = next((n for n in (3, 2) if len(words) >= at + n and one_thing(words[at : at + n])), 1)
        yield " ".join(words[at : at + length])
        at += length


def one_thing(words: Sequence[str]) -> bool:
    """Whether two or three words, typed apart, stand for one thing."""
    text = " ".join(words)
    match words:
        case (_, to, _):
            return to.casefold() == "to" and bool(_YEARS.fullmatch(text) or _RANGE.fullmatch(text))
        case (first, second) if text.replace(" ", "").isalpha():
            return bool(first.casefold() == "o" and _IRISH.fullmatch(text.title())) or _one_word(first, second)
        case (first, second):
            return bool(
                _SECTION.fullmatch(text)
                or (len(second) > 1 and second.isalpha() and _SUM.fullmatch(text))
                or (first.isupper() and first.isalpha() and _NUMBERED.fullmatch(text))
            )
    return False


def _one_word(first: str, second: str) -> bool:
    """Whether these are two halves of one: "co" and "location", "well" and "being"."""
    if first.casefold() in _BEGINNINGS:
        return len(second) > 2
    return (opened := _OPENED.get(stem(first + second))) is not None and stems(opened) == (
        *stems(first),
        *stems(second),
    )


def _ways(text: str) -> Iterator[str]:
    if found := _SECTION.fullmatch(text):
        yield from (f"{name}{found[1]}" for name in ("section ", "s.", "s", "sec "))
    elif found := _YEARS.fullmatch(text):
        yield from _years(found[1], found[2])
    elif found := _RANGE.fullmatch(text):
        yield from (f"{found[1]}-{found[2]}", f"{found[1]} to {found[2]}")
    elif found := _SUM.fullmatch(text):
        yield from _sums(found)
    elif found := _IRISH.fullmatch(text if text[1:2].isalpha() else text.title()):
        yield from (f"O'{found[1]}", f"O {found[1]}")
    elif found := _NUMBERED.fullmatch(text):
        yield from (f"{found[1]}{found[2]}", f"{found[1]} {found[2]}")
    else:
        yield from _closed_or_open(text)


def _years(first: str, last: str) -> Iterator[str]:
    """Years that follow each other within ten: "2025/26" is also "2025/2026" and "2025 to 2026"."""
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if 0 < end - int(first) <= 10:
        yield from (f"{first}/{end % 100:02}", f"{first}/{end}", f"{first} to {end}")


def _sums(found: re.Match[str]) -> Iterator[str]:
    """A bare number is a sum only if it is long and round; another may be a year or a reference."""
    number = Decimal(found["number"].replace(",", ""))
    value = number * _UNITS[found["unit"].casefold()] if found["unit"] else number
    marked = found["pound"] or found["unit"] or "," in found["number"]
    if value % 1000 or not (marked or value >= 10_000) or value < 1000:
        return
    yield f"{value:,.0f}"
    for least, most, names in (
        (1_000, 1_000_000, ("k",)),
        (100_000, 1_000_000_000, ("m", "million", " million")),
        (1_000_000_000, 10**15, ("bn", "billion", " billion")),
    ):
        if least <= value < most:
            yield from (f"{_plain(value / _UNITS[names[0]])}{name}" for name in names)


def _plain(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def _closed_or_open(text: str) -> Iterator[str]:
    if found := _HYPHENED.fullmatch(text):
        if _one_word(found[1], found[2]):
            yield found[1] + found[2]
    elif opened := _OPENED.get(stem(text)):
        yield opened
