"""On which background papers does a report rest?"""

from __future__ import annotations

import re

from indexer.model.raw import RawTable
from indexer.structure.front.labels import first
from indexer.structure.layout import Layout
from indexer.structure.numbering import Label

_NAME = r"(?:list of |other useful )?background (?:papers|documents)(?: used)?"
_NONE = re.compile(r"(?:none|nil|n/?a|not applicable|there are no(?:ne)?\b.*)\W*", re.IGNORECASE)


def background_papers(layout: Layout) -> tuple[str, ...]:
    """The papers listed under their heading, or after their label; none where the paper says there are none."""
    for start, heading in layout.headings.items():
        if re.fullmatch(_NAME, heading.text.strip(" :"), re.IGNORECASE):
            return tuple(paper for paper in _listed(layout, start) if _counts(paper))
    entry = first(layout.entries, _NAME)
    return tuple(part for part in re.split(r"\s*;\s*", entry.value) if _counts(part)) if entry else ()


def _listed(layout: Layout, start: int) -> list[str]:
    """Lines labelled like the first one: what follows without a number after numbered papers is something else."""
    papers: list[str] = []
    labelled: set[Label | None] = set()
    for index in range(start + 1, len(layout.elements)):
        element = layout.elements[index]
        if index in layout.headings:
            break
        if isinstance(element, RawTable):
            if papers:
                break  # a table after the list is about something else
            papers += [" – ".join(cell for cell in row if cell) for row in element.rows]
        elif not labelled or element.kind in labelled:
            labelled.add(element.kind)
            papers.append(element.text)
    return papers


def _counts(paper: str) -> bool:
    return bool(paper.strip()) and not _NONE.fullmatch(paper)
