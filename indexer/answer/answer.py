"""What do the papers say to a question? Quotations, each of another paper, or an honest no."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

from indexer.answer.candidates import LOOKED_INTO, Papers, Sought
from indexer.answer.gates import is_out_of_date, may_answer
from indexer.answer.marking import quoted
from indexer.answer.paper_facts import about_paper
from indexer.answer.question import Question, read_question, without_paper
from indexer.answer.retrieve import Meant, meant, retrieved, sought
from indexer.answer.scorer import Ranked, Weights, ranked, weights
from indexer.model.answer import Answer, AnswerKind, Quotation, Searched
from indexer.model.query import PassageQuery
from indexer.model.search import SearchRequest
from indexer.search.expand import Names

SHOWN = 5  # answers; more than anybody reads out
NEAREST = 3  # passages shown where nothing answers
# Answers that can be told apart by their words, so that a change of them is a change of the matter.
_COMPARABLE = frozenset(
    {AnswerKind.PERSON, AnswerKind.NUMBER, AnswerKind.MONEY, AnswerKind.PERCENTAGE, AnswerKind.GRADE}
)


def answer(
    request: SearchRequest, papers: Papers, names: Names, searched: Searched, by: Weights | None = None
) -> Answer:
    """The answer to the question that ``request`` asks, from the papers that pass its filters."""
    started = time.perf_counter()
    by = by or weights()
    meaning = meant(read_question(request.query), names)
    found = about_paper(meaning, request, papers) if meaning.question.about else []
    nearest: list[Quotation] = []
    if not found:
        meaning = meant(without_paper(meaning.question), names)
        found, nearest = _quotations(meaning, request, papers, by)
    question = meaning.question
    answers = _shown(question, found, papers)
    wanted = sought(meaning, papers)
    return Answer(
        request=request,
        kind=question.kind,
        answers=answers,
        searched=searched,
        reason=None if answers else _why_not(question, wanted, searched),
        nearest=tuple(nearest),
        changed=_changed(question, answers),
        notices=tuple(f"Looked for “{right}” instead of “{typed}”." for typed, right in meaning.corrected),
        took_ms=(time.perf_counter() - started) * 1000,
    )


def _quotations(
    meaning: Meant, request: SearchRequest, papers: Papers, by: Weights
) -> tuple[list[Quotation], list[Quotation]]:
    """What answers, the best first; where nothing does, the nearest passages instead."""
    query = PassageQuery(
        leaves=meaning.leaves,
        filters=tuple(chosen for chosen in request.filters if chosen.values),
        date_from=request.date_from,
        date_to=request.date_to,
        limit=LOOKED_INTO,
    )
    wanted = sought(meaning, papers)
    if not wanted.words:
        return [], []
    order = ranked(wanted, retrieved(query, papers), by)
    fit = (one for one in order if not is_out_of_date(wanted, one.signs.passage))
    best = next((one for one in fit if _possible(wanted, one)), None)
    if best is None or best.confidence < by.least:  # a worse one that is surer of itself is no better
        return [], [_quotation(wanted, one) for one in order[:NEAREST]]
    sure = (one for one in order if one.confidence >= by.least)
    return [_quotation(wanted, one) for one in sure if _possible(wanted, one)], []


def _possible(wanted: Sought, one: Ranked) -> bool:
    passage, candidate = one.signs.passage, one.signs.candidate
    quote, _ = quoted(wanted, passage, candidate)
    return may_answer(wanted, passage, candidate, passage.passage.text[quote.start : quote.end])


def _quotation(wanted: Sought, one: Ranked) -> Quotation:
    passage, candidate = one.signs.passage, one.signs.candidate
    quote, words = quoted(wanted, passage, candidate)
    return Quotation(
        document=passage.document,
        passage=passage.passage,
        quote=quote,
        words=words,
        confidence=one.confidence,
        lead_in=candidate.quotable.lead_in,
    )


def _shown(question: Question, found: Sequence[Quotation], papers: Papers) -> tuple[Quotation, ...]:
    """The best of each work; the newest first where the question is about now."""
    best: dict[str, Quotation] = {}
    for one in found:
        best.setdefault(papers.work(one.document.id), one)
    kept = list(best.values())[:SHOWN]
    return tuple(sorted(kept, key=_newest_first) if question.now else kept)


def _newest_first(one: Quotation) -> int:
    return -_day(one).toordinal()


def _day(one: Quotation) -> date:
    document = one.document
    if document.date:
        return document.date.value
    return date(document.year.value, 1, 1) if document.year else date.min


def _changed(question: Question, answers: Sequence[Quotation]) -> str | None:
    """That answers of different days differ."""
    if len(answers) < 2 or question.kind not in _COMPARABLE:
        return None
    said = {one.answering.casefold() for one in answers}
    days = {_day(one) for one in answers}
    if len(said) < 2 or len(days) < 2:
        return None
    newest = max(answers, key=_day)
    return (
        f"The papers give different answers at different times; the newest that we found is of {_named(_day(newest))}."
    )


def _why_not(question: Question, wanted: Sought, searched: Searched) -> str:
    papers = "paper" if searched.documents == 1 else "papers"
    said = f"Nothing we are sure of in the {searched.documents:,} {papers}{_dated(searched)} answers this."
    unknown = [word.typed for word in question.words if word.stem in wanted.unknown]
    if unknown:
        words = ", ".join(f"“{word}”" for word in unknown[:5])
        said += f" No paper has the {'word' if len(unknown) == 1 else 'words'} {words}."
    return said


def _dated(searched: Searched) -> str:
    if not searched.first or not searched.last:
        return ""
    first, last = _month(searched.first), _month(searched.last)
    return f" of {first}" if first == last else f" from {first} to {last}"


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"


def _named(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
