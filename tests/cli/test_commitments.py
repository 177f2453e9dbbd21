"""What other programs rely on of the register: its JSON, its table, exit status."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from indexer.cli.main import main
from tests.web.register_site import TOOL, make_register_site


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def ids(self) -> list[str]:
        return [found["id"] for found in self.json["commitments"]]


Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commitments")
    make_register_site(folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> Run:
    """Runs ``matters`` on an index with commitments, and a register of the test's own."""
    monkeypatch.setenv("MATTERS_HOME", str(folder / "home"))
    monkeypatch.setenv("MATTERS_REGISTER", str(tmp_path))

    def ran(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["matters", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return ran


def as_json(run: Run, *arguments: str) -> Ran:
    return run("commitments", *arguments, "--format", "json")


def test_the_register_prints_the_promised_json(run: Run) -> None:
    ran = as_json(run, "screening tool")
    assert ran.status == 0
    assert {"total", "commitments", "facets"} <= ran.json.keys()
    assert {"status", "owner", "topic", "portfolio", "year", "committee"} <= ran.json["facets"].keys()
    (found,) = ran.json["commitments"]
    assert {
        *("id", "quote", "action", "kind", "lead_in", "owner", "owner_stated", "partners", "due", "status", "topics"),
        *("portfolio", "document", "paragraph", "mentions_since", "url"),
    } <= found.keys()
    assert found["quote"] == TOOL
    assert {"text", "from", "to", "precision", "stated"} == found["due"].keys()
    assert {"document", "paragraph", "quote"} <= found["mentions_since"][0].keys()
    assert {"value": 2025, "count": 1, "selected": False}.items() <= ran.json["facets"]["year"][0].items()


def test_all_that_is_asked_for_is_printed_and_not_a_page_of_it(run: Run) -> None:
    assert len(as_json(run).ids) == as_json(run).json["total"] == 6
    assert len(as_json(run, "--all").ids) == 7


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--kind", "decision"), ["report-back"]),
        (("--kind", "intention"), ["hope"]),
        (("--owner", "head of fostering"), ["report-back"]),
        (("--owner", "fostering"), ["report-back"]),
        (("--due-before", "2025"), ["script", "formula"]),
        (("--due-after", "1 January 2027"), ["report-back"]),
        (("--status", "overdue", "--year", "2025"), ["tool"]),
        (("--status", "reported done"), []),
        (("--status", "done"), []),
        (("--topic", "Neglect"), ["tool"]),
        (("--committee", "Cabinet", "--to", "2024"), ["script", "formula"]),
        (("--municipal-year", "2026-27"), ["report-back"]),
        (("--from", "2026"), ["report-back"]),
    ],
)
def test_the_filters_are_those_of_a_search_and_the_registers_own(
    run: Run, options: tuple[str, ...], expected: list[str]
) -> None:
    assert as_json(run, *options).ids == expected


def test_the_csv_opens_well_in_excel(run: Run) -> None:
    out = run("commitments", "--format", "csv").out
    assert out.startswith("\ufeffreference,due,")
    assert "\r\n" in out
    found = {row["id"]: row for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))}
    assert found["tool"]["quote"] == TOOL
    assert found["formula"]["owner"] == "'=cmd()"


def test_the_table_tells_what_by_whom_by_when_and_where(run: Run) -> None:
    out = run("commitments").out
    assert out.startswith("6 commitments: 3 overdue, 1 later, 2 undated\n")
    assert "CS (25/26) 01 · plan · by January 2026 · overdue\n" in out
    assert " · plan · <b>June</b> (2024-06-01) · overdue\n" in out  # the words do not say which year
    for told in (
        TOOL.rstrip("."),
        "\n  Partnership\n",
        "\n  2025-07-15-scrutiny#p-4\n",
        "\n  Transport (not stated)\n",
    ):
        assert told in out
    assert "1 more with --all" in out
    assert run("commitments", "zebra").out.startswith("0 commitments\n")


def test_the_table_keeps_to_the_width_of_the_terminal_and_breaks_no_address(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    _, head, *lines = run("commitments", "screening").out.strip().splitlines()[1:]
    assert head.startswith("CS (25/26) 01")
    assert [line for line in lines if len(line) > 20] == ["  2025-07-15-scrutiny#p-4"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--kind", "wish"), "There is no kind 'wish'. There is: decision, undertaking"),
        (("--status", "finished"), "There is no status 'finished'. There is: stated, reported done"),
        (("--owner", "nobody"), "No commitment has an owner 'nobody'."),
        (("--topic", "unheard-of"), "There is no topic 'unheard-of'"),
        (("--due-before", "soon"), "is not a date: write it like"),
        (("--from", "2025", "--to", "2024"), "is later than the one after --to"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(run: Run, options: tuple[str, ...], sentence: str) -> None:
    ran = run("commitments", *options)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert "Traceback" not in ran.err


def test_a_wrong_line_of_the_decisions_is_named_by_problems_and_gives_status_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text(
        "commitment,quote,decision,status,document,anchor,note,who,when\n"
        "tool,,status,done,2026-09-22-scrutiny,p-3,,Jo,1/5/2026\n"
        "tool,,approve,,,,,Jo,1/5/2026\n"
    )
    ran = as_json(run, "--status", "done")
    assert (ran.status, ran.ids) == (1, ["tool"])
    problems = run("problems")
    assert problems.status == 1
    assert "decisions.csv, line 3: has the decision “approve”" in problems.out
    assert "Write confirm, dismiss or status." in problems.out


def test_a_paper_is_shown_with_what_it_promises(run: Run) -> None:
    found = run("show", "2025-07-15-scrutiny", "--json").json["commitments"]
    assert [(one["id"], one["kind"]) for one in found] == [("tool", "plan"), ("passes", "plan"), ("hope", "intention")]
    assert f"commitment         {TOOL.rstrip('.')} (plan, #" in run("show", "2025-07-15-scrutiny").out


def test_without_an_index_it_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    ran = run("commitments", "--home", str(tmp_path / "none"))
    assert ran.status == 2
    assert "matters index" in ran.err
