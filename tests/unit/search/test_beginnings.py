"""Is every word found by its beginnings? The words are those of the sample papers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from indexer.model.query import Prefix
from indexer.search.beginnings import FEWEST_LETTERS, leaves_beginning
from indexer.text.words import form, stem

PAPERS = Path(__file__).parents[3] / "corpus" / "documents"
ENDINGS = "ability ation ational ed edly er es fully ied ies ing ization less ly ment ness s ing's".split()


@cache
def vocabulary() -> frozenset[str]:
    texts = [path.read_text(encoding="utf-8") for path in PAPERS.iterdir() if path.suffix in {".md", ".txt", ".html"}]
    return frozenset(re.findall(r"[a-z]{3,}(?:['’]s)?", " ".join(texts).lower()))


def finds(typed: str, word: str) -> bool:
    found = stem(word)
    return any(
        found.startswith(leaf.stem) if isinstance(leaf, Prefix) else found == leaf.word
        for leaf in leaves_beginning(typed)
    )


@pytest.mark.parametrize(
    ("typed", "words", "others"),
    [
        ("polic", "police policy policies policing", "political"),
        ("policy", "policy policymakers", "police polite"),
        ("policies", "policies policy", "police policing"),
        ("neglecting", "neglecting neglected", "negative"),
        ("safeguard", "safeguard safeguards safeguarding", "safe safety"),
        ("apprentic", "apprentice apprenticeships", "apprehend"),
        ("plann", "planning planned planner", "plane plant"),
        ("educat", "education educating educated", "edge"),
        ("children", "children children's", "child"),
        ("2025", "2025", "2024"),
    ],
)
def test_a_beginning_finds_what_a_person_expects(typed: str, words: str, others: str) -> None:
    assert [word for word in words.split() if not finds(typed, word)] == []
    assert [word for word in others.split() if finds(typed, word)] == []


def test_every_word_of_the_sample_papers_is_found_by_each_of_its_beginnings() -> None:
    assert len(vocabulary()) > 1000
    missed = [
        (typed, word)
        for word in vocabulary()
        for typed in (form(word)[:length] for length in range(FEWEST_LETTERS, len(form(word)) + 1))
        if not stem(word).startswith(typed) and not finds(typed, word)
    ]
    assert missed == []
