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
