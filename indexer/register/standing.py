"""How does a commitment stand, by what people decided and by the first date ever given for it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.model.commitment import Due
from indexer.model.register import Ruling, RulingKind, Status, Timing

# What is due within two ordinary cycles of a committee (about a month each, with the time that papers need before a
# meeting) has to be in the papers that are being written now.
SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What people's decisions about one commitment come to; the latest about anything counts."""

    status: Status = Status.STATED
    is_commitment: bool | None = None


def standing(rulings: Iterable[Ruling]) -> Standing:
    """What ``rulings`` about one commitment, the oldest first, come to.

    A status counts as long as nobody said later that its paragraph is not about the commitment.
    """
    is_commitment: bool | None = None
    statuses: list[Ruling] = []
    for ruling in rulings:
        if ruling.kind is RulingKind.STATUS:
            statuses.append(ruling)
        elif ruling.evidence is None:
            is_commitment = ruling.kind is RulingKind.CONFIRM
        elif ruling.kind is RulingKind.DISMISS:
            statuses = [one for one in statuses if one.evidence != ruling.evidence]
    status = statuses[-1].status if statuses else None
    return Standing(status=status or Status.STATED, is_commitment=is_commitment)


def confirmed(rulings: Iterable[Ruling], document: str, anchor: str) -> bool | None:
    """Whether a person said that the passage is about the commitment; ``None`` where nobody said anything of it."""
    said = None
    for ruling in rulings:
        if ruling.evidence == (document, anchor):
            said = ruling.kind is not RulingKind.DISMISS
    return said


def timing(due: Due | None, status: Status, today: date) -> Timing:
    """How a commitment that is ``due`` stands to ``today``: the whole time within which it is due must be over."""
    if not status.is_open:
        return Timing.CLOSED
    if due is None or due.last is None:
        return Timing.UNDATED
    if due.last < today:
        return Timing.OVERDUE
    return Timing.DUE_SOON if due.last - today <= SOON else Timing.LATER
