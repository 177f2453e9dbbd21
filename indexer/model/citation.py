"""How does a person cite a paragraph aloud or in a letter?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from indexer.model.document import Basis, Document, Fact, Kind, Paragraph, Passage, Section, Table


def citation(document: Document, passage: Passage) -> str:
    """Plain text: body, date, title, item, place, address: 'Cabinet, 7 June 2016, "Title", item 7, paragraph 4.2'."""
    return citations(document)[passage.anchor]


def citations(document: Document) -> Mapping[str, str]:
    """The citation of every passage by its anchor; no two are the same."""
    who = document.committee or document.portfolio_holder
    paper = (
        who.value if who else None,
        _when(document),
        f'"{document.title.value}"',
        f"item {document.item.value}" if document.item else None,
    )
    return {
        anchor: _joined(*paper, place, document.source.url) for anchor, place in _told_apart(list(_places(document)))
    }


def short_citation(document: Document, passage: Passage) -> str:
    """Body, date and place, as one refers to it in a table: 'Cabinet, 7 June 2016, paragraph 4.2'.

    ``document`` may be without its sections; two places of one paper may then be cited alike.
    """
    who = document.committee or document.portfolio_holder or document.title
    row = re.fullmatch(r"table-(\d+)-row-(\d+)", passage.anchor)
    unnumbered = f"table {row[1]}, row {row[2]}" if row else f"¶ {passage.anchor.removeprefix('p-')}"
    return _joined(who.value, _when(document), f"paragraph {passage.number}" if passage.number else unnumbered)


def _when(document: Document) -> str:
    """The date, else the year; in brackets where it was worked out, as cataloguers write it."""
    fact: Fact[Any] | None = document.date or document.year
    if fact is None:
        return "undated"
    day = fact.value
    when = f"{day.day} {day:%B} {day.year}" if isinstance(day, date) else str(day)
    return f"[{when}, inferred]" if fact.basis is Basis.INFERRED else when


def _places(document: Document) -> Iterator[tuple[str, str]]:
    """Each passage's anchor and its place in the paper, in reading order; places may be the same."""
    numbers = Counter(
        block.number for section in document.walk() for block in section.blocks if isinstance(block, Paragraph)
    )
    noun = "minute" if document.kind.value is Kind.MINUTES else "section"
    for section, number in _numbered(document.sections, None):
        under = f'under "{section.heading}"' if section.heading else "from the beginning"
        paragraphs = 0
        for block in section.blocks:
            page = f"page {block.page}" if block.page else None
            inside = f"{noun} {number}" if number else None
            if isinstance(block, Table):
                name = _table_name(block)
                for index in range(len(block.rows)):
                    yield block.row_anchor(index), _joined(inside, f"{name}, row {index + 1}", page)
                continue
            paragraphs += 1
            if block.number is None:
                yield block.anchor, _joined(inside, f"{_ordinal(paragraphs)} paragraph {under}", page)
            else:
                again = f" {under}" if numbers[block.number] > 1 else ""
                own = _paragraph_name(block.number, number, noun)
                yield block.anchor, _joined(own + again, page)


def _numbered(sections: Iterable[Section], above: str | None) -> Iterator[tuple[Section, str | None]]:
    """Every section in reading order with its number, else that of the nearest one above that has one."""
    for section in sections:
        number = section.number or above
        yield section, number
        yield from _numbered(section.sections, number)


def _paragraph_name(number: str, section: str | None, noun: str) -> str:
    """The section is named only where the number does not already begin with it."""
    if section is None:
        return f"minute {number}" if noun == "minute" and number.isdigit() else f"paragraph {number}"
    if number == section or number.startswith(f"{section}."):
        return f"paragraph {number}"
    return f"{noun} {section}, paragraph {number}"


def _table_name(table: Table) -> str:
    """By its place among the paper's tables, with the printed name beside it where that counts otherwise."""
    name = table.anchor.replace("-", " ")
    return f'{name} (printed as "{table.caption}")' if table.caption and not names_its_place(table) else name


def names_its_place(table: Table) -> bool:
    """Whether the caption of a table counts it as its anchor does: "Table 2: Placements" at "table-2"."""
    return bool(re.match(table.anchor.replace("-", " ") + r"\b(?!\.\d)", table.caption or "", re.IGNORECASE))


def _told_apart(places: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """``places`` with a count behind those that occur more than once: a heading or a number that is used again."""
    times, seen = Counter(place for _, place in places), Counter[str]()
    for anchor, place in places:
        seen[place] += 1
        yield anchor, f"{place} ({_ordinal(seen[place])} such place)" if times[place] > 1 else place


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
