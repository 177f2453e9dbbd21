"""Who wrote this paper, which committee had it, when? Answered where the paper says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.answer.candidates import LOOKED_INTO, Papers, Sought
from indexer.answer.retrieve import Meant, sought
from indexer.answer.wants import PaperFact
from indexer.model.answer import Quotation
from indexer.model.document import Document, Passage
from indexer.model.query import PassageQuery
from indexer.model.search import SearchRequest, Span
from indexer.search.search import Outline
from indexer.text.dates import dates
from indexer.text.words import stems

# The title and headings must name what the question is about, but for a fifth: "the 2024 report on fostering and
# kinship".
_NAMED = 0.8
# Papers name their authors elsewhere too, as those who will do things.
_WROTE = re.compile(
    r"\b(?:authors?|written|prepared|drafted|produced|presented|report (?:by|of)|contacts?|lead officers?)\b|^from:",
    re.IGNORECASE,
)
_CERTAIN = 0.9  # the paper was told by its title and the fact is one it states; only the title may mislead


def about_paper(meaning: Meant, request: SearchRequest, papers: Papers) -> list[Quotation]:
    """The fact asked for, of each paper whose title names what the question is about, where the paper prints it."""
    fact, wanted = meaning.question.about, sought(meaning, papers)
    query = PassageQuery(
        leaves=meaning.leaves,
        filters=request.filters,
        date_from=request.date_from,
        date_to=request.date_to,
        limit=4 * LOOKED_INTO,
    )
    documents = dict.fromkeys(found.document for found in papers.best(query))
    named = [(named_share(wanted, papers.outline(one).document), one) for one in documents]
    best = max((share for share, _ in named), default=0.0)
    if fact is None or best < _NAMED:
        return []
    quotations = (_printed(fact, papers.outline(one)) for share, one in named if share >= best - 1e-9)
    return [one for one in quotations if one]


def named_share(wanted: Sought, document: Document) -> float:
    """How much of the question the title, the kind, the committee and the date of a paper are."""
    title = stems(document.title.value)
    dated = stems(f"{document.date.value:%B} {document.date.value.year}") if document.date else ()
    kind = stems(document.kind.value.value)
    committee = stems(document.committee.value) if document.committee else ()
    return wanted.worth.share(wanted.matched((*title, *kind)) | wanted.words.intersection((*dated, *committee)))


def _printed(fact: PaperFact, outline: Outline) -> Quotation | None:
    """The place where the paper prints the fact; ``None`` where it does not."""
    for passage in _passages(outline):
        if place := next(_PLACES[fact](outline.document, passage.text), None):
            return Quotation(
                document=outline.document,
                passage=passage,
                quote=Span(start=0, end=len(passage.text)),
                words=place,
                confidence=_CERTAIN,
            )
    return None


def _author(document: Document, text: str) -> Iterator[Span]:
    """Where the paper says who wrote it: after "report author" and the like, or in a line of the name and the post."""
    for author in document.authors:
        name = _whole(author.name)
        if re.match(rf"{name}(?=,| \(|$)", text) or _WROTE.search(text):
            yield from _found(name, text)


def _committee(document: Document, text: str) -> Iterator[Span]:
    if document.committee:
        for printed in (document.committee.value, document.committee.value.upper()):
            yield from _found(rf"{_whole(printed)}(?! (?:Members?|House|Tax)\b)", text)


def _date(document: Document, text: str) -> Iterator[Span]:
    day = document.date.value if document.date else None
    return (Span(start=one.start, end=one.end) for one in dates(text) if one.first == one.last == day)


_PLACES = {PaperFact.AUTHOR: _author, PaperFact.COMMITTEE: _committee, PaperFact.DATE: _date}


def _whole(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _found(pattern: str, text: str) -> Iterator[Span]:
    return (Span(start=found.start(), end=found.end()) for found in re.finditer(pattern, text))


def _passages(outline: Outline) -> Iterator[Passage]:
    for anchor in outline.anchors:
        kept = outline.passage(anchor)
        if kept:
            yield kept[0]
