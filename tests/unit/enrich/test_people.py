from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from indexer.enrich.credits import credits_of
from indexer.enrich.people import People
from indexer.model.document import Author
from indexer.model.person import Credits, PersonRole, RoleKind
from indexer.text.people import read_name
from indexer.vocabulary.people import BorneName, PeopleTable
from tests.unit.enrich.papers import paper, stated

EMPTY = PeopleTable(names=())
HOLDER, CHAIR, AUTHOR = RoleKind.PORTFOLIO_HOLDER, RoleKind.CHAIR, RoleKind.AUTHOR


def credit(name: str, kind: RoleKind, when: str = "2020-01-01", of: str | None = None) -> Credits:
    """A paper of a day that names one person."""
    day = date.fromisoformat(when)
    role = PersonRole(name=name, kind=kind, of=of)
    title = f"{when} {kind} {name}"
    return Credits(
        document=title, title=title, committee=None, date=day, year=day.year, is_year_inferred=False, roles=(role,)
    )


def ids(papers: Iterable[Credits], table: PeopleTable = EMPTY) -> list[str]:
    return [person.id for person in People(papers, table).every()]


def test_a_paper_credits_its_holder_its_chair_and_its_authors() -> None:
    document = replace(
        paper("Swings", {}, committee="Play Panel", portfolio="Play"),
        portfolio_id="play",
        committee_id="play-panel",
        portfolio_holder=stated("Councillor Ruth Okafor"),
        chair=stated("Councillor Ann Bee"),
        authors=(Author(name="Jo Field", role="Head of Play"), Author(name="Bo Hale")),
    )
    assert credits_of(document).roles == (
        PersonRole(name="Councillor Ruth Okafor", kind=HOLDER, of="Play", of_id="play"),
        PersonRole(name="Councillor Ann Bee", kind=CHAIR, of="Play Panel", of_id="play-panel"),
        PersonRole(name="Jo Field", kind=AUTHOR, of="Head of Play"),
        PersonRole(name="Bo Hale", kind=AUTHOR),
    )


def test_a_short_form_is_the_one_full_name_that_fits_in_the_same_kind_of_role() -> None:
    people = People([credit("Cllr R. Okafor", HOLDER), credit("Councillor Ruth Okafor", HOLDER, "2019-01-01")], EMPTY)
    (person,) = people.every()
    assert (person.id, person.name) == ("councillor-ruth-okafor", "Councillor Ruth Okafor")
    assert person.names == ("Cllr R. Okafor", "Councillor Ruth Okafor")
    assert [found.date for found in person.papers] == [date(2020, 1, 1), date(2019, 1, 1)]


@pytest.mark.parametrize(
    ("papers", "persons"),
    [
        pytest.param(
            [("R. Okafor", HOLDER), ("Ruth Okafor", HOLDER), ("Robert Okafor", HOLDER)], 3, id="two full names fit"
        ),
        pytest.param([("Councillor R. Okafor", CHAIR), ("Ruth Okafor", HOLDER)], 2, id="another kind of role"),
        pytest.param([("Councillor Ruth Okafor", CHAIR), ("Ruth Okafor", HOLDER)], 1, id="the same name in two kinds"),
        pytest.param([("Ruth Okafor", AUTHOR), ("Ruth Okafor", HOLDER)], 2, id="an officer is no member"),
        pytest.param([("Ruth Okafor", CHAIR), ("Ruth Okafor", HOLDER)], 1, id="a chair without a title, a member"),
        pytest.param([("Ruth Okafor", CHAIR), ("Ruth Okafor", AUTHOR)], 1, id="a chair without a title, no member"),
        pytest.param([("Okafor", HOLDER), ("R. Okafor", HOLDER), ("Ruth Okafor", HOLDER)], 1, id="a surname alone"),
        pytest.param([("Okafor", CHAIR), ("R. Okafor", CHAIR)], 1, id="a surname and initials only"),
        pytest.param([("Okafor", HOLDER), ("R. Okafor", HOLDER), ("S. Okafor", HOLDER)], 3, id="whose surname"),
        pytest.param([("Ruth Okafor", HOLDER), ("Ruth Anne Okafor", HOLDER)], 2, id="two full names"),
        pytest.param([("—", HOLDER), ("Councillor", CHAIR)], 0, id="nobody"),
    ],
)
def test_names_are_joined_where_only_one_person_can_be_meant(papers: list[tuple[str, RoleKind]], persons: int) -> None:
    assert len(ids(credit(name, kind) for name, kind in papers)) == persons


def test_a_changed_name_is_one_person_by_the_officers_table_with_the_name_of_the_time() -> None:
    table = PeopleTable(names=(BorneName(person="Ruth Okafor", name="Ruth Marsh", last=date(2019, 6, 30)),))
    papers = [credit("Councillor R. Okafor", HOLDER), credit("Councillor Ruth Marsh", HOLDER, "2018-01-01")]
    people = People(papers, table)
    (person,) = people.every()
    assert person.name == "Councillor Ruth Okafor"
    assert [role.name for found in person.papers for role in found.roles] == [
        "Councillor R. Okafor",
        "Councillor Ruth Marsh",
    ]
    assert people.get("councillor-ruth-marsh") == person
    assert people.named("Ruth Marsh") == (person,)


