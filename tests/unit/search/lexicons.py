"""Lexicons of a few words, over a real engine."""

from __future__ import annotations

from indexer.index.engines.memory import MemoryEngine
from indexer.model.query import DocumentRecord, PassageRecord
from indexer.search.lexicon import Lexicon
from indexer.text.words import forms, stems


def engine_of(*passages: str) -> MemoryEngine:
    """An engine in which each passage is a paper of its own: "0", "1" and so on."""
    engine = MemoryEngine()
    engine.write(
        (),
        [
            DocumentRecord(
                id=str(number),
                title=(),
                passages=(
                    PassageRecord(anchor="p", heading=(), text=stems(text), heading_forms=(), text_forms=forms(text)),
                ),
            )
            for number, text in enumerate(passages)
        ],
    )
    return engine


def lexicon_of(*passages: str) -> Lexicon:
    return Lexicon(engine_of(*passages))
