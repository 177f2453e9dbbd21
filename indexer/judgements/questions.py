"""Which questions were asked about the sample papers, and where do their answers stand?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from indexer.errors import RequestError
from indexer.judgements.table import judged_rows

COLUMNS = ("question", "kind", "document", "anchor", "answer", "note", "written")

# Of each question what stands in its first row, and its places.
_Gathered = dict[str, tuple[dict[str, str], dict[tuple[str, str], str]]]


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
    gathered: _Gathered = {}
    for line, row in judged_rows(path):
        if mistake := _mistake(row) or _added(gathered, {name: row[name] or "" for name in COLUMNS}):
            raise RequestError(f"{path}, line {line}: {mistake}")
    if not gathered:
        raise RequestError(f"{path} holds no question: write {', '.join(COLUMNS)} in each row.")
    return tuple(
        JudgedQuestion(
            text=text, kind=about["kind"], note=about["note"], written=Written(about["written"]), places=places
        )
        for text, (about, places) in gathered.items()
    )


def _added(gathered: _Gathered, row: dict[str, str]) -> str | None:
    """Adds a row to what is ``gathered``; or says what is wrong with it beside the rows above."""
    about, places = gathered.setdefault(row["question"], (row, {}))
    if any(about[name] != row[name] for name in ("kind", "written")):
        return "a question has one kind and one half on all of its lines."
    if about is not row and not (about["document"] and row["document"]):
        return "a question that nothing answers has one line alone."
    place = row["document"], row["anchor"]
    if place in places:
        return "this place of the question stands further up; leave one of the two lines out."
    if row["document"]:
        places[place] = row["answer"]
    return None


def _mistake(row: Mapping[str, str | None]) -> str | None:
    if any(row.get(name) is None for name in COLUMNS):
        return f"a line has the columns {', '.join(COLUMNS)}."
    if not (row["question"] or "").strip():
        return "there is no question: write what is typed."
    if row["written"] not in set(Written):
        return f"{row['written']!r} is no half: write {', '.join(Written)}."
    if bool(row["document"]) != bool(row["answer"]) or bool(row["document"]) != bool(row["anchor"]):
        return (
            "a place that answers has document, anchor and answer; a question that nothing answers has none of these."
        )
    return None
