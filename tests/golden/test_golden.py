from __future__ import annotations

import json

import pytest

from tests.golden.papers import PAPERS, as_text, expected_path, produced


@pytest.mark.parametrize("paper", PAPERS)
def test_a_whole_paper_comes_out_as_a_person_checked_it(paper: str) -> None:
    expected = json.loads(expected_path(paper).read_text(encoding="utf-8"))
    assert json.loads(as_text(produced(paper))) == expected
