"""``python -m tests.golden.accept`` writes what comes out now as what must come out; look at the difference first."""

from __future__ import annotations

from tests.golden.papers import (
    PAPERS,
    PROMISING,
    as_text,
    expected_commitments_path,
    expected_path,
    produced,
    produced_commitments,
)

if __name__ == "__main__":
    for paper in PAPERS:
        expected_path(paper).write_text(as_text(produced(paper)), encoding="utf-8")
    for paper in PROMISING:
        expected_commitments_path(paper).write_text(as_text(produced_commitments(paper)), encoding="utf-8")
