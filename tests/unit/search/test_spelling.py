from __future__ import annotations

import pytest

from indexer.search.expand import Names
from indexer.search.spelling import correction
from indexer.vocabulary.synonyms import Abbreviation
from indexer.vocabulary.thesaurus import Thesaurus
from tests.unit.search.lexicons import lexicon_of

PAPERS = (
    "Neglect of children in Hearthside. The safety of children.",
    "Chronologies were kept. Exploitation and neglect.",
    "Neglecting nothing; strategies, 2025, GCP2, cats and a bat, paths.",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("neglet", "neglect"),
        ("Hearthsdie", "Hearthside"),
        ("HEARTHSDIE", "HEARTHSIDE"),
        ("chronollogies", "chronologies"),
        ("exploitetion", "exploitation"),
        ("saftey", "safety"),
        ("jeglect", "neglect"),  # one mistake may be in the first letter
        ("jeglct", None),  # two may not
        ("children", None),
        ("neglects", None),  # another form of a word that is there
        ("BATHS", None),  # an abbreviation, perhaps
        ("dat", None),  # too short to tell
        ("bats", None),
        ("2052", None),
        ("GCP3", None),
        ("zebra", None),
        ("strat-egies", None),
        ("", None),
    ],
)
def test_the_nearest_word_of_the_papers_is_meant_or_none(typed: str, meant: str | None) -> None:
    assert correction(typed, lexicon_of(*PAPERS)) == meant


def test_of_words_as_near_the_commonest_is_meant() -> None:
    assert correction("planc", lexicon_of("plane", "plans", "plans")) == "plans"


def test_a_word_of_the_papers_is_doubted_only_where_it_is_rare_and_another_is_very_common() -> None:
    assert correction("negelct", lexicon_of("negelct", *["neglect"] * 99)) is None
    assert correction("negelct", lexicon_of("negelct", *["neglect"] * 100)) == "neglect"
    assert correction("negelct", lexicon_of(*["negelct"] * 3, *["neglect"] * 400)) is None


def test_half_a_word_is_not_corrected_to_a_word_that_begins_otherwise() -> None:
    assert correction("strat", lexicon_of(*["start"] * 9, "strategy")) is None
    assert correction("strat", lexicon_of(*["start"] * 9)) == "start"
    assert correction("neglec", lexicon_of("neglect")) == "neglect"


def test_a_short_word_of_the_papers_is_a_word_of_its_own() -> None:
    assert correction("mould", lexicon_of("mould", *["would"] * 400)) is None
    assert correction("woudl", lexicon_of(*["would"] * 400)) == "would"


def test_short_words_that_differ_in_the_first_letter_are_different_words() -> None:
    assert correction("born", lexicon_of("corn")) is None
    assert correction("croner", lexicon_of("drones", "corner")) == "corner"


def test_an_abbreviation_of_the_tables_is_never_corrected() -> None:
    known = Thesaurus(abbreviations=(Abbreviation(letters="CAHMS", meaning="camhs", capitals=False, source="x"),))
    lexicon = lexicon_of("CAMHS")
    assert Names(Thesaurus(), lexicon).correction("cahms") == "camhs"
    assert Names(known, lexicon).correction("cahms") is None
