"""How many of the later passages that are offered for a commitment are about it, and how many are missed?

Commitments are those that the register has; of a judged one that it has not, nothing can be offered, and it is counted
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.catalogue import Catalogue
from indexer.judgements.mentions import JudgedMention
from indexer.judgements.table import ASKED_ON, Half
from indexer.model.register import Entry, RegisterRequest

Place = tuple[str, str]  # a work, so that any version of a paper will do, and an anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A judged commitment with what is offered for it."""

    written: Half
    is_registered: bool
    about: frozenset[Place]  # by judgement
    not_about: frozenset[Place]
    offered: frozenset[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Judged commitments."""

    each: tuple[Assessed, ...]

    @property
    def right(self) -> int:
        """Passages that are offered and are about their commitment."""
        return sum(len(one.offered & one.about) for one in self.each)

    @property
    def wrong(self) -> int:
        return sum(len(one.offered & one.not_about) for one in self.each)

    @property
    def unjudged(self) -> int:
        return sum(len(one.offered - one.about - one.not_about) for one in self.each)

    @property
    def precision(self) -> float | None:
        """Of what is offered and was judged, the share that is about its commitment."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None

    @property
    def recall(self) -> float | None:
        """Of the later papers with a passage about a commitment of the register, the share of which one is offered."""
        papers = [(one, work) for one in self.each if one.is_registered for work in {work for work, _ in one.about}]
        found = sum(any(place[0] == work for place in one.offered & one.about) for one, work in papers)
        return found / len(papers) if papers else None

    @property
    def registered(self) -> int:
        """Judged commitments that the register has."""
        return sum(one.is_registered for one in self.each)

    @property
    def by_half(self) -> Mapping[Half, Evaluation]:
        """The commitments of each half that has any."""
        halves = {half: tuple(one for one in self.each if one.written is half) for half in Half}
        return {half: Evaluation(each=some) for half, some in halves.items() if some}


def evaluate(catalogue: Catalogue, judged: Iterable[JudgedMention]) -> Evaluation:
    """Raises ``NotFoundError`` when a judged document is not in the index."""
    entries: dict[str, list[Entry]] = {}
    for entry in catalogue.register.page(RegisterRequest(weak=True), ASKED_ON, size=None).entries:
        for document in (entry.document, *(copy.document for copy in entry.copies)):
            entries.setdefault(document.id, []).append(entry)
    grouped: dict[tuple[str, str, Half], list[JudgedMention]] = {}
    for one in judged:
        grouped.setdefault((one.document, one.words, one.written), []).append(one)
    return Evaluation(
        each=tuple(
            _assessed(catalogue, _entry(words, entries.get(document, [])), written, rows)
            for (document, words, written), rows in grouped.items()
        )
    )


def _entry(words: str, entries: Iterable[Entry]) -> Entry | None:
    """The commitment that has the words, or is a part of them."""
    for entry in entries:
        quotes = (entry.commitment.quote, *(copy.commitment.quote for copy in entry.copies))
        if any(words in quote or quote in words for quote in quotes):
            return entry
    return None


def _assessed(catalogue: Catalogue, entry: Entry | None, written: Half, rows: Iterable[JudgedMention]) -> Assessed:
    about: dict[bool, set[Place]] = {True: set(), False: set()}
    for row in rows:
        about[row.is_about].add((catalogue.work(row.later), row.anchor))
    found = catalogue.register.mentions(entry).found if entry else ()
    return Assessed(
        written=written,
        is_registered=entry is not None,
        about=frozenset(about[True]),
        not_about=frozenset(about[False]),
        offered=frozenset((catalogue.work(one.document.id), one.passage.anchor) for one in found),
    )
