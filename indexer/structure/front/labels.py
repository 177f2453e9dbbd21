"""Which label lines does a paper bear ("Portfolio: ...", a row "Wards affected | All"), and with which values?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.model.raw import RawTable
from indexer.structure.lines import Element, Line

# "Label: value" or "Is this a key decision? Yes"; "Label:: value" was met in one council's papers.
_LABEL = re.compile(r"(?P<label>[A-Z][^:?]{1,70}?)\s*(?::{1,2}|\?)(?:\s+(?P<value>.*))?")
# A table of labels has one or two pairs in a row.
_PAIRS = (2, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A label as printed, without its colon, and its value; ``index`` counts the elements of the paper."""

    label: str
    value: str
    index: int

    @property
    def where(self) -> str:
        """The place, for a person who checks the fact."""
        return f"line '{self.label}:'"


def entries(elements: Sequence[Element]) -> tuple[Entry, ...]:
    """Every label with its value, in reading order. A label alone on its line has the next line as its value."""
    return tuple(_entries(elements))


def first(found: Sequence[Entry], labels: str, *, before: int | None = None) -> Entry | None:
    """The first entry with a value whose label is one of ``labels`` (a regular expression), before an element."""
    wanted = re.compile(labels, re.IGNORECASE)
    for entry in found:
        if entry.value and (before is None or entry.index < before) and wanted.fullmatch(entry.label):
            return entry
    return None


def is_label_line(text: str) -> bool:
    """Whether the line begins with something like a label."""
    return label_of(text) is not None


def label_of(text: str) -> str | None:
    """The label at the beginning of the line."""
    found = _LABEL.match(text)
    return found["label"] if found else None


def _entries(elements: Sequence[Element]) -> Iterator[Entry]:
    for index, element in enumerate(elements):
        if isinstance(element, RawTable):
            yield from _rows(element, index)
        elif found := _LABEL.fullmatch(element.text):
            value = found["value"] or _following(elements, index)
            yield Entry(label=found["label"].strip(), value=value.strip(), index=index)


def _following(elements: Sequence[Element], index: int) -> str:
    """The value of a label alone on its line."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(following, Line) or _LABEL.fullmatch(following.text) or following.style.heading_level:
        return ""
    return following.text


def _rows(table: RawTable, index: int) -> Iterator[Entry]:
    for row in table.rows:
        cells = [" ".join(cell.split()) for cell in row]
        if len(cells) in _PAIRS:
            for label, value in zip(cells[::2], cells[1::2], strict=True):
                if label and len(label) <= 70:
                    yield Entry(label=label.rstrip(" :?"), value=value, index=index)
        for cell in cells:
            if (found := _LABEL.fullmatch(cell)) and found["value"]:
                yield Entry(label=found["label"].strip(), value=found["value"].strip(), index=index)
