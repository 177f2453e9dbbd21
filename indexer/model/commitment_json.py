"""What do other programs get of a commitment as its paper has it?"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from indexer.model.commitment import Commitment, Due

Json = dict[str, Any]


def commitment_url(commitment: str) -> str:
    """The web address of a commitment, as a path."""
    return f"/commitments/{quote(commitment, safe='')}"


def commitment_json(commitment: Commitment) -> Json:
    """The owner is the post where it is known, since posts stay; as printed it is beside that."""
    return {
        "id": commitment.id,
        "quote": commitment.quote,
        "action": commitment.action,
        "kind": commitment.kind.value,
        "firm": commitment.kind.is_firm,
        "lead_in": commitment.lead_in,
        "owner": commitment.role or commitment.owner,
        "owner_printed": commitment.owner,
        "owner_stated": commitment.owner_stated,
        "partners": list(commitment.partners),
        "due": due_json(commitment.due),
        "checkable": commitment.checkable,
        "topics": list(commitment.topics),
        "anchor": commitment.anchor,
        "refers_to": commitment.refers_to.isoformat() if commitment.refers_to else None,
        "score": round(commitment.score, 4),
        "cues": list(commitment.cues),
        "url": commitment_url(commitment.id),
    }


def due_json(due: Due | None) -> Json | None:
    if due is None:
        return None
    return {
        "text": due.text,
        "from": due.first.isoformat() if due.first else None,
        "to": due.last.isoformat() if due.last else None,
        "precision": due.precision.value,
        "stated": due.stated,
    }
