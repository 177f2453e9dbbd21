"""Are the shapes of council papers found, however they are written; and nothing else for them?"""

from __future__ import annotations

import pytest

from indexer.model.query import And, Node, Or, Phrase, Term
from indexer.search.language import read_query
from indexer.search.shapes import joined
from indexer.text.words import stems

# Ways of writing one thing: a search for any of them finds a text with any other.
ALIKE = [
    ["s.47", "s47", "S47", "s 47", "section 47", "Section 47", "sec 47", "sec. 47"],
    ["section 17A", "s.17a", "s17A"],
    ["16-17", "16–17", "16 to 17"],
    ["O'Neill", "O’Neill", "ONeill", "O Neill", "o'neill"],
    ["children's", "childrens", "children’s", "CHILDREN'S"],
    ["EHCP", "E.H.C.P.", "ehcps", "EHCPs"],
    ["co-location", "colocation", "co location", "co-located", "colocated"],
    ["multi-agency", "multiagency", "multi agency"],
    ["well-being", "wellbeing", "well being"],
    ["£1.7m", "1.7m", "£1.7 million", "1.7 million", "£1.7million", "£1,700,000", "1700000"],
    ["£250,000", "250000", "£250k", "250k", "£0.25m"],
    ["2025/26", "2025-26", "2025–26", "2025/2026", "2025 to 2026"],
    ["2025-2028", "2025-28", "2025 to 2028"],
    ["GCP2", "GCP 2", "gcp2", "GCP-2"],
]
# A search that must not find the text.
APART = [
    ("s.47", "47 sections"),
    ("s.47", "section 4"),
    ("s.47", "section 17, and 47 more"),
    ("16-17", "16 or 17"),
    ("O'Neill", "Neill"),
    ("OFSTED", "o fsted"),
    ("council", "co uncil"),
    ("co-location", "the location of the company"),
    ("£1.7m", "1.7"),
    ("£1.7m", "£17m"),
    ("£250,000", "250"),
    ("£250", "£250,000"),
    ("2025", "2.025m"),
    ("2025/26", "2024/25"),
    ("2025/26", "in 2025 and then 26"),
    ("GCP 2", "2 GCP"),
    ("page 2", "page2"),
]


def holds(text: str, node: Node) -> bool:
    """Whether the text alone has what the node, made of words and phrases, looks for."""
    words = stems(text)
    match node:
        case Term(word):
            return word in words
        case Phrase(run):
            return any(words[at : at + len(run)] == run for at in range(len(words)))
        case Or(parts):
            return any(holds(text, part) for part in parts)
        case And(parts):
            return all(holds(text, part) for part in parts)
    raise AssertionError(node)


@pytest.mark.parametrize(
    ("typed", "written"), [(typed, written) for shape in ALIKE for typed in shape for written in shape]
)
def test_a_shape_is_found_however_it_is_written(typed: str, written: str) -> None:
    assert holds(f"It says {written} in the report.", read_query(typed).tree)


@pytest.mark.parametrize(("typed", "text"), APART)
def test_a_shape_finds_nothing_that_only_looks_like_it(typed: str, text: str) -> None:
    assert not holds(text, read_query(typed).tree)


def test_the_other_ways_are_told() -> None:
    assert read_query("s.47").interpreted == "papers with s.47 (or: section 47, s47, sec 47)"
    assert read_query("£1.7m").interpreted == "papers with £1.7m (or: 1,700,000, 1.7million, 1.7 million)"
    assert read_query("EHCP").interpreted == "papers with EHCP"


def test_between_quotation_marks_a_shape_is_only_what_is_written() -> None:
    assert read_query('"s.47"').interpreted == 'papers with exactly "s.47"'


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("section 47 enquiries", ["section 47", "enquiries"]),
        ("aged 16 to 17 in care", ["aged", "16 to 17", "in", "care"]),
        ("page 12 of 16", ["page", "12", "of", "16"]),
        ("under 5 places", ["under", "5", "places"]),
        ("GCP 2 tool", ["GCP 2", "tool"]),
        ("an overspend of £1.7 million", ["an", "overspend", "of", "£1.7 million"]),
        ("not well being heard", ["not", "well being", "heard"]),
    ],
)
def test_words_typed_apart_are_one_thing_only_where_they_mean_one(words: str, read: list[str]) -> None:
    assert list(joined(words.split())) == read
