from __future__ import annotations

import pytest

from indexer.text.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ("The strategy was agreed.", "It runs to 2028."),
        ("Cllr. J. Bhamber asked about No. 6 in para. 3.2 of the report.", "The Chair replied."),
        ("A course on 3 Sept. 2025 cost £1.7m.", "Nobody paid."),
        ("Tel. 01632 960114 until 5 p.m. on Fridays.", "Ask for Ms. Falaise."),
        ("He asked: “Is that neglect?”", "Nobody answered."),
        ("Work with partners, e.g. Brookvale, goes on.", "Reports follow (see s. 47 below)."),
        ("Our focus is set out below:",),
        ("Was it shut?", "No.", "It had a leak."),
    ],
)
def test_a_text_falls_into_the_sentences_a_reader_sees(parts: tuple[str, ...]) -> None:
    text = " ".join(parts)
    assert tuple(text[span.start : span.end] for span in sentences(text)) == parts


def test_a_sentence_ends_although_the_space_after_it_was_lost() -> None:
    text = "It was rolled out in 2022.The plan ended."
    assert [text[span.start : span.end] for span in sentences(text)] == [
        "It was rolled out in 2022.",
        "The plan ended.",
    ]


def test_a_text_without_words_has_no_sentence() -> None:
    assert sentences("") == sentences("  \n ") == ()
