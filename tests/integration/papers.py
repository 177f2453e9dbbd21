"""Which two papers are built again and again, and what does an index of them hold?"""

from __future__ import annotations

from pathlib import Path

from indexer.catalogue import Catalogue
from indexer.index.home import Home
from indexer.model.as_json import document_json, search_json
from indexer.model.search import SearchRequest
from indexer.settings import Settings

ROOT = Path(__file__).parents[2]
NEGLECT = """Children's Scrutiny Committee

23rd September 2025

Neglect in Hollin Bank

Portfolio: Councillor Ash - Children's Services

1. Aim

1.1 To tell the committee how neglect is met in Hollin Bank.

2. Report detail

2.1 Neglect stands behind half of all child protection plans. The neglect subgroup meets every month.

2.2 A neglect screening tool is to be developed by March 2026.
"""
BUDGET = """Cabinet

4 March 2024

Placement costs

1. Purpose

1.1 This report sets out what placements cost.
"""


def everything(settings: Settings) -> tuple[dict[str, object], list[dict[str, object]]]:
    """All that a reader can see of an index."""
    catalogue = Catalogue.open(settings)
    results = search_json(catalogue.search(SearchRequest(query="neglect OR placements OR committee")))
    ids = [document["id"] for document in results["documents"]]
    return results | {"took_ms": 0}, [document_json(catalogue.document(document)) for document in ids]


def papers_read(settings: Settings) -> set[tuple[str, int]]:
    return {(path.name, path.stat().st_mtime_ns) for path in Home(settings.home).papers.iterdir()}
