"""What kind of paper is it, and how is it arranged? From what the file says to a ``Document``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from indexer.model.document import Basis, Document, Exemption, Fact
from indexer.model.problem import Problem, Severity
from indexer.model.raw import RawDocument
from indexer.structure.exemption import exemption
from indexer.structure.front.authors import authors
from indexer.structure.front.background import background_papers
from indexer.structure.front.chair import chair
from indexer.structure.front.meeting import meeting
from indexer.structure.front.portfolio import portfolio, related_portfolios, wards
from indexer.structure.front.title import title
from indexer.structure.kinds import kind
from indexer.structure.layout import layout, texts
from indexer.structure.sections import arrange
from indexer.structure.side import SideFacts
from indexer.structure.timing import timing


def structure(raw: RawDocument, *, document_id: str, side: SideFacts | None) -> Document:
    """The paper in ``raw``, with what ``side`` gives in the place of what the paper says.

    Pure: the same input, the same paper.
    """
    laid = layout(raw)
    met = meeting(laid)
    named = title(laid, met)
    times = timing(met, laid.path, texts(laid.elements[laid.sheet_end :]), side)
    area, holder = portfolio(laid)
    found = exemption(laid, named.fact.value)
    sort = kind(laid, named.fact.value, met)
    document = Document(
        id=document_id,
        source=raw.source,
        title=named.fact,
        kind=sort,
        exemption=found.fact,
        sections=arrange(laid, title=named.index),
        committee=met.committee,
        meeting_date=times.meeting_date,
        date=times.date,
        year=times.year,
        municipal_year=times.municipal_year,
        item=met.item,
        portfolio=area,
        portfolio_holder=holder,
        chair=chair(laid, sort.value),
        related_portfolios=related_portfolios(laid),
        wards=wards(laid),
        authors=authors(laid),
        background_papers=background_papers(laid),
        problems=raw.problems,
    )
    return _with_notice(_corrected(document, side), found.doubt)


# The facts that a side file may put in the place of the paper's own; its dates are for ``timing``.
_CORRECTABLE = (
    "title", "kind", "committee", "item", "portfolio", "portfolio_holder", "chair", "related_portfolios", "wards"
)  # fmt: skip


def _corrected(document: Document, side: SideFacts | None) -> Document:
    if side is None:
        return document
    given: dict[str, Any] = {
        name: Fact(value=value, basis=Basis.GIVEN, where=side.where)
        for name in _CORRECTABLE
        if (value := getattr(side, name)) is not None
    }
    given |= {name: value for name in ("authors", "background_papers") if (value := getattr(side, name)) is not None}
    if side.exempt is not None:
        value = Exemption.MARKED if side.exempt else Exemption.OPEN
        given["exemption"] = Fact(value=value, basis=Basis.GIVEN, where=side.where)
    if side.url is not None:
        given["source"] = replace(document.source, url=side.url)
    return replace(document, **given, problems=document.problems + side.problems)


def _with_notice(document: Document, doubt: str | None) -> Document:
    """Where the words leave it open whether the paper is exempt, a person is asked to look."""
    if document.exemption.value is not Exemption.UNCLEAR or doubt is None:
        return document
    notice = Problem(
        severity=Severity.NOTICE,
        where=document.source.path,
        message=doubt,
        hint="Read it, and write exempt = true or exempt = false into its side file.",
    )
    return replace(document, problems=(*document.problems, notice))
