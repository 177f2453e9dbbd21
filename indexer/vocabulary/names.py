"""Which committee or portfolio is meant by a printed name, whatever it was called at the time?

A name is compared without case, accents, apostrophes and punctuation, with "&" as "and". A role ("Cabinet Member for",
"Deputy Leader,") or the council's own name before it, and "portfolio" or "meeting" after it, are dropped where the name
is not in the table with them. A name that is in no row keeps itself: its id is made from its words, its label is
the name as printed. So a new committee is never lost from the filters; a row in the table gives it its place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

# Boards come and go as committees and panels of the same subject; one word is too little to tell the subject by
# ("Cabinet Committee" is not the Cabinet).
_BODY = frozenset({"board", "committee", "panel"})
_SHORTEST_SUBJECT = 2

_ROLE = re.compile(
    r"^(?:.*\b(?:portfolio holder|member|councillor|spokesperson)(?: with (?:the )?"
    r"(?:responsibility|portfolio))? for|(?:.*\b)?deputy leader(?: of the council)?(?: and)?) (?=.)"
)
_COUNCIL = re.compile(r"^.*\bcouncils? (?=.)")
_TRAILING = re.compile(r" (?:portfolio|meeting)$")


class Named(NamedTuple):
    """One thing of many names, as filters and pages use it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that a committee or portfolio bears or bore; ``None`` where the table leaves the date open."""

    id: str
    label: str
    name: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True)
class NameTable:
    """All names of the committees, or of the portfolios."""

    names: tuple[Name, ...]

    def find(self, printed: str) -> Named | None:
        """What ``printed`` names; a thing of its own where no row has it, ``None`` where there is no word in it."""
        bare = _bare(printed)
        return self.known(printed) or (Named(bare.replace(" ", "-"), " ".join(printed.split())) if bare else None)

    def known(self, name: str) -> Named | None:
        """What the table has under ``name``, be it an id, a label or any of its names; ``None`` when it has nothing."""
        bare = _bare(name)
        for key in (name_key(name), bare, _COUNCIL.sub("", bare)):
            found = self._by_key.get(key) or self._by_subject.get(_subject(key))
            if found:
                return found
        return None

    def label(self, identifier: str) -> str:
        """How pages call ``identifier``; for one that is in no row, its words."""
        known = self._by_id.get(identifier)
        return known.label if known else identifier.replace("-", " ").capitalize()

    @cached_property
    def _by_id(self) -> dict[str, Named]:
        return {name.id: Named(name.id, name.label) for name in self.names}

    @cached_property
    def _by_key(self) -> dict[str, Named]:
        """By every printed name; by label and id too, since people type those."""
        things = self._by_id.values()
        keys = {name_key(thing.id): thing for thing in things} | {name_key(thing.label): thing for thing in things}
        return keys | {name_key(name.name): self._by_id[name.id] for name in self.names}

    @cached_property
    def _by_subject(self) -> dict[str, Named]:
        """By subjects of which only one thing is known."""
        things: dict[str, set[Named]] = {}
        for key, thing in self._by_key.items():
            things.setdefault(_subject(key), set()).add(thing)
        return {subject: min(named) for subject, named in things.items() if subject and len(named) == 1}


def name_key(name: str) -> str:
    """The words of ``name`` in the form in which names are compared."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    return " ".join(re.findall(r"[^\W_]+", plain)).removeprefix("the ")


def _bare(name: str) -> str:
    """The key of ``name`` without a role before it and without "portfolio" or "meeting" after it."""
    return _ROLE.sub("", _TRAILING.sub("", name_key(name))).removeprefix("the ")


def _subject(key: str) -> str:
    """The key without a last "board", "committee" or "panel"; empty when too little is left."""
    *subject, last = key.split() or [""]
    return " ".join(subject) if last in _BODY and len(subject) >= _SHORTEST_SUBJECT else ""
