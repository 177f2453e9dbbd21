"""What is found in a text of a few paragraphs, as a paper of some kind."""

from __future__ import annotations

from datetime import date

from indexer.enrich.commitments.find import find_commitments
from indexer.model.commitment import Commitment
from indexer.model.document import Kind
from tests.unit.enrich.papers import Rows, paper

DAY = date(2025, 9, 23)  # a Tuesday


def found_in(
    *texts: str | Rows, kind: Kind = Kind.COMMITTEE_REPORT, heading: str = "Progress", day: date | None = DAY
) -> tuple[Commitment, ...]:
    return find_commitments(paper("A paper", {heading: texts}, kind=kind, day=day))


def in_minutes(*texts: str | Rows, heading: str = "Early help") -> tuple[Commitment, ...]:
    return found_in(*texts, kind=Kind.MINUTES, heading=heading)
