"""What is one row of synonyms.csv and of abbreviations.csv?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How words stand to the thing that their group is about; the value is what an officer writes."""

    SAME = "same"
    NARROWER = "narrower"  # a kind or part of it: found with it, and does not find it


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Words that name the thing of a group; ``None`` where the table leaves a year open."""

    group: str
    words: str
    relation: Relation
    first: int | None
    last: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """Letters and one thing that they stand for. With ``capitals`` they are a word when they are small."""

    letters: str
    meaning: str
    capitals: bool
    source: str
