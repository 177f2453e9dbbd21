"""What is the paper called?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from indexer.model.document import Basis, Fact
from indexer.model.raw import Style
from indexer.structure.front.labels import first
from indexer.structure.front.meeting import Meeting
from indexer.structure.front.sheet import may_be_title
from indexer.structure.kinds import looks_like_minutes
from indexer.structure.layout import Layout, texts
from indexer.structure.lines import Element, Line
from indexer.text.dates import Precision

_LABELS = r"(?:report )?title(?: of (?:the )?report)?|subject(?: of report)?|report subject|issue|name of report"
_GENERAL = re.compile(
    r"(?:draft |confirmed |printed )?(?:agenda and )?(?:draft )?(?:minutes|agenda|agenda front sheet|"
    r"a\s?g\s?e\s?n\s?d\s?a|public document pack)(?: (?:of|for|from)\b.*)?",
    re.IGNORECASE,
)
_PROPERTY_NOISE = re.compile(r"(?:microsoft word|untitled|document\d*|.*\.(?:docx?|pdf|html?)$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title, and the index of the line that is nothing but the title."""

    fact: Fact[str]
    index: int | None = None


def title(layout: Layout, met: Meeting) -> Title:
    """The title: after its label, else the likeliest line of the front sheet, else the file's own or its name."""
    if (entry := first(layout.entries, _LABELS, before=layout.sheet_end)) is not None:
        return Title(fact=Fact(value=entry.value, basis=Basis.STATED, where=entry.where))
    sheet, values = layout.sheet, {entry.value for entry in layout.entries}
    candidates = [index for index, line in enumerate(sheet) if may_be_title(line) and line.text not in values]
    best = max(candidates, key=lambda index: _prominence(sheet[index]), default=None)
    is_named = best is not None and _is_marked(sheet[best])
    if (general := _of_meeting(layout, met, is_named=is_named)) is not None:
        return general
    if best is not None:
        return Title(fact=Fact(value=_with_subtitle(sheet, best), basis=Basis.STATED, where="front sheet"), index=best)
    if layout.own_title and not _PROPERTY_NOISE.match(layout.own_title):
        return Title(fact=Fact(value=layout.own_title, basis=Basis.INFERRED, where="the file's own title"))
    return Title(fact=Fact(value=_from_name(layout.path), basis=Basis.INFERRED, where="file name"))


def _of_meeting(layout: Layout, met: Meeting, *, is_named: bool) -> Title | None:
    """Minutes and agendas are called by their committee and date, which say more than "Agenda and minutes"."""
    general = [text for text in texts(layout.sheet) if _GENERAL.fullmatch(text)]
    minutes = looks_like_minutes(layout) and not is_named
    if met.committee is None or not (general or minutes):
        return None
    sort = "Minutes" if minutes or "minutes" in " ".join(general).casefold() else "Agenda"
    when = f", {met.when.value.first:%-d %B %Y}" if met.when and met.when.value.precision is Precision.DAY else ""
    name = f"{sort} of the {_lowered(met.committee.value)}{when}"
    return Title(fact=Fact(value=name, basis=Basis.INFERRED, where="the committee and date of the meeting"))


def _lowered(name: str) -> str:
    """A committee's name without its article, and not in capitals throughout."""
    words = name.removeprefix("The ").removeprefix("the ").split()
    if name.isupper():
        words = [word.lower() if word in {"AND", "OF", "FOR", "THE"} else word.capitalize() for word in words]
    return " ".join(words)


def _with_subtitle(sheet: Sequence[Element], index: int) -> str:
    """The title, and the marked line directly below it that explains it."""
    title, below = sheet[index], sheet[index + 1] if index + 1 < len(sheet) else None
    if not isinstance(title, Line):
        return ""
    if not title.style.heading_level or below is None or not may_be_title(below) or not below.style.heading_level:
        return title.printed
    return f"{title.printed.rstrip(':')}: {below.text}"


def _is_marked(line: Element) -> bool:
    return isinstance(line, Line) and line.style.heading_level is not None


def _prominence(line: Element) -> tuple[float, int, bool]:
    """Larger type first, then a marked heading, then bold; among equals ``max`` keeps the first."""
    style = line.style if isinstance(line, Line) else Style()
    return style.size or 0, -(style.heading_level or 9), style.bold


def _from_name(path: str) -> str:
    """The file's name as words, without a date before it."""
    words = re.sub(r"[-_\s]+", " ", PurePosixPath(path).stem).strip()
    words = re.sub(r"^(?:\d{4} \d\d \d\d|\d{8})\s+", "", words)
    return words[:1].upper() + words[1:] if words else path
