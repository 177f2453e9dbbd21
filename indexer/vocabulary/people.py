"""Who is meant by a printed name that a person bore for a time only?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indexer.text.people import read_name


@dataclass(frozen=True, slots=True, kw_only=True)
class BorneName:
    """A name that ``person`` bears or bore; ``None`` where the table leaves the date open."""

    person: str  # as pages are to call them
    name: str
    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the name was borne on ``day``."""
        return (self.first or date.min) <= day <= (self.last or date.max)


@dataclass(frozen=True, kw_only=True)
class PeopleTable:
    """The names of people whose name has changed, and of namesakes."""

    names: tuple[BorneName, ...]

    def find(self, printed: str, day: date | None) -> str | None:
        """The person who bears ``printed``; of several, the one who bore it on ``day``; else nobody."""
        name = read_name(printed)
        rows = self._by_key.get(name.key, ()) if name else ()
        if len(rows) > 1:
            rows = tuple(row for row in rows if day is not None and row.covers(day))
        return rows[0].person if len(rows) == 1 else None

    @cached_property
    def _by_key(self) -> dict[str, tuple[BorneName, ...]]:
        keys: dict[str, tuple[BorneName, ...]] = {}
        for row in self.names:
            if (name := read_name(row.name)) is not None:
                keys[name.key] = (*keys.get(name.key, ()), row)
        return keys
