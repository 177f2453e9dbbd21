"""How does a council refer to a commitment? By body, municipal year and a running number: "CS (25/26) 01"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from indexer.model.document import Document

_SMALL = frozenset("and of the for on in to a an".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def references(documents: Iterable[Document], label: Callable[[Document], str]) -> Iterator[str]:
    """A reference for each commitment, of which ``documents`` has the paper, in date order; no two are the same.

    ``label`` names the body that a paper comes from.
    """
    numbers: Counter[str] = Counter()
    for document in documents:
        series = f"{initials(label(document))} ({_year(document)})"
        numbers[series] += 1
        yield f"{series} {numbers[series]:02}"


def initials(name: str) -> str:
    """The initials of a body's name, without small words: "CPB"; of a single word its beginning: "CAB"."""
    words = [word for word in _WORD.findall(name.partition("(")[0]) if word.casefold() not in _SMALL]
    if not words:
        return "–"
    return (words[0][:3] if len(words) == 1 else "".join(word[0] for word in words)).upper()


def _year(document: Document) -> str:
    """The municipal year in short, else the year; of a paper without either, that there is none."""
    if document.municipal_year:
        return document.municipal_year.value[2:]
    return str(document.year.value) if document.year else "no date"
