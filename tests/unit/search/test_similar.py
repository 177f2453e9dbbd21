from __future__ import annotations

import pytest

from indexer.search.similar import LEAST, SHOWN
from tests.unit.search.shelf import Shelf, found

DENTIST = "Foster carers wait four months for a dentist who sees children new to care."
SINCE = "Children new to care still wait for a dentist, foster carers say: three months on average."
# Passages about other things, so that no word is in all of them.
OTHERS = [
    "The swings at the park were mended before the spring fair and painted green.",
    "Bus passes are posted to sixth formers who live more than three miles from college.",
    "A choir from the valley sang at the opening of the new library wing.",
    "Salt for winter roads was bought early because prices were low in summer.",
    "The allotment waiting list has been closed since the drainage works began.",
    "Museum volunteers catalogued eight hundred photographs of the canal last autumn.",
]
OTHER = {"2019-01-01-other": OTHERS}


def test_what_says_the_same_is_found_before_and_since_the_day() -> None:
    shelf = Shelf({"2020-05-01-a": [DENTIST], "2021-05-01-b": [OTHERS[0], SINCE], "2022-05-01-c": [DENTIST]} | OTHER)
    shown = shelf.similar("2021-05-01-b", "para-2")
    assert [result.document.id for result in shown.before] == ["2020-05-01-a"]
    assert [result.document.id for result in shown.since] == ["2022-05-01-c"]
    assert shown.unplaced == ()


def test_a_paper_of_the_same_day_came_since_and_not_before() -> None:
    shelf = Shelf({"2021-05-01-a": [DENTIST], "2021-05-01-b": [SINCE]} | OTHER)
    assert [result.document.id for result in shelf.similar("2021-05-01-b").since] == ["2021-05-01-a"]
    assert shelf.similar("2021-05-01-b").before == ()


@pytest.mark.parametrize("asked", ["2021-05-01-a", "undated"])
def test_without_a_date_on_either_side_there_is_no_before_or_since(asked: str) -> None:
    shown = Shelf({"2021-05-01-a": [DENTIST], "undated": [SINCE]} | OTHER).similar(asked)
    assert (shown.before, shown.since) == ((), ())
    assert len(shown.unplaced) == 1


def test_the_paper_itself_and_what_is_set_apart_are_left_out() -> None:
    shelf = Shelf({"2020-05-01-draft": [DENTIST], "2021-05-01-final": [DENTIST, DENTIST]} | OTHER)
    assert found(shelf.similar("2021-05-01-final")) == ["2020-05-01-draft#para-1"]
    assert found(shelf.similar("2021-05-01-final", apart={"2020-05-01-draft"})) == []


def test_what_is_about_something_else_is_not_shown_though_it_shares_words() -> None:
    parking = "Carers wait months for a parking permit beside the clinic in Broad Street, and the warden is strict."
    shelf = Shelf({"2020-05-01-a": [DENTIST], "2021-05-01-b": [parking]} | OTHER)
    assert found(shelf.similar("2020-05-01-a")) == []


def test_the_best_paragraph_stands_for_its_paper_and_the_words_in_common_are_marked() -> None:
    weaker = "Foster carers wait for a dentist, among other things that were said to us that week about roads."
    (result,) = (
        Shelf({"2020-05-01-a": [DENTIST], "2021-05-01-b": [weaker, SINCE]} | OTHER).similar("2020-05-01-a").since
    )
    (passage,) = result.passages
    assert passage.passage.anchor == "para-2"
    assert LEAST <= result.score <= 1
    marked = [passage.snippet.text[mark.start : mark.end] for mark in passage.snippet.marks]
    assert {"Children", "dentist", "carers"} <= set(marked)
    assert "on" not in marked


def test_the_closest_are_shown_the_newest_first() -> None:
    many = {f"20{year}-05-01-p": [DENTIST if year % 2 else SINCE, *OTHERS] for year in range(10, 22)}
    shown = Shelf(many | {"2022-05-01-a": [DENTIST]}).similar("2022-05-01-a")
    years = [result.document.id[:4] for result in shown.before]
    assert years == ["2021", "2019", "2017", "2015", "2013"]
    assert len(years) == SHOWN


@pytest.mark.parametrize(
    "boilerplate",
    [
        "Apologies for absence were received from Councillors Oakes, Marsh and Birch.",
        "RESOLVED: that the minutes of the meeting held on 4 June be approved and signed by the Chair.",
        "That the press and public be excluded because exempt information is likely to be disclosed.",
        "There are no legal, financial or equality implications arising from this report.",
        "Councillors declared no interests in any item upon the agenda tonight; no interests were recorded.",
        "Present: Councillors A. Oakes (Chair), B. Marsh, C. Birch and D. Field; Mrs E. Hale (parent governor).",
        "Contact officer: Jo Field, Head of Fostering Recruitment, Civic Centre, Broad Street.",
        "Children's Overview and Scrutiny Committee, Civic Centre, Broad Street",
        "Tuesday 14 June 2022",
    ],
)
def test_what_every_paper_says_is_similar_to_nothing(boilerplate: str) -> None:
    shelf = Shelf({"2020-05-01-a": [boilerplate], "2021-05-01-b": [boilerplate]} | OTHER)
    shown = shelf.similar("2020-05-01-a")
    assert not shown.comparable
    assert found(shown) == []


def test_a_sentence_of_procedure_does_not_silence_the_rest_of_its_paragraph() -> None:
    mixed = f"{DENTIST} There are no legal implications arising from this report."
    assert found(Shelf({"2020-05-01-a": [mixed], "2021-05-01-b": [SINCE]} | OTHER).similar("2020-05-01-a"))


def test_names_of_people_are_no_words_but_the_same_words_without_a_capital_are() -> None:
    said = "Ivy Brook and Fern Marsh came to the opening at noon."
    other = "Ivy Brook and Fern Marsh looked after the ledger for years."
    shelf = Shelf({"2020-05-01-a": [said], "2021-05-01-b": [other]} | OTHER)
    assert found(shelf.similar("2020-05-01-a")) == ["2021-05-01-b#para-1"]
    assert found(shelf.similar("2020-05-01-a", names={"ivi", "brook", "fern", "marsh"})) == []
    small = Shelf({"2020-05-01-a": [said.lower()], "2021-05-01-b": [other.lower()]} | OTHER)
    assert found(small.similar("2020-05-01-a", names={"ivi", "brook", "fern", "marsh"}))


def test_a_topic_in_common_brings_paragraphs_nearer() -> None:
    papers = {"2020-05-01-a": [DENTIST], "2021-05-01-b": [SINCE]} | OTHER
    plain = Shelf(papers).similar("2020-05-01-a").since[0].score
    listed = Shelf(papers, topics=dict.fromkeys(list(papers)[:2], "health")).similar("2020-05-01-a").since[0].score
    assert listed > plain
