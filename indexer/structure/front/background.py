"""On which background papers does a report rest?"""

from __future__ import annotations

import re

from indexer.model.raw import RawTable
from indexer.structure.front.labels import first
from indexer.structure.layout import Layout
from indexer.text.labels import Label

_NAME = r"(?:list of |other useful )?background (?:papers|documents)(?: used)?"
# After three letters, a figure or a bracket: not after "Dr." or "St.".
_SENTENCE_END = re.compile(r"(?:(?<=[a-z]{3})|(?<=[\d)”’\"']))\.\s+(?=[A-Z])")
# A title has more words than an abbreviation or "Item 9".
_TITLE_WORDS = 3
_NONE = re.compile(r"(?:none|nil|n/?a|not applicable|there are no(?:ne)?\b.*)\W*", re.IGNORECASE)


def background_papers(layout: Layout) -> tuple[str, ...]:
    """The papers listed under their heading, or after their label; none where the paper says there are none."""
    for start, heading in layout.headings.items():
        if re.fullmatch(_NAME, heading.text.strip(" :"), re.IGNORECASE):
            return tuple(paper for line in _listed(layout, start) for paper in _parted(line) if _counts(paper))
    entry = first(layout.entries, _NAME)
    return tuple(paper for paper in _parted(entry.value) if _counts(paper)) if entry else ()


def _parted(text: str) -> list[str]:
    """The papers that one line names: parted by semicolons, or by full stops where every part can be a title."""
    papers = [paper for part in re.split(r"\s*;\s*", text) for paper in _sentences(part)]
    return [paper.rstrip(" .") for paper in papers] if len(papers) > 1 else papers


def _sentences(text: str) -> list[str]:
    parts = _SENTENCE_END.split(text)
    return parts if all(part[:1].isupper() and len(part.split()) >= _TITLE_WORDS for part in parts) else [text]


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
