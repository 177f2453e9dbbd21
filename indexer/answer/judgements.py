"""Which questions were asked about the sample papers, and where do their answers stand?"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from indexer.errors import RequestError

COLUMNS = ("question", "kind", "document", "anchor", "answer", "note", "written")


class Written(StrEnum):
    """What a question is for; the value is what the table holds."""

    FITTED = "fitted"  # the weights are fitted on it
    BEFORE = "before"  # written before the weights and rules were settled, and looked at while they were
    AFTER = "after"  # written afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuestion:
    """``places``: of each passage that answers, (document, anchor), the words that do; none where nothing answers."""

    text: str
    kind: str
    note: str
    written: Written
    places: Mapping[tuple[str, str], str]

    @property
    def is_answerable(self) -> bool:
        return bool(self.places)


def judged_questions(path: Path) -> tuple[JudgedQuestion, ...]:
    """The questions in the order of the table; raises ``RequestError`` that names file and line of a mistake."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except OSError as error:
        raise RequestError(f"{path} cannot be read: {error.strerror}. Set MATTERS_JUDGEMENTS to its folder.") from error
    gathered: dict[str, tuple[dict[str, str], dict[tuple[str, str], str]]] = {}
    for number, row in enumerate(rows, start=2):
        if mistake := _mistake(row):
            raise RequestError(f"{path.name}, line {number}: {mistake}")
        about, places = gathered.setdefault(row["question"], (row, {}))
        if any(about[name] != row[name] for name in ("kind", "written")):
            raise RequestError(f"{path.name}, line {number}: a question has one kind and one half on all of its lines.")
        if row["document"]:
            places[row["document"], row["anchor"]] = row["answer"]
    return tuple(
        JudgedQuestion(
            text=text, kind=about["kind"], note=about["note"], written=Written(about["written"]), places=places
        )
        for text, (about, places) in gathered.items()
    )


def _mistake(row: Mapping[str, str]) -> str | None:
    if any(row.get(name) is None for name in COLUMNS):
        return f"a line has the columns {', '.join(COLUMNS)}."
    if not row["question"].strip():
        return "there is no question: write what is typed."
    if row["written"] not in set(Written):
        return f"{row['written']!r} is no half: write {', '.join(Written)}."
    if bool(row["document"]) != bool(row["answer"]) or bool(row["document"]) != bool(row["anchor"]):
        return (
            "a place that answers has document, anchor and answer; a question that nothing answers has none of these."
        )
    return None
