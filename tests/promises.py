"""Papers with commitments whose words a test chooses, whatever the finder would make of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from indexer.index.home import Home
from indexer.index.store import DocumentStore, Manifest
from indexer.model.commitment import Commitment, CommitmentKind, Due, DuePrecision
from indexer.model.document import Document
from indexer.settings import Settings


def promised(document: Document, quote: str, identifier: str | None = None, **facts: Any) -> Commitment:
    """The commitment that ``quote``, words of ``document``, is."""
    passage = next(passage for passage in document.passages() if quote in passage.text)
    start = passage.text.index(quote)
    return Commitment(
        **{
            "id": identifier or f"c-{document.id}-{start}-{passage.anchor}",
            "anchor": passage.anchor,
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            "action": quote.rstrip(". "),
            "kind": CommitmentKind.PLAN,
            **facts,
        }
    )


def due(first: date, last: date | None = None, text: str | None = None) -> Due:
    """Due from ``first`` to ``last``; of a single day, on it."""
    return Due(
        text=text or f"by {first.day} {first:%B} {first.year}",
        precision=DuePrecision.SPAN if last else DuePrecision.DAY,
        stated=True,
        first=first,
        last=last or first,
    )


def put(settings: Settings, promises: Mapping[str, Sequence[Commitment]]) -> None:
    """Makes the index of ``settings`` hold these commitments and no others, by the id of their paper."""
    generation = Home(settings.home).current()
    assert generation is not None
    store, manifest = DocumentStore(generation), Manifest.load(generation)
    files = []
    for entry in manifest.files:
        if entry.document:
            own = tuple(promises.get(entry.document, ()))
            store.put(replace(store.get(entry.document), commitments=own), store.sketch(entry.document))
            files.append(replace(entry, commitments=len(own)))
        else:
            files.append(entry)
    replace(manifest, files=tuple(files)).save(generation)


def paper_of(settings: Settings, document: str) -> Document:
    """A paper of the index of ``settings``."""
    generation = Home(settings.home).current()
    assert generation is not None
    return DocumentStore(generation).get(document)
