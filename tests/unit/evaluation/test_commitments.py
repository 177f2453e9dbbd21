"""Are the marked lines read as they are written, is every mistake named, and are the measures what they say?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from indexer.errors import RequestError
from indexer.evaluation.commitments import Compared, Evaluation
from indexer.judgements.commitments import Mark, marks
from indexer.judgements.table import Half
from indexer.model.commitment import Commitment, CommitmentKind, Due, DuePrecision
from indexer.settings import Settings

HEAD = "document,anchor,lead_in,quote,label,owner,due,due_from,due_to,written\n"


def table(folder: Path, rows: str) -> Path:
    path = folder / "commitments.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def mark(kind: CommitmentKind | None, *, owner: str = "", due: date | None = None, half: Half = Half.BEFORE) -> Mark:
    days = (due, due) if due else None
    return Mark(
        line=2, document="a", anchor="p-1", quote="A hub will open.", kind=kind, owner=owner, due=days, written=half
    )


def found(kind: CommitmentKind, *, owner: str | None = None, due: date | None = None) -> Commitment:
    return Commitment(
        id="abc",
        anchor="p-1",
        start=0,
        end=16,
        quote="A hub will open.",
        action="open",
        kind=kind,
        owner=owner or "the department",
        owner_stated=owner is not None,
        due=Due(text="then", precision=DuePrecision.DAY, stated=True, first=due, last=due) if due else None,
    )


def evaluation(*pairs: tuple[Mark, Commitment | None]) -> Evaluation:
    return Evaluation(each=tuple(Compared(mark=one, found=other) for one, other in pairs))


def test_a_line_is_read_as_it_is_marked(tmp_path: Path) -> None:
    rows = (
        "a,p-1,,It opens.,plan,the Chair,by May,2026-05-01,2026-05-31,before\na,p-1,We will:,it shuts,none,,,,,after\n"
    )
    first, second = marks(table(tmp_path, rows))
    assert (first.kind, first.owner, first.due) == (
        CommitmentKind.PLAN,
        "the Chair",
        (date(2026, 5, 1), date(2026, 5, 31)),
    )
    assert (second.kind, second.is_firm, second.due, second.written) == (None, False, None, Half.AFTER)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("a,,,It opens.,plan,,,,,before", "write a document, an anchor and a quote"),
        ("a,p-1", "write a document, an anchor and a quote"),
        ("a,p-1,,It opens.,vow,,,,,before", "there is no label 'vow'; write one of: decision, undertaking"),
        ("a,p-1,,It opens.,,,,,,before", "there is no label ''"),
        ("a,p-1,,It opens.,plan,,,,,during", "'during' is no half; write one of: before, after"),
        ("a,p-1,,It opens.,plan,,,May 2026,May 2026,before", "is no day; write days as 2026-03-31"),
        ("a,p-1,,It opens.,plan,,,2026-05-01,,before", "the first and the last day"),
        ("a,p-1,,It opens.,plan,,,2026-05-02,2026-05-01,before", "the earlier first"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_write(tmp_path: Path, row: str, sentence: str) -> None:
    with pytest.raises(RequestError, match=re.escape(sentence)) as raised:
        marks(table(tmp_path, f"a,p-1,,It opens.,plan,,,,,before\n{row}\n"))
    assert "commitments.csv, line 3:" in str(raised.value)


def test_a_table_that_is_empty_not_there_or_not_text_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="hold no line"):
        marks(table(tmp_path, ""))
    with pytest.raises(RequestError, match="cannot be read"):
        marks(tmp_path / "none.csv")
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RequestError, match="not a CSV table"):
        marks(tmp_path / "bytes.csv")


def test_the_marked_lines_of_the_sample_are_whole_and_have_both_what_is_and_what_is_none() -> None:
    lines = marks(Settings.from_environment({}).judgements / "commitments.csv")
    assert len(lines) >= 1200
    assert sum(line.is_firm for line in lines) >= 100


def test_precision_and_recall_count_firm_commitments_alone() -> None:
    plan, hope = CommitmentKind.PLAN, CommitmentKind.INTENTION
    measured = evaluation(
        (mark(plan), found(plan)),
        (mark(plan), None),
        (mark(plan), found(hope)),
        (mark(None), found(plan)),
        (mark(hope), found(hope)),
        (mark(None), None),
    )
    assert (measured.precision, measured.recall, measured.f1) == (1 / 2, 1 / 3, 2 / 5)
    assert (len(measured.missed), len(measured.wrong)) == (2, 1)


def test_without_anything_to_measure_there_is_no_figure() -> None:
    nothing = evaluation((mark(None), None))
    assert (nothing.precision, nothing.recall, nothing.f1, nothing.kind) == (None, None, None, None)


@pytest.mark.parametrize(
    ("marked", "printed", "is_right"),
    [
        ("the Chair", "The Chair", True),
        ("Ms Bloggs", "Jo Moss", False),
        ("Bloggs", "Ms Jo Bloggs, Head of Play", True),
        ("the Executive Director, Children", "Executive Director", True),
        ("", None, True),
        ("", "the Chair", False),
        ("the Chair", None, False),
    ],
)
def test_an_owner_is_right_in_more_words_or_fewer_and_none_where_none_is_marked(
    marked: str,
    printed: str | None,
    is_right: bool,  # noqa: FBT001
) -> None:
    plan = CommitmentKind.PLAN
    assert evaluation((mark(plan, owner=marked), found(plan, owner=printed))).owner == is_right


def test_due_is_right_when_the_days_are_or_there_are_none_in_both() -> None:
    plan, may = CommitmentKind.PLAN, date(2026, 5, 1)
    assert evaluation((mark(plan, due=may), found(plan, due=may))).due == 1
    assert evaluation((mark(plan), found(plan))).due == 1
    assert evaluation((mark(plan, due=may), found(plan))).due == 0
    assert evaluation((mark(plan), found(plan, due=may))).due == 0


def test_a_kind_is_counted_among_what_was_found() -> None:
    plan = CommitmentKind.PLAN
    assert evaluation((mark(plan), found(CommitmentKind.TARGET)), (mark(plan), None)).kind == 0


def test_the_parts_are_the_lines_of_each_half_and_paper() -> None:
    plan = CommitmentKind.PLAN
    measured = evaluation((mark(plan), found(plan)), (mark(plan, half=Half.AFTER), None))
    assert {half: some.recall for half, some in measured.by_half.items()} == {"before": 1, "after": 0}
    assert {paper: len(some.each) for paper, some in measured.by_document.items()} == {"a": 2}
