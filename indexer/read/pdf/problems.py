"""What in a PDF could not be read, and what can a person do about it?"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.model.problem import Problem, Severity
from indexer.read.pdf.geometry import Page

# A picture that covers less of a page without words is an ornament or a logo.
SCAN = 0.1
# The part of a page's letters; less is a sign or two of a symbol font.
MANY_UNKNOWN = 0.1


def too_long(where: str, pages: int, most: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        where=where,
        message=f"only the first {most:,} of {pages:,} pages were read",
        hint="Split the file into its papers.",
    )


def damaged_page(where: str, page: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        where=f"{where}, page {page}",
        message=f"page {page} is damaged and was left out",
        hint="Ask for the paper to be sent again.",
    )


def page_problems(page: Page, where: str) -> Iterator[Problem]:
    """What is missing from ``page``, which is without its running heads."""
    if not page.words and not page.unreadable and page.pictures >= SCAN:
        yield Problem(
            severity=Severity.WARNING,
            where=f"{where}, page {page.number}",
            message=f"page {page.number} is a scan without text",
            hint="Have the paper put through OCR (text recognition), or ask for the file it was printed from.",
        )
    letters = sum(len(word.text) for word in page.words)
    if page.unreadable > MANY_UNKNOWN * (letters + page.unreadable):
        yield Problem(
            severity=Severity.WARNING,
            where=f"{where}, page {page.number}",
            message=f"page {page.number} has letters that its fonts do not name; words are missing",
            hint="Have the paper put through OCR (text recognition), or ask for the file it was made from.",
        )
