from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indexer.model.register import Ruling, RulingKind, Status
from indexer.register.decisions import COLUMNS, Decisions, parse, status_of

HEAD = ",".join(COLUMNS)
GOOD = "c1,The tool will open.,confirm,,,,,Jo Field,2026-05-01T10:00+00:00"


def read(*lines: str, end: str = "\r\n") -> Decisions:
    return parse(end.join((HEAD, *lines, "")).encode())


def only(line: str) -> Ruling:
    found = read(line)
    assert found.problems == ()
    (ruling,) = found.rulings
    return ruling


def complaint(line: str) -> tuple[str, str]:
    """What is said of a wrong line, between two that are right."""
    found = read(GOOD, line, GOOD)
    assert [ruling.line for ruling in found.rulings] == [2, 4]
    (problem,) = found.problems
    assert problem.where == "decisions.csv, line 3"
    return problem.message, problem.hint or ""


def test_a_line_says_what_was_decided_by_whom_and_when() -> None:
    ruling = only("c1,The tool opens.,status,done,2026-04-14-scrutiny,para-3.1,late,Jo Field,2026-05-01T10:00+01:00")
    assert ruling == Ruling(
        commitment="c1",
        quote="The tool opens.",
        kind=RulingKind.STATUS,
        when=datetime(2026, 5, 1, 9, 0, tzinfo=UTC),
        who="Jo Field",
        status=Status.DONE,
        document="2026-04-14-scrutiny",
        anchor="para-3.1",
        note="late",
        line=2,
    )


@pytest.mark.parametrize("text", ["1/5/2026 10:00", "01/05/2026 10:00:00", "2026-05-01 10:00", "2026-05-01T10:00Z"])
def test_the_moment_may_be_written_as_excel_shows_it(text: str) -> None:
    assert only(f"c1,,confirm,,,,,Jo,{text}").when == datetime(2026, 5, 1, 10, 0, tzinfo=UTC)


def test_a_day_without_an_hour_is_its_beginning() -> None:
    assert only("c1,,confirm,,,,,Jo,1/5/2026").when == datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["done", "reported done", "Reported  Done"])
def test_a_status_may_be_written_with_reported_before_it_or_without(text: str) -> None:
    assert status_of(text) is Status.DONE


def test_the_address_of_a_paragraph_may_stand_where_its_document_is_asked_for() -> None:
    ruling = only("c1,,confirm,,https://papers.example.org/documents/a-paper#para-3.1,,,Jo,1/5/2026")
    assert ruling.evidence == ("a-paper", "para-3.1")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_line_ends_a_mark_blank_lines_and_columns_of_ones_own_do_no_harm(end: str) -> None:
    text = end.join(["", f"Mine,{HEAD.upper()}", "", f"x,{GOOD}", ",,,,,,,,,", f" , {GOOD} ", ""])
    found = parse(b"\xef\xbb\xbf" + text.encode())
    assert found.problems == ()
    assert [ruling.commitment for ruling in found.rulings] == ["c1", "c1"]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (",,confirm,,,,,Jo,1/5/2026", "names no commitment", "its id"),
        ("c1,,approve,,,,,Jo,1/5/2026", "has the decision “approve”", "Write confirm, dismiss or status."),
        ("c1,,status,finished,d,a,,Jo,1/5/2026", "has the status “finished”", "reported done"),
        ("c1,,status,done,,,,Jo,1/5/2026", "without the paragraph that reports it", "under document"),
        ("c1,,confirm,done,d,a,,Jo,1/5/2026", "gives a status with the decision “confirm”", "“status” under decision"),
        ("c1,,confirm,,d,,,Jo,1/5/2026", "a paper without a paragraph", "Write both"),
        ("c1,,confirm,,,,,,1/5/2026", "does not say who", "name under who"),
        ("c1,,confirm,,,,,Jo,soon", "has “soon” for when", "22/11/2026 10:30"),
        ("c1,,confirm,,,,,Jo,31/2/2026", "has “31/2/2026” for when", "22/11/2026 10:30"),
        ('c1,"never closed,confirm,,,,,Jo,1/5/2026', "cannot be parted into cells", "quotation marks"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_write_and_takes_no_other_with_it(
    line: str, message: str, hint: str
) -> None:
    said, advice = complaint(line)
    assert message in said
    assert hint in advice


def test_a_line_that_was_saved_in_another_encoding_is_named_and_the_others_count() -> None:
    found = parse(f"{HEAD}\r\n{GOOD}\r\n".encode() + "c2,“Saved”,confirm,,,,,Jo,1/5/2026\r\n".encode("cp1252"))
    assert [ruling.commitment for ruling in found.rulings] == ["c1"]
    assert [problem.where for problem in found.problems] == ["decisions.csv, line 3"]
    assert "CSV UTF-8" in (found.problems[0].hint or "")


def test_a_status_is_taken_back_without_a_paragraph() -> None:
    assert only("c1,,status,stated,,,,Jo,1/5/2026").status is Status.STATED


def test_without_its_first_line_a_file_is_named_and_says_nothing() -> None:
    found = parse(f"{GOOD}\r\n".encode())
    assert found.rulings == ()
    assert "has no column “commitment”" in found.problems[0].message


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", f"{HEAD}\r\n".encode()])
def test_a_file_without_decisions_is_none_the_worse_for_it(data: bytes) -> None:
    assert parse(data) == Decisions()


def test_a_cell_that_is_guarded_against_being_a_formula_comes_back_without_the_guard() -> None:
    assert only("c1,,confirm,,,,'=1+1,Jo,1/5/2026").note == "=1+1"
    assert only("c1,,confirm,,,,''=1+1,Jo,1/5/2026").note == "'=1+1"
    assert only("c1,,confirm,,,,'tis done,Jo,1/5/2026").note == "'tis done"
