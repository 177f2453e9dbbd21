from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from indexer.enrich.people import People
from indexer.model.person import Credits, PersonRole, RoleKind
from indexer.text.people import fits, read_name
from indexer.vocabulary.people import BorneName, PeopleTable

_WORDS = st.sampled_from(
    ["Councillor", "Cllr", "Dr", "R.", "R", "S.", "Ruth", "Rita", "Anne", "Okafor", "Marsh", "van", "der", "OBE", "(X)"]
)
_NAMES = st.lists(_WORDS, max_size=4).map(" ".join) | st.text(max_size=12)
_ROLES = st.builds(PersonRole, name=_NAMES, kind=st.sampled_from(RoleKind), of=st.none() | _NAMES)
_TABLES = st.lists(st.builds(BorneName, person=_NAMES, name=_NAMES), max_size=2).map(
    lambda names: PeopleTable(names=tuple(names))
)


def _papers(roles: list[list[PersonRole]]) -> list[Credits]:
    return [
        Credits(
            document=f"paper-{number}",
            title="A paper",
            committee=None,
            date=date(2000 + number, 1, 1) if number % 2 else None,
            year=None,
            is_year_inferred=False,
            roles=tuple(each),
        )
        for number, each in enumerate(roles)
    ]


_PAPERS = st.lists(st.lists(_ROLES, max_size=3), max_size=6).map(_papers)


@given(st.text())
def test_any_text_is_a_name_or_none_and_the_name_shown_is_the_same_name(text: str) -> None:
    name = read_name(text)
    if name is not None:
        assert name.key
        assert name.surname
        again = read_name(name.printed)
        assert again is not None


@given(_NAMES, _NAMES)
def test_fitting_is_symmetric_and_a_name_fits_itself(one: str, other: str) -> None:
    first, second = read_name(one), read_name(other)
    if first is not None and second is not None:
        assert fits(first, second) == fits(second, first)
        assert fits(first, first)


@given(_PAPERS, _TABLES, st.randoms())
def test_who_is_joined_does_not_depend_on_the_order_of_the_papers(
    papers: list[Credits], table: PeopleTable, random: Random
) -> None:
    shuffled = sorted(papers, key=lambda _: random.random())
    assert People(papers, table).every() == People(shuffled, table).every()


@given(_PAPERS, _TABLES)
def test_every_role_with_a_name_is_one_persons(papers: list[Credits], table: PeopleTable) -> None:
    people = People(papers, table)
    every = people.every()
    assert len({person.id for person in every}) == len(every)
    for paper in papers:
        credited = people.credited(paper.document)
        named = [
            role
            for role in paper.roles
            if read_name(role.name) and read_name(table.find(role.name, paper.date) or role.name)
        ]
        assert [each.role for each in credited] == named
        for each in credited:
            person = people.get(each.person)
            assert person is not None
            assert paper.document in {found.document for found in person.papers}
    assert sum(len(found.roles) for person in every for found in person.papers) == sum(
        len(people.credited(paper.document)) for paper in papers
    )


@given(_PAPERS, st.text() | _NAMES)
def test_any_words_and_any_id_may_be_asked_for(papers: list[Credits], words: str) -> None:
    people = People(papers, PeopleTable(names=()))
    assert set(people.named(words)) <= set(people.every())
    assert people.get(words) in {None, *people.every()}
