from __future__ import annotations

import pytest

from indexer.vocabulary.names import Name, Named, NameTable

SCRUTINY = Named("childrens-scrutiny", "Children's scrutiny")
CABINET = Named("cabinet", "Cabinet")
PARENTING = Named("corporate-parenting-board", "Corporate Parenting Board")

COMMITTEES = NameTable(
    names=tuple(
        Name(id=thing.id, label=thing.label, name=name)
        for thing, name in (
            (SCRUTINY, "Children's Services Overview and Scrutiny Committee"),
            (SCRUTINY, "Children, Families and Learning Overview and Scrutiny Committee"),
            (CABINET, "Cabinet"),
            (CABINET, "Executive"),
            (PARENTING, "Corporate Parenting Panel"),
            (Named("health-board", "Health Board"), "Public Health Board"),
            (Named("health-panel", "Health Panel"), "Public Health Panel"),
        )
    )
)
PORTFOLIOS = NameTable(
    names=(
        Name(id="childrens-services", label="Children's services", name="Children's Services"),
        Name(id="childrens-services", label="Children's services", name="Children, Families and Lifelong Learning"),
    )
)


@pytest.mark.parametrize(
    ("printed", "thing"),
    [
        ("CHILDREN’S SERVICES OVERVIEW AND SCRUTINY COMMITTEE", SCRUTINY),
        ("Childrens Services Overview & Scrutiny Committee", SCRUTINY),
        ("Children Families and Learning Overview and Scrutiny Committee.", SCRUTINY),
        ("Children's Services Overview and Scrutiny Panel", SCRUTINY),
        ("Children's scrutiny", SCRUTINY),
        ("childrens-scrutiny", SCRUTINY),
        ("The Executive", CABINET),
        ("Cabinet meeting", CABINET),
        ("Ashenbrook Metropolitan Borough Council Cabinet", CABINET),
        ("the Council's Cabinet", CABINET),
        ("Corporate Parenting Board", PARENTING),
        ("Corporate Parenting Committee", PARENTING),
    ],
)
def test_a_committee_is_known_under_all_its_names(printed: str, thing: Named) -> None:
    assert COMMITTEES.find(printed) == COMMITTEES.known(printed) == thing


@pytest.mark.parametrize(
    "printed",
    [
        "Cabinet Member for Children's Services",
        "Portfolio Holder for Children’s Services",
        "Executive Councillor with responsibility for Children's Services",
        "Deputy Leader, Children, Families & Lifelong Learning",
        "Deputy Leader and Portfolio Holder for Children, Families and Lifelong Learning",
        "Children's Services Portfolio",
    ],
)
def test_a_portfolio_is_known_with_or_without_the_role(printed: str) -> None:
    assert PORTFOLIOS.find(printed) == ("childrens-services", "Children's services")


@pytest.mark.parametrize("printed", ["Cabinet Committee", "Youth Council", "Shadow Cabinet", "Public Health Committee"])
def test_what_only_sounds_like_a_committee_is_not_taken_for_it(printed: str) -> None:
    assert COMMITTEES.known(printed) is None


def test_a_name_in_no_table_keeps_itself() -> None:
    assert COMMITTEES.find(" Licensing &  Gambling Sub-Committee ") == (
        "licensing-and-gambling-sub-committee",
        "Licensing & Gambling Sub-Committee",
    )
    assert PORTFOLIOS.find("Cabinet Member for Leisure") == ("leisure", "Cabinet Member for Leisure")


@pytest.mark.parametrize("printed", ["", "  ", "–", "…"])
def test_no_name_names_nothing(printed: str) -> None:
    assert COMMITTEES.find(printed) is None


def test_an_id_has_the_label_of_the_table_or_its_own_words() -> None:
    assert COMMITTEES.label("childrens-scrutiny") == "Children's scrutiny"
    assert COMMITTEES.label("licensing-sub-committee") == "Licensing sub committee"
