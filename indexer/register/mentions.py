"""Which later passages seem to speak of a commitment, and report progress? Offered to people, never as proof.

A later sentence is offered when it has words of progress and speaks of the same thing: it names the same programme or
place, or the time by which it was due, or it has much of what the commitment is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.model.commitment import Commitment
from indexer.model.document import Document, Passage
from indexer.model.query import Everything, Hit, Node, Or, Phrase, Query, Sort, Term
from indexer.model.register import Mention, Mentions
from indexer.register.gathered import day_of
from indexer.register.progress import progress
from indexer.register.subject import Subject, Thing, subject_of, topics_at
from indexer.search.similar import Papers
from indexer.text.quotables import Quotable, quotables
from indexer.text.words import tokens

SHOWN = 5  # as many as one looks through
# How much the engine is asked.
_WORDS, _PAPERS, _PASSAGES = 12, 20, 3
_BEFORE = 2  # sentences that are read with the one that reports: it often says "it" or "three of them"
# The numbers below were chosen by reading what they offer for the sample: docs/explanation/register.md.
LEAST_NAMED = 0.2  # of what the commitment is about, where a rare name or the date is shared
LEAST = 0.36  # the same where the owner or a topic is
WHOLE = 0.5  # the same where none of these is, or nothing but a name
SHARED = 3  # words that must be shared
BESIDE, LEAST_BESIDE = 2, 0.1  # of them beside those of a name, and what these are worth together

Scored = tuple[float, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A stretch of a passage: the sentence that reports, with those before it that are needed to understand it."""

    text: str
    end: int
    said: tuple[str, ...]  # the words of progress
    words: Mapping[str, str]  # stems, its own and those of the heading and the lead-in, each as it is printed


def mentions(commitment: Commitment, document: Document, apart: Collection[str], papers: Papers) -> Mentions:
    """What papers later than ``document``, and not among its versions ``apart``, seem to say of the commitment."""
    since = day_of(document)
    if since is None or since == date.max:
        return Mentions(found=(), since=None, papers=0, until=None)
    later = since + timedelta(days=1)
    every = papers.ask(Query(tree=Everything(), date_from=later, sort=Sort.NEWEST, limit=1))
    versions = sum(_day(papers.outline(one).document) >= later for one in apart)
    found = _found(subject_of(commitment, document, papers), later, {document.id, *apart}, papers)
    best = sorted(found, key=lambda one: -one.score)[:SHOWN]
    return Mentions(
        found=tuple(sorted(best, key=lambda one: _day(one.document), reverse=True)),
        since=since,
        papers=every.total - versions,
        until=_day(papers.outline(every.hits[0].document).document) if every.hits else None,
    )


def _found(subject: Subject, later: date, apart: Collection[str], papers: Papers) -> Iterator[Mention]:
    """The best sentence of each paper that has one."""
    leaves: list[Node] = [Phrase(thing) if len(thing) > 1 else Term(thing[0]) for thing in subject.things]
    leaves += map(Term, subject.rarest(_WORDS))
    if not leaves:
        return
    query = Query(tree=Or(tuple(leaves)), date_from=later, limit=_PAPERS + len(apart), passages=_PASSAGES, works=True)
    for hit in papers.ask(query).hits:
        if hit.document not in apart:
            best = max(_of_paper(hit, subject, papers), key=lambda one: one.score, default=None)
            yield from [best] if best else []


def _of_paper(hit: Hit, subject: Subject, papers: Papers) -> Iterator[Mention]:
    """The best sentence of each passage proposed."""
    outline = papers.outline(hit.document)
    for proposed in hit.passages:
        passage, words = outline.passage(proposed.anchor) or (None, None)
        if passage and words and sum(f" {word} " in words.stems for word in subject.words) >= BESIDE:
            best = _best(passage, topics_at(outline.document, passage.anchor), subject)
            if best:
                cut, (score, reasons) = best
                yield Mention(document=outline.document, passage=passage, quote=cut.text, score=score, reasons=reasons)


def _best(passage: Passage, topics: Collection[str], subject: Subject) -> tuple[_Cut, Scored] | None:
    """The cut for which most speaks; of equals the last, where a paragraph comes to its point, and the shortest."""
    scored = ((cut, _scored(cut, topics, subject)) for cut in _cuts(passage))
    offered = [(cut, worth) for cut, worth in scored if worth]
    return max(offered, key=lambda one: (one[1][0], one[0].end, -len(one[0].text)), default=None)


def _cuts(passage: Passage) -> Iterator[_Cut]:
    """Each sentence with words of progress: alone, and with one or two before it."""
    cuts = quotables(passage)
    for number, cut in enumerate(cuts):
        said = progress(passage.text[cut.start : cut.end])
        for first in range(number, max(number - _BEFORE, 0) - 1, -1) if said else ():
            text = passage.text[cuts[first].start : cut.end]
            around = f"{passage.heading} {_lead_in(passage, cut)} {text}"
            printed = {found.stem: around[found.start : found.end] for found in tokens(around)}
            yield _Cut(text=text, end=cut.end, said=said, words=printed)


def _lead_in(passage: Passage, cut: Quotable) -> str:
    return passage.text[cut.lead_in.start : cut.lead_in.end] if cut.lead_in else ""


def _scored(cut: _Cut, topics: Collection[str], subject: Subject) -> Scored | None:
    """How much speaks for it, and what; ``None`` where that is too little."""
    shared = [word for word in subject.words if word in cut.words]
    share = subject.share(shared)
    things = [thing for thing in subject.things if all(word in cut.words for word in thing)]
    beside = max((set(shared).difference(thing) for thing in things), key=subject.share, default=set(shared))
    is_telling = len(beside) >= BESIDE and subject.share(beside) >= LEAST_BESIDE
    also = {
        "names the date by which it was due": is_telling and subject.is_dated_alike(cut.text),
        "names the same owner": bool(subject.owner) and subject.owner <= cut.words.keys(),
        "is about the same topic": not subject.topics.isdisjoint(topics),
    }
    is_dated, is_owners, is_topics = also.values()
    by_name = bool(things or is_dated) and (share >= WHOLE or (share >= LEAST_NAMED and is_telling))
    enough = LEAST if is_owners or is_topics else WHOLE
    if not by_name and not (share >= enough and len(shared) >= SHARED and is_telling):
        return None
    score = share + 0.2 * bool(things) + 0.2 * is_dated + 0.1 * is_owners + 0.1 * is_topics
    return score, tuple(_reasons(shared, things, cut, [reason for reason, holds in also.items() if holds]))


def _reasons(shared: Sequence[str], things: Sequence[Thing], cut: _Cut, also: Sequence[str]) -> Iterator[str]:
    for thing in things:
        yield f"names {' '.join(cut.words[word] for word in thing)}"
    yield f"has in common: {', '.join(sorted({cut.words[word].casefold() for word in shared}))}"
    yield from also
    yield f"reports: {', '.join(cut.said)}"


def _day(document: Document) -> date:
    return document.date.value if document.date else date.min
