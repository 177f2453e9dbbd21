"""What did a build do, and what is in the index?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from indexer.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """Paths of the files, relative to the folders that were indexed."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    withheld: tuple[str, ...]  # marked exempt: not in the index
    problems: tuple[Problem, ...]
    documents: int  # in the index afterwards
    passages: int
    pages: int  # of the files read in this build, where the format has pages
    seconds: float

    @property
    def has_problems(self) -> bool:
        """Whether a person should look: a file, or a part of one, could not be read."""
        return _should_look(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is in the index, and what is not."""

    documents: int
    passages: int
    first: date | None  # the oldest date of a paper
    last: date | None
    undated: int  # documents with no date, though perhaps with a year
    built: datetime
    by_kind: tuple[tuple[str, int], ...]
    by_year: tuple[tuple[int, int], ...]
    withheld: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def has_problems(self) -> bool:
        """Whether a person should look: a file, or a part of one, could not be read."""
        return _should_look(self.problems)


def _should_look(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is not Severity.NOTICE for problem in problems)
