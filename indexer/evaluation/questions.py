"""How well are questions answered, and how well is refused what nothing answers?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from indexer.judgements.questions import JudgedQuestion, Written
from indexer.model.answer import Answer, Quotation
from indexer.model.search import SearchRequest

# A quotation that is cut from the judged words, as one item of a list is, counts when it has as many characters.
_ENOUGH = 25


class Outcome(StrEnum):
    """What came of a question; the value is what the terminal and the JSON say."""

    RIGHT = "right"  # the first answer quotes words that answer
    RIGHT_PARAGRAPH = "right paragraph"  # it quotes other words of a paragraph that answers
    WRONG = "wrong"  # it quotes something else
    INVENTED = "wrongly answered"  # nothing answers, and something was quoted
    REFUSED = "rightly refused"
    LOST = "wrongly refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A judged question with what came of it."""

    question: JudgedQuestion
    answer: Answer
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares, 0 to 1; ``None`` where there is no such case."""

    cases: int
    answered: int
    right: float | None  # of the answered
    right_paragraph: float | None  # of the answered, the right ones included
    wrongly_answered: float | None  # of those that nothing answers
    refused: float | None  # of those that nothing answers
    wrongly_refused: float | None  # of those that something answers


def ask_all(ask: Callable[[SearchRequest], Answer], questions: Iterable[JudgedQuestion]) -> tuple[Asked, ...]:
    """Every question asked without filters."""
    found = []
    for question in questions:
        answer = ask(SearchRequest(query=question.text))
        found.append(Asked(question=question, answer=answer, outcome=outcome(question, answer)))
    return tuple(found)


def outcome(question: JudgedQuestion, answer: Answer) -> Outcome:
    """What ``answer`` is worth: by its first quotation, which is what people read out."""
    if not answer.answers:
        return Outcome.LOST if question.is_answerable else Outcome.REFUSED
    if not question.is_answerable:
        return Outcome.INVENTED
    first = answer.answers[0]
    if is_right(question, first):
        return Outcome.RIGHT
    return Outcome.RIGHT_PARAGRAPH if _place(first) in question.places else Outcome.WRONG


def is_right(question: JudgedQuestion, quotation: Quotation) -> bool:
    """Whether the quotation has the words that answer."""
    words = question.places.get(_place(quotation))
    return words is not None and holds(quotation.quoted, words)


def holds(quoted: str, words: str) -> bool:
    """Whether a quotation holds the judged words, or is a good part of them."""
    own, wanted = _plain(quoted), _plain(words)
    return wanted in own or (len(own) >= _ENOUGH and own in wanted)


def figures(asked: Sequence[Asked]) -> Figures:
    """The figures over some questions."""
    count = {one: sum(each.outcome is one for each in asked) for one in Outcome}
    answerable = sum(each.question.is_answerable for each in asked)
    nothing = len(asked) - answerable
    answered = len(asked) - count[Outcome.REFUSED] - count[Outcome.LOST]
    return Figures(
        cases=len(asked),
        answered=answered,
        right=_share(count[Outcome.RIGHT], answered),
        right_paragraph=_share(count[Outcome.RIGHT] + count[Outcome.RIGHT_PARAGRAPH], answered),
        wrongly_answered=_share(count[Outcome.INVENTED], nothing),
        refused=_share(count[Outcome.REFUSED], nothing),
        wrongly_refused=_share(count[Outcome.LOST], answerable),
    )


def by_half(asked: Sequence[Asked]) -> Mapping[Written, Figures]:
    """The figures of each half that has any question."""
    halves = {half: [one for one in asked if one.question.written is half] for half in Written}
    return {half: figures(some) for half, some in halves.items() if some}


def by_kind(asked: Sequence[Asked]) -> Mapping[str, Figures]:
    """The figures of each kind of question, by name."""
    ordered = sorted(asked, key=lambda one: one.question.kind)
    return {kind: figures(list(some)) for kind, some in groupby(ordered, lambda one: one.question.kind)}


def _place(quotation: Quotation) -> tuple[str, str]:
    return quotation.document.id, quotation.passage.anchor


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
