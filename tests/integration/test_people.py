from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from indexer.catalogue import Catalogue
from indexer.model.person import RoleKind
from indexer.settings import Settings
from tests.conftest import Build


def test_the_portfolio_holders_of_the_sample_are_one_person_each_in_their_order(sample: Catalogue) -> None:
    holders = [person for person in sample.people() if person.tenures[0].kind is RoleKind.PORTFOLIO_HOLDER]
    holders.sort(key=lambda person: person.tenures[0].first or date.max)
    assert [person.id for person in holders] == [
        "councillor-dennis-hartopp",
        "councillor-anita-sandhar",
        "councillor-gareth-wynstanley",
        "councillor-farzana-quddus",
    ]


def test_the_chairs_of_childrens_scrutiny_are_those_of_its_minutes(sample: Catalogue) -> None:
    chairs = {person.id: tenure for person in sample.people() for tenure in person.tenures if tenure.kind == "chair"}
    assert chairs.keys() == {
        "councillor-m-pellingbrook",
        "councillor-t-odunlade",
        "councillor-n-fothersby",
        "councillor-dennis-hartopp",
        "councillor-gareth-wynstanley",
    }
    assert chairs["councillor-n-fothersby"].papers == 3


def test_a_post_that_changed_is_a_role_of_its_own(sample: Catalogue) -> None:
    posts = {name for tenure in sample.person("tobias-renwick").tenures for name in tenure.of}
    assert posts == {"Assistant Director (Early Help and Partnerships)", "Director of Early Help and Partnerships"}


def test_a_new_line_in_the_officers_table_joins_names_at_the_next_build(
    settings: Settings, run_build: Build, tmp_path: Path
) -> None:
    mine = replace(settings, vocabulary=Path(shutil.copytree(settings.vocabulary, tmp_path / "tables")))
    papers = tmp_path / "papers"
    papers.mkdir()
    for year, name in ((2018, "Ruth Marsh"), (2022, "Ruth Okafor")):
        text = f"Cabinet\n\n4 June {year}\n\nSwings\n\nPortfolio Holder: Councillor {name}\n\n1.1 Swings are mended.\n"
        (papers / f"{year}.txt").write_text(text)
    run_build(papers, with_settings=mine)
    catalogue = Catalogue.open(mine)
    assert len(catalogue.people()) == 2
    with (mine.vocabulary / "people.csv").open("a", encoding="utf-8") as table:
        table.write("Ruth Okafor,Ruth Marsh,,2019,married\n")
    run_build(papers, with_settings=mine)
    (person,) = catalogue.people()
    assert person.name == "Councillor Ruth Okafor"
    assert person.tenures[0].years == (2018, 2022)
