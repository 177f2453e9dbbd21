"""What does a person want for a search? The judged searches of ``corpus/judgements/searches.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from indexer.errors import RequestError
from indexer.judgements.table import Half, judged_rows


class Shape(StrEnum):
    """The kinds of search, as the README beside the table explains them."""

    WORD = "word"
    RECENCY = "recency"
    ABBREVIATION = "abbreviation"
    OLD_NAME = "old-name"
    TYPO = "typo"
    HALF_WORD = "half-word"
    PERSON = "person"
    NUMBER = "number"
    PHRASE = "phrase"
    EXCLUSION = "exclusion"
    EITHER = "either"
    NEAR = "near"
    TITLE = "title"
    SENTENCE = "sentence"
    NONSENSE = "nonsense"
    ACCIDENT = "accident"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSearch:
    """A search with the grades of documents: 3 just what is wanted, 2 useful, 1 touches on it, 0 or absent not."""

    query: str
    shape: Shape
    written: Half
    grades: Mapping[str, int]


def judged_searches(path: Path) -> tuple[JudgedSearch, ...]:
    """The searches of a table with the columns search, shape, written, document and grade, in its order.

    Raises ``RequestError``, naming the line where one is wrong.
    """
    searches: dict[str, tuple[Shape, Half, dict[str, int]]] = {}
    for line, row in judged_rows(path):
        if wrong := _add(searches, row):
            raise RequestError(f"{path}, line {line}: {wrong}")
    if not searches:
        raise RequestError(f"The judgements {path} hold no search: write a search, a document and a grade in each row.")
    return tuple(
        JudgedSearch(query=query, shape=shape, written=written, grades=grades)
        for query, (shape, written, grades) in searches.items()
    )


def _add(searches: dict[str, tuple[Shape, Half, dict[str, int]]], row: Mapping[str, str | None]) -> str | None:
    """Adds a row to ``searches``; or says what is wrong with it and what to write."""
    query, document, grade = row.get("search"), row.get("document"), row.get("grade")
    if not query or not document or grade not in {"0", "1", "2", "3"}:
        return "write a search, a document and a grade from 0 to 3."
    if row.get("shape") not in set(Shape):
        return f"there is no shape {row.get('shape') or ''!r}; write one of: {', '.join(Shape)}."
    if row.get("written") not in set(Half):
        return f"{row.get('written') or ''!r} is no half; write one of: {', '.join(Half)}."
    shape, written = Shape(str(row["shape"])), Half(str(row["written"]))
    own_shape, own_half, grades = searches.setdefault(query, (shape, written, {}))
    if (shape, written) != (own_shape, own_half):
        return f"the search {query!r} is {own_shape}, written {own_half}, further up; write the same in all its lines."
    if document in grades:
        return f"{document!r} has a grade for the search {query!r} further up; leave one of the two lines out."
    grades[document] = int(grade)
    return None
