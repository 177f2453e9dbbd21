"""``python -m tests.golden.accept`` writes what comes out now as what must come out; look at the difference first."""

from __future__ import annotations

from tests.golden.papers import EXPECTED, PAPERS, as_text, expected_path, produced

if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for paper in PAPERS:
        expected_path(paper).write_text(as_text(produced(paper)), encoding="utf-8")
