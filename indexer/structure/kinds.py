"""What kind of paper is it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.model.document import Basis, Fact, Kind
from indexer.structure.front.meeting import Meeting
from indexer.structure.layout import Layout, texts

# A name or a signature is not longer; "the minutes of ..." in running text is none.
_NAME_WORDS = 25

_MINUTES = re.compile(r"\bminutes\b|\baction notes\b", re.IGNORECASE)
_MINUTES_LINE = re.compile(
    r"minutes:?|(?:members |also |councillors |board members )?present(?::.*)?|apologies(?: for absence)?(?::.*)?",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"(?:it was )?(?:unanimously )?(?:resolved|agreed)\b", re.IGNORECASE)
_AGENDA = re.compile(r"public document pack|agenda|a\s?g\s?e\s?n\s?d\s?a|agenda (?:pack|front sheet)", re.IGNORECASE)
_BRIEFING = re.compile(r"\bbriefing (?:note|paper)\b|\bmember briefing\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:portfolio holder|cabinet member|lead member)(?:['’]s)?\b.*\b(?:statement|report|update)\b|"
    r"\b(?:statement|report|update)\b.*\b(?:portfolio holder|cabinet member|lead member)\b|"
    r"portfolio holder\b.*councillor\b.*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:deputy leader\b.*)?\b(?:portfolio holder|cabinet member|lead member)\b.*", re.IGNORECASE)
_OWN_VOICE = re.compile(r"\b(?:I|my)\b")
_REPORT_HEADING = re.compile(
    r"(?:aims?|purpose(?: of (?:the |this )?report)?|recommendations?|reasons? for recommendations?|decide|"
    r"report detail.*|background papers|"
    r"(?:financial|legal|resource|equality) (?:and \w+ )?(?:implications|information))",
    re.IGNORECASE,
)
_REPORT_LABEL = re.compile(
    r"report (?:of|by|from|to|author)|presented by|(?:wards?|ward ?\(s\)|divisions?|division ?\(s\))\b.*|"
    r"(?:related )?portfolios?(?: holder)?|(?:name of )?cabinet member|is this a key decision|key decision|"
    r"forward plan ref.*",
    re.IGNORECASE,
)
_DECISION_LABEL = re.compile(r"decision status|is subject to call[ -]in", re.IGNORECASE)
_BYLINE = re.compile(r"report (?:of|by|from)\b.*", re.IGNORECASE)
_STRATEGY = re.compile(r"\b(?:strategy|strategic plan|plan|policy|framework|charter|pledge)\b", re.IGNORECASE)
_ACTION_PLAN = re.compile(r"\b(?:action plan|improvement plan|action tracker|delivery plan|tracker)\b", re.IGNORECASE)


def kind(layout: Layout, title: str, meeting: Meeting) -> Fact[Kind]:
    """The kind, from its name where it says so, else inferred from how it is laid out."""
    sheet = (title, *texts(layout.sheet))
    names = [text for text in sheet if len(text.split()) <= _NAME_WORDS]
    marks = _report_marks(layout)
    for named, is_named in (
        (Kind.AGENDA, any(_AGENDA.fullmatch(text) for text in sheet)),
        (Kind.MINUTES, marks < 2 and any(_MINUTES.search(text) for text in names)),
        (Kind.BRIEFING, any(_BRIEFING.search(text) for text in sheet)),
        (Kind.STATEMENT, marks < 2 and any(_STATEMENT.search(text) for text in sheet)),
    ):
        if is_named:
            return Fact(value=named, basis=Basis.STATED, where="front sheet")
    if any(_DECISION_LABEL.fullmatch(entry.label) for entry in layout.entries):
        return _inferred(Kind.OTHER, "record of a decision")
    if _is_signed(layout.lines):
        return _inferred(Kind.STATEMENT, "signed by the portfolio holder")
    if looks_like_minutes(layout):
        return _inferred(Kind.MINUTES, "attendance and resolutions")
    return _of_report(names, meeting, marks)


def _report_marks(layout: Layout) -> int:
    """How many headings and labels the paper has that only reports have."""
    headings = sum(bool(_REPORT_HEADING.fullmatch(heading.text.strip(" :"))) for heading in layout.headings.values())
    entries = (entry for entry in layout.entries if entry.index < layout.sheet_end)
    labels = sum(bool(_REPORT_LABEL.fullmatch(entry.label)) for entry in entries)
    return headings + labels + sum(bool(_BYLINE.fullmatch(text)) for text in texts(layout.sheet))


def _of_report(names: Sequence[str], meeting: Meeting, marks: int) -> Fact[Kind]:
    committee = meeting.committee.value if meeting.committee else ""
    if marks and committee:
        is_cabinet = re.search(r"\b(?:cabinet|executive)$", committee, re.IGNORECASE)
        return _inferred(Kind.CABINET_REPORT if is_cabinet else Kind.COMMITTEE_REPORT, f"report to {committee}")
    if any(_ACTION_PLAN.search(name) for name in names):
        return _inferred(Kind.ACTION_PLAN, "front sheet")
    if any(_STRATEGY.search(name) for name in names):
        return _inferred(Kind.STRATEGY, "front sheet")
    if marks >= 2:
        return _inferred(Kind.COMMITTEE_REPORT, "its headings and labels")
    return _inferred(Kind.OTHER, "no sign of another kind")


def _is_signed(lines: Sequence[str]) -> bool:
    """An essay in the first person with an office under it."""
    signed = any(_SIGNED.match(text) and len(text.split()) <= _NAME_WORDS for text in lines[-5:])
    return signed and sum(bool(_OWN_VOICE.search(text)) for text in lines) >= 3


def looks_like_minutes(layout: Layout) -> bool:
    """Whether the paper lists who was present and what was resolved."""
    marks = sum(bool(_MINUTES_LINE.fullmatch(text)) for text in layout.lines)
    return marks >= 1 and (marks >= 2 or any(_RESOLVED.match(text) for text in layout.lines))


def _inferred(value: Kind, where: str) -> Fact[Kind]:
    return Fact(value=value, basis=Basis.INFERRED, where=where)
