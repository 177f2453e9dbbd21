from __future__ import annotations

from pathlib import Path

import pytest

from indexer.answer import variants as module
from indexer.answer.variants import is_plain_word, variants
from indexer.text.words import stems

TABLE = Path(module.__file__).with_name("variants.txt")


def others(words: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for run, other in variants(stems(words)):
        found.setdefault(" ".join(run), set()).add(" ".join(other))
    return found


@pytest.mark.parametrize(
    ("typed", "word", "other"),
    [
        ("who led the board", "led", "leader"),
        ("when did it begin", "begin", "open"),
        ("how many kids came", "kid", "children"),
        ("kids", "kid", "young peopl"),
        ("was it put back", "put back", "delay"),
        ("nov 2020", "nov", "novemb"),
        ("Sept 2020", "sept", "septemb"),
    ],
)
def test_a_word_may_stand_as_another_that_says_nearly_the_same(typed: str, word: str, other: str) -> None:
    assert other in others(typed)[word]


def test_words_that_stand_together_in_the_table_are_none_apart() -> None:
    assert "put back" not in others("put the lid back")
    assert others("neglect") == {}
    assert others("") == {}


def test_no_word_stands_for_itself() -> None:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for typed in {word.strip() for line in lines for word in line.split(",")}:
        for run, other in variants(stems(typed)):
            assert run != other


def test_a_word_of_the_table_is_no_misspelling() -> None:
    assert is_plain_word("kid")
    assert not is_plain_word("neglct")


def test_every_line_of_the_table_is_a_group_of_several() -> None:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or len({stems(words) for words in line.split(",")} - {()}) > 1, line
