"""Papers that promise something, gathered as an index gathers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from indexer.index.store import Outline
from indexer.model.document import Basis, Document, Fact, Kind
from indexer.model.register import Ruling, RulingKind, Status
from indexer.register.gathered import Gathered, gather
from indexer.register.register import Register
from tests.promises import promised
from tests.unit.versions.papers import paper

TODAY = date(2025, 6, 1)


def report(name: str, text: Sequence[str], day: date | None = date(2025, 1, 14), **facts: Any) -> Document:
    """A paper of a committee, with a paragraph for each of ``text``, each of which is a commitment."""
    document = replace(
        paper(name, text, title=f"Report {name}", kind=facts.pop("kind", Kind.COMMITTEE_REPORT)),
        date=Fact(value=day, basis=Basis.STATED, where="line") if day else None,
        year=Fact(value=day.year, basis=Basis.STATED, where="date") if day else None,
        municipal_year=Fact(value="2024/25", basis=Basis.INFERRED, where="date") if day else None,
        committee=Fact(value="Children's Scrutiny Committee", basis=Basis.STATED, where="line"),
        committee_id="childrens-scrutiny",
        portfolio_id="childrens-services",
    )
    promises = facts.pop("promises", None)
    document = replace(document, **facts)
    quotes = text if promises is None else [one for one, _ in promises]
    more: Sequence[dict[str, Any]] = [{}] * len(quotes) if promises is None else [said for _, said in promises]
    return replace(
        document,
        commitments=tuple(
            promised(document, quote, f"{name}-{number}", **said)
            for number, (quote, said) in enumerate(zip(quotes, more, strict=True), start=1)
        ),
    )


def gathered(*documents: Document, relatives: dict[str, set[str]] | None = None) -> tuple[Gathered, ...]:
    """What the papers promise; ``relatives`` are the ids of each one's versions."""
    related: Callable[[str], frozenset[str]] = lambda document: frozenset((relatives or {}).get(document, ()))  # noqa: E731
    outlines = [Outline(Outline.of(document)) for document in documents]
    return gather(outlines, related, lambda _: "Children's scrutiny")


def register(*documents: Document, rulings: Sequence[Ruling] = (), today: date = TODAY) -> Register:
    return Register(gathered(*documents), rulings, today)


def ruling(commitment: str, kind: RulingKind, day: int = 1, **facts: Any) -> Ruling:
    """What Jo Field decided on a day of May 2025."""
    made = {
        "commitment": commitment,
        "quote": "",
        "kind": kind,
        "when": datetime(2025, 5, day, 10, 0, tzinfo=UTC),
        "who": "Jo Field",
        **facts,
    }
    return Ruling(**made)


def reported(commitment: str, status: Status, day: int = 1, **facts: Any) -> Ruling:
    """That a paragraph reports a status."""
    evidence = {"document": "later", "anchor": "para-1", **facts}
    return ruling(commitment, RulingKind.STATUS, day, status=status, **evidence)
