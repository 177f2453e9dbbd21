"""What do other programs get of an answer?"""

from __future__ import annotations

from typing import Any

from indexer.model.answer import Answer, Quotation
from indexer.model.as_json import paragraph_json, summary_json

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """The quotations that answer; or why there are none, with the nearest passages, which do not."""
    searched = answer.searched
    return {
        "question": answer.request.query,
        "kind": answer.kind.value,
        "answered": bool(answer.answers),
        "reason": answer.reason,
        "changed": answer.changed,
        "notices": list(answer.notices),
        "answers": [_quotation(one) for one in answer.answers],
        "nearest": [_quotation(one) for one in answer.nearest],
        "searched": {
            "documents": searched.documents,
            "from": searched.first.isoformat() if searched.first else None,
            "to": searched.last.isoformat() if searched.last else None,
        },
        "took_ms": round(answer.took_ms, 1),
    }


def _quotation(one: Quotation) -> Json:
    lead_in = one.lead_in
    return {
        "text": one.answering,
        "quote": one.quoted,
        "lead_in": one.passage.text[lead_in.start : lead_in.end] if lead_in else None,
        "confidence": round(one.confidence, 4),
        "document": summary_json(one.document),
        "paragraph": {
            **paragraph_json(one.document.id, one.passage),
            "columns": list(one.passage.columns),
        },
    }
