from __future__ import annotations

import pytest

from indexer.text.words import LONGEST_WORD, stems, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("children's childrens children’s childrens'", ("children",) * 4),
        ("EHCP E.H.C.P. ehcp", ("ehcp",) * 3),
        ("O'Neill O’Neill ONeill", ("oneil",) * 3),
        ("£1.7m, 1,250 and 3.17", ("1.7m", "1250", "and", "3.17")),
        ("co-location", ("co", "locat")),
        ("2025/26", ("2025", "26")),
        ("GCP2", ("gcp2",)),
        ("café", ("cafe",)),
        ("— … !", ()),
        ("ﷺ ͺ ﾞ", ("صلىاللهعليهوسلم", "ι")),
    ],
)
def test_words_are_folded_to_what_people_compare(text: str, words: tuple[str, ...]) -> None:
    assert stems(text) == words


def test_a_token_says_where_its_word_stands() -> None:
    text = "The child’s plan."
    assert [text[token.start : token.end] for token in tokens(text)] == ["The", "child’s", "plan"]


def test_a_word_of_a_million_letters_is_cut() -> None:
    assert len(stems("x" * 1_000_000)[0]) <= LONGEST_WORD
