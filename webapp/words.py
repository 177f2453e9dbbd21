"""Which words and small forms do the templates share?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from flask import Flask

from indexer.model.as_json import document_url, person_url, similar_url, version_url
from indexer.model.citation import names_its_place
from indexer.model.document import Basis, Fact, Table
from indexer.model.person import CreditedPerson, Person, Tenure
from indexer.model.query import Facet
from indexer.model.report import Coverage
from indexer.model.search import Removable, Removal, SearchRequest
from webapp import context, params, passages

FACET_NAMES = {
    Facet.TOPIC: "Topic",
    Facet.YEAR: "Year",
    Facet.TYPE: "Type of paper",
    Facet.PORTFOLIO: "Portfolio",
    Facet.COMMITTEE: "Committee",
    Facet.MUNICIPAL_YEAR: "Municipal year",
}
_LONGEST_SHOWN = 40  # of what was typed or linked; a sentence is to be read in one go
_ROW = re.compile(r"table-(\d+)-row-(\d+)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def teach(app: Flask) -> None:
    """Give the templates of ``app`` these words."""
    app.jinja_env.filters.update(
        day=day,
        british=british,
        basis=basis,
        number=number,
        xml_text=xml_text,
        snippet=passages.snippet,
        capital=capital,
        stopped=stopped,
    )
    app.jinja_env.globals.update(
        version_url=version_url,
        similar_url=similar_url,
        facet_names=FACET_NAMES,
        address=params.address,
        span_of_time=span_of_time,
        plural=plural,
        paper_address=paper_address,
        place=place,
        people_in=people_in,
        roles_of=roles_of,
        time_of=time_of,
        dates_of=dates_of,
        nothing_asked=SearchRequest(),
        person_address=person_url,
        explained=explained,
        table_name=table_name,
        taken_off=taken_off,
    )


def day(value: date | datetime) -> str:
    """A date as people write it: 23 September 2025."""
    return f"{value.day} {value:%B} {value.year}"


def british(iso: str) -> str:
    """A date in figures, as it stands in tables: 23/09/2025."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def no_such(facet: Facet, value: str) -> str:
    """What to say of a filter value that there is not, or not any more."""
    shown = short(value)
    if facet is Facet.MUNICIPAL_YEAR:
        return f"“{shown}” is not a municipal year: write it like 2025/26."
    return f"There is no {FACET_NAMES[facet].lower()} “{shown}” among these papers: choose one that is listed."


def short(text: str) -> str:
    """``text`` as it may stand in a sentence of ours."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def taken_off(removal: Removal) -> str:
    """What a removal takes off a search: "Committee: Cabinet", "Date: from 1 March 2024"."""
    if isinstance(removal.part, Facet):
        return f"{FACET_NAMES[removal.part]}: {capital(removal.label)}"
    return f"Date: {removal.label}" if removal.part is Removable.DATES else removal.label


def number(value: int) -> str:
    """A count with its thousands apart: 9,801."""
    return f"{value:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 paper, 2 papers, no papers."""
    return f"{number(count) if count else 'no'} {one if count == 1 else many or one + 's'}"


def paper_address(document: str, asked: SearchRequest) -> str:
    """The page of a paper with the words of a search marked, and the way back to the search."""
    return params.address(document_url(document), asked)


def explained(asked: SearchRequest) -> SearchRequest:
    """The same search, with what each paragraph is worth."""
    return replace(asked, explain=True)


def people_in(document: str) -> list[tuple[str, list[CreditedPerson]]]:
    """Whom a paper names, under what they are to it: "Portfolio holder", "Authors"."""
    groups: list[tuple[str, list[CreditedPerson]]] = []
    for kind, members in groupby(context.catalogue().people_in(document), key=lambda one: one.role.kind):
        people = list(members)
        groups.append((capital(kind if len(people) == 1 else f"{kind}s"), people))
    return groups


def time_of(tenures: Iterable[Tenure]) -> str:
    """The years of roles: "2021 to 2024"; nothing where no paper has a year."""
    years = [year for tenure in tenures for year in tenure.years or ()]
    if not years:
        return ""
    return str(min(years)) if min(years) == max(years) else f"{min(years)} to {max(years)}"


def dates_of(tenure: Tenure) -> str:
    """The dates of a role in full where papers have them, else its years."""
    if tenure.first is None or tenure.last is None:
        return time_of([tenure]) or "no date"
    return day(tenure.first) if tenure.first == tenure.last else f"{day(tenure.first)} to {day(tenure.last)}"


def roles_of(person: Person) -> str:
    """What somebody was and when, in a line: "portfolio holder 2016 to 2018, chair 2017, 5 papers"."""
    kinds = dict.fromkeys(tenure.kind for tenure in person.tenures)
    parts = [f"{kind} {time_of(t for t in person.tenures if t.kind is kind)}".strip() for kind in kinds]
    return ", ".join([*parts, plural(len(person.papers), "paper")])


def place(anchor: str, number: str | None) -> str:
    """A short name of a passage for a link: "3.17", "Table 1, row 2", "¶ 12"."""
    if row := _ROW.fullmatch(anchor):
        return f"Table {row[1]}, row {row[2]}"
    return number or f"¶ {anchor.removeprefix('p-')}"


def table_name(table: Table, heading: str) -> str:
    """What a table is called in its paper; where nothing is printed, where it stands."""
    name = table.anchor.replace("table-", "Table ")
    if not table.caption:
        return f"{name} in “{heading}”" if heading else name
    if names_its_place(table):
        return table.caption
    return f"{name} (printed as “{table.caption}”)"


def capital(text: str) -> str:
    """``text`` with its first letter large."""
    return text[:1].upper() + text[1:]


def span_of_time(coverage: Coverage) -> str | None:
    """From when to when the papers are: "April 2019 to September 2025"."""
    if not coverage.first or not coverage.last:
        return None
    first, last = f"{coverage.first:%B %Y}", f"{coverage.last:%B %Y}"
    return first if first == last else f"{first} to {last}"


def basis(fact: Fact[object]) -> str:
    """How a fact is known, in a few plain words; nothing where the paper simply states it with no place named."""
    lead = {Basis.STATED: "Stated in the paper", Basis.INFERRED: "Inferred", Basis.GIVEN: "Given beside the paper"}
    return f"{lead[fact.basis]}: {fact.where}" if fact.where else lead[fact.basis]


def stopped(text: str) -> str:
    """``text`` with a full stop."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def xml_text(text: str) -> str:
    """``text`` without the characters that XML cannot hold, not even escaped."""
    return _NOT_XML.sub("", text)
