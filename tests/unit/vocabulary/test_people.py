from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.errors import VocabularyError
from indexer.vocabulary.load import load
from tests.unit.vocabulary.tables import PEOPLE, write_tables


def test_a_former_name_is_the_persons_whatever_the_title_and_the_date(tmp_path: Path) -> None:
    people = load(write_tables(tmp_path)).people
    for printed in ("Councillor Ruth Marsh", "RUTH MARSH", "Cllr. Ruth Okafor"):
        assert people.find(printed, date(2024, 5, 1)) == people.find(printed, None) == "Ruth Okafor"
    assert people.find("R. Marsh", None) is None
    assert people.find("—", None) is None


def test_namesakes_are_told_apart_by_the_date_of_the_paper(tmp_path: Path) -> None:
    rows = "Jo Bee (Hill Top),Jo Bee,,2015,\nJo Bee (Riverside),Jo Bee,2016,2018,\n"
    people = load(write_tables(tmp_path, people=PEOPLE + rows)).people
    assert people.find("Cllr Jo Bee", date(2015, 12, 31)) == "Jo Bee (Hill Top)"
    assert people.find("Cllr Jo Bee", date(2016, 1, 1)) == "Jo Bee (Riverside)"
    assert people.find("Cllr Jo Bee", date(2019, 1, 1)) is None
    assert people.find("Cllr Jo Bee", None) is None


def test_a_table_of_nobody_is_right(tmp_path: Path) -> None:
    assert load(write_tables(tmp_path, people="person,name,from,to,note\n")).people.names == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",Jo Bee,,,", "has no person; write the name that pages should show"),
        ("Jo Bee,Cllr,,,", "has no name; write it as papers print it, or delete the line"),
        ("Jo Bee,Jo Ash,2019-13-01,,", "“2019-13-01” is no date; write 2019-05-21"),
        ("Jo Bee,Jo Ash,2019,2018,", "ends before it begins; mend “from” or “to”"),
        ("Ruth Okafor,Cllr Ruth MARSH,2018,,", "“Cllr Ruth MARSH” is the same name as in line 2 (Ruth Okafor)"),
        ("Jo Bee,Ruth Marsh,2019-06-30,,", "“Ruth Marsh” is borne in line 2 (Ruth Okafor) at the same time; write"),
        ("Jo Bee,Ruth Okafor,2000,2001,", "“Ruth Okafor” is a person of line 3; write one name in the column “person”"),
    ],
)
def test_a_wrong_person_is_told_with_what_to_write_instead(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(VocabularyError) as error:
        load(write_tables(tmp_path, people=PEOPLE + row + "\n"))
    assert str(error.value).startswith("people.csv, line 4: ")
    assert told in str(error.value)
