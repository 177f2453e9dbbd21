"""What speaks for a candidate? A row of numbers for each sentence, item or table row that could answer a question.

Every share is of what the question's words are worth together (``Worth``). The signs are the usual ones of choosing an
answering sentence: overlap weighted by rarity (Y. Yang, W. Yih and C. Meek, "WikiQA", 2015), the sentences around, BM25
of sentence and passage, and whether a thing of the wanted kind stands in it that the question did not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from indexer.answer.candidates import Candidate, Considered, Sought
from indexer.answer.detectors import detected
from indexer.answer.marking import list_after
from indexer.model.answer import AnswerKind as Kind
from indexer.model.search import Span
from indexer.text.words import stems

# Kinds whose things have a shape that a detector knows.
SHAPED = (
    *(Kind.DATE, Kind.PERIOD, Kind.PERSON, Kind.ORGANISATION, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.PLACE),
    *(Kind.GRADE, Kind.NAME, Kind.REASON, Kind.LIST, Kind.DEFINITION, Kind.CONTACT, Kind.ROLE),
)
NAMES = (
    *(
        "covered",
        "bm25",
        "best_of_passage",
        "before",
        "after",
        "heading",
        "title",
        "engine",
        "passage",
        "first_passage",
    ),
    *("length", "short", "opens", "new_words", "pairs", "dense", "name_missing", "number_elsewhere", "number_missing"),
    *("like", "words", "rarest_missing", "item", "date_elsewhere", "around", "other_year", "counted_missing"),
    *("newness", "name_elsewhere"),
    *("kind_around", "counts_it", "defines", "leads_list"),  # these and what follows only of what is looked through
    *(f"has_{kind.value.replace(' ', '_')}" for kind in SHAPED),
)
# BM25 of sentences and passages: k1 and b that ranked the questions by others best, of those tried on half of them.
_SENTENCE_K, _SENTENCE_B, _SENTENCE_LENGTH = 0.6, 0.3, 22.0
_PASSAGE_K, _PASSAGE_B = 0.9, 0.6
_IS_A = "(?:is|are) (?:an?|the|where|when|how|our|any|those|what)"
_IS = rf"(?:,? {_IS_A}|, (?:an?|the|our|which))\b"
_FOUR_WORDS = 60  # characters that hold them
_LATER = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIKE = 5  # letters that two words begin with alike when they are taken for kin: inspector and inspectorate
# Only the best by all other signs are looked through for things of the wanted kind, which takes longest.
_LOOKED_THROUGH = 40


@dataclass(frozen=True, slots=True)
class Signs:
    """A candidate with its passage and its features, by name in the order of ``NAMES``."""

    passage: Considered
    candidate: Candidate
    values: tuple[float, ...]

    def __getitem__(self, name: str) -> float:
        return self.values[_PLACES[name]]


_PLACES = {name: place for place, name in enumerate(NAMES)}


class _Ranks(NamedTuple):
    """How a passage stands among all: its scores as shares of the best, and how new its paper is."""

    engine: float
    passage: float
    is_first: bool
    newness: float


@dataclass(frozen=True, slots=True)
class _Around:
    """What the features of all candidates of one passage share."""

    one: Considered
    ranks: _Ranks
    context: frozenset[str]
    matched: Sequence[frozenset[str]]
    bm25: Sequence[float]


def signs(sought: Sought, passages: Sequence[Considered], weights: Sequence[float]) -> list[Signs]:
    """The features of every candidate; ``weights`` choose those that are looked through for the wanted kind."""
    rows = list(_rows(sought, passages))
    if sought.question.kind not in SHAPED:
        return rows
    plain = sorted(rows, key=lambda row: -sum(map(float.__mul__, row.values, weights)))
    return [_looked_through(sought, row) if number < _LOOKED_THROUGH else row for number, row in enumerate(plain)]


def _looked_through(sought: Sought, row: Signs) -> Signs:
    """The same with what the things of the wanted kind that stand in it say."""
    kind = sought.question.kind
    text = row.passage.passage.text[row.candidate.quotable.start : row.candidate.quotable.end]
    asked = sought.question.text.casefold()
    spans = [span for span in detected(kind, text) if text[span.start : span.end].casefold() not in asked]
    later = {f"has_{kind.value.replace(' ', '_')}": 1.0, "kind_around": row["around"]} if spans else {}
    counted = sought.question.counted[-1:]
    if counted and any(counted[0] in stems(text[span.end :][:_FOUR_WORDS])[:4] for span in spans):
        later["counts_it"] = 1.0
    if kind is Kind.DEFINITION and defines(sought, text):
        later["defines"] = 1.0
    own = Span(start=row.candidate.quotable.start, end=row.candidate.quotable.end)
    if kind is Kind.LIST and list_after(row.passage.passage, own):
        later["leads_list"] = 1.0
    return Signs(row.passage, row.candidate, tuple(later.get(name, row[name]) for name in NAMES)) if later else row


def defines(sought: Sought, text: str) -> bool:
    """Whether ``text`` says what the words asked about are: X is a, X means, Y (X), known as X; of a name X, our."""
    typed = [re.escape(word.typed) for word in sought.question.words]
    whole = r"\W{1,3}".join(typed)
    named = len(typed) > 1 and re.search(rf"\b{whole}[”\"’']?{_IS}", text, re.IGNORECASE)
    return bool(named) or any(re.search(_defining(term), text, re.IGNORECASE) for term in typed)


def _defining(term: str) -> str:
    return (
        rf"\({term}\)|known as [“\"‘']?{term}\b|\b{term}[”\"’']? (?:means|stands for|refers to)\b"
        rf"|\b{term} \((?=[A-Za-z ]{{6}})|(?:^|[.;:,] |\b(?:an?|the|our) ){term}[”\"’']?{_IS}"
    )


def _is_of_another_year(sought: Sought, candidate: Candidate) -> bool:
    """Whether it names years, and none of those that were asked for."""
    if not sought.years:
        return False
    years = {word for word in candidate.stems if _YEAR.fullmatch(word)}
    return bool(years) and not years & sought.years


def _counts_another(sought: Sought, around: _Around, place: int) -> bool:
    """Whether what is counted is named neither in the candidate nor above it."""
    counted = frozenset(sought.question.counted) & sought.words
    return bool(counted) and not counted & (around.matched[place] | around.one.heading)


def _rows(sought: Sought, passages: Sequence[Considered]) -> Iterator[Signs]:
    average = sum(len(one.stems) for one in passages) / max(1, len(passages))
    scores = [_passage_score(sought, one, average) for one in passages]
    best, best_engine = max(scores, default=0.0) or 1.0, max((one.score for one in passages), default=0.0) or 1.0
    newness = _newness(passages) if sought.question.now else [0.0] * len(passages)
    first = max(range(len(scores)), key=scores.__getitem__, default=0)
    for number, one in enumerate(passages):
        ranks = _Ranks(one.score / best_engine, scores[number] / best, number == first, newness[number])
        around = _around(sought, one, ranks)
        for place, candidate in enumerate(one.candidates):
            if candidate.stems:
                yield Signs(one, candidate, _values(sought, around, place))


def _newness(passages: Sequence[Considered]) -> list[float]:
    """How new the paper of each passage is among them: 1 the newest, 0 the oldest and those without a date."""
    days = [one.document.date.value.toordinal() if one.document.date else 0 for one in passages]
    first, last = min((day for day in days if day), default=0), max(days, default=0)
    return [(day - first) / (last - first) if day and last > first else 0.0 for day in days]


def _around(sought: Sought, one: Considered, ranks: _Ranks) -> _Around:
    matched = [sought.matched((*candidate.lead_in, *candidate.stems)) for candidate in one.candidates]
    return _Around(
        one=one,
        ranks=ranks,
        context=sought.matched(one.stems) | (sought.words & (one.heading | one.title | one.dated)),
        matched=matched,
        bm25=[_sentence_bm25(sought, c, m) for c, m in zip(one.candidates, matched, strict=True)],
    )


def _values(sought: Sought, around: _Around, place: int) -> tuple[float, ...]:
    one, candidate, matched = around.one, around.one.candidates[place], around.matched[place]
    share, worth = sought.worth.share, sought.worth.of
    own = candidate.stems
    before = around.matched[place - 1] if place else frozenset[str]()
    after = around.matched[place + 1] if place + 1 < len(around.matched) else frozenset[str]()
    missing = sought.words - matched
    rarest = max((worth[word] for word in missing - around.context), default=0.0)
    pairs = {pair for pair in pairwise(own) if pair in sought.pairs}
    kinds = (0.0,) * len(SHAPED)
    return (
        share(matched),
        around.bm25[place] / 20,
        around.bm25[place] / (max(around.bm25) or 1.0),
        share(before - matched),
        share(after - matched),
        share((sought.words & one.heading) - matched),
        share((sought.words & one.title) - matched),
        around.ranks.engine,
        around.ranks.passage,
        float(around.ranks.is_first),
        min(len(own), 40) / 40,
        float(len(own) < 5),
        float(place == 0),
        min(len(set(own) - sought.words), 20) / 20,
        sum(worth[a] + worth[b] for a, b in pairs) / (2 * sought.worth.total),
        _density(sought, own, matched),
        share(sought.names - around.context),
        share(sought.numbers - matched),
        share(sought.numbers - around.context),
        _like(sought, own, missing),
        len(matched) / max(1, len(sought.words)),
        rarest / 10,
        float(candidate.quotable.lead_in is not None),
        share((sought.numbers & one.dated) - matched),
        share(around.context),
        float(_is_of_another_year(sought, candidate)),
        float(_counts_another(sought, around, place)),
        around.ranks.newness,
        share(sought.names - matched),
        *(0.0,) * _LATER,
        *kinds,
    )


def _passage_score(sought: Sought, one: Considered, average: float) -> float:
    """BM25 of the passage, half of what its pairs of words are worth, and a third of what only the title has."""
    times: dict[str, int] = {}
    for word in one.stems:
        if word in sought.words:
            times[word] = times.get(word, 0) + 1
    norm = _PASSAGE_K * (1 - _PASSAGE_B + _PASSAGE_B * len(one.stems) / max(average, 1.0))
    worth = sought.worth.of
    score = sum(worth[word] * count * (_PASSAGE_K + 1) / (count + norm) for word, count in times.items())
    score += sum((worth[a] + worth[b]) / 4 for a, b in {pair for pair in pairwise(one.stems) if pair in sought.pairs})
    other = sought.matched(one.stems) - times.keys()
    score += sum(worth[word] for word in other)
    return score + 0.3 * sum(worth[word] for word in (sought.words & one.title) - times.keys() - other)


def _sentence_bm25(sought: Sought, candidate: Candidate, matched: frozenset[str]) -> float:
    norm = _SENTENCE_K * (1 - _SENTENCE_B + _SENTENCE_B * len(candidate.stems) / _SENTENCE_LENGTH)
    return sum(sought.worth.of[word] for word in matched) * (_SENTENCE_K + 1) / (1 + norm)


def _density(sought: Sought, stems: Sequence[str], matched: frozenset[str]) -> float:
    """What is covered, less where its words stand far apart."""
    places = [place for place, word in enumerate(stems) if word in matched]
    covered = sought.worth.share(matched)
    return covered * min(1.0, 2 * len(matched) / (places[-1] - places[0] + 1)) if len(places) > 1 else covered


def _like(sought: Sought, stems: Sequence[str], missing: frozenset[str]) -> float:
    """The share of missing words that a word of the sentence begins like."""
    beginnings = {word[:_LIKE] for word in stems if len(word) >= _LIKE and word not in sought.words}
    return sought.worth.share({word for word in missing if len(word) >= _LIKE and word[:_LIKE] in beginnings})
