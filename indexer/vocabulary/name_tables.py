"""Which names did a committee or portfolio bear, and when, and which of these rows are wrong?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from indexer.vocabulary.names import Name, NameTable, name_key
from indexer.vocabulary.rows import Row
from indexer.vocabulary.topic_tables import ID, ID_FORM

NAME_COLUMNS = ("id", "label", "name", "from", "to")


def parse_names(rows: Sequence[Row], mistakes: list[str]) -> NameTable:
    """The names of all committees, or of all portfolios, in the order of the table."""
    labels: dict[str, Row] = {}
    keys: dict[str, Row] = {}
    names: list[Name] = []
    for row in rows:
        wrong = [*_id_mistakes(row, labels), *_name_mistakes(row, keys), *period_mistakes(row)]
        mistakes += (row.mistake(message) for message in wrong)
        if not wrong:
            names.append(_name(row))
    return NameTable(names=tuple(names))


def _name(row: Row) -> Name:
    return Name(
        id=row["id"],
        label=row["label"],
        name=row["name"],
        first=day(row["from"], first=True),
        last=day(row["to"], first=False),
    )


def _id_mistakes(row: Row, labels: dict[str, Row]) -> list[str]:
    if not ID.fullmatch(row["id"]):
        return [f"“{row['id']}” cannot be an id; {ID_FORM}"]
    first = labels.setdefault(row["id"], row)
    if not row["label"]:
        return ["has no label; write what pages should show"]
    if row["label"] != first["label"]:
        return [f"has the label “{row['label']}”, but line {first.line} has “{first['label']}”; write the same in both"]
    return []


def _name_mistakes(row: Row, keys: dict[str, Row]) -> list[str]:
    key = name_key(row["name"])
    if not key:
        return ["has no name; write it as it is printed, or delete the line"]
    first = keys.setdefault(key, row)
    if first is row:
        return []
    return [f"“{row['name']}” is the same name as “{first['name']}” in line {first.line} ({first['id']}); delete one"]


def period_mistakes(row: Row) -> list[str]:
    """What is wrong with the columns "from" and "to"."""
    wrong = []
    for column in ("from", "to"):
        try:
            day(row[column], first=column == "from")
        except ValueError:
            wrong.append(f"“{row[column]}” is no date; write 2019-05-21, 21/05/2019, 2019 or nothing")
    if wrong:
        return wrong
    first, last = day(row["from"], first=True), day(row["to"], first=False)
    return ["ends before it begins; mend “from” or “to”"] if first and last and last < first else []


def day(text: str, *, first: bool) -> date | None:
    """A day as a person or a spreadsheet writes it; of a year, its first or last; raises ``ValueError``."""
    if not text:
        return None
    if len(text) == len("2019"):
        return date(int(text), 1, 1) if first else date(int(text), 12, 31)
    form = "%d/%m/%Y" if "/" in text else "%Y-%m-%d"
    return datetime.strptime(text, form).date()  # noqa: DTZ007  # a calendar day has no time zone
