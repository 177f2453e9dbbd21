"""What do the lines of papers of the sample promise, by what people marked? ``corpus/judgements/commitments.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indexer.errors import RequestError
from indexer.judgements.table import Half, judged_rows
from indexer.model.commitment import CommitmentKind

_NONE = "none"

Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One line of the table: a sentence, list item or table row of a paper, and what it promises; ``None``: nothing."""

    line: int  # of the table
    document: str
    anchor: str
    quote: str
    kind: CommitmentKind | None
    owner: str
    due: Days | None
    written: Half

    @property
    def is_firm(self) -> bool:
        return self.kind is not None and self.kind.is_firm


def marks(path: Path) -> tuple[Mark, ...]:
    """The lines of a table with the columns document, anchor, quote, label, owner, due_from, due_to and written.

    Raises ``RequestError``, naming the line where one is wrong.
    """
    found = tuple(_mark(path, line, row) for line, row in judged_rows(path))
    if not found:
        raise RequestError(
            f"The judgements {path} hold no line: write a document, an anchor, a quote and a label in each."
        )
    return found


def _mark(path: Path, number: int, row: Mapping[str, str | None]) -> Mark:
    def wrong(message: str) -> RequestError:
        return RequestError(f"{path}, line {number}: {message}")

    document, anchor, quote, label = (row.get(name) or "" for name in ("document", "anchor", "quote", "label"))
    if not document or not anchor or not quote:
        raise wrong("write a document, an anchor and a quote.")
    if label not in {*CommitmentKind, _NONE}:
        raise wrong(f"there is no label {label!r}; write one of: {', '.join((*CommitmentKind, _NONE))}.")
    if row.get("written") not in set(Half):
        raise wrong(f"{row.get('written') or ''!r} is no half; write one of: {', '.join(Half)}.")
    days = [row.get("due_from") or "", row.get("due_to") or ""]
    try:
        first, last = (date.fromisoformat(day) if day else None for day in days)
    except ValueError:
        raise wrong(
            f"{' or '.join(map(repr, days))} is no day; write days as 2026-03-31, or leave both empty."
        ) from None
    if (first is None) != (last is None) or (first and last and first > last):
        raise wrong("write the first and the last day of due, the earlier first, or leave both empty.")
    return Mark(
        line=number,
        document=document,
        anchor=anchor,
        quote=quote,
        kind=None if label == _NONE else CommitmentKind(label),
        owner=row.get("owner") or "",
        due=(first, last) if first and last else None,
        written=Half(str(row["written"])),
    )
