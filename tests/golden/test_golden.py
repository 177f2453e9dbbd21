from __future__ import annotations

import json

import pytest

from indexer.catalogue import Catalogue
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


@pytest.mark.parametrize("paper", PAPERS)
def test_a_whole_paper_comes_out_as_a_person_checked_it(paper: str) -> None:
    expected = json.loads(expected_path(paper).read_text(encoding="utf-8"))
    assert json.loads(as_text(produced(paper))) == expected


@pytest.mark.parametrize("paper", PROMISING)
def test_the_commitments_of_a_paper_come_out_as_a_person_checked_them(paper: str) -> None:
    expected = json.loads(expected_commitments_path(paper).read_text(encoding="utf-8"))
    assert produced_commitments(paper) == expected


def test_the_register_of_the_sample_comes_out_as_a_person_looked_it_through(sample: Catalogue) -> None:
    produced = produced_register(sample).splitlines()
    assert produced == EXPECTED_REGISTER.read_text(encoding="utf-8").splitlines()
