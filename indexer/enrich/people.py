"""Which of the names in all papers are one person?

Names are compared without titles, case and accents (``indexer.text.people``). A short form ("Cllr R. Okafor",
"Councillor Okafor") is taken for a longer one only when exactly one longer form fits that papers name in the same kind
of role; else it stays a person of its own. The officers' table comes first. Members and officers are never joined: an
officer of the council cannot be a member of it (Local Government Act 1972, section 80).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from indexer.model.person import CreditedPerson, Credits, Person, PersonRole, RoleKind, Tenure
from indexer.text.people import Fullness, PersonName, fits, read_name
from indexer.vocabulary.names import name_key
from indexer.vocabulary.people import PeopleTable

# Characters: no name with its titles and honours is longer. Names once read are kept in memory, and what people type is
# not to fill it.
_LONGEST = 100


class _Form(NamedTuple):
    """Names that are the same: one standing, one key."""

    is_member: bool
    key: str

    @property
    def id(self) -> str:
        return f"councillor-{self.key}" if self.is_member else self.key


class _Use(NamedTuple):
    """One role in one paper: the name as printed there, and as the officers' table has it, else the same."""

    paper: Credits
    place: int  # among the roles of the paper
    role: PersonRole
    printed: PersonName
    name: PersonName


class People:
    """The persons of all papers. Who is who is decided at once; what papers say of somebody is gathered when asked."""

    def __init__(self, papers: Iterable[Credits], table: PeopleTable) -> None:
        forms = _forms(sorted(papers, key=_newest_first), table)
        self._uses: dict[str, list[_Use]] = {}
        self._forms: dict[str, _Form] = {}
        self._credited: dict[str, list[tuple[int, CreditedPerson]]] = {}
        self._by_id: dict[str, set[str]] = {}
        self._by_key: dict[str, set[str]] = {}
        self._by_surname: dict[str, set[str]] = {}
        for form, one in _joined(forms).items():
            person, uses = one.id, forms[form]
            self._forms[person] = one
            self._uses.setdefault(person, []).extend(uses)
            for use in uses:
                credited = use.place, CreditedPerson(role=use.role, person=person)
                self._credited.setdefault(use.paper.document, []).append(credited)
            for name in {use.printed for use in uses} | {uses[0].name}:
                self._by_id.setdefault(form._replace(key=name.key).id, set()).add(person)
                self._by_key.setdefault(name.key, set()).add(person)
                self._by_surname.setdefault(name.surname, set()).add(person)
        self._person = lru_cache(maxsize=None)(self._gathered)

    def every(self) -> tuple[Person, ...]:
        """All persons by surname."""
        return tuple(sorted(map(self._person, self._uses), key=lambda person: (person.sorted_by, person.id)))

    def get(self, identifier: str) -> Person | None:
        """The person with this id, or with an id made of another of their names that nobody else has."""
        found = {identifier} & self._uses.keys() or self._by_id.get(identifier, set())
        return self._person(min(found)) if len(found) == 1 else None

    def credited(self, document: str) -> tuple[CreditedPerson, ...]:
        """Who is named in a paper, in its own order."""
        in_order = sorted(self._credited.get(document, ()), key=lambda placed: placed[0])
        return tuple(credited for _, credited in in_order)

    def holders(self, documents: Collection[str]) -> tuple[Person, ...]:
        """The portfolio holders of these papers, the latest first: each with these papers and that role alone."""
        credited = (one for document in documents for one in self.credited(document))
        persons = dict.fromkeys(one.person for one in credited if one.role.kind is RoleKind.PORTFOLIO_HOLDER)
        held = [
            replace(person, tenures=tuple(_tenures(uses)), papers=_papers(uses))
            for person, uses in ((self._person(found), self._holding(found, documents)) for found in persons)
        ]
        return tuple(sorted(held, key=lambda person: (_newest_first(person.papers[0]), person.sorted_by)))

    def _holding(self, identifier: str, documents: Collection[str]) -> list[_Use]:
        """Where these papers name somebody as portfolio holder, the newest first."""
        uses = self._uses[identifier]
        kept = (u for u in uses if u.paper.document in documents and u.role.kind is RoleKind.PORTFOLIO_HOLDER)
        return sorted(kept, key=lambda use: _newest_first(use.paper))

    def named(self, words: str) -> tuple[Person, ...]:
        """Whom ``words`` are the name of, and nothing else: the whole name, or a surname that only one person has."""
        name = read_name(words.strip(' "“”')) if len(words) <= _LONGEST else None
        if name is None:
            return ()
        found = self._by_key.get(name.key) or self._by_surname.get(name.key, set())
        is_surname = name.key not in self._by_key
        return () if is_surname and len(found) > 1 else tuple(map(self._person, sorted(found)))

    def _gathered(self, identifier: str) -> Person:
        return _person(self._forms[identifier], self._uses[identifier])


