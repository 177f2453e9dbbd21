"""Which passages are looked into, under which spelling and which other names of the words typed?"""

from __future__ import annotations

import math

import pytest

from indexer.answer.retrieve import retrieved
from indexer.model.query import PassageQuery, Phrase, Term
from tests.unit.answer.papers import OTHERS, Shelf, paper

SHELF = Shelf(
    [
        paper("neglect", ["The neglect strategy has twelve priorities.", "Neglect priorities are few."]),
        paper("care", ["Looked after children have a nurse.", "The lift was mended, and we lunched."]),
    ]
)
NAMES = SHELF.names([("children in care", "looked after children")], {"LAC": "looked after children"})


def typed(question: str) -> list[str]:
    meaning, _ = SHELF.meant(question, NAMES)
    return [word.typed for word in meaning.question.words]


def test_a_misspelt_word_is_looked_for_as_the_papers_spell_it_and_that_is_said() -> None:
    meaning, _ = SHELF.meant("neglct stratgy priorites", NAMES)
    assert meaning.corrected == (("neglct", "neglect"), ("stratgy", "strategy"), ("priorites", "priorities"))
    assert meaning.question.stems == ("neglect", "strategi", "prioriti")


def test_short_plain_and_numbered_words_are_no_misspellings_though_no_paper_has_them() -> None:
    assert typed("nurze lifft cash kids 20211") == ["nurze", "lifft", "cash", "kids", "20211"]
    assert typed("lunchd launched") == ["lunched", "launched"]  # the latter is of a group: papers say "opened"
    assert typed("neglect") == ["neglect"]


def test_without_names_nothing_is_corrected() -> None:
    meaning, _ = SHELF.meant("neglct")
    assert (meaning.question.stems, meaning.corrected) == (("neglct",), ())


def test_other_names_and_abbreviations_stand_for_the_words_typed() -> None:
    meaning, sought = SHELF.meant("Who is the nurse for LAC?", NAMES)
    assert Term("lac") in meaning.leaves
    assert any(getattr(leaf, "leaf", None) == Phrase(("look", "after", "children")) for leaf in meaning.leaves)
    assert sought.matched(("look", "after", "children")) == {"lac"}
    assert sought.unknown == frozenset()


def test_another_name_must_stand_together_to_stand_for_it() -> None:
    _, sought = SHELF.meant("Who is the nurse for LAC?", NAMES)
    assert sought.matched(("children", "look", "after")) == frozenset()
    assert sought.matched(("nurs", "look", "after", "children")) == {"nurs", "lac"}


def test_everyday_words_stand_for_those_of_papers() -> None:
    _, sought = SHELF.meant("kids", NAMES)
    assert sought.matched(("children",)) == {"kid"}


def test_a_word_that_no_paper_has_in_any_form_or_by_any_name_is_unknown() -> None:
    _, sought = SHELF.meant("zebra kids LAC", NAMES)
    assert sought.unknown == {"zebra"}
    assert sought.worth.unknown == {"zebra", "kid", "lac"}  # as they are typed, no paper has them


def test_a_word_is_worth_its_inverse_document_frequency() -> None:
    _, sought = SHELF.meant("neglect strategy zebra", NAMES)
    number = 4 + len(OTHERS)
    expected = [math.log(1 + (number - held + 0.5) / (held + 0.5)) for held in (2, 1, 0)]
    assert [sought.worth.of[word] for word in ("neglect", "strategi", "zebra")] == pytest.approx(expected)


def test_rare_words_are_worth_more_and_all_together_are_worth_one() -> None:
    _, sought = SHELF.meant("neglect strategy", NAMES)
    assert sought.worth.of["strategi"] > sought.worth.of["neglect"]
    assert sought.worth.share(sought.words) == 1
    assert 0 < sought.worth.share({"neglect"}) < sought.worth.share({"strategi"}) < 1


def test_passages_that_hold_any_word_are_looked_into_and_what_is_left_out_is_not() -> None:
    meaning, _ = SHELF.meant("neglect priorities", NAMES)
    query = PassageQuery(leaves=meaning.leaves)
    found = [(one.document.id, one.passage.anchor) for one in retrieved(query, SHELF.papers)]
    assert sorted(found) == [("neglect", "p-1"), ("neglect", "p-2")]
    without = retrieved(query, SHELF.papers, lambda one: one.anchor == "p-1")
    assert [one.passage.anchor for one in without] == ["p-2"]


def test_a_paper_of_nothing_but_its_title_is_no_passage() -> None:
    shelf = Shelf([paper("empty", [], title="Neglect", heading="Neglect")])
    _, found = shelf.considered("neglect")
    assert found == []
