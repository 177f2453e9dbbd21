"""Which lines, headings, labels and running heads does a paper have, before anybody asks what they say?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.model.raw import RawDocument
from indexer.structure.front.labels import Entry, entries
from indexer.structure.front.sheet import sheet_end
from indexer.structure.headings import Heading, heading_lines, rank
from indexer.structure.lines import Element, Line, body, notes, running_heads

# Formats that cannot mark a heading, so that a bare short line may be one.
_UNSTYLED = frozenset({"text/plain", "text/markdown", "application/rtf", "text/rtf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The paper as it lies on the table. Headings and entries name their line by its index in ``elements``."""

    path: str
    elements: tuple[Element, ...]
    sheet_end: int  # the front sheet is ``elements[:sheet_end]``
    headings: Mapping[int, Heading]  # of the paper itself, not of the front sheet
    entries: tuple[Entry, ...]
    running_heads: tuple[str, ...]
    notes: tuple[Line, ...]
    own_title: str | None  # of the file's own metadata

    @property
    def sheet(self) -> tuple[Element, ...]:
        """The front sheet."""
        return self.elements[: self.sheet_end]

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of every line."""
        return texts(self.elements)


def texts(elements: tuple[Element, ...]) -> tuple[str, ...]:
    """The words of the lines among ``elements``."""
    return tuple(element.text for element in elements if isinstance(element, Line))


def layout(raw: RawDocument) -> Layout:
    """The layout of ``raw``."""
    elements = body(raw)
    candidates = heading_lines(elements, unstyled=raw.source.media_type in _UNSTYLED)
    end = sheet_end(elements, candidates)
    own_title = " ".join(dict(raw.properties).get("title", "").split())
    return Layout(
        path=raw.source.path,
        elements=elements,
        sheet_end=end,
        headings=rank({index: line for index, line in candidates.items() if index >= end}, elements),
        entries=entries(elements),
        running_heads=running_heads(raw),
        notes=notes(raw),
        own_title=own_title or None,
    )
