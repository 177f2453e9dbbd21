"""What did come of a commitment, by what people read? The judged mentions of ``corpus/judgements/mentions.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import RequestError
from indexer.judgements.table import Half, judged_rows

_COLUMNS = ("document", "words", "later", "anchor", "about", "written")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMention:
    """Whether a later passage is about a commitment, which is known by words of it."""

    document: str
    words: str
    later: str
    anchor: str
    is_about: bool
    written: Half


def judged_mentions(path: Path) -> tuple[JudgedMention, ...]:
    """The rows of a table with the columns document, words, later, anchor, about and written.

    Raises ``RequestError``, naming the line where one is wrong.
    """
    return tuple(_judged(row, f"{path}, line {line}") for line, row in judged_rows(path))


def _judged(row: Mapping[str, str | None], where: str) -> JudgedMention:
    cells = {column: row.get(column) or "" for column in _COLUMNS}
    if not all(cells.values()) or cells["about"] not in {"yes", "no"} or cells["written"] not in set(Half):
        raise RequestError(
            f"{where}: write a document, words of the commitment, a later document, an anchor, yes or no, and one of: "
            f"{', '.join(Half)}."
        )
    return JudgedMention(
        document=cells["document"],
        words=cells["words"],
        later=cells["later"],
        anchor=cells["anchor"],
        is_about=cells["about"] == "yes",
        written=Half(cells["written"]),
    )
