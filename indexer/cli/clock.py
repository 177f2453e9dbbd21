"""Which day is it? The terminal alone looks at the clock; everything else is told."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """The moment by the clock of the machine."""
    return datetime.now(UTC)


def today() -> date:
    """The day by the clock of the machine."""
    return now().date()
