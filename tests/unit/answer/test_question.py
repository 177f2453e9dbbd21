from __future__ import annotations

import pytest

from indexer.answer.question import is_question, read_question, without_paper
from indexer.model.answer import AnswerKind


def typed_words(question: str) -> list[str]:
    return [word.typed for word in read_question(question).words]


@pytest.mark.parametrize(
    "typed",
    [
        "When did the hub open?",
        "when did the hub open",
        "whens the audit",
        "what’s GCP2",
        "in which ward is the home",
        "by what date must it be done",
        "is there a waiting list",
        "doesn't the council pay",
        "so who runs the hub",
        "tell me who runs the hub",
        "waiting list?",
        "latest figures for neglect",
        "  Who chairs the panel  ",
    ],
)
def test_who_asks_wants_an_answer(typed: str) -> None:
    assert is_question(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "?", "why?", "neglect", "fostering report 2024", "to do list", "Whitby House", "“when in doubt”"],
)
def test_who_types_words_or_one_word_wants_papers(typed: str) -> None:
    assert not is_question(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "what is the latest position on neglect",
        "current number of plans",
        "how many plans are there now",
        "who holds the post at present",
        "the present chair of the panel",
        "where are we with neglect",
    ],
)
def test_a_question_about_now_is_known(typed: str) -> None:
    assert read_question(typed).now


@pytest.mark.parametrize("typed", ["how many plans were there in 2019", "who was present at the panel", "who knows"])
def test_a_question_about_another_time_is_not_about_now(typed: str) -> None:
    assert not read_question(typed).now


def test_names_and_numbers_are_known_by_how_they_are_written() -> None:
    words = {
        word.typed: word for word in read_question("Which of the 41 plans in Hollin Bank were late in 2024?").words
    }
    assert [name for name, word in words.items() if word.is_name] == ["Hollin", "Bank"]
    assert [name for name, word in words.items() if word.is_number] == ["41", "2024"]


def test_the_first_word_of_a_question_is_no_name_for_its_capital() -> None:
    assert not read_question("Fostering fees").words[0].is_name


def test_a_word_is_looked_for_once_in_whatever_forms_it_is_typed() -> None:
    assert typed_words("plans and the plan and planning of plans") == ["plans"]


@pytest.mark.parametrize("asked", ["who’s", "who's", "isn’t", "won't", "can’t", "they’ve", "we're", "what's"])
def test_what_is_written_together_with_a_word_that_asks_asks_too(asked: str) -> None:
    assert typed_words(f"{asked} about neglect") == ["neglect"]


def test_a_name_with_an_apostrophe_stays_a_word() -> None:
    assert typed_words("who won the award") == ["won", "award"]
    assert typed_words("what did O’Neill say about children’s homes") == ["O’Neill", "children’s", "homes"]


def test_words_that_only_ask_are_looked_for_where_there_are_no_others() -> None:
    assert typed_words("what percentage") == ["percentage"]


def test_only_the_beginning_of_a_very_long_question_is_read() -> None:
    question = read_question("neglect " * 100 + "fostering")
    assert (len(question.text), question.stems) == (295, ("neglect",))
    assert len(read_question("a" * 400).text) == 300


def test_a_question_that_was_about_no_paper_is_asked_again_of_what_papers_say() -> None:
    again = without_paper(read_question("When was the budget paper on fostering discussed?"))
    assert (again.kind, again.about) == (AnswerKind.DATE, None)
    assert again.stems == ("budget", "paper", "foster", "discuss")
