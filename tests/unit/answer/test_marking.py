"""Which words of a quotation are marked as the answer, and how much is quoted around them?"""

from __future__ import annotations

import pytest

from indexer.model.document import ListItem, Paragraph
from tests.unit.answer.papers import listed, marked, only, rows

LEAVERS = rows(
    ("Judgement", "2019", "2023"),
    ("Experiences of care leavers", "Requires improvement", "Good"),
    ("Impact of leaders", "Good", "Outstanding"),
)
INDICATORS = rows(
    ("Indicator", "Target", "Owner", "Position"),
    ("Plans on time", "90%", "Jo Marsh", "84%"),
    ("Visits made", "95%", "Ivy Brook", "91%"),
)
AIMS = listed("Our three aims are:", "to see children;", "to hear them;", "to act.", after="They were set in May.")


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        (
            "When did the hub open?",
            "The hub opened on 4 May 2021 and the lift was mended on 5 June 2022.",
            "4 May 2021",
        ),
        (
            "When was the lift mended?",
            "The hub opened on 4 May 2021 and the lift was mended on 5 June 2022.",
            "5 June 2022",
        ),
        ("Who chairs the panel?", "The panel is chaired by Councillor Jo Marsh.", "Councillor Jo Marsh"),
        ("Who chairs Jo Marsh's panel?", "Jo Marsh's panel is chaired by Ivy Brook.", "Ivy Brook"),
        ("How much did the lift cost?", "The lift cost £41,000, which the landlord paid.", "£41,000"),
        ("How many children used the club?", "Of 41 families 12 children used the club.", "12"),
        ("How many families used the club?", "Of 41 families 12 children used the club.", "41"),
        ("How many kids used the club?", "Of 41 families 12 children used the club.", "12"),
        ("What share of plans are late?", "Of all plans 14% are late, and 3% of visits.", "14%"),
        ("Why was the hub late?", "The hub was late because the roof leaked.", "because the roof leaked"),
        ("Where is the hub?", "The hub stands in Old Mill Lane.", "Old Mill Lane"),
        ("What is the app called?", "The app is called “Step Forward” by those who made it.", "“Step Forward”"),
        ("Tell me about the lifts", "The lifts are not yet mended.", "not yet mended"),
        (
            "Tell me about the lifts and the floors",
            "The lifts are above all floors.",
            "The lifts are above all floors.",
        ),
        ("Is there a lift?", "A lift was put in.", "A lift was put in."),
        ("How is the lift mended?", "By hand, the lift men say.", "By hand, the lift men say."),
    ],
)
def test_the_thing_that_was_asked_for_is_marked_in_a_sentence(question: str, sentence: str, words: str) -> None:
    found = only(question, sentence)
    assert (found.quote, found.words) == (sentence, words)


def test_what_the_question_names_itself_is_not_its_answer() -> None:
    assert only("Did the hub open on 4 May 2021 or when?", "The hub opened on 4 May 2021.").words == (
        "The hub opened on 4 May 2021."
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What grade did care leavers get?", "Good"),  # of several under years the last
        ("What grade did care leavers get in 2019?", "Requires improvement"),
        ("What grade did care leavers get in 2023?", "Good"),
    ],
)
def test_of_grades_under_years_the_one_of_the_year_asked_for_is_marked(question: str, words: str) -> None:
    found = marked(question, LEAVERS)[0]
    assert (found.quote, found.words) == ("Experiences of care leavers | Requires improvement | Good", words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the target for plans on time?", "90%"),
        ("What is the position of plans on time?", "84%"),
        ("Who is the owner of plans on time?", "Jo Marsh"),
        ("Who answers for plans on time?", "Jo Marsh"),
    ],
)
def test_the_cell_under_the_head_asked_for_is_marked_else_one_with_the_wanted_thing(question: str, words: str) -> None:
    assert marked(question, INDICATORS)[0].words == words


def test_a_thing_among_other_words_of_a_cell_is_marked_alone() -> None:
    table = rows(("Item", "What happened"), ("Lift", "Mended on 4 May at last"))
    assert only("When was the lift mended?", table).words == "4 May"


