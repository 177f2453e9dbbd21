"""Which names did a person bear, and when, and which of these rows are wrong?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexer.text.people import read_name
from indexer.vocabulary.name_tables import day, period_mistakes
from indexer.vocabulary.people import BorneName, PeopleTable
from indexer.vocabulary.rows import Row

PEOPLE_COLUMNS = ("person", "name", "from", "to")


def parse_people(rows: Sequence[Row], mistakes: list[str]) -> PeopleTable:
    """The names of all people in the table, in its order."""
    right: list[tuple[Row, BorneName]] = []
    people = {name.key: row for row in rows if (name := read_name(row["person"]))}
    for row in rows:
        wrong = [*_name_mistakes(row), *period_mistakes(row)]
        if not wrong:
            borne = BorneName(
                person=row["person"],
                name=row["name"],
                first=day(row["from"], first=True),
                last=day(row["to"], first=False),
            )
            wrong = [*_double_mistakes(row, borne, right), *_chain_mistakes(row, people)]
            right.append((row, borne))
        mistakes += (row.mistake(message) for message in wrong)
    return PeopleTable(names=tuple(borne for _, borne in right))


def _name_mistakes(row: Row) -> list[str]:
    if read_name(row["person"]) is None:
        return ["has no person; write the name that pages should show"]
    if read_name(row["name"]) is None:
        return ["has no name; write it as papers print it, or delete the line"]
    return []


def _double_mistakes(row: Row, borne: BorneName, before: Sequence[tuple[Row, BorneName]]) -> list[str]:
    """Two people may bear one name, but not at the same time: then no paper says which of them is meant."""
    for other_row, other in before:
        if _key(other.name) == _key(borne.name) and _meet(other, borne):
            place = f"line {other_row.line} ({other.person})"
            if _key(other.person) == _key(borne.person):
                return [f"“{row['name']}” is the same name as in {place}; delete one"]
            return [f"“{row['name']}” is borne in {place} at the same time; write “from” and “to” so that they part"]
    return []


def _chain_mistakes(row: Row, people: dict[str, Row]) -> list[str]:
    """A person who is another one's former name would be two people at once."""
    other = people.get(_key(row["name"]))
    if other is None or _key(other["person"]) == _key(row["person"]):
        return []
    return [f"“{row['name']}” is a person of line {other.line}; write one name in the column “person” of both lines"]


def _meet(one: BorneName, other: BorneName) -> bool:
    return one.covers(other.first or date.min) or other.covers(one.first or date.min)


def _key(text: str) -> str:
    name = read_name(text)
    return name.key if name else ""
