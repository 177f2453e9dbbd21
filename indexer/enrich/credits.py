"""Whom does a paper name in a role, and what does a list say of the paper?"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.model.document import Basis, Document
from indexer.model.person import Credits, PersonRole, RoleKind


def credits_of(document: Document) -> Credits:
    """Whom ``document`` names, and what a list says of it."""
    return Credits(
        document=document.id,
        title=document.title.value,
        committee=document.committee.value if document.committee else None,
        date=document.date.value if document.date else None,
        year=document.year.value if document.year else None,
        is_year_inferred=document.year is not None and document.year.basis is Basis.INFERRED,
        roles=tuple(_roles(document)),
    )


def _roles(document: Document) -> Iterator[PersonRole]:
    if document.portfolio_holder:
        yield PersonRole(
            name=document.portfolio_holder.value,
            kind=RoleKind.PORTFOLIO_HOLDER,
            of=document.portfolio.value if document.portfolio else None,
            of_id=document.portfolio_id,
        )
    if document.chair:
        yield PersonRole(
            name=document.chair.value,
            kind=RoleKind.CHAIR,
            of=document.committee.value if document.committee else None,
            of_id=document.committee_id,
        )
    for author in document.authors:
        yield PersonRole(name=author.name, kind=RoleKind.AUTHOR, of=author.role)
