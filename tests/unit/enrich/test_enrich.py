from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from indexer.enrich.enrich import enrich
from indexer.settings import Settings
from indexer.vocabulary.load import load
from tests.unit.enrich.papers import paper
from tests.unit.vocabulary.tables import write_tables

VOCABULARY = load(Settings.from_environment({}).vocabulary)


def test_one_body_of_many_names_has_one_id() -> None:
    before = paper("", {}, committee="CABINET", portfolio="Children’s Services")
    after = paper("", {}, committee="Executive", portfolio="Children, Families & Learning")
    assert [(enrich(p, VOCABULARY).committee_id, enrich(p, VOCABULARY).portfolio_id) for p in (before, after)] == [
        ("cabinet", "childrens-services")
    ] * 2


def test_what_is_printed_stays_as_it_is() -> None:
    document = paper("Neglect", {"": ["Neglect."]}, committee="Licensing Sub-Committee")
    enriched = enrich(document, VOCABULARY)
    assert enriched.committee_id == "licensing-sub-committee"
    assert replace(enriched, committee_id=None, topics=()) == document


def test_a_paper_of_no_committee_gets_none() -> None:
    enriched = enrich(paper("", {}), VOCABULARY)
    assert (enriched.committee_id, enriched.portfolio_id, enriched.topics) == (None, None, ())


def test_another_vocabulary_replaces_what_the_first_one_gave(tmp_path: Path) -> None:
    document = paper("Care leavers and neglect", {}, committee="Executive")
    enriched = enrich(enrich(document, VOCABULARY), load(write_tables(tmp_path)))
    assert [match.topic for match in enriched.topics] == ["neglect"]
    assert enriched.committee_id == "executive"
