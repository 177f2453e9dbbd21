"""Which papers are golden, and what is compared of them?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from indexer.model.as_json import document_json
from indexer.read.reader import read
from indexer.settings import Settings
from indexer.structure.paper import structure

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


def produced(name: str) -> dict[str, Any]:
    """What comes out of the paper now, before enrichment and without what other papers decide; without the file's hash
    and size, which say nothing.
    """
    document = structure(
        read(Settings.from_environment({}).corpus / name, name), document_id=Path(name).stem, side=None
    )
    shown = document_json(document)
    shown["source"] = {key: shown["source"][key] for key in ("media_type", "read_by")}
    del shown["versions"]
    return shown


def expected_path(name: str) -> Path:
    return EXPECTED / f"{Path(name).stem}.json"


def as_text(shown: dict[str, Any]) -> str:
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
