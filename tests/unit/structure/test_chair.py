from __future__ import annotations

import pytest

from indexer.model.document import Basis
from indexer.model.raw import RawTable
from tests.unit.structure.papers import FRONT_SHEET, PROSE, Part, heading, labelled, paper

MINUTES = ("Play Panel", "Minutes of the meeting held on 4 March 2025")


def chair(*parts: Part) -> tuple[str, str] | None:
    found = paper(*parts).chair
    assert found is None or found.basis is Basis.STATED
    return (found.value, found.where) if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Councillor A. Marsh (Chair); Councillors B. Hale (Vice-Chair), C. Dunn and E. Fell", "Councillor A. Marsh"),
        ("Present: Councillor A Marsh, (Chair); Councillors B Hale and C Dunn", "Councillor A Marsh"),
        ("PRESENT Councillor A. Marsh (Chairman)", "Councillor A. Marsh"),
        ("Councillor Ann Marsh (Portfolio Holder for Play) (Chair)", "Councillor Ann Marsh"),
        ("Councillors B. Hale, A. Marsh (Chair) and C. Dunn", "Councillor A. Marsh"),
        ("Councillors B. Hale and C. Dunn; Mrs A. Marsh (Chair)", "Mrs A. Marsh"),
        ("Councillors B. Hale, C. Dunn and A. Marsh-Orr (Chairwoman)", "Councillor A. Marsh-Orr"),
        ("Ann Marsh (Independent Chair)", "Ann Marsh"),
        ("Ann Marsh, Director of Parks (Chair of the Board)", "Ann Marsh"),
        ("Councillor Ann Marsh, Leader of the Council (Chair)", "Councillor Ann Marsh"),
        ("Cllr Mrs A Marsh – Chair", "Cllr Mrs A Marsh"),
        ("Councillor Ann Marsh in the Chair", "Councillor Ann Marsh"),
        ("In the Chair: Councillor Ann Marsh", "Councillor Ann Marsh"),
        ("COUNCILLOR ANN MARSH IN THE CHAIR", "Councillor Ann Marsh"),
        ("Chair: Cllr Ann Marsh (Hill Top)", "Cllr Ann Marsh"),
    ],
)
def test_who_is_marked_as_the_chair_chaired_the_meeting(line: str, name: str) -> None:
    found = chair(*MINUTES, line, "1. Welcome", PROSE)
    assert found is not None
    assert found[0] == name


def test_a_vice_chair_in_the_chair_presides_although_the_chair_is_named() -> None:
    present = "Councillor A. Marsh (Chair)", "Councillor B. Hale (Vice-Chair in the Chair)"
    assert chair(*MINUTES, *present, PROSE) == ("Councillor B. Hale", "'(Vice-Chair in the Chair)' beside the name")


def test_nobody_who_sent_apologies_chaired() -> None:
    assert chair(*MINUTES, "Apologies: Councillor A. Marsh (Chair)", PROSE) is None
    assert chair(*MINUTES, "Apologies:", "Councillor C. Dunn", "Councillor A. Marsh (Chair)", "Present:", PROSE) is None
    assert chair(*MINUTES, "Apologies:", "Councillor C. Dunn", "Present: Councillor A. Marsh (Chair)", PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Councillor A. Marsh (Vice-Chair)",
        "Councillor A. Marsh (Vice Chair)",
        "Ms A. Marsh, chair, Parents of Hill Top",
        "Mr A. Marsh (Chair) of the Friends of the Park asked about swings.",
        "Signed: .................. Chair   Date: ..................",
        "The Chair thanked everybody.",
        "Chair",
    ],
)
def test_another_bodys_chair_or_a_bare_word_is_no_chair(line: str) -> None:
    assert chair(*MINUTES, "Present:", "Councillor C. Dunn", line, "1. Welcome", PROSE) is None


def test_a_table_of_those_present_names_the_chair() -> None:
    table = RawTable(rows=(("Councillor B. Hale", "Riverside", "Member"), ("Councillor A. Marsh", "Hill Top", "Chair")))
    found = chair(*MINUTES, table, PROSE)
    assert found is not None
    assert found[0] == "Councillor A. Marsh"


def test_an_extract_of_minutes_may_name_the_chair_in_its_first_sentence() -> None:
    sentence = f"The Chair, Councillor Marsh, welcomed the swings. {PROSE}"
    assert chair(*MINUTES, heading("4. Swings"), sentence) == ("Councillor Marsh", "'The Chair, Councillor Marsh'")


def test_a_front_sheet_may_name_the_chair_of_its_board() -> None:
    sheet = ("Play Board", "4 March 2025", "Annual report on swings")
    expected = "Councillor Ann Marsh", "line 'Chair of the Board:'"
    assert (
        chair(*sheet, "Chair of the Board: Councillor Ann Marsh, Deputy Leader", heading("Swings"), PROSE) == expected
    )


def test_a_report_has_no_chair_though_it_speaks_of_one() -> None:
    body = labelled("1.", "Purpose"), labelled("1.1", f"Councillor A. Marsh (Chair) asked for this. {PROSE}")
    assert chair(*FRONT_SHEET, *body, "Chair: Councillor B. Hale") is None


def test_a_statement_is_by_the_fuller_name_that_signs_it() -> None:
    parts = "Item 3", "Portfolio Holder Parks and Play – Councillor Marsh", "Thanks", PROSE, PROSE
    holder = paper(*parts, "Councillor Ann Marsh", "Portfolio Holder Parks and Play").portfolio_holder
    assert holder is not None
    assert (holder.value, holder.where) == ("Councillor Ann Marsh", "signature")
    assert paper(*parts, "Councillor Bo Hale", "Portfolio Holder for Play").portfolio_holder != holder
