"""What did people decide? Reads the lines of ``decisions.csv``, which they also write by hand in a spreadsheet.

A line that cannot be used is a ``Problem`` that says what to write; the others count all the same.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from indexer.model.problem import Problem, Severity
from indexer.model.register import Ruling, RulingKind, Status
from indexer.model.spreadsheet import MARK, unguarded

FILE = "decisions.csv"
COLUMNS = ("commitment", "quote", "decision", "status", "document", "anchor", "note", "who", "when")
_SAVE_AS = "Save it again as “CSV UTF-8 (comma delimited)”."
# As the site writes it, and as Excel shows it again in Britain after it was opened and saved.
_BRITISH = re.compile(
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?:[ T](?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?)?",
    re.ASCII,
)
_DOCUMENT = re.compile(r"^(?:https?://[^/]+)?/?documents/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the file holds: every line that can be used, in its order, and what is wrong with the others."""

    rulings: tuple[Ruling, ...] = ()
    problems: tuple[Problem, ...] = ()


class _WrongLineError(Exception):
    """What is wrong with a line, and what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def parse(data: bytes) -> Decisions:
    """What the bytes of the file say."""
    problems: list[Problem] = []
    rows = _rows(data, problems)
    header = [cell.casefold() for cell in next(rows, (0, []))[1]]
    if missing := lacking(header):
        if header:
            problems.append(_problem(1, f"has no column “{missing}”", f"The first line must be {','.join(COLUMNS)}."))
        return Decisions(problems=tuple(problems))
    rulings = []
    for line, cells in rows:
        padded = cells + [""] * (len(header) - len(cells))
        row = {column: padded[header.index(column)] for column in COLUMNS}
        try:
            rulings.append(_ruling(row, line))
        except _WrongLineError as error:
            problems.append(_problem(line, error.message, error.hint))
    return Decisions(rulings=tuple(rulings), problems=tuple(problems))


def header_of(data: bytes) -> list[str]:
    """The names of the columns in their order, in small letters; empty where the file has none."""
    return [cell.casefold() for cell in next(_rows(data, []), (0, []))[1]]


def lacking(header: Sequence[str]) -> str | None:
    """A column that a file needs and this one has not."""
    return next((column for column in COLUMNS if column not in header), None)


def cells(ruling: Ruling) -> Mapping[str, str]:
    """The cells of the line that ``ruling`` is."""
    return {
        "commitment": ruling.commitment,
        "quote": ruling.quote,
        "decision": ruling.kind.value,
        "status": ruling.status.value if ruling.status else "",
        "document": ruling.document or "",
        "anchor": ruling.anchor or "",
        "note": ruling.note,
        "who": ruling.who,
        "when": ruling.when.astimezone(UTC).isoformat(timespec="seconds"),
    }


def status_of(text: str) -> Status | None:
    """The status that ``text`` names, with "reported" before it or without."""
    plain = " ".join(text.casefold().split()).removeprefix("reported ")
    return next((status for status in Status if status.value.removeprefix("reported ") == plain), None)


def _rows(data: bytes, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line it begins in."""
    try:
        text = data.decode("utf-8-sig")
        rows = list(_parted(text))
    except (UnicodeDecodeError, csv.Error):
        rows = list(_one_by_one(data, problems))
    yield from ((line, cells) for line, cells in rows if any(cells))


def _parted(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    for raw in reader:
        yield line, [_cell(cell) for cell in raw]
        line = reader.line_num + 1


def _one_by_one(data: bytes, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file that cannot be read as a whole: what is wrong with one line does not take the next."""
    for line, raw in enumerate(data.removeprefix(MARK.encode()).splitlines(), start=1):
        try:
            yield from ((line, cells) for _, cells in _parted(raw.decode("utf-8")))
        except UnicodeDecodeError:
            problems.append(_problem(line, "is not UTF-8", _SAVE_AS))
        except csv.Error as error:
            problems.append(_problem(line, f"cannot be parted into cells ({error})", "Mend its quotation marks."))


def _cell(raw: str) -> str:
    return unguarded(" ".join(raw.split()))


def _ruling(row: Mapping[str, str], line: int) -> Ruling:
    if not row["commitment"] and not row["quote"]:
        raise _WrongLineError("names no commitment", "Write its id, as its page shows it, or its words.")
    kind = _kind(row["decision"])
    document, _, linked = _DOCUMENT.sub("", row["document"]).partition("#")
    anchor = row["anchor"].removeprefix("#") or linked
    if bool(document) != bool(anchor):
        raise _WrongLineError(
            "names a paper without a paragraph, or a paragraph without a paper",
            "Write both, as the address of the paragraph has them (/documents/DOCUMENT#ANCHOR), or neither.",
        )
    status = _status(kind, row["status"])
    if status not in {None, Status.STATED} and not document:
        raise _WrongLineError(
            f"says “{status}” without the paragraph that reports it",
            "Write the paper's id under document and the paragraph's anchor under anchor.",
        )
    if not row["who"]:
        raise _WrongLineError("does not say who decided", "Write a name under who.")
    return Ruling(
        commitment=row["commitment"],
        quote=row["quote"],
        kind=kind,
        when=_when(row["when"]),
        who=row["who"],
        status=status,
        document=document or None,
        anchor=anchor or None,
        note=row["note"],
        line=line,
    )


def _kind(text: str) -> RulingKind:
    try:
        return RulingKind(text.casefold())
    except ValueError:
        raise _WrongLineError(f"has the decision “{_short(text)}”", f"Write {_listed(RulingKind)}.") from None


def _status(kind: RulingKind, text: str) -> Status | None:
    if kind is not RulingKind.STATUS:
        if text:
            raise _WrongLineError(f"gives a status with the decision “{kind}”", "Write “status” under decision.")
        return None
    status = status_of(text)
    if status is None:
        raise _WrongLineError(f"has the status “{_short(text)}”", f"Write {_listed(Status)}.")
    return status


def _when(text: str) -> datetime:
    """The moment; one without a zone is taken to be in UTC."""
    try:
        british = _BRITISH.fullmatch(text)
        moment = _moment(british) if british else datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        hint = "Write it like 2026-11-22T10:30+00:00 or 22/11/2026 10:30."
        raise _WrongLineError(f"has “{_short(text)}” for when", hint) from None


def _moment(found: re.Match[str]) -> datetime:
    year, month, day, hour, minute = (int(found[part] or 0) for part in ("year", "month", "day", "hour", "minute"))
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def _listed(values: type[RulingKind | Status]) -> str:
    *first, last = (value.value for value in values)
    return f"{', '.join(first)} or {last}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _problem(line: int, message: str, hint: str) -> Problem:
    return Problem(severity=Severity.WARNING, where=f"{FILE}, line {line}", message=message, hint=hint)
