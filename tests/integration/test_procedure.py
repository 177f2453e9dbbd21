"""Procedure is in the index by its headings alone."""

from __future__ import annotations

from pathlib import Path

from indexer.catalogue import Catalogue
from indexer.model.search import SearchRequest
from indexer.settings import Settings
from tests.conftest import Build

MINUTES = """Children's Scrutiny Committee

Minutes of the meeting held on 6 June 2023

1. Apologies for absence

1.1 Apologies for absence were received from Councillor Bellwether.

2. Declarations of interest

2.1 There were no declarations of interest.

3. Fostering

3.1 Councillor Larkspur asked how many foster carers had left in the year.
"""


def test_procedure_is_found_only_when_asked_for_and_shown_all_the_same(
    folder: Path, settings: Settings, run_build: Build
) -> None:
    (folder / "minutes.txt").write_text(MINUTES)
    run_build(folder)
    catalogue = Catalogue.open(settings)

    def found(query: str) -> list[str]:
        return [result.document.id for result in catalogue.search(SearchRequest(query=query)).documents]

    assert found("Larkspur") == ["minutes"]
    assert found("Bellwether") == []
    for asked in ("apologies for absence", '"apologies for absence"', "declarations of interest", "apologies Larkspur"):
        assert found(asked) == ["minutes"], asked
    _, passage = catalogue.passage("minutes", "para-1.1")
    assert passage.text == "Apologies for absence were received from Councillor Bellwether."


def test_in_the_sample_a_councillor_who_only_sent_apologies_is_not_found(sample: Catalogue) -> None:
    found = {result.document.id for result in sample.search(SearchRequest(query="Siddle")).documents}
    assert "2022-09-20-scrutiny-minutes" in found  # declared an interest
    assert not found & {"2017-07-11-scrutiny-minutes", "2023-06-06-scrutiny-minutes"}
    asked = {result.document.id for result in sample.search(SearchRequest(query="apologies for absence")).documents}
    assert asked >= {"2017-07-11-scrutiny-minutes", "2023-06-06-scrutiny-minutes", "2020-11-24-scrutiny-minutes-cmis"}
