"""``python -m tests.golden.accept`` writes what comes out now as what must come out; look at the difference first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.judgements.table import ASKED_ON
from indexer.settings import Settings
from tests.golden.papers import (
    PAPERS,
    PROMISING,
    as_text,
    expected_commitments_path,
    expected_path,
    produced,
    produced_commitments,
)
from tests.golden.register import EXPECTED_REGISTER, produced_register

if __name__ == "__main__":
    for paper in PAPERS:
        expected_path(paper).write_text(as_text(produced(paper)), encoding="utf-8")
    for paper in PROMISING:
        expected_commitments_path(paper).write_text(as_text(produced_commitments(paper)), encoding="utf-8")
    with TemporaryDirectory() as folder:
        settings = replace(Settings.from_environment({}), home=Path(folder))
        build((), settings, now=datetime.combine(ASKED_ON, time(), UTC), progress=lambda *_: None)
        EXPECTED_REGISTER.write_text(produced_register(Catalogue.open(settings)), encoding="utf-8")
