"""How do several segments become one? Their columns are put one after another, without what was deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.index.engines.whoosh.columns import (
    FIELDS,
    LENGTH_BITS,
    Array,
    Columns,
    FieldColumns,
    Postings,
    Strings,
)
from indexer.index.ranking import TITLES


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of which those documents are wanted that ``kept`` says: bool (documents,)."""

    columns: Columns
    kept: Array

    @classmethod
    def of(cls, columns: Columns, deleted: Iterable[int]) -> Part:
        """All documents but those whose passages are ``deleted``."""
        kept = np.ones(len(columns.dates), bool)
        kept[columns.owners[np.fromiter(deleted, np.int64)]] = False
        return cls(columns, kept)


def merge(parts: Sequence[Part]) -> Columns:
    """The columns of all documents that are kept, in the order of the parts."""
    owned = [part.kept[part.columns.owners] for part in parts]
    documents = _numbers([part.kept for part in parts])
    passages = _numbers(owned)
    sizes = np.concatenate([np.diff(part.columns.first)[part.kept] for part in parts])
    first = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
    values, value_starts, value_documents = _values(parts, documents)
    return Columns(
        documents=_chosen([part.columns.documents for part in parts], [part.kept for part in parts]),
        first=first,
        dates=np.concatenate([part.columns.dates[part.kept] for part in parts]),
        owners=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
        anchors=_chosen([part.columns.anchors for part in parts], owned),
        values=values,
        value_starts=value_starts,
        value_documents=value_documents,
        fields={
            name: FieldColumns.of(
                _postings([part.columns.fields[name] for part in parts], documents, sizes)
                if name in TITLES
                else _postings([part.columns.fields[name] for part in parts], passages, None)
            )
            for name in FIELDS
        },
    )


def _numbers(kept: Sequence[Array]) -> list[Array]:
    """For each part the new number of everything old in it, -1 for what is not kept: int64 (old,)."""
    bases = np.cumsum([0, *(int(part.sum()) for part in kept)])
    return [np.where(part, np.cumsum(part) - 1 + base, -1) for part, base in zip(kept, bases, strict=False)]


def _chosen(parts: Sequence[Strings], kept: Sequence[Array]) -> Strings:
    return Strings.of(
        string
        for part, wanted in zip(parts, kept, strict=True)
        for string, keep in zip(part, wanted, strict=True)
        if keep
    )


def _values(parts: Sequence[Part], documents: Sequence[Array]) -> tuple[tuple[tuple[str, str], ...], Array, Array]:
    """``Columns.values``, ``value_starts`` and ``value_documents``; values that nobody bears any more are gone."""
    known = sorted({value for part in parts for value in part.columns.values})
    places = {value: place for place, value in enumerate(known)}
    borne, bearers = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part, numbers in zip(parts, documents, strict=True):
        renamed = np.array([places[value] for value in part.columns.values], np.int64)
        bearer = numbers[part.columns.value_documents]
        borne.append(np.repeat(renamed, np.diff(part.columns.value_starts))[bearer >= 0])
        bearers.append(bearer[bearer >= 0])
    value, document = np.concatenate(borne), np.concatenate(bearers)
    order = np.lexsort((document, value))
    counts = np.bincount(value, minlength=len(known))
    values = tuple(pair for pair, count in zip(known, counts.tolist(), strict=True) if count)
    starts = np.concatenate(([0], np.cumsum(counts[counts > 0])))
    return values, starts, document[order].astype(np.int32)


def _postings(fields: Sequence[FieldColumns], numbers: Sequence[Array], sizes: Array | None) -> Postings:
    """The postings of one field of all parts. ``numbers`` renames holders; ``sizes`` are the passages that each new
    holder stands for, when it is not one.
    """
    words = sorted(set[bytes]().union(*(field.words for field in fields)))
    ranks = {word: rank for rank, word in enumerate(words)}
    found = [_Renamed.of(field, ranks, holders) for field, holders in zip(fields, numbers, strict=True)]
    word = np.concatenate([part.words for part in found])
    order = np.argsort(word, kind="stable")
    times = np.concatenate([part.times for part in found])
    holders = np.concatenate([part.holders for part in found])
    used, counts = np.unique(word, return_counts=True)
    return Postings(
        words=Strings.of(words[rank] for rank in used.tolist()),
        starts=np.concatenate(([0], np.cumsum(counts))),
        holders=holders[order],
        times=times[order],
        positions=_runs(np.concatenate([part.positions for part in found]), times, order),
        lengths=np.concatenate([field.lengths[new >= 0] for field, new in zip(fields, numbers, strict=True)]),
        total=int((times if sizes is None else times * sizes[holders]).sum()),
    )


@dataclass(frozen=True, slots=True)
class _Renamed:
    """The kept postings of one part under their new names: ``words``, ``holders`` and ``times`` are (postings,)."""

    words: Array
    holders: Array
    times: Array
    positions: Array

    @classmethod
    def of(cls, field: FieldColumns, ranks: dict[bytes, int], numbers: Array) -> _Renamed:
        renamed = np.array([ranks[word] for word in field.words], np.int64)
        words = np.repeat(renamed, np.diff(field.starts))
        holders = numbers[field.holders]
        times = (field.weights >> LENGTH_BITS).astype(np.int64)
        positions = field.positions
        kept = holders >= 0
        if not kept.all():
            positions = positions[np.repeat(kept, times)]
            words, holders, times = words[kept], holders[kept], times[kept]
        return cls(words, holders, times, positions)


def _runs(items: Array, lengths: Array, order: Array) -> Array:
    """``items`` are runs of these lengths; the same runs in another order."""
    starts = np.cumsum(lengths) - lengths
    chosen = lengths[order]
    ends = np.cumsum(chosen)
    return items[np.repeat(starts[order] - ends + chosen, chosen) + np.arange(len(items))]
