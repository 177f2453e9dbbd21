"""What can go wrong with a request, in one place?

What is wrong with a *document* is data (``indexer.model.Problem``); what is wrong with a *request* is raised::

    MattersError              one clear sentence for the person who asked
    ├── RequestError          the words or values asked for cannot be used
    │   └── NotFoundError     no such document, paragraph or topic
    ├── HomeError             the index is missing, locked, or of another version
    ├── VocabularyError       a table in corpus/vocabulary has a mistake (file, line, what to write instead)
    ├── RegisterError         what a person decided cannot be written down
    └── UnreadableError       a file cannot be read; the build turns it into a Problem
"""

from __future__ import annotations


class MattersError(Exception):
    """Anything we raise on purpose; its text says what is wrong, what is allowed and what to do."""


class RequestError(MattersError):
    """The words or values a person asked for cannot be used as they are."""


class NotFoundError(RequestError):
    """What was asked for is not in the index."""


class HomeError(MattersError):
    """The index cannot be opened or written."""


class VocabularyError(MattersError):
    """One or more rows of the vocabulary tables are wrong; the text has one line a mistake."""


class RegisterError(MattersError):
    """The file of people's decisions cannot be added to."""


class UnreadableError(MattersError):
    """A document cannot be read. Its text and ``hint`` are those of the ``Problem`` that it becomes."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
