from __future__ import annotations

import pytest

from indexer.text.people import Fullness, PersonName, fits, read_name


def name(printed: str) -> PersonName:
    found = read_name(printed)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Councillor Ruth Okafor", "Cllr Ruth Okafor"),
        ("Councillor Dr Ruth Okafor OBE", "RUTH OKAFOR"),
        ("Mrs. Ruth Okafor, MBE", "Dame Ruth Okafor"),
        ("T Odunlade", "Cllr. T. Odunlade"),
        ("J.R. Hale", "J R Hale"),
        ("Zoë O’Neill", "Zoe ONeill"),
        ("Carole Hesketh-Lunn", "Carole Hesketh Lunn"),
    ],
)
def test_titles_honours_case_accents_and_full_stops_make_no_other_name(one: str, other: str) -> None:
    assert name(one).key == name(other).key


@pytest.mark.parametrize("printed", ["", "  ", "—", "Councillor", "Cllr.", "Mr", "Mrs Dr", "(Chair)", "..."])
def test_a_title_alone_names_nobody(printed: str) -> None:
    assert read_name(printed) is None


@pytest.mark.parametrize(
    ("printed", "given", "surname", "fullness"),
    [
        ("Councillor Okafor", (), "okafor", Fullness.SURNAME),
        ("Councillor Lord", (), "lord", Fullness.SURNAME),
        ("Cllr R. Okafor", ("r",), "okafor", Fullness.INITIALS),
        ("Ruth A. Okafor", ("ruth", "a"), "okafor", Fullness.FULL),
        ("H. Stott-Wray", ("h",), "stott-wray", Fullness.INITIALS),
        ("Jan van der Berg", ("jan",), "van-der-berg", Fullness.FULL),
        ("Councillor van der Berg", (), "van-der-berg", Fullness.SURNAME),
        ("Al Green", ("al",), "green", Fullness.FULL),
        ("John Smith (Hill Top)", ("john",), "smith", Fullness.FULL),
    ],
)
def test_a_name_has_its_parts(printed: str, given: tuple[str, ...], surname: str, fullness: Fullness) -> None:
    found = name(printed)
    assert (found.given, found.surname, found.fullness) == (given, surname, fullness)


def test_the_name_to_show_is_without_titles_and_with_full_stops_behind_initials() -> None:
    assert name("Cllr G Wynstanley MBE").printed == "G. Wynstanley"
    assert name("Dr Zoë O’Neill-Hale").printed == "Zoë O’Neill-Hale"
    assert name("John Smith (Hill Top)").printed == "John Smith (Hill Top)"


def test_only_a_councillors_title_makes_a_member() -> None:
    assert name("Cllr Mrs R Okafor").is_member
    assert not name("Mrs R Okafor").is_member


@pytest.mark.parametrize(
    ("short", "long", "fit"),
    [
        ("R. Okafor", "Ruth Okafor", True),
        ("Okafor", "Ruth Okafor", True),
        ("R. A. Okafor", "Ruth Okafor", True),
        ("R. B. Okafor", "Ruth Anne Okafor", False),
        ("S. Okafor", "Ruth Okafor", False),
        ("Rita Okafor", "Ruth Okafor", False),
        ("R. Wray", "Ruth Stott-Wray", False),
        ("Berg", "Jan van der Berg", False),
    ],
)
def test_a_short_form_fits_where_nothing_speaks_against_it(short: str, long: str, fit: bool) -> None:  # noqa: FBT001
    assert fits(name(short), name(long)) is fit
