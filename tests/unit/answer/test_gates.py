"""What is no answer, however well its words fit?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indexer.answer.gates import MUST_HAVE
from indexer.answer.question import read_question
from indexer.model.document import Block
from tests.unit.answer.papers import listed, marked, only, rows


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did the hub open?", "The hub opened on 4 May 2021."),
        ("How long did the hub take?", "The hub took six weeks."),
        ("Who runs the hub?", "The hub is run by Jo Marsh."),
        ("How many children came to the hub?", "41 children came to the hub."),
        ("How much did the hub cost?", "The hub cost £41."),
        ("What share of the hub is used?", "Of the hub 41% is used."),
        ("What grade did the hub get?", "The hub got a Good."),
        ("What is Jo's job?", "Jo, Head of Play, came."),
        ("Where is the hub?", "The hub is in Mill Lane."),
        ("phone number of the hub", "The hub is on 01632 960123."),
    ],
)
def test_an_answer_has_a_thing_of_the_wanted_kind(question: str, sentence: str) -> None:
    assert read_question(question).kind in MUST_HAVE
    assert only(question, sentence).may
    assert not only(question, "The hub and jo's room are open to all children.").may


def test_what_the_question_names_is_no_answer_to_it() -> None:
    assert not only("Who runs Jo Marsh's hub?", "The hub is run by Jo Marsh.").may


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("How many children came in 2019?", "In 2019 41 children came.", True),
        ("How many children came in 2019?", "In 2020 41 children came.", False),
        ("How many children came in 2019?", "In 2019 and 2020 41 children came.", True),
        ("How many children came in 2019?", "41 children came.", False),
        ("How many children came in 2018-19?", "In 2018/19 41 children came.", True),
        ("How many children came in June?", "In June 41 children came.", True),
        ("How many children came in June?", "In July 41 children came.", False),
        ("How many children came in Sept?", "In September 41 children came.", True),
        ("How many children came in september?", "In Sep. 41 children came.", True),
        ("How many children came in nov 2020?", "In October 2020 41 children came.", False),
        ("How many children may come?", "In June 41 children came.", True),
        ("How many children came?", "In June 2019 41 children came.", True),
    ],
)
def test_what_is_of_another_year_or_month_is_no_answer(question: str, sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only(question, sentence).may is may


def test_a_year_or_month_may_stand_in_the_heading_or_the_date_of_the_paper_but_a_title_tells_of_many_years() -> None:
    question, sentence = "How many children came in June 2019?", "41 children came."
    assert only(question, sentence, heading="June 2019").may
    assert not only(question, sentence, title="Strategy June 2019 to 2022").may
    assert only(question, sentence, day=date(2019, 6, 3)).may
    assert not only(question, sentence, day=date(2019, 7, 3)).may
    for caption, may in (("Children in June 2019", True), ("Children in May 2018", False), ("Children", False)):
        table = replace(rows(("Ward", "Children"), ("Hollin", "41")), caption=caption)
        assert only(f"{question[:-1]} to Hollin?", table).may is may
    assert not only(question, sentence, heading="July 2019", day=date(2019, 6, 3)).may


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("Which was the first hub to open?", "The first hub to open was in Mill Lane.", True),
        ("Which was the first hub to open?", "The last hub to open was in Mill Lane.", False),
        ("Which was the first hub to open?", "The first hub was also the last to open.", True),
        ("When was the hub opened?", "The hub was closed on 4 May 2021.", False),
        ("How many boys came?", "41 girls came.", False),
        ("What was the highest number of plans?", "The lowest number of plans was 41.", False),
    ],
)
def test_what_says_the_opposite_is_no_answer(question: str, sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only(question, sentence).may is may


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("Who runs the hub?", "Councillor Jo Marsh asked who runs the hub.", False),
        ("Who runs the hub?", "Councillor Jo Marsh wondered whether the hub is run well.", False),
        ("Who runs the hub?", "Does Jo Marsh run the hub?", False),
        ("Who asked about the hub?", "Councillor Jo Marsh asked who runs the hub.", True),
        ("Who wondered about the hub?", "Councillor Jo Marsh wondered whether the hub is run well.", True),
        ("Who asked about the hub?", "Did Jo Marsh ask about the hub?", True),
        ("Who runs the hub?", "Jo Marsh, asked to run the hub, does so.", True),
    ],
)
def test_a_question_that_a_paper_tells_of_answers_only_who_asked(question: str, sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only(question, sentence).may is may


@pytest.mark.parametrize(
    "left_open",
    ["to be confirmed", "TBC", "not yet known", "to be decided", "not recorded, it was said in 2019"],
)
def test_what_is_left_open_is_no_answer_but_to_how_things_stand(left_open: str) -> None:
    sentence = f"The hub is to open on 4 May, or is {left_open}."
    assert not only("When is the hub to open?", sentence).may
    assert only("How does the hub stand?", sentence).may


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("The police have bid for a car.", False),
        ("It was suggested that a car be given to the police.", False),
        ("The police have a car.", True),
    ],
)
def test_what_is_only_wished_for_is_no_yes(sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only("Do the police have a car?", sentence).may is may
    assert only("Tell me about the police and a car", sentence).may


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Of 41 families 12 children came to the club.", True),
        ("The club had children from six wards and 300 books.", False),
        ("Of the children of the club 12 were ill.", True),  # said before, and nothing else after
        ("The club had 12.", False),
        ("12 young people came to the club.", True),  # another word for them
        ("12 of these children came to the club.", True),
        ("12 per cent of books of the club are for children.", False),
        ("12% of children came to the club.", False),
        ("12 per cent of children came to the club.", False),
        ("Appendix 12 children of the club have seen.", False),
        ("The increase, 12 children, is seen at the club.", False),
        ("Twelve children told of what the club means.", False),
        ("Children who came to the club need one.", False),  # one of something else
        ("One child came to the club.", True),
        ("12 more children came to the club.", False),
        ("Ask the club whether it wants 12 children.", False),
    ],
)
def test_a_number_that_counts_something_else_is_no_answer(sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only("How many children came to the club?", sentence).may is may


def test_a_difference_answers_only_how_many_more() -> None:
    assert only("How many more children came to the club?", "12 more children came to the club.").may


@pytest.mark.parametrize(
    ("row", "header", "may"),
    [
        (("Children at the club", "41"), ("Measure", "2019"), True),
        (("Books at the club", "41"), ("Measure", "2019"), False),
        (("The club", "41"), ("Place", "Children"), True),
        (("Children at the club", "41%"), ("Measure", "2019"), False),
    ],
)
def test_a_row_counts_what_it_or_its_heads_name(row: tuple[str, ...], header: tuple[str, ...], may: bool) -> None:  # noqa: FBT001
    for counted in ("children", "kids"):
        assert only(f"How many {counted} came to the club?", rows(header, row)).may is may


@pytest.mark.parametrize(
    ("question", "sentence", "may"),
    [
        ("What is GCP2?", "GCP2 is a tool for judging neglect.", True),
        ("What is GCP2?", "They use the Graded Care Profile (GCP2).", True),
        ("What is GCP2?", "They use a profile, known as GCP2.", True),
        ("What does GCP2 stand for?", "GCP2 means Graded Care Profile.", True),
        ("What is GCP2?", "GCP2, a tool for judging neglect, is used.", True),
        ("What is GCP2?", "GCP2 is used by all.", False),
        ("What is a plan?", "A plan the family has seen is kept.", False),
        ("What is the Lantern Team?", "The Lantern Team is a group of twelve.", True),
        ("What is the Lantern Team?", "The Lantern Team met in May.", False),
    ],
)
def test_a_definition_says_what_a_thing_is(question: str, sentence: str, may: bool) -> None:  # noqa: FBT001
    assert only(question, sentence).may is may


@pytest.mark.parametrize(
    ("block", "may"),
    [
        (listed("The three aims are:", "to see;", "to hear;", "to act."), True),
        (listed("The three aims are:", "see", "hear", "act"), True),
        ("The three aims are seeing children, hearing them, and acting.", True),
        ("The three aims are seeing, hearing and acting.", True),
        ("The aims are seeing and hearing.", False),
        ("The aims are old.", False),
    ],
)
def test_a_list_has_several_entries(block: str | Block, may: bool) -> None:  # noqa: FBT001
    assert marked("What are the three aims?", block)[0].may is may
