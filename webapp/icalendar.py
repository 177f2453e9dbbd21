"""How do due dates get into people's own calendars? As an iCalendar of whole days (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75  # octets, without the line end: RFC 5545, section 3.1
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something on one day."""

    id: str
    day: date
    title: str
    text: str
    url: str | None = None  # whole, and written as addresses are


def calendar(name: str, made: datetime, events: Iterable[Event]) -> str:
    """The calendar as text; ``made`` is when what it says was known."""
    stamp = (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Matters Arising//Register of commitments//EN"),
        *("CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escaped(name)}"),
        *(line for event in events for line in _event(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """``text`` as a value: with its signs escaped, and without those that no calendar may hold."""
    return "".join(c for c in text if c == "\n" or c.isprintable()).translate(_ESCAPED)


def folded(line: str) -> str:
    """``line`` in parts of at most ``LONGEST_LINE`` octets, none of which cuts a letter."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8", errors="replace"))
        if size + octets > LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.id)}@matters-arising"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(event.title)}"
    yield f"DESCRIPTION:{escaped(event.text)}"
    if event.url:
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy for it
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
