from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from indexer.model.commitment import CommitmentKind
from indexer.model.document import Document
from indexer.model.register import Ruling, RulingKind, SheetPart, SheetRequest, Status
from indexer.register.sheet import sheet_rows
from tests.promises import due
from tests.unit.register.papers import register, report, reported, ruling

TODAY, MEETING, PREVIOUS = date(2025, 6, 1), date(2025, 6, 10), date(2025, 3, 11)
JANUARY, MARCH = date(2025, 1, 14), date(2025, 3, 11)


def dated(last: date, day: date = JANUARY, name: str = "a") -> Document:
    quote = f"What is due on {last:%d %m}."
    return report(name, [quote], day, promises=[(quote, {"due": due(last)})])


def parts(*documents: Document, rulings: tuple[Ruling, ...] = (), **asked: object) -> list[tuple[SheetPart, str]]:
    request = SheetRequest(**{"day": MEETING, "committee": "childrens-scrutiny", **asked})  # type: ignore[arg-type]
    rows = sheet_rows(request, register(*documents, rulings=rulings).entries, TODAY, PREVIOUS)
    return [(row.part, row.entry.commitment.id) for row in rows]


def test_a_commitment_is_overdue_by_the_day_and_due_by_the_meeting() -> None:
    papers = [
        dated(date(2025, 5, 31), name="a"),
        dated(TODAY, name="b"),
        dated(MEETING, name="c"),
        dated(date(2025, 6, 11), name="d"),
    ]
    assert parts(*papers) == [(SheetPart.OVERDUE, "a-1"), (SheetPart.DUE, "b-1"), (SheetPart.DUE, "c-1")]


def test_what_has_no_date_comes_after_what_has_one() -> None:
    assert parts(report("a", ["Some day."], JANUARY), dated(date(2025, 5, 1), name="b")) == [
        (SheetPart.OVERDUE, "b-1"),
        (SheetPart.UNDATED, "a-1"),
    ]


def test_what_ended_since_the_last_meeting_is_told_and_what_ended_before_is_not() -> None:
    done = reported("a-1", Status.DONE)
    paper = dated(date(2025, 5, 1))
    assert parts(paper, rulings=(done,)) == [(SheetPart.CHANGED, "a-1")]
    assert parts(paper, rulings=(replace(done, when=datetime(2025, 3, 10, tzinfo=UTC)),)) == []


def test_what_was_promised_at_the_last_meeting_or_since_is_told_though_it_is_due_later() -> None:
    later = date(2026, 1, 31)
    assert parts(dated(later, MARCH)) == [(SheetPart.CHANGED, "a-1")]
    assert parts(dated(later, JANUARY)) == []


def test_papers_after_the_meeting_and_other_bodies_and_weak_ones_are_left_out() -> None:
    quote = "It is hoped."
    weak = report("c", [quote], promises=[(quote, {"kind": CommitmentKind.INTENTION})])
    papers = [report("a", ["After."], date(2025, 7, 1)), replace(report("b", ["Other."]), committee_id="cabinet"), weak]
    assert parts(*papers) == []
    assert parts(papers[1], committee=None, portfolio="childrens-services") == [(SheetPart.UNDATED, "b-1")]


def test_what_is_told_again_stands_with_what_it_repeats_and_is_closed_with_it() -> None:
    quote = "A named nurse for care leavers is to be in post at Brookvale by May."
    first = report("a", [quote], JANUARY, promises=[(quote, {"due": due(date(2025, 5, 31))})])
    again = report("b", [quote], MARCH, promises=[(quote, {"due": due(date(2025, 5, 31))})])
    request = SheetRequest(day=MEETING, committee="childrens-scrutiny")
    (row,) = sheet_rows(request, register(first, again).entries, TODAY, PREVIOUS)
    assert (row.entry.commitment.id, row.again) == ("a-1", ("CS (24/25) 02",))
    assert parts(first, again, rulings=(reported("a-1", Status.DONE, day=1),)) == [(SheetPart.CHANGED, "a-1")]
    elsewhere = replace(first, committee_id="cabinet")
    assert parts(elsewhere, again) == [(SheetPart.OVERDUE, "b-1")]


def test_what_a_person_dismissed_is_left_out() -> None:
    assert parts(report("a", ["None."]), rulings=(ruling("a-1", RulingKind.DISMISS),)) == []


def test_the_sheet_of_a_past_meeting_tells_how_things_stood_on_its_day() -> None:
    assert parts(dated(date(2025, 5, 1)), day=date(2025, 4, 1)) == []
    assert parts(dated(date(2025, 3, 20)), day=date(2025, 4, 1)) == [(SheetPart.OVERDUE, "a-1")]
