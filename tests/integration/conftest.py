"""A folder of two papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.papers import BUDGET, NEGLECT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "neglect.txt").write_text(NEGLECT)
    (folder / "budget.txt").write_text(BUDGET)
    return folder
