from datetime import date

import pytest

from indexer.model.document import Author, Basis, Kind
from indexer.structure.side import read_side
from tests.unit.structure.papers import FRONT_SHEET, PROSE, labelled, paper

WHERE = "paper.meta.toml"
BODY = (labelled("1.", "Purpose"), labelled("1.1", PROSE))


def test_a_side_file_gives_every_fact() -> None:
    side = read_side(
        """
        title = "Swings"
        kind = "strategy"
        committee = "Cabinet"
        date = 2024-05-07
        item = "9"
        portfolio = "Play"
        portfolio_holder = "Councillor Marsh"
        related_portfolios = "Parks"
        wards = "All"
        authors = [{ name = "Ann Hale", role = "Head of Play" }, "Ben Hale"]
        background_papers = ["Audit"]
        url = "https://council.example/swings"
        """,
        where=WHERE,
    )
    assert side.problems == ()
    document = paper("Something else", PROSE, side=side)
    assert (document.title.value, document.title.basis, document.title.where) == ("Swings", Basis.GIVEN, WHERE)
    assert document.kind.value is Kind.STRATEGY
    assert document.authors == (Author(name="Ann Hale", role="Head of Play"), Author(name="Ben Hale"))
    assert document.background_papers == ("Audit",)
    assert document.source.url == "https://council.example/swings"
    facts = [document.committee, document.item, document.portfolio, document.portfolio_holder, document.wards]
    assert [fact and fact.basis for fact in facts] == [Basis.GIVEN] * 5


def test_a_given_date_changes_the_year_and_municipal_year() -> None:
    document = paper(*FRONT_SHEET, *BODY, side=read_side("date = 2024-04-30", where=WHERE))
    assert document.date is not None
    assert (document.date.value, document.date.basis) == (date(2024, 4, 30), Basis.GIVEN)
    assert document.meeting_date is not None
    assert document.meeting_date.value == date(2024, 4, 30)
    assert document.year is not None
    assert document.year.value == 2024
    assert document.municipal_year is not None
    assert document.municipal_year.value == "2023/24"


def test_a_year_may_be_given_alone() -> None:
    document = paper("Swings", PROSE, side=read_side("year = 2019", where=WHERE))
    assert document.date is None
    assert document.year is not None
    assert (document.year.value, document.year.basis) == (2019, Basis.GIVEN)


def test_what_is_not_given_stays_as_the_paper_says() -> None:
    document = paper(*FRONT_SHEET, *BODY, side=read_side('item = "9"', where=WHERE))
    assert document.title.value == "Play areas in the northern wards"
    assert document.title.basis is Basis.STATED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('titel = "Swings"', "did you mean 'title'?"),
        ('kind = "leaflet"', '"committee report"'),
        ('date = "next week"', "2025-09-23"),
        ('year = "2019"', "write a year such as 2025"),
        ("wards = 3", "words in quotation marks"),
        ('url = "ftp://council.example"', "https://"),
        ('authors = [{ rank = "Head" }]', "an author has name"),
        ('background_papers = "Audit"', "write a list"),
        ("= nonsense", "not TOML"),
    ],
)
def test_a_mistake_is_a_problem_that_says_what_to_write(text: str, words: str) -> None:
    side = read_side(text, where=WHERE)
    (problem,) = side.problems
    assert words in problem.message
    assert problem.where == WHERE
    assert paper("Swings", PROSE, side=side).problems == side.problems


@pytest.mark.parametrize("text", ['exempt = "yes"', "exempt = tru"])
def test_a_mistake_about_exempt_withholds_the_paper(text: str) -> None:
    side = read_side(text, where=WHERE)
    assert side.exempt is True
    assert len(side.problems) == 1


def test_one_mistake_does_not_lose_the_rest() -> None:
    side = read_side('titel = "x"\nitem = "9"', where=WHERE)
    assert side.item == "9"
