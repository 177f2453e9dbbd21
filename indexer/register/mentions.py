"""Which later passages seem to speak of a commitment, and report progress? Offered to people, never as proof.

A later sentence is offered when it has words of progress and speaks of the same thing: it names the same programme or
place, which few passages name, or it has much of what the commitment is about together with its owner or its topic.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.model.commitment import Commitment
from indexer.model.document import Document, Passage
from indexer.model.query import Everything, Hit, Node, Or, Phrase, Query, Sort, Term
from indexer.model.register import Mention, Mentions
from indexer.register.gathered import day_of
from indexer.register.named import named
from indexer.register.progress import progress
from indexer.search.similar import Papers
from indexer.search.telling import telling_words
from indexer.text.quotables import Quotable, quotables
from indexer.text.words import STOP_WORDS, stem, stems, tokens

SHOWN = 5  # as many as one looks through
# How much the engine is asked.
_WORDS, _PAPERS, _PASSAGES = 12, 20, 3
_BEFORE = 2  # sentences that are read with the one that reports: it often says "it" or "three of them"
# The numbers below were chosen by reading what they offer for the sample: docs/explanation/register.md.
RARE, FEW = 0.02, 3  # of all passages, or as many: what more of them name is no name by which a thing is known
LEAST = 0.3  # of what the commitment is about, each word by the square of its weight
LEAST_NAMED = 0.2  # the same where a rare name is shared
WHOLE = 0.45  # the same where neither owner nor topic is shared, or nothing but a name
SHARED = 3  # words that must be shared
BESIDE = 2  # of them, beside those of a name
LEAST_BESIDE = 0.1  # of what it is about: two words that every paper has are too little

_WHEN_AND_HOW_MANY = """
    one two three four five six seven eight nine ten twelve first second third half new more up out every each year
    month day days also only within early late set make made use used other continue continued
