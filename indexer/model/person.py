"""Who is named in a paper and as what, and what do all papers together say of a person?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # a field is called date
from enum import StrEnum


class RoleKind(StrEnum):
    """In which role a paper names a person; the value is what readers of the site and of the JSON see."""

    PORTFOLIO_HOLDER = "portfolio holder"
    CHAIR = "chair"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole:
    """A person in one role in one paper, all as printed there."""

    name: str
    kind: RoleKind
    of: str | None = None  # the portfolio held, the body chaired, or an author's post
    of_id: str | None = None  # brings the changing names of a portfolio or body together


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who a paper names, and what a list says of the paper."""

    document: str
    title: str
    committee: str | None  # the body that the paper went to, as printed
    date: Date | None
    year: int | None
    is_year_inferred: bool
    roles: tuple[PersonRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One role of a person over all papers, from the first paper that says so to the last."""

    kind: RoleKind
    of: tuple[str, ...]  # the portfolio, body or post under its names of the time, the newest first
    papers: int
    first: Date | None  # of the dated papers
    last: Date | None
    years: tuple[int, int] | None  # first and last, of papers that have only a year too


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, under whatever names. ``papers`` have the person's own roles only, the newest first."""

    id: str
    name: str  # as pages call them: "Councillor Ruth Okafor"
    sorted_by: str  # the surname first, in small letters without accents
    names: tuple[str, ...]  # as printed, the newest first
    tenures: tuple[Tenure, ...]
    papers: tuple[Credits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedPerson:
    """A role in a paper with the id of the person who had it."""

    role: PersonRole
    person: str
