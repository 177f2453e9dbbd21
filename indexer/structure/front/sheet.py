"""Where does the front sheet end, and which of its lines could be the title?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeGuard

from indexer.model.raw import RawTable
from indexer.structure.front.bodies import body_and_date, meeting_held, without_item
from indexer.structure.front.labels import is_label_line, label_of
from indexer.structure.front.people import author, contact
from indexer.structure.headings import is_prose, opens_body
from indexer.structure.lines import Element, Line

# No front sheet met has more lines; a paper without prose or headings has none that we could tell.
_LONGEST = 60
# A title longer than this is a paragraph.
_MOST_WORDS = 35

# What stands on a front sheet and is never the title.
_NOT_A_TITLE = re.compile(
    r"(?:agenda )?item\b.{0,12}|report (?:of|by|from|to)\b.*|by\b.*|public(?: document pack| report)?|"
    r"cabinet member report|for general release.*|not for publication.*|(?:private|exempt|confidential)\b.*|"
    r"agenda(?: and minutes| item)?|a g e n d a|minutes|briefing note(?: (?:of|by|from|to|for)\b.*)?|report|"
    r".*\b(?:borough|county|city|district|metropolitan) council|part (?:1|2|one|two|i|ii)\b.*|appendix\b.{0,4}|"
    r"\(pages? \d.*|page \d.*|issue - meetings|decision details|issue details|draft|version\b.*|published\b.*|"
    r"approved\b.*|prepared\b.*|(?:also |members |officers )?(?:present|in attendance|attendance|apologies)\b.*|"
    r"councillors?\b.*|home\b.*|we have put .*cookies.*",
    re.IGNORECASE,
)
# Words of the labels met on front sheets; a title may have a colon too.
_LABEL_WORD = re.compile(
    r"\b(?:portfolio\w*|wards?|divisions?|cabinet member|lead member|contact|venue|date|time|authors?|tel|telephone|"
    r"e-?mail|director|report\w*|key decision|committee|meeting|item|decision|status|published|purpose|exempt\w*|"
    r"appendi\w+|papers|ref(?:erence)?|officers?|title|present|apologies|chair\w*|forward plan|council|scrutiny|to|"
    r"from|subject|version|owner|classification|place|document)\b",
    re.IGNORECASE,
)


def sheet_end(elements: Sequence[Element], headings: Mapping[int, Line]) -> int:
    """The index of the first element of the paper itself: its first heading, numbered paragraph or prose.

    A heading directly before the prose belongs to it, unless it is the only line that can be the title.
    """
    for index, element in enumerate(elements[:_LONGEST]):
        if index in headings and opens_body(headings[index]):
            return index
        if isinstance(element, RawTable):
            continue
        if element.number is not None or (is_prose(element) and not _belongs_to_sheet(element.text)):
            return _with_its_heading(elements, headings, index)
    return len(elements) if len(elements) <= _LONGEST else 0


def may_be_title(line: Element) -> TypeGuard[Line]:
    """Whether a line of the front sheet could be the title: no label, no committee or date, no person."""
    return (
        isinstance(line, Line)
        and 0 < len(line.text.split()) <= _MOST_WORDS
        and line.kind is None
        and any(character.isalpha() for character in line.text)
        and not _NOT_A_TITLE.fullmatch(line.text)
        and not _is_other_fact(line.text)
    )


def _belongs_to_sheet(text: str) -> bool:
    """Long as it is: a label with its value, or when and where the meeting was held."""
    return is_label_line(text) or meeting_held(text) is not None


def _with_its_heading(elements: Sequence[Element], headings: Mapping[int, Line], index: int) -> int:
    before = index - 1
    if before not in headings:
        return index
    another_title = any(may_be_title(line) for line in elements[:before])
    return before if another_title else index


def _is_other_fact(text: str) -> bool:
    body, when = body_and_date(without_item(text)[0])
    email, phone, _ = contact(text)
    if body or when or email or phone or author(text):
        return True
    label = label_of(text)
    return label is not None and _LABEL_WORD.search(label) is not None
