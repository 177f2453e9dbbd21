"""What holds of the register whatever people write and whatever the papers promise."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from indexer.model import spreadsheet
from indexer.model.commitment import CommitmentKind, Due, DuePrecision
from indexer.model.register import (
    Entry,
    RegisterFacet,
    RegisterFilter,
    RegisterRequest,
    RegisterSort,
    Ruling,
    RulingKind,
    Status,
)
from indexer.register.decisions import COLUMNS, parse
from indexer.register.file import DecisionsFile
from indexer.register.register import Register
from indexer.register.select import keys, owner_key, select
from tests.unit.register.papers import TODAY, register, report
from webapp import icalendar, params, register_params

TEXT = st.text(max_size=60)
# A file writes text in one line, without signs that print nothing.
LINE = TEXT.map(lambda text: " ".join("".join(c if c.isprintable() else " " for c in text).split()))
NAME = LINE.filter(bool)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)
ANCHORS = st.from_regex(r"para-[0-9]{1,3}", fullmatch=True)


@st.composite
def rulings(draw: st.DrawFn) -> Ruling:
    kind = draw(st.sampled_from(RulingKind))
    status = draw(st.sampled_from(Status)) if kind is RulingKind.STATUS else None
    evidence = status not in {None, Status.STATED} or draw(st.booleans())
    return Ruling(
        commitment=draw(NAME),
        quote=draw(LINE),
        kind=kind,
        when=draw(MOMENTS),
        who=draw(NAME),
        status=status,
        document=draw(st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)) if evidence else None,
        anchor=draw(ANCHORS) if evidence else None,
        note=draw(LINE),
    )


@settings(deadline=None)
@given(st.lists(rulings(), max_size=4))
def test_what_is_written_down_is_read_again_as_it_was(decided: list[Ruling]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = DecisionsFile(Path(folder))
        for ruling in decided:
            file.append(ruling)
        decisions = file.decisions()
    assert decisions.problems == ()
    assert [replace(ruling, line=0) for ruling in decisions.rulings] == decided


@settings(deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_a_file_of_decisions_and_each_fault_names_its_line(data: bytes, headed: bool) -> None:  # noqa: FBT001
    whole = (",".join(COLUMNS).encode() + b"\r\n" if headed else b"") + data
    decisions = parse(whole)
    lines = whole.count(b"\n") + whole.count(b"\r") + 1
    for problem in decisions.problems:
        line = int(problem.where.removeprefix("decisions.csv, line "))
        assert 1 <= line <= lines
        assert problem.hint


@settings(deadline=None)
@given(st.lists(TEXT, min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_a_line_of_any_text_takes_no_other_with_it(cells: list[str]) -> None:
    good = ["c1", "x", "confirm", "", "", "", "", "Jo", "1/5/2026"]
    encoded = spreadsheet.lines([COLUMNS, good, cells, good]).encode("utf-8", "replace")
    assert [ruling.commitment for ruling in parse(encoded).rulings].count("c1") >= 2


@given(st.lists(st.lists(st.text(max_size=20) | st.integers() | st.none(), min_size=2, max_size=2), max_size=5))
def test_a_table_of_any_text_is_one_that_a_spreadsheet_reads_and_holds_no_formula(
    rows: Sequence[list[str | int | None]],
) -> None:
    text = spreadsheet.table(["a", "b"], [dict(zip("ab", row, strict=True)) for row in rows])
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(read) == len(rows) + 1
    for row, cells in zip(rows, read[1:], strict=True):
        for cell, shown in zip(row, cells, strict=True):
            if isinstance(cell, str):
                assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\0"))
                assert spreadsheet.unguarded(shown) == cell


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
EVENTS = st.builds(
    icalendar.Event,
    id=st.from_regex(r"[a-z0-9]{1,10}", fullmatch=True),
    day=st.dates(),
    title=TEXT,
    text=TEXT,
    url=st.none() | st.just("https://papers.example.org/commitments/x"),
)


@given(TEXT, st.lists(EVENTS, max_size=3))
def test_a_calendar_of_any_text_is_well_formed(name: str, events: list[icalendar.Event]) -> None:
    text = icalendar.calendar(name, datetime(2026, 1, 1, tzinfo=UTC), events)
    assert text.endswith("END:VCALENDAR\r\n")
    physical = text.encode("utf-8", "replace").split(b"\r\n")
    assert all(len(line) <= icalendar.LONGEST_LINE for line in physical)
    assert not any(b"\n" in line or b"\r" in line for line in physical)
    for line in physical:
        line.decode("utf-8")  # no letter is cut
    logical = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert logical.count("BEGIN:VEVENT") == logical.count("END:VEVENT") == len(events)
    assert all(line.split(":", 1)[0].partition(";")[0].replace("-", "").isupper() for line in logical)


KINDS = st.sampled_from(CommitmentKind)
OWNERS = st.sampled_from(["Director", "the Director", "Head of Care", None])


@st.composite
def registers(draw: st.DrawFn) -> Register:
    papers = []
    for number in range(draw(st.integers(0, 4))):
        promises = [
            (
                f"Thing {number} {place} is to be done.",
                {
                    "kind": draw(KINDS),
                    "owner": draw(OWNERS),
                    "topics": tuple(draw(st.sets(st.sampled_from(["care", "health"])))),
                    "due": draw(st.none() | DAYS.map(_due)),
                },
            )
            for place in range(draw(st.integers(0, 3)))
        ]
        day = draw(st.none() | st.dates(date(2022, 1, 1), date(2024, 12, 31)))
        papers.append(report(f"p{number}", [quote for quote, _ in promises], day, promises=promises))
    return register(*papers)


def _due(day: date) -> Due:
    return Due(text="then", precision=DuePrecision.DAY, stated=True, first=day, last=day)


VALUES = {
    RegisterFacet.TIMING: ["overdue", "later"],
    RegisterFacet.STATUS: ["stated"],
    RegisterFacet.KIND: ["plan", "intention"],
    RegisterFacet.OWNER: ["Director", "nobody"],
    RegisterFacet.TOPIC: ["care"],
    RegisterFacet.DATED: ["yes", "no"],
    RegisterFacet.YEAR: ["2023"],
}


@st.composite
def asked(draw: st.DrawFn) -> RegisterRequest:
    facets = draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=3))
    chosen = tuple(
        RegisterFilter(facet=facet, values=tuple(draw(st.sets(st.sampled_from(VALUES[facet]), min_size=1))))
        for facet in RegisterFacet
        if facet in facets
    )
    return RegisterRequest(
        query=draw(st.sampled_from(["", "thing", "1", "zebra"])),
        filters=chosen,
        weak=draw(st.booleans()),
        due_after=draw(st.none() | DAYS),
        due_before=draw(st.none() | DAYS),
        sort=draw(st.sampled_from(RegisterSort)),
        page=draw(st.integers(1, 4)),
    )


def _is_wanted(entry: Entry, request: RegisterRequest) -> bool:
    return all(
        {owner_key(value) if chosen.facet is RegisterFacet.OWNER else value for value in chosen.values}
        & set(keys(entry, chosen.facet))
        for chosen in request.filters
    )


@settings(deadline=None, max_examples=150)
@given(registers(), asked())
def test_filters_leave_what_they_ask_for_and_counts_tell_what_each_value_would_leave(
    shelf: Register, request: RegisterRequest
) -> None:
    page = select(request, shelf, lambda _, value: value, size=2)
    whole = select(request, shelf, lambda _, value: value, size=None)
    assert page.total == whole.total == len(whole.entries) <= len(shelf.entries)
    assert len(page.entries) <= 2
    assert all(_is_wanted(entry, request) for entry in whole.entries)
    assert len({entry.commitment.id for entry in whole.entries}) == whole.total
    for counts in whole.facets:
        without = tuple(chosen for chosen in request.filters if chosen.facet is not counts.facet)
        for value in counts.values:
            one = RegisterFilter(facet=counts.facet, values=(value.value,))
            alone = select(replace(request, filters=(*without, one)), shelf, lambda _, value: value, size=None)
            assert alone.total == value.count, (counts.facet, value)
    if request.sort is RegisterSort.DUE:
        dues = [entry.first_due.last for entry in whole.entries if entry.first_due and entry.first_due.last]
        assert dues == sorted(dues)


@settings(deadline=None)
@given(registers())
def test_references_and_ids_are_each_ones_own_and_what_is_overdue_has_a_date_before_today(shelf: Register) -> None:
    assert len({entry.reference for entry in shelf.entries}) == len(shelf.entries)
    assert len({entry.commitment.id for entry in shelf.entries}) == len(shelf.entries)
    for entry in shelf.entries:
        last = entry.first_due.last if entry.first_due else None
        assert (entry.timing.value == "overdue") == (last is not None and last < TODAY)


CLEAN = st.text(max_size=30).map(params.clean)


@st.composite
def requests(draw: st.DrawFn) -> RegisterRequest:
    facets = draw(st.sets(st.sampled_from(RegisterFacet)))
    years = st.lists(st.integers(1000, 9999).map(str), min_size=1, max_size=3, unique=True).map(tuple)
    # A standing by the date that is asked for as a status is one by the date.
    words = CLEAN.filter(lambda text: text and text not in {"overdue", "due soon", "later", "undated", "closed"})
    texts = st.lists(words, min_size=1, max_size=3, unique=True).map(tuple)
    first, last = draw(st.none() | st.dates()), draw(st.none() | st.dates())
    if first and last and first > last:
        first, last = last, first
    return RegisterRequest(
        query=draw(CLEAN),
        filters=tuple(
            RegisterFilter(facet=facet, values=draw(years if facet is RegisterFacet.YEAR else texts))
            for facet in RegisterFacet
            if facet in facets
        ),
        weak=draw(st.booleans()),
        date_from=first,
        date_to=last,
        due_after=draw(st.none() | st.dates()),
        due_before=draw(st.none() | st.dates()),
        sort=draw(st.sampled_from(RegisterSort)),
        page=draw(st.integers(1, params.LAST_PAGE)),
    )


@given(requests())
def test_a_request_comes_back_from_its_query_string(request: RegisterRequest) -> None:
    parsed = register_params.read(MultiDict(register_params.write(request)))
    assert parsed.request == request
    assert parsed.mistakes == ()


NAMES = st.sampled_from(["q", "all", "sort", "page", "due_after", "from", "date", "committee", *RegisterFacet]) | TEXT
NASTY = st.sampled_from(["", "-1", "9" * 5000, "2026-02-30", "31/2/2020", "\0", "\ud800", "overdue", "due"]) | TEXT


@given(st.lists(st.tuples(NAMES, NASTY), max_size=15))
def test_every_query_string_asks_for_something_that_can_be_written_and_read_again(pairs: list[tuple[str, str]]) -> None:
    parsed = register_params.read(MultiDict(pairs))
    assert register_params.read(MultiDict(register_params.write(parsed.request))).request == parsed.request
    sheet, mistakes = register_params.read_sheet(MultiDict(pairs))
    for mistake in (*parsed.mistakes, *mistakes):
        assert mistake.message.endswith(".")
        assert len(mistake.message) < 150
    if sheet:
        query = register_params.write_sheet(sheet)
        assert "date=" in query
