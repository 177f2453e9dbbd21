"""What is wrong with a document, and what can a person do about it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much of the paper is lost."""

    ERROR = "error"  # nothing of the file could be read
    WARNING = "warning"  # a part is missing: a scanned page, a table cut short
    NOTICE = "notice"  # all was read, but a person should know something


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault, as data: collected, listed on the coverage page, never raised.

    ``message`` goes on where the file's name leaves off, without a full stop: "is empty"; ``hint`` is a sentence.
    """

    severity: Severity
    where: str  # the path of the file, with the page where known: "a/b.pdf, page 3"
    message: str
    hint: str | None = None
