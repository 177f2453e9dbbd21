"""Is every sentence of the table read as its author, who did not know the rules, expects?"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from indexer.model.query import Facet
from indexer.model.search import Bound
from indexer.search.sentences.names import Names
from indexer.search.sentences.read import read_sentence
from indexer.vocabulary.load import load

TODAY = date(2026, 11, 22)  # the day the table was written for
TABLE = Path(__file__).with_name("sentences.csv")
NAMES = Names.of(load(Path(__file__).parents[3] / "corpus" / "vocabulary"), {})
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def read(sentence: str) -> dict[str, str]:
    """The reading of a sentence in the columns of the table."""
    reading = read_sentence(sentence, NAMES, TODAY)
    values: dict[str, list[str]] = {part: [] for part in (*Facet, *Bound)}
    for one in reading.filters:
        values[one.part].append(one.value)
    columns = {part: ";".join(found) for part, found in values.items()}
    return {"sentence": sentence, "words": reading.words, **columns, "recent": "yes" if reading.recent else ""}


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"] for row in ROWS])
def test_a_sentence_is_read_as_the_table_says(row: dict[str, str]) -> None:
    assert read(row["sentence"]) == row


@pytest.mark.parametrize(
    "sentence",
    [
        "report by the executive director of children's services",
        "report of the cabinet member for transport",
        "youth cabinet minutes",
        "improvement board, neglect",
        "which papers",
        "x" * 301 + " since 2022",
    ],
)
def test_a_doubtful_sentence_sets_no_filter(sentence: str) -> None:
    assert read_sentence(sentence, NAMES, TODAY).filters == ()


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("fostering between January and June 2024", "2024-01-01", "2024-06-30"),
        ("fostering from September to December", "2025-09-01", "2025-12-31"),
        ("fostering between 2023 and 2019", "2019-01-01", "2023-12-31"),
        ("fostering in 2019-2022", "2019-01-01", "2022-12-31"),
        ("fostering since 2022/23", "2022-05-01", ""),
        ("fostering before the 2023/24 financial year", "", "2023-03-31"),
        ("fostering this week", "2026-11-16", "2026-11-22"),
        ("fostering in the last year", "2025-11-22", ""),
        ("fostering since 2024 before 2022", "", ""),
        ("fostering since 2019 before 2022", "2019-01-01", "2021-12-31"),
        ("fostering in 2022 or March 2023", "", ""),
    ],
)
def test_times_are_read_as_people_mean_them(sentence: str, first: str, last: str) -> None:
    columns = read(sentence)
    assert (columns["from"], columns["to"]) == (first, last)


def test_a_committee_that_only_papers_name_is_known_by_its_printed_name() -> None:
    names = Names.of(load(Path(__file__).parents[3] / "corpus" / "vocabulary"), {"fostering-panel": "Fostering Panel"})
    [found] = read_sentence("what did the fostering panel say", names, TODAY).filters
    assert (found.part, found.value, found.words) == (Facet.COMMITTEE, "fostering-panel", "the fostering panel")
