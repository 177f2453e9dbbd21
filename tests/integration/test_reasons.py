"""Why a paragraph is here: the words that matched, where they stand, and what they are worth, as readers are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.catalogue import Catalogue
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import Build
from webapp.app import create_app

PAPER = """# Homes for children

## Purpose

1.1 To say where children live.

## Sufficiency

### Kinship

2.1 Fostered children stay near their schools, and fostering costs less than a home does.
"""
TODAY = date(2026, 11, 22)


@pytest.fixture
def built(settings: Settings, run_build: Build, tmp_path: Path) -> Settings:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "homes.md").write_text(PAPER)
    run_build(folder)
    return settings


def test_reasons_name_the_words_as_printed_and_add_up_to_the_score(built: Settings) -> None:
    asked = SearchRequest(query="fostering kinship homes", explain=True)
    (result,) = Catalogue.open(built).search(asked, TODAY).documents
    (found,) = result.passages
    assert {(reason.words, reason.where) for reason in found.reasons} >= {
        (("Fostered", "fostering"), "text"),
        (("Kinship",), "heading"),
        (("Homes",), "title"),
    }
    assert sum(reason.worth for reason in found.reasons) == pytest.approx(found.score)
    assert (found.score + result.rest) * result.preferred == pytest.approx(result.score)


def test_no_reasons_are_worked_out_unless_they_are_asked_for(built: Settings) -> None:
    (result,) = Catalogue.open(built).search(SearchRequest(query="fostering"), TODAY).documents
    assert not any(found.reasons for found in result.passages)


def test_a_page_says_that_a_word_stands_in_a_heading_before_that_of_the_paragraph(built: Settings) -> None:
    client = create_app(built, clock=lambda: TODAY).test_client()
    page = " ".join(client.get("/search?q=sufficiency+fostering&explain=1").text.split())
    assert "“Fostered”, “fostering” in the text" in page
    assert "in a heading before it" in page
    assert "another form" not in page
