"""With whom is a thing to be done?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.enrich.commitments.actors import Actor
from indexer.text.dates import MONTHS

_NAME = r"[A-Z][\w’'&-]*(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'&-]*){0,5}"
# Groups that work with a council and have no name.
_GROUP = (
    r"(?:the\s)?(?:police|public\shealth|health(?:\sservices?)?|schools|head\steachers|partners|carers|parents|families|young\speople"
    r"|care\sleavers|children|colleagues|housing|voluntary\ssector|trade\sunions)\b"
)
_WITH = re.compile(rf"\bwith\s(?:(?:the\s)?(?P<name>{_NAME})|(?P<group>{_GROUP}))")
# "In accordance with", "shared with", "children with": nothing is done together.
_OTHERWISE = re.compile(
    r"\b(?:accordance|line|connection|compliance|keeping|dealing|comparison|shared?|shares|discuss(?:ed)?|children|families|people|place|replaced?)\s$"
)
# Members and their bodies are who is told, as a rule, and not who does it too.
_TOLD = re.compile(rf"(?:Members|(?:[A-Z]\w+\s){{0,6}}(?:Committee|Cabinet|Council|Panel)|(?i:{'|'.join(MONTHS)}))\b")
# A cell of owners: "Head of Service, with HR", "Social care; Police", "Jo Bloggs, ICB".
_BETWEEN = re.compile(r"\s*[;/]\s*|,?\swith\s|,\s(?=[A-Z]{2,}(?:\W|$))|,\s(?=[A-Z][a-z]+$)")


def partners_in(words: str, named: Sequence[Actor]) -> Iterator[str]:
    """Those with whom something is done in ``words``, as printed; ``named`` are those whom the words name."""
    for found in _WITH.finditer(words):
        name = found["name"] or ""
        if _OTHERWISE.search(words, 0, found.start()) or _TOLD.match(name):
            continue
        start = found.start("name") if name else found.start("group")
        actor = next((actor for actor in named if actor.start <= start < actor.end), None)
        yield actor.text if actor else name or found["group"]


def partners_of_cell(cell: str) -> tuple[str, ...]:
    """All but the first of those whom a cell names: the first is who leads."""
    return tuple(part for part in map(str.strip, _BETWEEN.split(cell)[1:]) if part)