def test_namesakes_are_parted_by_the_dates_of_the_table() -> None:
    table = PeopleTable(
        names=(
            BorneName(person="John Smith (Hill Top)", name="John Smith", last=date(2015, 12, 31)),
            BorneName(person="John Smith (Riverside)", name="John Smith", first=date(2016, 1, 1)),
        )
    )
    papers = [credit("Cllr John Smith", CHAIR, "2015-05-05"), credit("Cllr John Smith", CHAIR, "2017-05-05")]
    assert ids(papers, table) == ["councillor-john-smith-hill-top", "councillor-john-smith-riverside"]
    assert People(papers, table).get("councillor-john-smith") is None


def test_a_role_under_changing_names_is_one_with_its_first_and_last_paper() -> None:
    old = credit("Ruth Okafor", HOLDER, "2016-02-03", "Children's Services")
    new = credit("Ruth Okafor", HOLDER, "2019-04-05", "Children and Families")
    both = [replace(each, roles=(replace(each.roles[0], of_id="childrens-services"),)) for each in (old, new)]
    undated = replace(both[0], document="undated", date=None, year=2014)
    (person,) = People([*both, undated], EMPTY).every()
    (tenure,) = person.tenures
    assert tenure.of == ("Children and Families", "Children's Services")
    assert (tenure.first, tenure.last, tenure.years) == (date(2016, 2, 3), date(2019, 4, 5), (2014, 2019))
    assert tenure.papers == 3
    assert [found.document for found in person.papers][-1] == "undated"


def test_the_words_of_a_search_name_somebody_by_the_whole_name_or_the_only_surname() -> None:
    papers = [credit("Ruth Okafor", HOLDER), credit("Ann Bee", AUTHOR), credit("Bo Bee", AUTHOR)]
    people = People(papers, EMPTY)

    def found(words: str) -> list[str]:
        return [person.id for person in people.named(words)]

    assert found("okafor") == found("Cllr Ruth OKAFOR") == found('"ruth okafor"') == ["councillor-ruth-okafor"]
    assert found("ann bee") == ["ann-bee"]
    assert found("bee") == found("ruth") == found("okafor strategy") == found("") == found("-okafor OR") == []


def test_a_text_too_long_for_a_name_is_nobody_and_is_not_kept() -> None:
    people = People([credit("Ruth Okafor", HOLDER)], EMPTY)
    kept = read_name.cache_info().currsize
    assert people.named("Ruth Okafor " * 1000) == ()
    assert read_name.cache_info().currsize == kept


def test_who_is_credited_in_a_paper_comes_in_its_own_order() -> None:
    names = "Zoe Ash", "Ann Bee", "Zoe Ash"
    one = replace(credit("x", AUTHOR), roles=tuple(PersonRole(name=name, kind=AUTHOR) for name in names))
    people = People([one], EMPTY)
    assert [credited.person for credited in people.credited(one.document)] == ["zoe-ash", "ann-bee", "zoe-ash"]
    assert people.credited("another") == ()
    assert len(people.every()[0].papers) == 1


def test_a_holder_whose_portfolio_a_paper_does_not_name_holds_the_only_one_they_ever_had() -> None:
    unsaid = credit("Councillor Oakes", HOLDER, "2021-01-01")
    play, roads = (
        credit("Councillor Oakes", HOLDER, day, of) for day, of in (("2020-01-01", "Play"), ("2022-01-01", "Roads"))
    )
    (person,) = People([unsaid, play], EMPTY).every()
    assert [(tenure.of, tenure.papers) for tenure in person.tenures] == [(("Play",), 2)]
    (person,) = People([unsaid, play, roads], EMPTY).every()
    assert [tenure.of for tenure in person.tenures] == [("Roads",), (), ("Play",)]


def test_the_holders_of_some_papers_have_these_papers_and_that_role_alone() -> None:
    both = replace(
        credit("Councillor Oakes", HOLDER, "2021-01-01", "Play"),
        roles=(
            PersonRole(name="Councillor Oakes", kind=HOLDER, of="Play"),
            PersonRole(name="Councillor Oakes", kind=CHAIR, of="Play Panel"),
        ),
    )
    papers = [
        both,
        credit("Councillor Oakes", HOLDER, "2022-01-01", "Play"),
        credit("Cllr Marsh", HOLDER, "2020-01-01"),
    ]
    people = People([*papers, credit("Jo Field", AUTHOR)], EMPTY)
    (oakes, marsh) = people.holders({both.document, papers[2].document})
    assert (oakes.id, marsh.id) == ("councillor-oakes", "councillor-marsh")
    assert [(tenure.kind, tenure.first, tenure.papers) for tenure in oakes.tenures] == [(HOLDER, date(2021, 1, 1), 1)]
    assert [[role.kind for role in paper.roles] for paper in oakes.papers] == [[HOLDER]]
    assert people.holders(set()) == ()
