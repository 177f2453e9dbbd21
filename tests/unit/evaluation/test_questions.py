"""Is what came of a judged question called by its right name, and are the figures what they say?"""

from __future__ import annotations

import pytest

from indexer.evaluation.questions import Asked, Figures, Outcome, ask_all, by_half, by_kind, figures, holds, outcome
from indexer.judgements.questions import JudgedQuestion, Written
from indexer.model.answer import Answer, AnswerKind, Quotation, Searched
from indexer.model.search import SearchRequest, Span
from tests.unit.answer.papers import Shelf, paper

SAID = "The hub opened on 4 May 2021 in Mill Lane. The lift was mended."
PAPER = paper("hub", [SAID])
(PASSAGE,) = PAPER.passages()
SEARCHED = Searched(documents=1, first=None, last=None)
PLACE = ("hub", "p-1")


def judged(
    places: dict[tuple[str, str], str], *, text: str = "when", kind: str = "date", written: Written = Written.BEFORE
) -> JudgedQuestion:
    return JudgedQuestion(text=text, kind=kind, note="", written=written, places=places)


def answered(quote: str | None) -> Answer:
    """An answer that quotes these words of the passage; a refusal without."""
    found = []
    if quote is not None:
        start = SAID.index(quote)
        span = Span(start=start, end=start + len(quote))
        found = [Quotation(document=PAPER, passage=PASSAGE, quote=span, words=span, confidence=0.9)]
    return Answer(
        request=SearchRequest(query="when"), kind=AnswerKind.DATE, answers=tuple(found), searched=SEARCHED, reason="no"
    )


@pytest.mark.parametrize(
    ("places", "quote", "expected"),
    [
        ({PLACE: "4 May 2021"}, "The hub opened on 4 May 2021 in Mill Lane.", Outcome.RIGHT),
        ({PLACE: "4  MAY 2021"}, "The hub opened on 4 May 2021 in Mill Lane.", Outcome.RIGHT),
        ({PLACE: "4 May 2021"}, "The lift was mended.", Outcome.RIGHT_PARAGRAPH),
        ({("hub", "p-2"): "4 May 2021"}, "The hub opened on 4 May 2021 in Mill Lane.", Outcome.WRONG),
        ({("other", "p-1"): "4 May 2021"}, "The hub opened on 4 May 2021 in Mill Lane.", Outcome.WRONG),
        ({("other", "p-1"): "x", PLACE: "4 May 2021"}, "The hub opened on 4 May 2021 in Mill Lane.", Outcome.RIGHT),
        ({PLACE: "4 May 2021"}, None, Outcome.LOST),
        ({}, "The lift was mended.", Outcome.INVENTED),
        ({}, None, Outcome.REFUSED),
    ],
)
def test_what_came_of_a_question_goes_by_its_first_quotation(
    places: dict[tuple[str, str], str], quote: str | None, expected: Outcome
) -> None:
    assert outcome(judged(places), answered(quote)) is expected


@pytest.mark.parametrize(
    ("quoted", "words", "held"),
    [
        ("opened on 4 May", "4 May", True),
        ("Opened  on 4 MAY", "4 may", True),
        ("4 May", "opened on 4 May", False),  # too little of the judged words
        ("seeing children alone and hearing them", "seeing children alone and hearing them; writing it down", True),
        ("4 June", "4 May", False),
        ("the lift was mended and painted green", "the hub opened on 4 May and was closed again", False),
    ],
)
def test_a_quotation_holds_the_judged_words_or_is_a_good_part_of_them(quoted: str, words: str, held: bool) -> None:  # noqa: FBT001
    assert holds(quoted, words) is held


def asked(question: JudgedQuestion, quote: str | None) -> Asked:
    answer = answered(quote)
    return Asked(question=question, answer=answer, outcome=outcome(question, answer))


EACH = (
    asked(judged({PLACE: "4 May 2021"}), "The hub opened on 4 May 2021 in Mill Lane."),
    asked(judged({PLACE: "4 May 2021"}), "The lift was mended."),
    asked(judged({("hub", "p-2"): "x"}, kind="place", written=Written.FITTED), "The lift was mended."),
    asked(judged({PLACE: "4 May 2021"}, kind="place", written=Written.FITTED), None),
    asked(judged({}, kind="none", written=Written.AFTER), "The lift was mended."),
    asked(judged({}, kind="none", written=Written.AFTER), None),
)


def test_shares_are_of_the_answered_the_unanswerable_and_the_answerable() -> None:
    assert figures(EACH) == Figures(
        cases=6,
        answered=4,
        right=1 / 4,
        right_paragraph=2 / 4,
        wrongly_answered=1 / 2,
        refused=1 / 2,
        wrongly_refused=1 / 4,
    )


def test_without_a_case_there_is_no_share() -> None:
    nothing = figures(())
    assert (nothing.cases, nothing.answered) == (0, 0)
    assert {nothing.right, nothing.right_paragraph, nothing.wrongly_answered, nothing.refused} == {None}
    assert nothing.wrongly_refused is None


def test_halves_and_kinds_are_parts_of_the_whole() -> None:
    halves, kinds = by_half(EACH), by_kind(EACH)
    assert {half: some.cases for half, some in halves.items()} == {
        Written.FITTED: 2,
        Written.BEFORE: 2,
        Written.AFTER: 2,
    }
    assert {kind: some.cases for kind, some in kinds.items()} == {"date": 2, "none": 2, "place": 2}
    assert (halves[Written.BEFORE].right, halves[Written.BEFORE].refused) == (1 / 2, None)
    assert by_half(EACH[:2]).keys() == {Written.BEFORE}


def test_every_question_is_asked_as_it_is_typed_without_filters() -> None:
    shelf = Shelf([PAPER])
    requests: list[SearchRequest] = []

    def ask(request: SearchRequest) -> Answer:
        requests.append(request)
        return shelf.ask(request.query)

    found = ask_all(ask, [judged({PLACE: "4 May 2021"}, text="When did the hub open?"), judged({}, text="qqzzqq?")])
    assert requests == [SearchRequest(query="When did the hub open?"), SearchRequest(query="qqzzqq?")]
    assert [one.outcome for one in found] == [Outcome.RIGHT, Outcome.REFUSED]