"""
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOP = frozenset(map(stem, STOP_WORDS))
_IDLE = frozenset(map(stem, _WHEN_AND_HOW_MANY.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What a commitment speaks of."""

    words: Mapping[str, float]  # each with its weight
    things: tuple[tuple[str, ...], ...]
    owner: frozenset[str]
    topics: frozenset[str]

    def share(self, words: Collection[str]) -> float:
        """How much of it ``words`` are, 0 to 1."""
        total = sum(weight**2 for weight in self.words.values())
        return sum(self.words[word] ** 2 for word in words) / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A stretch of a passage: the sentence that reports, with those before it that are needed to understand it."""

    text: str
    said: tuple[str, ...]  # the words of progress
    words: Mapping[str, str]  # stems, its own and those of the heading and the lead-in, each as it is printed


def mentions(commitment: Commitment, document: Document, apart: Collection[str], papers: Papers) -> Mentions:
    """What papers later than ``document``, and not among its versions ``apart``, seem to say of the commitment."""
    since = day_of(document)
    if since is None or since == date.max:
        return Mentions(found=(), since=None, papers=0, until=None)
    later = since + timedelta(days=1)
    every = papers.ask(Query(tree=Everything(), date_from=later, sort=Sort.NEWEST, limit=1))
    until = _day(papers.outline(every.hits[0].document).document) if every.hits else None
    found = _found(_subject(commitment, document, papers), later, {document.id, *apart}, papers) if every.hits else ()
    best = sorted(found, key=lambda one: -one.score)[:SHOWN]
    newest = sorted(best, key=lambda one: _day(one.document), reverse=True)
    return Mentions(found=tuple(newest), since=since, papers=every.total, until=until)


def _subject(commitment: Commitment, document: Document, papers: Papers) -> _Subject:
    text = commitment.action if len(telling_words(commitment.action, papers.names)) >= SHARED else commitment.quote
    owner = frozenset(stems(f"{commitment.owner or ''} {commitment.role or ''}"))
    things = [thing for thing in named(text, papers.names) if not owner.issuperset(thing)]
    words = sorted(telling_words(text, papers.names).union(_figures(text), *things) - owner - _IDLE - _STOP)
    held = dict(zip(words, papers.held(words), strict=True))
    rare = max(FEW, RARE * papers.passages)
    return _Subject(
        words={word: math.log(papers.passages / (count + 1)) + 1 for word, count in held.items()},
        things=tuple(thing for thing in things if any(held.get(word, rare + 1) <= rare for word in thing)),
        owner=owner,
        topics=frozenset(commitment.topics) | _topics(document, commitment.anchor),
    )


def _figures(text: str) -> frozenset[str]:
    """Numbers that are no years and are large enough to tell one thing from another: "£2,500"."""
    return frozenset(word for word in stems(text) if word.isdigit() and len(word) > 2 and not _YEAR.fullmatch(word))


def _found(subject: _Subject, later: date, apart: Collection[str], papers: Papers) -> Iterator[Mention]:
    """The best sentence of each paper that has one."""
    rarest = sorted(subject.words, key=lambda word: (-subject.words[word], word))[:_WORDS]
    leaves: list[Node] = [Phrase(thing) if len(thing) > 1 else Term(thing[0]) for thing in subject.things]
    leaves += map(Term, rarest)
    if not leaves:
        return
    query = Query(tree=Or(tuple(leaves)), date_from=later, limit=_PAPERS + len(apart), passages=_PASSAGES, works=True)
    for hit in papers.ask(query).hits:
        best = max(_of_paper(hit, subject, papers), key=lambda one: one.score, default=None)
        if best and hit.document not in apart:
            yield best


def _of_paper(hit: Hit, subject: _Subject, papers: Papers) -> Iterator[Mention]:
    outline = papers.outline(hit.document)
    for proposed in hit.passages:
        passage, words = outline.passage(proposed.anchor) or (None, None)
        if passage and words and sum(f" {word} " in words.stems for word in subject.words) >= BESIDE:
            for cut in _cuts(passage):
                scored = _scored(cut, _topics(outline.document, passage.anchor), subject)
                if scored:
                    score, reasons = scored
                    yield Mention(
                        document=outline.document, passage=passage, quote=cut.text, score=score, reasons=reasons
                    )


def _cuts(passage: Passage) -> Iterator[_Cut]:
    """Each sentence with words of progress: alone, and with one or two before it."""
    cuts = quotables(passage)
    for number, cut in enumerate(cuts):
        said = progress(passage.text[cut.start : cut.end])
        for first in range(number, max(number - _BEFORE, 0) - 1, -1) if said else ():
            text = passage.text[cuts[first].start : cut.end]
            around = f"{passage.heading} {_lead_in(passage, cut)} {text}"
            printed = {found.stem: around[found.start : found.end] for found in tokens(around)}
            yield _Cut(text=text, said=said, words=printed)


def _lead_in(passage: Passage, cut: Quotable) -> str:
    return passage.text[cut.lead_in.start : cut.lead_in.end] if cut.lead_in else ""


def _scored(cut: _Cut, topics: Collection[str], subject: _Subject) -> tuple[float, tuple[str, ...]] | None:
    """How much speaks for it, and what; ``None`` where that is too little."""
    shared = [word for word in subject.words if word in cut.words]
    share = subject.share(shared)
    things = [thing for thing in subject.things if all(word in cut.words for word in thing)]
    beside = max((set(shared).difference(thing) for thing in things), key=subject.share, default=set(shared))
    is_owners = bool(subject.owner) and subject.owner <= cut.words.keys()
    common = sorted(subject.topics.intersection(topics))
    is_telling = len(beside) >= BESIDE and subject.share(beside) >= LEAST_BESIDE
    by_name = bool(things) and (share >= WHOLE or (share >= LEAST_NAMED and is_telling))
    enough = LEAST if is_owners or common else WHOLE
    by_words = share >= enough and len(shared) >= SHARED and is_telling
    if not (by_name or by_words):
        return None
    score = share + 0.2 * bool(things) + 0.1 * is_owners + 0.1 * bool(common)
    return score, tuple(_reasons(shared, things, cut, is_owners=is_owners, is_topics=bool(common)))


def _reasons(
    shared: Sequence[str], things: Sequence[tuple[str, ...]], cut: _Cut, *, is_owners: bool, is_topics: bool
) -> Iterator[str]:
    for thing in things:
        yield f"names {' '.join(cut.words[word] for word in thing)}"
    yield f"has in common: {', '.join(sorted({cut.words[word].casefold() for word in shared}))}"
    if is_owners:
        yield "names the same owner"
    if is_topics:
        yield "is about the same topic"
    yield f"reports: {', '.join(cut.said)}"


def _topics(document: Document, anchor: str) -> frozenset[str]:
    return frozenset(match.topic for match in document.topics if anchor in match.paragraphs)


def _day(document: Document) -> date:
    """The day of a paper that was found between dates, and so has one."""
    return document.date.value if document.date else date.min
