"""Is a question about a paper answered where that paper prints it, and only there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from indexer.model.answer import Answer, AnswerKind
from indexer.model.document import Author, Basis, Document, Fact
from tests.unit.answer.papers import Shelf, paper, rows
from tests.unit.enrich.papers import stated

DAY = date(2024, 5, 1)
FOSTERING = "Fostering fees"


def fostering(
    *lines: str, authors: Sequence[str] = ("Jo Marsh",), committee: str = "Cabinet", name: str = "fees"
) -> Document:
    plain = paper(name, [*lines, "2.1 Fostering fees were looked at."], title=FOSTERING, day=DAY)
    return replace(plain, authors=tuple(Author(name=author) for author in authors), committee=stated(committee))


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(one.passage.anchor, one.answering) for one in answer.answers if answer.kind is AnswerKind.FRONT]


@pytest.mark.parametrize(
    "line",
    [
        "Report author: Jo Marsh, Head of Play",
        "Prepared for the Board by Jo Marsh",
        "Jo Marsh, Head of Play, 01632 960123",
        "Jo Marsh",
        "Jo Marsh (Head of Play)",
        "From: Jo Marsh",
        "Contact: Jo Marsh and Ivy Brook",
    ],
)
def test_the_author_is_quoted_from_where_the_paper_says_who_wrote_it(line: str) -> None:
    papers = [fostering("Jo Marsh has charge of the fees.", "Let Jo Marsh know.", line)]
    assert told(Shelf(papers).ask("Who wrote the report on fostering fees?")) == [("p-3", "Jo Marsh")]


def test_an_author_whom_the_paper_names_only_otherwise_or_not_at_all_is_not_told() -> None:
    for line in ("Jo Marsh has charge of the fees.", "Report author: a manager", "Report author: Jo Marshall"):
        assert told(Shelf([fostering(line)]).ask("Who wrote the report on fostering fees?")) == []


def test_the_author_may_stand_in_a_table() -> None:
    front = rows((), ("Meeting", "Cabinet"), ("Report author", "Jo Marsh"))
    document = paper("fees", [front, "Fostering fees were looked at."], title=FOSTERING, day=DAY)
    shelf = Shelf([replace(document, authors=(Author(name="Jo Marsh"),))])
    (one,) = shelf.ask("Who wrote the report on fostering fees?").answers
    assert (one.quoted, one.answering) == ("Report author | Jo Marsh", "Jo Marsh")


@pytest.mark.parametrize(
    ("line", "words"),
    [("CABINET", "CABINET"), ("Report to: Cabinet", "Cabinet"), ("Cabinet, 1 May 2024", "Cabinet")],
)
def test_the_committee_is_quoted_in_small_letters_or_capitals(line: str, words: str) -> None:
    papers = [fostering("Cabinet Member Report", "Cabinets are bought.", line)]
    assert told(Shelf(papers).ask("Which committee considered the fostering fees report?")) == [("p-3", words)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Wednesday 1 May 2024", "Wednesday 1 May 2024"),
        ("Meeting: 01/05/2024, item 4", "01/05/2024"),
        ("CABINET – 1 MAY 2024", "1 MAY 2024"),
        ("1st May 2024", "1st May 2024"),
    ],
)
def test_the_date_is_quoted_in_whatever_form_it_is_printed(line: str, words: str) -> None:
    papers = [fostering("It was told on 21 May 2024, in May 2024.", line)]
    assert told(Shelf(papers).ask("When was the fostering fees report considered?")) == [("p-2", words)]


@pytest.mark.parametrize("line", ["It was told on 21 May 2024.", "It came in May 2024.", "It came."])
def test_a_date_that_the_paper_does_not_print_is_not_told(line: str) -> None:
    assert told(Shelf([fostering(line)]).ask("When was the fostering fees report considered?")) == []


def test_whoever_asks_must_name_the_paper() -> None:
    shelf = Shelf([fostering("Report author: Jo Marsh")])
    assert told(shelf.ask("Who wrote the report on adoption fees?")) == []
    assert told(shelf.ask("Who wrote the report?")) == []
    assert told(shelf.ask("Who wrote the report on fostering fees of May 2024?")) == [("p-1", "Jo Marsh")]


def test_of_papers_with_one_title_the_committee_tells_which() -> None:
    papers = [
        fostering("Cabinet, 1 May 2024", name="cabinet"),
        replace(
            fostering("Council, 8 May 2024", name="council", committee="Council"),
            date=Fact(value=date(2024, 5, 8), basis=Basis.STATED, where="line 1"),
        ),
    ]
    assert told(Shelf(papers).ask("When did the fostering fees report go to council?")) == [("p-1", "8 May 2024")]


def test_what_no_paper_prints_is_looked_for_in_what_papers_say() -> None:
    answer = Shelf([fostering("The fostering report was written by a group of carers, Ivy Brook said.")]).ask(
        "Who wrote the report on fostering fees?"
    )
    assert answer.kind is AnswerKind.PERSON
