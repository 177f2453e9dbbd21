"""What does every reader hand back?

A reader is a function ``read(data: bytes, where: str) -> ReadResult``; ``where`` is the file's path relative to the
folder that is indexed, and stands in the problems it reports. A file of which nothing can be read raises
``UnreadableError``.
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.model.problem import Problem
from indexer.model.raw import RawBlock, RawTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What stands in one file, in reading order; ``properties`` is the file's own metadata: ("title", "...")."""

    blocks: tuple[RawBlock | RawTable, ...]
    properties: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
