"""What does an engine keep of a document? Its words, its facet values, its date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from indexer.model.document import Document, Passage
from indexer.model.query import DocumentRecord, Facet, PassageRecord
from indexer.text.words import analysed


def record(
    document: Document,
    *,
    work: str | None = None,
    copied: Collection[str] = (),
    procedure: Mapping[str, str] = MappingProxyType({}),
) -> DocumentRecord:
    """The record of ``document``; a paper without passages gets an empty one, so that its title is found.

    ``work`` is shared by its versions. The passages at the anchors ``copied`` stand word for word in a paper of their
    own: their words are found there, and not a second time here. Those at the anchors of ``procedure`` are found by
    their headings and the words given there, and not by the rest of their text.
    """
    title, title_forms = analysed(document.title.value)
    return DocumentRecord(
        id=document.id,
        title=title,
        passages=tuple(_passages(document, copied, procedure)),
        date=document.date.value if document.date else None,
        facets={facet: values for facet, values in _facets(document).items() if values},
        title_forms=title_forms,
        work=work,
    )


def _passages(document: Document, copied: Collection[str], procedure: Mapping[str, str]) -> Iterator[PassageRecord]:
    """Every passage; a heading with nothing under it but subheadings is found with the passage that comes next."""
    waiting: list[str] = []
    found = False
    for section in document.walk():
        passages = list(section.passages())
        for passage in passages:
            if passage.anchor in copied:
                yield PassageRecord(anchor=passage.anchor, heading=(), text=())
            else:
                yield _passage(passage, waiting, procedure.get(passage.anchor, passage.text))
            waiting, found = [], True
        if not passages:
            waiting.append(section.heading)
    if waiting or not found:
        heading, heading_forms = analysed(" ".join(waiting))
        yield PassageRecord(anchor="", heading=heading, text=(), heading_forms=heading_forms)


def _passage(passage: Passage, headings_above: Sequence[str], found_by: str) -> PassageRecord:
    """A paragraph is found by its number too, a table row by its column heads and its table's caption."""
    parts = (*headings_above, passage.heading, passage.number or "", passage.caption or "", *passage.columns)
    heading, heading_forms = analysed(" ".join(parts))
    text, text_forms = analysed(found_by)
    return PassageRecord(
        anchor=passage.anchor, heading=heading, text=text, heading_forms=heading_forms, text_forms=text_forms
    )


def _facets(document: Document) -> dict[Facet, tuple[str, ...]]:
    return {
        Facet.YEAR: (str(document.year.value),) if document.year else (),
        Facet.MUNICIPAL_YEAR: (document.municipal_year.value,) if document.municipal_year else (),
        Facet.PORTFOLIO: (document.portfolio_id,) if document.portfolio_id else (),
        Facet.TOPIC: tuple(match.topic for match in document.topics),
        Facet.TYPE: (document.kind.value.value,),
        Facet.COMMITTEE: (document.committee_id,) if document.committee_id else (),
    }
