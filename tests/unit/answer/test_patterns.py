from __future__ import annotations

import re
from collections.abc import Collection

import pytest

from indexer.answer.patterns import read_patterns
from indexer.answer.wants import PaperFact
from indexer.model.answer import AnswerKind


@pytest.mark.parametrize("table", ["wants.csv", "things.csv"])
def test_every_pattern_can_be_read_and_has_all_its_parts(table: str) -> None:
    for row in read_patterns(table):
        assert not re.search(r"\{[A-Z_]+\}", row.pattern), row
        assert re.compile(row.pattern)


@pytest.mark.parametrize("row", read_patterns("wants.csv"), ids=lambda row: f"{row.sort} {row.name} {row.pattern[:30]}")
def test_every_pattern_of_a_question_names_a_kind_that_there_is(row: tuple[str, str, str]) -> None:
    sort, name, pattern = row
    kinds: dict[str, Collection[str]] = {
        "asked": set(AnswerKind),
        "named": set(AnswerKind),
        "counted": {AnswerKind.NUMBER},
        "paper": set(PaperFact),
    }
    assert name in kinds[sort]
    assert not re.compile(pattern).match("")


def test_parts_stand_in_the_patterns_and_are_none_themselves() -> None:
    rows = read_patterns("wants.csv")
    assert "part" not in {row.sort for row in rows}
    (why,) = (row.pattern for row in rows if row.name == "reason" and "caused" in row.pattern)
    assert re.fullmatch(why, "what caused")
