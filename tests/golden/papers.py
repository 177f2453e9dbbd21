"""Which papers are golden, and what is compared of them?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from indexer.enrich.enrich import enrich
from indexer.index.store import dumps
from indexer.model.as_json import document_json
from indexer.model.document import Document
from indexer.read.reader import read
from indexer.settings import Settings
from indexer.structure.paper import structure
from indexer.vocabulary.load import load

EXPECTED = Path(__file__).parent / "expected"
# Each for what it is the only one, or the hardest, to have.
PAPERS = (
    "2016-06-07-cabinet-sif-inspection-outcome.pdf",  # PDF with a label sheet, running heads, tables
    "2018-11-20-scrutiny-send-written-statement-of-action.pdf",  # tables of wrapped cells over two pages
    "2020-01-21-scrutiny-briefing-exploitation-and-missing.pdf",  # two columns
    "2016-10-11-scrutiny-improvement-plan.docx",  # automatic numbering
    "2022-11-15-scrutiny-send-revisit-and-ehcps.docx",  # content controls
    "2023-11-07-scrutiny-social-work-workforce-revised.docx",  # tracked changes
    "2017-07-11-scrutiny-minutes.html",  # a meeting page of a committee system
    "2020-11-24-scrutiny-minutes-cmis.html",  # minutes in a layout table
    "2022-09-20-scrutiny-minutes.html",  # Word's HTML
    "2017-10-24-corporate-parenting-board-minutes.txt",  # wrapped text
    "2022-06-14-scrutiny-holiday-activities-and-food.md",  # Markdown with typed numbers
)


# Papers of each kind that promises in its own way: minutes, a decision, a report with a tracker, an essay, a report.
PROMISING = (
    "2017-07-11-scrutiny-minutes.html",
    "2023-01-31-cabinet-domestic-abuse-decision-record.html",
    "2025-09-16-scrutiny-ilacs-action-plan-and-neglect.docx",
    "2026-02-25-council-portfolio-holder-statement.md",
    "2021-12-07-cabinet-ilacs-outcome.pdf",
)


def produced(name: str) -> dict[str, Any]:
    """What comes out of the paper now, before enrichment and without what other papers decide; without the file's hash
    and size, which say nothing.
    """
    shown = document_json(_paper(name))
    shown["source"] = {key: shown["source"][key] for key in ("media_type", "read_by")}
    del shown["versions"]
    return shown


def produced_commitments(name: str) -> list[dict[str, Any]]:
    """The commitments of the paper, each with what is known of it but how sure we are and why."""
    found = enrich(_paper(name), load(Settings.from_environment({}).vocabulary)).commitments
    return [
        {key: value for key, value in json.loads(dumps(commitment)).items() if key not in {"score", "cues"}}
        for commitment in found
    ]


def _paper(name: str) -> Document:
    path = Settings.from_environment({}).corpus / name
    return structure(read(path, name), document_id=Path(name).stem, side=None)


def expected_commitments_path(name: str) -> Path:
    return EXPECTED / "commitments" / f"{Path(name).stem}.json"


def expected_path(name: str) -> Path:
    return EXPECTED / f"{Path(name).stem}.json"


def as_text(shown: dict[str, Any] | list[dict[str, Any]]) -> str:
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
