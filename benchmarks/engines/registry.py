"""Which engines are there, here? Those whose library cannot be imported are left out, with a word about it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from benchmarks.engines.peer import Peer

_PLACES = {
    "ours": "ours:Ours",
    "tantivy": "tantivy:Tantivy",
    "tantivy+documents": "tantivy:TantivyDocuments",
    "xapian": "xapian:Xapian",
    "sqlite-fts5": "sqlite:Sqlite",
    "whoosh": "stock_whoosh:StockWhoosh",
}
BASELINE = "tantivy"  # what ratios are to
NAMES = tuple(_PLACES)


def engine(name: str) -> type[Peer]:
    """Raises ``ImportError`` when its library is not installed."""
    module, _, kind = _PLACES[name].partition(":")
    found: type[Peer] = getattr(import_module(f"benchmarks.engines.{module}"), kind)
    return found


def available(names: Sequence[str]) -> list[str]:
    """Those of ``names`` whose library is installed."""
    found = []
    for name in names:
        try:
            engine(name)
        except ImportError as error:
            print(f"{name} is left out: {error}.", file=sys.stderr)
        else:
            found.append(name)
    return found
