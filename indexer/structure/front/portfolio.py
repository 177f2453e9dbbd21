"""Whose portfolio is the paper in, and who holds it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.model.document import Basis, Fact
from indexer.structure.front.capitals import lowered
from indexer.structure.front.labels import Entry, first
from indexer.structure.front.people import councillor, is_name
from indexer.structure.layout import Layout, texts
from indexer.text.people import fits, read_name

_OFFICE = (
    r"(?:portfolio[ -]?holder|(?:cabinet|lead|executive(?: board)?) member|cabinet spokesperson|executive councillor)"
)
_LABEL = re.compile(
    rf"(?:(?:relevant|responsible|name of) )?(?:{_OFFICE}|portfolio)s?(?:\(s\))?"
    r"(?: (?:and|/|&) portfolio| \(portfolio\)| and portfolio holder| responsible)?",
    re.IGNORECASE,
)
_FOR = r"(?:\s+(?:with (?:responsibility|portfolio) )?for\b)?"
_OFFICE_FOR = re.compile(rf"{_OFFICE}\b(?:'s|’s)?{_FOR}", re.IGNORECASE)
_ROLE = re.compile(
    rf"(?:(?:deputy )?leader(?: of (?:the )?council)?|deputy mayor|chair(?: of [\w ]+)?|{_OFFICE}{_FOR}|"
    r"portfolio(?: for)?|statement|report|update|annual|the|of|by|from)\b",
    re.IGNORECASE,
)
_WARDS = r"(?:(?:electoral|wards?|ward ?\(s\)|divisions?|division ?\(s\)|areas?|and|or|&|/) ?)+(?:affected|involved)?"
_ATTENDANCE = re.compile(r"(?:also |members |officers )?(?:present|in attendance|apologies)\b", re.IGNORECASE)
_EDGE = " ,;:–—-()&."
# Lines from the end in which a statement is signed: name, office, council, date.
_SIGNATURE_LINES = 5
# Words in the longest of them.
_SHORT = 20

Portfolio = tuple[Fact[str] | None, Fact[str] | None]


def portfolio(layout: Layout) -> Portfolio:
    """The portfolio and its holder: from a label, else the front sheet, else the signature at the end."""
    best: Portfolio = (None, None)
    for name, holder in _sources(layout):
        best = (best[0] or name, _fuller(best[1], holder))
    return best[0], lowered(best[1])


def _fuller(known: Fact[str] | None, other: Fact[str] | None) -> Fact[str] | None:
    """The one found first; a statement headed "Councillor Bee" may be signed "Councillor Ann Bee", which says more."""
    if known is None or other is None:
        return known or other
    one, two = read_name(known.value), read_name(other.value)
    says_more = one is not None and two is not None and fits(one, two) and two.fullness > one.fullness
    return other if says_more else known


def related_portfolios(layout: Layout) -> Fact[str] | None:
    """The related portfolios as printed."""
    return _stated(first(layout.entries, r"related portfolios?"))


def wards(layout: Layout) -> Fact[str] | None:
    """The wards or divisions affected, as printed."""
    return _stated(first(layout.entries, _WARDS))


def _stated(entry: Entry | None) -> Fact[str] | None:
    if entry is None:
        return None
    value = re.sub(r"^\(([^()]*)\)$", r"\1", entry.value.strip(" ;"))  # "(All Wards)"
    return Fact(value=value, basis=Basis.STATED, where=entry.where)


def _sources(layout: Layout) -> Iterator[Portfolio]:
    for entry in layout.entries:
        if _LABEL.fullmatch(entry.label) and entry.value:
            yield split(entry.value, entry.where)
        elif entry.index < layout.sheet_end and _OFFICE_FOR.match(entry.label):
            yield split(
                f"{entry.label} – {entry.value}", entry.where
            )  # "Cabinet Member for Children: Councillor A. Name"
    yield from _by_office([text for text in texts(layout.sheet) if not _ATTENDANCE.match(text)], "front sheet")
    ending = [text for text in texts(layout.elements[-_SIGNATURE_LINES:]) if len(text.split()) <= _SHORT]
    yield from _by_office(ending, "signature")


def _by_office(lines: Sequence[str], where: str) -> Iterator[Portfolio]:
    """From lines that name the office; its holder stands on the same line or alone on the one beside it."""
    for index, text in enumerate(lines):
        if _OFFICE_FOR.search(text):
            name, holder = split(text, where)
            for other in lines[max(0, index - 1) : index + 2]:
                person = councillor(other)
                if holder is None and person is not None and person[0] == other.strip(_EDGE):
                    holder = Fact(value=person[0], basis=Basis.STATED, where=where)
            yield name, holder


def split(text: str, where: str) -> Portfolio:
    """The portfolio and the holder in one value; offices such as Deputy Leader are part of neither."""
    person = councillor(text)
    holder = person[0] if person else None
    rest = text[: person.start()] + "\n" + text[person.end() :] if person else text
    if person is None and is_name(text.strip(_EDGE)):
        return None, Fact(value=text.strip(_EDGE), basis=Basis.STATED, where=where)
    parts = sorted(rest.split("\n"), key=lambda part: _OFFICE_FOR.search(part) is None)
    names = [name for part in parts if (name := _without_roles(part))]
    return (
        Fact(value=names[0], basis=Basis.STATED, where=where) if names else None,
        Fact(value=holder, basis=Basis.STATED, where=where) if holder else None,
    )


def _without_roles(text: str) -> str:
    """What is left of ``text`` when the offices before the portfolio's name are taken away."""
    if office := _OFFICE_FOR.search(text):
        text = text[office.end() :]
    text = text.strip(_EDGE)
    while role := _ROLE.match(text):
        text = re.sub(r"^and\b", "", text[role.end() :].strip(_EDGE)).strip(_EDGE)
    return text
