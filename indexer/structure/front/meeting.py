"""Which body met, when, and which item of its agenda was this?

A line "Meeting: 18/10/2018 - Cabinet (Item 22)" beats everything; the first date of a paper is often another meeting's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.model.document import Basis, Fact
from indexer.structure.front.bodies import ITEM, body_and_date, body_name, meeting_held, without_item
from indexer.structure.front.labels import Entry
from indexer.structure.layout import Layout, texts
from indexer.structure.lines import Line
from indexer.text.dates import DateMention, dates

_MEETING_LINE = re.compile(
    r"(?:Meeting|Decided at meeting|Considered at):?\s*(?P<date>\d\d?/\d\d?/\d{4})\s*[-–]\s*(?P<body>[^()]+?)"
    r"\s*(?:\(\s*Items?\s+(?P<item>[^)]+?)[.\s]*\))?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"date of (?:the )?(?:meeting|committee|cabinet|decision|report|publication|board|council)|"
    r"(?:meeting|committee|decision|report|publication|cabinet|council|board|panel)(?: meeting)? date|"
    r"date|date made|published(?: on)?|issued",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:date of publication|publication date|published(?: on)?|issued)\b", re.IGNORECASE)
_COMMITTEE_LABEL = re.compile(
    r"committee|name of (?:committee|meeting)|meeting(?: of)?|report to|to|decision[ -](?:maker|taker)|body|board|"
    r"considered by|panel",
    re.IGNORECASE,
)
_ANNUAL_REPORT = re.compile(
    r"annual report (?:of|to)(?: the)? (?P<body>.*?)(?:,? (?:for )?20\d\d(?:[/–-]\d\d(?:\d\d)?)?)?", re.IGNORECASE
)
# A web page may have its date below the first sentence: so many elements are "near the top".
_TOP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the paper says; ``when`` may be as coarse as a month, and ``is_meeting`` tells if it is a meeting's date."""

    committee: Fact[str] | None = None
    when: Fact[DateMention] | None = None
    is_meeting: bool = False
    item: Fact[str] | None = None


def meeting(layout: Layout) -> Meeting:
    """The committee, date and item, each from the surest place that names it."""
    best = Meeting()
    for candidate in _candidates(layout):
        best = Meeting(
            committee=best.committee or candidate.committee,
            when=best.when or candidate.when,
            is_meeting=best.is_meeting if best.when else candidate.is_meeting,
            item=best.item or candidate.item,
        )
    return best


def _candidates(layout: Layout) -> Iterator[Meeting]:
    """What each place says, the surest first."""
    for element in layout.elements:
        if isinstance(element, Line) and (line := _MEETING_LINE.fullmatch(element.printed)):
            yield _of_meeting_line(line)
    top = texts(layout.elements[: max(layout.sheet_end, _TOP)])
    alone = list(_alone(top))
    yield from (candidate for candidate in alone if candidate.committee and candidate.when)
    for text in top:
        if held := meeting_held(text):
            yield _stated("front sheet", *held)
    yield from _labelled(layout.entries, layout.sheet_end)
    yield from alone
    for text in top:
        if report := _ANNUAL_REPORT.fullmatch(text):
            yield _stated("front sheet", body_name(report["body"]))
    for text in layout.running_heads:
        for part in (text, *text.split(" | ")):
            yield _at_once("running head", part)


def _alone(top: Sequence[str]) -> Iterator[Meeting]:
    """Of lines that are nothing but a committee, a date, an item or several of them."""
    for text in top:
        yield _at_once("front sheet", text)


def _labelled(entries: Sequence[Entry], sheet_end: int) -> Iterator[Meeting]:
    """Of label lines; the date of a publication comes last."""
    published: list[Meeting] = []
    for entry in entries:
        if _COMMITTEE_LABEL.fullmatch(entry.label):
            yield _at_once(entry.where, entry.value)
        elif _DATE_LABEL.fullmatch(entry.label) and (mentions := dates(entry.value)):
            is_meeting = not _PUBLISHED.fullmatch(entry.label)
            candidate = _stated(entry.where, None, mentions[0], is_meeting=is_meeting)
            if is_meeting:
                yield candidate
            else:
                published.append(candidate)
        elif entry.index < sheet_end and (item := ITEM.fullmatch(f"{entry.label}: {entry.value}")):
            yield _stated(entry.where, None, None, item["item"])
    yield from published


def _at_once(where: str, text: str) -> Meeting:
    """Of one text that may hold the committee, the date and the item."""
    plain, item = without_item(text)
    return _stated(where, *body_and_date(plain), item, is_meeting=not _PUBLISHED.match(text))


def _of_meeting_line(line: re.Match[str]) -> Meeting:
    day = next(iter(dates(line["date"])), None)
    return _stated(f"line '{line[0].split(':')[0]}:'", line["body"].strip(), day, line["item"])


def _stated(
    where: str, body: str | None, when: DateMention | None = None, item: str | None = None, *, is_meeting: bool = True
) -> Meeting:
    def fact(value: str | None) -> Fact[str] | None:
        return Fact(value=" ".join(value.split()), basis=Basis.STATED, where=where) if value else None

    return Meeting(
        committee=fact(body),
        when=Fact(value=when, basis=Basis.STATED, where=where) if when else None,
        is_meeting=is_meeting,
        item=fact(item),
    )
