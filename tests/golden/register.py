"""What is compared of the register of the sample corpus?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from indexer.catalogue import Catalogue
from indexer.judgements.table import ASKED_ON
from indexer.model.register import Entry, RegisterRequest
from indexer.model.spreadsheet import Cell, lines

EXPECTED_REGISTER = Path(__file__).parent / "expected" / "register.csv"
COLUMNS = ("reference", "kind", "action", "owner", "due", "due_to", "timing", "place", "versions", "repeats")


def produced_register(catalogue: Catalogue) -> str:
    """Every entry in a line, the weak ones too, by paper and in reading order, as it stands on one day."""
    entries = catalogue.register.page(RegisterRequest(weak=True), ASKED_ON, size=None).entries
    references = {entry.commitment.id: entry.reference for entry in entries}
    rows = [_row(entry, references) for entry in sorted(entries, key=lambda one: (one.document.id, one.reference))]
    return lines([COLUMNS, *([row[column] for column in COLUMNS] for row in rows)]).replace("\r\n", "\n")


def _row(entry: Entry, references: Mapping[str, str]) -> Mapping[str, Cell]:
    due, owner = entry.first_due, entry.owner or ""
    return {
        "reference": entry.reference,
        "kind": entry.commitment.kind.value,
        "action": entry.commitment.action,
        "owner": owner if entry.commitment.owner_stated else f"{owner} (not stated)",
        "due": due.text if due else "",
        "due_to": due.last.isoformat() if due and due.last else "",
        "timing": entry.timing.value,
        "place": f"{entry.document.id}#{entry.passage.anchor}",
        "versions": "; ".join(copy.document.id for copy in entry.copies),
        "repeats": references[entry.repeats] if entry.repeats else "",
    }
