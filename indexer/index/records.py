"""What does an engine keep of a document? Its words, its facet values, its date."""

from __future__ import annotations

from indexer.model.document import Document, Passage
from indexer.model.query import DocumentRecord, Facet, PassageRecord
from indexer.text.words import stems


def record(document: Document) -> DocumentRecord:
    """The record of ``document``; a paper without passages gets an empty one, so that its title is found."""
    passages = tuple(_passage(passage) for passage in document.passages())
    return DocumentRecord(
        id=document.id,
        title=stems(document.title.value),
        passages=passages or (PassageRecord(anchor="", heading=(), text=()),),
        date=document.date.value if document.date else None,
        facets={facet: values for facet, values in _facets(document).items() if values},
    )


def _passage(passage: Passage) -> PassageRecord:
    """A table row is found by its column heads too: they stand with the heading."""
    heading = " ".join((passage.heading, *passage.columns))
    return PassageRecord(anchor=passage.anchor, heading=stems(heading), text=stems(passage.text))


def _facets(document: Document) -> dict[Facet, tuple[str, ...]]:
    return {
        Facet.YEAR: (str(document.year.value),) if document.year else (),
        Facet.MUNICIPAL_YEAR: (document.municipal_year.value,) if document.municipal_year else (),
        Facet.PORTFOLIO: (document.portfolio_id,) if document.portfolio_id else (),
        Facet.TOPIC: tuple(match.topic for match in document.topics),
        Facet.TYPE: (document.kind.value.value,),
        Facet.COMMITTEE: (document.committee_id,) if document.committee_id else (),
    }
