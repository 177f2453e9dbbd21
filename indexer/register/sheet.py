"""What does a committee have to ask about before its meeting? Each commitment once, where it first belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from indexer.model.register import Entry, SheetPart, SheetRequest, SheetRow
from indexer.register.gathered import day_of


def sheet_rows(
    request: SheetRequest, entries: Iterable[Entry], today: date, previous: date | None
) -> tuple[SheetRow, ...]:
    """The rows for the meeting on the day of ``request``, as things stand ``today`` or stood on that day.

    Firm commitments of the committee's or portfolio's papers up to that day; ``previous`` is the meeting before. What
    repeats another of these stands with it.
    """
    now = min(today, request.day)
    own = {entry.commitment.id: entry for entry in entries if _belongs(entry, request)}
    rows = []
    for entry in own.values():
        part = _part(entry, request.day, now, previous)
        if part and entry.repeats not in own:
            again = tuple(own[repeat].reference for repeat in entry.repeated if repeat in own)
            rows.append(SheetRow(part=part, entry=entry, again=again))
    return tuple(sorted(rows, key=_order))


def _belongs(entry: Entry, request: SheetRequest) -> bool:
    document = entry.document
    day = day_of(document)
    return (
        entry.is_firm
        and entry.is_commitment is not False
        and (request.committee is None or document.committee_id == request.committee)
        and (request.portfolio is None or document.portfolio_id == request.portfolio)
        and (day is None or day <= request.day)
    )


def _part(entry: Entry, meeting: date, now: date, previous: date | None) -> SheetPart | None:
    """The first part that an entry belongs to; ``None`` for what need not be asked about."""
    due = entry.first_due.last if entry.first_due else None
    if entry.status.is_open:
        if due is None:
            return SheetPart.UNDATED
        if due <= meeting:
            return SheetPart.OVERDUE if due < now else SheetPart.DUE
    return SheetPart.CHANGED if previous and any(when >= previous for when in _changes(entry)) else None


def _changes(entry: Entry) -> Iterator[date]:
    """The days on which it was found in a paper, or something was decided about it."""
    yield from (ruling.when.date() for ruling in entry.rulings)
    documents = (entry.document, *(copy.document for copy in entry.copies))
    yield from (document.date.value for document in documents if document.date)


def _order(row: SheetRow) -> tuple[int, date, str]:
    """By part, then by due date; what has none by the date of its paper."""
    due = row.entry.first_due.last if row.entry.first_due else None
    return list(SheetPart).index(row.part), due or day_of(row.entry.document) or date.max, row.entry.reference
