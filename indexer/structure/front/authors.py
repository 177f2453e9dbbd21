"""Who wrote the paper? Never the clerk of "Contact:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.model.document import Author
from indexer.model.raw import RawTable
from indexer.structure.front.labels import Entry
from indexer.structure.front.people import author, before_names, contact, first_role, is_name
from indexer.structure.layout import Layout, texts

# The writer's own labels before those under which the report merely goes.
_LABELS = (
    re.compile(
        r"(?:report )?authors?(?:\(s\))?(?: and contact details)?|author of report|prepared by|written by|"
        r"contact officers?|officer contacts?|lead officer for this report",
        re.IGNORECASE,
    ),
    re.compile(r"report (?:by|of)|from|presented by", re.IGNORECASE),
)
_HEADING = re.compile(
    r"(?:report )?authors?(?:\(s\))?|contact officers?|officer contacts?|contacts? for (?:further|more) information",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:report|prepared|presented|written|compiled)\b.{0,60}?)?\b(?:by|of|from|author)(?: the)?\b:?\s+"
    r"(?P<who>[A-Z].*)",
    re.IGNORECASE,
)
_CLERK = re.compile(r"\b(?:clerk|democratic|committee|governance|member services)\b", re.IGNORECASE)
# Lines from the end in which a report is signed, or says who wrote it; and words in the longest of them.
_ENDING, _SHORT = 8, 25


def authors(layout: Layout) -> tuple[Author, ...]:
    """The authors: of the section that names them, else of label lines, else "Report by ...", else who signed."""
    for index, heading in layout.headings.items():
        if _HEADING.fullmatch(heading.text.strip(" :")) and (people := _people(_section(layout, index))):
            return tuple(person for person in people if not _CLERK.search(person.role or ""))
    ending = [text for text in texts(layout.elements[-_ENDING:]) if len(text.split()) <= _SHORT]
    written = [text for text in ending if text.startswith(("Written by", "Prepared by", "Report by"))]
    return (
        _labelled(layout.entries)
        or _bylines(texts(layout.sheet))
        or _bylines(written)
        or _signed(texts(layout.sheet), ending)
    )


def _signed(sheet: Sequence[str], ending: Sequence[str]) -> tuple[Author, ...]:
    """Who signed at the end with the post that the front sheet names: "Report by the Director of Play"."""
    posts = [byline["who"].casefold() for text in sheet if (byline := _BYLINE.fullmatch(text))]
    both = [f"{name} {post}" for name, post in pairwise(ending)]  # on one line, or on two
    signed = [person for text in (*ending, *both) if (person := author(text)) is not None and person.role]
    return tuple(person for person in signed if (person.role or "").casefold() in posts)


def _section(layout: Layout, start: int) -> list[str]:
    """The lines under the heading at ``start``; a row of a table is one line."""
    lines: list[str] = []
    for index in range(start + 1, len(layout.elements)):
        element = layout.elements[index]
        if index in layout.headings:
            break
        if isinstance(element, RawTable):
            lines += [", ".join(cell for cell in row if cell) for row in element.rows]
        else:
            lines.append(element.text)
    return lines


def _people(lines: Sequence[str]) -> tuple[Author, ...]:
    """Authors from lines of name, post, telephone and mail: a name begins the next one."""
    people: list[Author] = []
    for line in lines:
        if (person := author(line)) is not None:
            people.append(person)
            continue
        if not people:
            continue
        email, phone, rest = contact(line)
        last = people[-1]
        role = last.role or (first_role(rest) if rest and not is_name(rest) else None)
        people[-1] = replace(last, role=role or None, email=last.email or email, phone=last.phone or phone)
    return tuple(people)


def _labelled(found: Sequence[Entry]) -> tuple[Author, ...]:
    for labels in _LABELS:
        people = [person for entry in found if labels.fullmatch(entry.label) for person in _several(entry.value)]
        if people:
            return tuple(dict.fromkeys(people))
    return ()


def _bylines(sheet: Sequence[str]) -> tuple[Author, ...]:
    people: list[Author] = []
    for text in sheet:
        if byline := _BYLINE.fullmatch(text):
            people += _several(byline["who"])
    return tuple(people)


def _several(text: str) -> list[Author]:
    """The persons of one value: parted by semicolons, by "and", where a name stands before an office, or one alone."""
    parted = [re.split(part, text) for part in (r"\s*;\s*", r",\s+and\s+(?=[A-Z])", r"\s+and\s+(?=[A-Z])")]
    for pieces in (*parted, before_names(text)):
        people = [person for piece in pieces if (person := author(piece)) is not None]
        if len(people) > 1 and len(people) == len(pieces):
            return people
    return [person for person in [author(text)] if person is not None]
