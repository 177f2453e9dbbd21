"""Which sentences, list items and table rows could answer? Those of the best passages that hold its words."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from indexer.answer.question import Question
from indexer.model.document import Document, Passage
from indexer.model.query import FoundPassage, PassageQuery
from indexer.search.search import Outline
from indexer.text.quotables import Quotable, quotables
from indexer.text.words import stems

# Best passages that are looked into. Of the questions by others the right paragraph is among 50 for 99 in 100.
LOOKED_INTO = 50
# What a paper says is true now for no longer than this before the newest paper: committees have most things once a
# year.
NOW_LASTS = timedelta(days=550)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """One state of the index, as a question sees it: what an engine answers, and what else is known."""

    best: Callable[[PassageQuery], Sequence[FoundPassage]]
    held: Callable[[Sequence[str]], Sequence[int]]
    outline: Callable[[str], Outline]
    work: Callable[[str], str]  # what the versions of one paper have in common, and no other paper has
    passages: int  # how many there are
    newest: date | None = None  # the day of the newest paper


@dataclass(frozen=True, slots=True)
class Worth:
    """What each word of a question is worth: its inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5))."""

    of: Mapping[str, float]
    total: float
    unknown: frozenset[str]  # those that no passage has

    @classmethod
    def among(cls, words: Sequence[str], papers: Papers) -> Worth:
        number = max(papers.passages, 1)
        counts = dict(zip(words, papers.held(words), strict=True))
        of = {word: math.log(1 + (max(number - count, 0) + 0.5) / (count + 0.5)) for word, count in counts.items()}
        return cls(of, sum(of.values()) or 1.0, frozenset(word for word, count in counts.items() if not count))

    def share(self, words: frozenset[str] | set[str]) -> float:
        """How much of the question ``words`` are, 0 to 1."""
        return sum(self.of[word] for word in words) / self.total


_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a passage: the words of the question, and what may stand for some of them.

    ``standing``: runs of stems, each with the words of the question that it stands for (another name, another form).
    """

    question: Question
    words: frozenset[str]
    worth: Worth
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    standing: tuple[tuple[tuple[str, ...], frozenset[str]], ...]
    alike: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # runs of the question, each with one that says the same
    unknown: frozenset[str]  # words that no passage has, in whatever form or by whatever name
    since: date | None  # an older paper cannot say what is true now; ``None`` where that is not asked for

    @classmethod
    def by(
        cls,
        question: Question,
        standing: Sequence[tuple[tuple[str, ...], frozenset[str]]],
        alike: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
        papers: Papers,
    ) -> Sought:
        words = question.stems
        worth = Worth.among(words, papers)
        present = {run for run, _ in standing if all(papers.held(run))}
        known = {word for run, stands_for in standing if run in present for word in stands_for}
        return cls(
            question=question,
            words=frozenset(words),
            worth=worth,
            names=frozenset(word.stem for word in question.words if word.is_name),
            numbers=frozenset(word.stem for word in question.words if word.is_number),
            years=frozenset(word.stem for word in question.words if _YEAR.fullmatch(word.stem)),
            pairs=frozenset(pairwise(words)),
            standing=tuple((run, stands_for) for run, stands_for in standing if run in present),
            alike=tuple(alike),
            unknown=worth.unknown - known,
            since=papers.newest - NOW_LASTS if question.now and papers.newest else None,
        )

    def matched(self, stems: Sequence[str]) -> frozenset[str]:
        """The words of the question that stand in ``stems``, in whatever form or by whatever name."""
        found = self.words.intersection(stems)
        if not self.standing or len(found) == len(self.words):
            return found
        joined = f" {' '.join(stems)} "
        others = (words for run, words in self.standing if f" {' '.join(run)} " in joined)
        return found.union(*others)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be quoted from a passage, with its stems in order."""

    quotable: Quotable
    stems: tuple[str, ...]
    lead_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """A passage with all that can be quoted from it, and the stems of what stands above it."""

    document: Document
    passage: Passage
    score: float  # the engine's
    stems: tuple[str, ...]
    heading: frozenset[str]
    title: frozenset[str]
    dated: frozenset[str]  # the numbers and the month of the paper's date
    candidates: tuple[Candidate, ...]


def considered(found: FoundPassage, papers: Papers) -> Considered | None:
    """The passage that was found, taken apart; ``None`` for the empty one of a paper without passages."""
    outline = papers.outline(found.document)
    kept = outline.passage(found.anchor)
    if kept is None:
        return None
    passage, words = kept
    every = words.stems.split()
    starts = words.starts

    def between(start: int, end: int) -> tuple[str, ...]:
        return tuple(every[bisect_left(starts, start) : bisect_left(starts, end)])

    return Considered(
        document=outline.document,
        passage=passage,
        score=found.score,
        stems=tuple(every),
        heading=frozenset(stems(" ".join((passage.heading, passage.caption or "", *passage.columns)))),
        title=frozenset(stems(outline.document.title.value)),
        dated=_dated(outline.document),
        candidates=tuple(
            Candidate(
                one, between(one.start, one.end), between(one.lead_in.start, one.lead_in.end) if one.lead_in else ()
            )
            for one in quotables(passage)
        ),
    )


def _dated(document: Document) -> frozenset[str]:
    day, year = document.date, document.year
    said = [f"{day.value:%B} {day.value.year}"] if day else [str(year.value)] if year else []
    return frozenset(stems(" ".join(said)))
