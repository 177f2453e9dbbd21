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
from indexer.text.words import stems

# The title and headings must name what the question is about, but for a fifth: "the 2024 report on fostering and
# kinship".
_NAMED = 0.8
_CERTAIN = 0.9  # the paper was told by its title and the fact is one it states; only the title may mislead


def about_paper(meaning: Meant, request: SearchRequest, papers: Papers) -> list[Quotation]:
    """The fact asked for, of each paper whose title names what the question is about, where the paper prints it."""
    wanted = sought(meaning, papers)
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
    if best < _NAMED:
        return []
    quotations = (
        _printed(meaning.question.about or "", papers.outline(one)) for share, one in named if share >= best - 1e-9
    )
    return [one for one in quotations if one]


def named_share(wanted: Sought, document: Document) -> float:
    """How much of the question the title and the date of a paper are."""
    title = stems(document.title.value)
    dated = stems(f"{document.date.value:%B} {document.date.value.year}") if document.date else ()
    kind = stems(document.kind.value.value)
    return wanted.worth.share(wanted.matched((*title, *kind)) | (wanted.words & frozenset(dated)))


def _printed(fact: str, outline: Outline) -> Quotation | None:
    """The place where the paper prints the fact; ``None`` where it does not."""
    values = list(_values(fact, outline.document))
    for passage in _passages(outline):
        for value in values:
            printed = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", passage.text)  # 1 May, and not that of 21 May
            if printed:
                return Quotation(
                    document=outline.document,
                    passage=passage,
                    quote=Span(start=0, end=len(passage.text)),
                    words=Span(start=printed.start(), end=printed.end()),
                    confidence=_CERTAIN,
                )
    return None


def _values(fact: str, document: Document) -> Iterator[str]:
    """How the paper may print the fact, the surest form first."""
    if fact == PaperFact.AUTHOR:
        yield from (author.name for author in document.authors)
    elif fact == PaperFact.COMMITTEE and document.committee:
        yield document.committee.value
        yield document.committee.value.upper()
    elif fact == PaperFact.DATE and document.date:
        day = document.date.value
        for ending in ("", "st", "nd", "rd", "th"):
            yield f"{day.day}{ending} {day:%B} {day.year}"
        yield f"{day:%d/%m/%Y}"


def _passages(outline: Outline) -> Iterator[Passage]:
    for anchor in outline.anchors:
        kept = outline.passage(anchor)
        if kept:
            yield kept[0]
