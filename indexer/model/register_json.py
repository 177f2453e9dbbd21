"""What do other programs get of the register? Entries, pages, sheets and decisions; the names are a promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from indexer.model.as_json import paragraph_json, summary_json
from indexer.model.citation import short_citation
from indexer.model.commitment_json import Json, commitment_json, commitment_url, due_json
from indexer.model.register import (
    Entry,
    Mention,
    Mentions,
    RegisterCounts,
    RegisterFacet,
    RegisterPage,
    Ruling,
    RulingKind,
    Sheet,
    SheetRow,
)
from indexer.model.spreadsheet import Cell

COLUMNS = (
    *("reference", "due", "due_from", "due_to", "timing", "status", "kind", "action", "quote", "lead_in", "owner"),
    *(
        "owner_stated",
        "partners",
        "topics",
        "portfolio",
        "committee",
        "date",
        "document",
        "title",
        "anchor",
        "id",
        "url",
    ),
)
# Those of the trackers that councils keep by hand.
SHEET_COLUMNS = (
    *("part", "reference", "origin", "date", "area", "recommendation or action", "lead officer or member", "due"),
    *("update", "status", "url"),
)
RULING_COLUMNS = ("when", "who", "decision", "status", "reference", "quote", "document", "anchor", "note", "commitment")

# What finds what may have been said of a commitment since.
Later = Callable[[Entry], Mentions]

_SAID = {RulingKind.CONFIRM: "confirmed", RulingKind.DISMISS: "dismissed", RulingKind.STATUS: "stated"}


def register_json(page: RegisterPage, mentions: Later) -> Json:
    return {
        "total": page.total,
        "page": page.page,
        "pages": page.pages,
        "today": page.today.isoformat(),
        "query": page.request.query,
        "sort": page.request.sort.value,
        "weak": page.weak,
        "commitments": [entry_json(entry, mentions(entry)) for entry in page.entries],
        "facets": {counts.facet.value: _facet(counts) for counts in page.facets},
    }


def entry_json(entry: Entry, mentions: Mentions) -> Json:
    """One commitment with its paper, what people decided, how it stands, and what may have been said of it since."""
    document = entry.document
    return {
        **commitment_json(entry.commitment),
        "firm": entry.is_firm,
        "reference": entry.reference,
        "status": entry.status.value,
        "timing": entry.timing.value,
        "first_due": due_json(entry.first_due),
        "portfolio": document.portfolio.value if document.portfolio else None,
        "committee": document.committee.value if document.committee else None,
        "document": summary_json(document),
        "paragraph": paragraph_json(document.id, entry.passage),
        "is_commitment": entry.is_commitment,
        "decisions": [ruling_json(ruling) for ruling in entry.rulings],
        "versions": [
            {
                "document": summary_json(copy.document),
                "paragraph": paragraph_json(copy.document.id, copy.passage),
                "quote": copy.commitment.quote,
                "due": due_json(copy.commitment.due),
            }
            for copy in entry.copies
        ],
        "repeats": entry.repeats,
        "repeated_by": list(entry.repeated),
        "mentions_since": [mention_json(mention) for mention in mentions.found],
        "searched": {
            "papers": mentions.papers,
            "from": _iso(mentions.since),
            "to": _iso(mentions.until),
        },
    }


def mention_json(mention: Mention) -> Json:
    return {
        "document": summary_json(mention.document),
        "paragraph": paragraph_json(mention.document.id, mention.passage),
        "quote": mention.quote,
        "score": round(mention.score, 4),
        "reasons": list(mention.reasons),
        "confirmed": mention.confirmed,
    }


def ruling_json(ruling: Ruling) -> Json:
    return {
        "decision": ruling.kind.value,
        "status": ruling.status.value if ruling.status else None,
        "document": ruling.document,
        "anchor": ruling.anchor,
        "note": ruling.note,
        "who": ruling.who,
        "when": ruling.when.isoformat(timespec="seconds"),
    }


def decided_json(decided: Iterable[tuple[Ruling, Entry | None]]) -> Json:
    """Everything that people decided; ``url`` and ``reference`` are missing of what has gone from the papers."""
    return {
        "decisions": [
            {
                **ruling_json(ruling),
                "commitment": ruling.commitment,
                "quote": ruling.quote,
                "line": ruling.line,
                "reference": entry.reference if entry else None,
                "url": commitment_url(entry.commitment.id) if entry else None,
            }
            for ruling, entry in decided
        ]
    }


def row(entry: Entry) -> Mapping[str, Cell]:
    """The entry as a line of a table, for ``COLUMNS``."""
    commitment, due, document = entry.commitment, due_json(entry.first_due) or {}, entry.document
    return {
        **{name: value for name, value in commitment_json(commitment).items() if isinstance(value, str | None)},
        "reference": entry.reference,
        "due": due.get("text"),
        "due_from": due.get("from"),
        "due_to": due.get("to"),
        "timing": entry.timing.value,
        "status": entry.status.value,
        "owner_stated": "yes" if commitment.owner_stated else "no",
        "partners": "; ".join(commitment.partners),
        "topics": "; ".join(commitment.topics),
        "portfolio": document.portfolio.value if document.portfolio else None,
        "committee": document.committee.value if document.committee else None,
        "date": _iso(document.date.value if document.date else None),
        "document": document.id,
        "title": document.title.value,
    }


def sheet_json(sheet: Sheet, mentions: Later) -> Json:
    request = sheet.request
    return {
        "committee": request.committee,
        "portfolio": request.portfolio,
        "name": sheet.name,
        "date": request.day.isoformat(),
        "previous_meeting": _iso(sheet.previous),
        "rows": [
            {"part": one.part.value, "update": update(one), **entry_json(one.entry, mentions(one.entry))}
            for one in sheet.rows
        ],
    }


def sheet_row(one: SheetRow) -> Mapping[str, Cell]:
    """The line of a sheet, for ``SHEET_COLUMNS``."""
    entry, document = one.entry, one.entry.document
    return {
        "part": one.part.value,
        "reference": entry.reference,
        "origin": (document.committee or document.portfolio_holder or document.title).value,
        "date": _iso(document.date.value if document.date else None),
        "area": document.portfolio.value if document.portfolio else None,
        "recommendation or action": _asked_for(entry),
        "lead officer or member": entry.owner if entry.commitment.owner_stated else None,
        "due": entry.first_due.text if entry.first_due else None,
        "update": update(one),
        "status": entry.status.value if entry.timing.value != "overdue" else f"{entry.status.value}, overdue",
        "url": commitment_url(entry.commitment.id),
    }


def _asked_for(entry: Entry) -> str:
    """The words of the paper with their lead-in; of a table row the action, since its other cells have columns here."""
    if entry.passage.anchor.startswith("table-"):
        return entry.commitment.action
    return " ".join(filter(None, (entry.commitment.lead_in, entry.commitment.quote)))


def update(one: SheetRow) -> str:
    """What to say of a commitment before a meeting: what was decided last, else what may have been said since."""
    if one.entry.rulings:
        last = one.entry.rulings[-1]
        said = last.status.value if last.status else _SAID[last.kind]
        return f"{_day(last.when.date())}, {last.who}: {': '.join(filter(None, (said, last.note)))}"
    told = [f"told again: {', '.join(one.again)}"] if one.again else []
    if one.mention:
        told.append(f"possible mention: {short_citation(one.mention.document, one.mention.passage)}")
    text = "; ".join(told) or "no later mention found"
    return f"{text[0].upper()}{text[1:]}"


def _facet(counts: RegisterCounts) -> list[Json]:
    return [
        {
            "value": int(value.value) if counts.facet is RegisterFacet.YEAR else value.value,
            "label": value.label,
            "count": value.count,
            "selected": value.selected,
        }
        for value in counts.values
    ]


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