def _forms(papers: Sequence[Credits], table: PeopleTable) -> dict[_Form, list[_Use]]:
    """Every use of every name by its form; a chair without a title is a member where a member has that name."""
    uses: list[_Use] = []
    for paper in papers:
        for place, role in enumerate(paper.roles):
            printed = read_name(role.name)
            name = read_name(table.find(role.name, paper.date) or role.name)
            if printed is not None and name is not None:
                uses.append(_Use(paper, place, role, printed, name))
    members = {use.name.key for use in uses if _is_surely_member(use)}
    forms: dict[_Form, list[_Use]] = {}
    for use in uses:
        is_member = _is_surely_member(use) or (use.role.kind is RoleKind.CHAIR and use.name.key in members)
        forms.setdefault(_Form(is_member, use.name.key), []).append(use)
    return forms


def _is_surely_member(use: _Use) -> bool:
    return use.role.kind is RoleKind.PORTFOLIO_HOLDER or use.printed.is_member


def _joined(forms: Mapping[_Form, Sequence[_Use]]) -> dict[_Form, _Form]:
    """For each form the one that stands for the person: itself, or the only longer one that fits."""
    by_surname: dict[tuple[bool, str], list[_Form]] = {}
    for form, uses in forms.items():
        by_surname.setdefault((form.is_member, uses[0].name.surname), []).append(form)
    one: dict[_Form, _Form] = {}
    for namesakes in by_surname.values():
        for form in sorted(namesakes, key=lambda form: -forms[form][0].name.fullness):
            name, kinds = forms[form][0].name, {use.role.kind for use in forms[form]}
            longer = {
                one[other]
                for other in namesakes
                if name.fullness is not Fullness.FULL
                and forms[other][0].name.fullness > name.fullness
                and fits(name, forms[other][0].name)
                and kinds & {use.role.kind for use in forms[other]}
            }
            one[form] = longer.pop() if len(longer) == 1 else form
    return one


def _person(form: _Form, uses: Sequence[_Use]) -> Person:
    """The person of ``uses``, called as in the newest paper that has the form of the name that stands for them."""
    newest = sorted(uses, key=lambda use: _newest_first(use.paper))
    name = next(use.name for use in newest if use.name.key == form.key)
    return Person(
        id=form.id,
        name=f"Councillor {name.printed}" if form.is_member else name.printed,
        sorted_by=f"{name.surname} {name.key}",
        names=_once((use.printed.key, use.role.name) for use in newest),
        tenures=tuple(_tenures(newest)),
        papers=_papers(newest),
    )


def _papers(newest: Sequence[_Use]) -> tuple[Credits, ...]:
    """The papers of ``newest`` in its order, each with the roles that are in it."""
    roles: dict[str, list[PersonRole]] = {}
    for use in newest:
        roles.setdefault(use.paper.document, []).append(use.role)
    papers = {use.paper.document: use.paper for use in newest}
    return tuple(replace(paper, roles=tuple(roles[document])) for document, paper in papers.items())


def _tenures(newest: Sequence[_Use]) -> Iterator[Tenure]:
    """One for each role that the person had, the latest first.

    A portfolio holder of whom a paper does not say what they hold is taken to hold the only portfolio they ever had.
    """
    portfolios = {_same(use.role) for use in newest if use.role.kind is RoleKind.PORTFOLIO_HOLDER} - {""}
    only = portfolios.pop() if len(portfolios) == 1 else ""
    grouped: dict[tuple[RoleKind, str], list[_Use]] = {}
    for use in newest:
        unsaid = only if use.role.kind is RoleKind.PORTFOLIO_HOLDER else ""
        grouped.setdefault((use.role.kind, _same(use.role) or unsaid), []).append(use)
    for (kind, _), uses in grouped.items():
        days = [use.paper.date for use in uses if use.paper.date]
        years = [use.paper.year for use in uses if use.paper.year]
        yield Tenure(
            kind=kind,
            of=_once((name_key(use.role.of), use.role.of) for use in uses if use.role.of),
            papers=len({use.paper.document for use in uses}),
            first=min(days, default=None),
            last=max(days, default=None),
            years=(min(years), max(years)) if years else None,
        )


def _same(role: PersonRole) -> str:
    """What is alike for one role under changing names."""
    return role.of_id or name_key(role.of or "")


def _once(names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The names without those whose key has come before: an apostrophe makes no other name."""
    first: dict[str, str] = {}
    for key, name in names:
        first.setdefault(key, name)
    return tuple(first.values())


def _newest_first(paper: Credits) -> tuple[int, int, str]:
    """A paper with only a year comes after the dated ones of that year, one without either comes last."""
    year = paper.date.year if paper.date else paper.year or 0
    return -year, -(paper.date or date.min).toordinal(), paper.document
