"""The tables that are shipped, as officers find them."""

from __future__ import annotations

import csv

import pytest

from indexer.model.query import Facet
from indexer.settings import Settings
from indexer.vocabulary.load import load
from indexer.vocabulary.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(Settings.from_environment({}).vocabulary)


def test_the_shipped_tables_are_right_and_have_about_forty_topics(vocabulary: Vocabulary) -> None:
    assert 40 <= len(vocabulary.topics) <= 50
    assert all(topic.description.endswith(".") for topic in vocabulary.topics)


@pytest.mark.parametrize(
    "printed",
    [
        "Children's Services Overview and Scrutiny Committee",
        "Children and Young People Scrutiny Committee",
        "Children, Families and Learning Overview and Scrutiny Committee",
        "Children’s, Families and Education Overview and Scrutiny Committee",
    ],
)
def test_childrens_scrutiny_is_one_committee_under_its_changing_names(vocabulary: Vocabulary, printed: str) -> None:
    named = vocabulary.committee(printed)
    assert named is not None
    assert named.id == "childrens-scrutiny"


@pytest.mark.parametrize(
    "printed",
    [
        "Children's Services",
        "Children, Young People and Families",
        "Children's Services and Education",
        "Children, Families and Learning",
        "Children, Families & Lifelong Learning",
    ],
)
def test_the_childrens_portfolio_is_one_under_its_changing_names(vocabulary: Vocabulary, printed: str) -> None:
    named = vocabulary.portfolio(printed)
    assert named is not None
    assert named.id == "childrens-services"


@pytest.mark.parametrize(
    ("facet", "typed", "value"),
    [
        (Facet.TOPIC, "care-leavers", "care-leavers"),
        (Facet.TOPIC, "Care Leavers", "care-leavers"),
        (Facet.TOPIC, "looked after children", "children-in-care"),
        (Facet.TOPIC, "LAC", "children-in-care"),
        (Facet.COMMITTEE, "Local Safeguarding Children Board", "safeguarding-children-partnership"),
        (Facet.COMMITTEE, "executive", "cabinet"),
        (Facet.PORTFOLIO, "Children & Young People", "childrens-services"),
        (Facet.TYPE, "Cabinet Report", "cabinet report"),
    ],
)
def test_a_person_may_type_an_id_a_label_or_a_former_name(
    vocabulary: Vocabulary, facet: Facet, typed: str, value: str
) -> None:
    assert vocabulary.resolve(facet, typed) == value


@pytest.mark.parametrize(
    ("facet", "typed"),
    [
        (Facet.TOPIC, "CSA"),  # two topics share it
        (Facet.TOPIC, "unicorns"),
        (Facet.TOPIC, ""),
        (Facet.COMMITTEE, "Committee on Unicorns"),
        (Facet.PORTFOLIO, "—"),
        (Facet.TYPE, "poem"),
        (Facet.YEAR, "2025"),
    ],
)
def test_what_the_tables_do_not_have_is_not_guessed(vocabulary: Vocabulary, facet: Facet, typed: str) -> None:
    assert vocabulary.resolve(facet, typed) is None


def test_labels_are_what_pages_show(vocabulary: Vocabulary) -> None:
    assert vocabulary.label(Facet.TOPIC, "send") == "Special educational needs and disabilities"
    assert vocabulary.label(Facet.COMMITTEE, "childrens-scrutiny") == "Children's scrutiny"
    assert vocabulary.label(Facet.PORTFOLIO, "childrens-services") == "Children's services"
    assert vocabulary.label(Facet.YEAR, "2025") == "2025"
    assert vocabulary.label(Facet.TOPIC, "gone") == "gone"


def test_a_topic_is_found_by_its_id_alone(vocabulary: Vocabulary) -> None:
    topic = vocabulary.topic("neglect")
    assert topic is not None
    assert topic.label == "Neglect"
    assert vocabulary.topic("Neglect") is None


def test_every_example_of_the_officers_guide_stands_in_the_table() -> None:
    folder = Settings.from_environment({}).vocabulary
    with (folder / "topic_phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = {tuple(row[:3]) for row in csv.reader(file)}
    guide = (folder / "README.md").read_text(encoding="utf-8")
    examples = [tuple(cell.strip() for cell in line.strip("| ").split("|"))[:3] for line in guide.splitlines()]
    shown = [example for example in examples if len(example) == 3 and example[2] == "abbreviation"]
    assert len(shown) == 3
    assert rows.issuperset(shown)