def test_a_row_without_anything_of_the_kind_is_marked_whole() -> None:
    table = rows(("Item", "What happened"), ("Lift", "Mended at last"))
    assert only("When was the lift mended?", table).words == "Lift | Mended at last"


@pytest.mark.parametrize(
    ("question", "cells", "words"),
    [
        ("tell me about the lift", ("Lift", "", "Mended at last"), "Mended at last"),
        ("tell me about the lift", ("Lift", "The lift again", "Mended at last"), "Mended at last"),
        ("What is the note on the lift?", ("Lift", "£40", "Mended at last"), "Mended at last"),
        ("Who has the note on the lift?", ("Lift", "by Jo Marsh", "Mended at last"), "Jo Marsh"),
        ("How much is the lift?", ("Lift", "£40", "£50"), "£40"),
        ("Which body has the lift?", ("Lift", "Mended at last", "Lantern Trust"), "Lantern Trust"),
        ("Which body has the lift?", ("Mended at last", "Lift", "Lantern Trust"), "Lantern Trust"),
    ],
)
def test_a_cell_that_says_something_of_what_was_asked_is_marked(
    question: str, cells: tuple[str, ...], words: str
) -> None:
    assert only(question, rows(("Item", "Cost", "Note"), cells)).words == words


def test_years_among_the_heads_do_not_hide_a_cell_of_the_kind_under_another_head() -> None:
    table = rows(("Item", "Cost in 2019", "Cost in 2023", "Note"), ("Lift", "£40", "£50", "£9 paid"))
    assert only("How much was the lift?", table).words == "£50"


def test_a_cell_that_holds_the_sign_between_cells_is_still_quoted_from_the_row() -> None:
    found = only("How much did the lift cost?", rows(("Item", "Cost"), ("Lift | new", "£40")))
    assert (found.quote, found.words) == ("Lift | new | £40", "£40")


def test_a_list_is_quoted_with_what_leads_in_to_it_and_its_items_are_the_answer() -> None:
    lead_in, *_, after = marked("What are the three aims?", AIMS)
    assert lead_in.quote == "Our three aims are: to see children; to hear them; to act."
    assert lead_in.words == "to see children; to hear them; to act."
    assert after.quote == "They were set in May."


def test_an_item_is_quoted_alone_and_not_with_those_after_it() -> None:
    assert [one.quote for one in marked("What are the three aims?", AIMS)][1:4] == [
        "to see children;",
        "to hear them;",
        "to act.",
    ]


def test_an_item_that_leads_in_to_a_list_below_it_is_quoted_with_that() -> None:
    text = "The panel asks for: clear plans: early; late; and letters."
    inner = [text.index(word) for word in ("clear", "early", "late", "and letters")]
    items = tuple(
        ListItem(label="•", level=level, start=start, end=start + length)
        for start, level, length in zip(inner, (0, 1, 1, 0), (24, 6, 5, 12), strict=True)
    )
    block = Paragraph(anchor="p-1", text=text, items=items)
    quotes = [one.quote for one in marked("What are the three plans of the panel?", block)]
    assert "clear plans: early; late; and letters." in quotes
    assert "early;" in quotes


def test_a_sentence_with_another_between_it_and_the_list_does_not_lead_in_to_it() -> None:
    block = listed("The panel has three aims. They are these:", "to see;", "to hear.")
    assert [one.quote for one in marked("What are the three aims of the panel?", block)][:2] == [
        "The panel has three aims.",
        "They are these: to see; to hear.",
    ]


def test_a_lead_in_is_quoted_with_its_list_whatever_is_asked() -> None:
    assert marked("Tell me about the aims", AIMS)[0].words == "to see children; to hear them; to act."


def test_a_sentence_that_only_comes_before_a_list_is_quoted_alone_unless_a_list_is_asked_for() -> None:
    block = listed("The panel met on 4 May.", "It saw children.", "It heard them.")
    assert marked("When did the panel meet?", block)[0].quote == "The panel met on 4 May."
    assert marked("list what the panel did", block)[0].words == "It saw children. It heard them."


@pytest.mark.parametrize("sentence", ["The lift is .", "The lift is ;"])
def test_nothing_said_of_a_thing_is_no_answer(sentence: str) -> None:
    assert all(one.words.strip(" .;") for one in marked("Tell me about the lift", sentence))
