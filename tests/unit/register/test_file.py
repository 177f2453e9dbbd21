from __future__ import annotations

import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

import indexer
from indexer.errors import RegisterError
from indexer.model.register import Ruling, RulingKind, Status
from indexer.register.decisions import COLUMNS, Decisions
from indexer.register.file import DecisionsFile
from indexer.settings import Settings

RULING = Ruling(
    commitment="c1",
    quote="“The tool” will open, in May; 20% of it.",
    kind=RulingKind.STATUS,
    when=datetime(2026, 5, 1, 10, 0, tzinfo=UTC),
    who="Jo Field",
    status=Status.DELAYED,
    document="a-paper",
    anchor="para-3.1",
    note='she said "late", and meant it',
)


def rulings(file: DecisionsFile) -> list[str]:
    return [ruling.commitment for ruling in file.decisions().rulings]


def test_without_a_file_nothing_was_decided_and_nothing_is_wrong(tmp_path: Path) -> None:
    decisions = DecisionsFile(tmp_path / "nowhere").decisions()
    assert (decisions.rulings, decisions.problems) == ((), ())


def test_the_file_that_is_shipped_holds_no_decision_and_opens_well_in_excel() -> None:
    folder = Settings.from_environment({}).register
    assert (folder / "decisions.csv").read_bytes() == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"
    assert DecisionsFile(folder).decisions() == Decisions()


def test_the_first_decision_makes_a_file_that_excel_opens_well(tmp_path: Path) -> None:
    file = DecisionsFile(tmp_path / "new")
    file.append(RULING)
    data = (tmp_path / "new" / "decisions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfcommitment,quote,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    (read,) = file.decisions().rulings
    assert read == Ruling(**{name: getattr(RULING, name) for name in Ruling.__slots__ if name != "line"}, line=2)


def test_a_line_is_added_and_nothing_else_is_touched(tmp_path: Path) -> None:
    file = DecisionsFile(tmp_path)
    file.append(RULING)
    before = (tmp_path / "decisions.csv").read_bytes()
    file.append(RULING)
    after = (tmp_path / "decisions.csv").read_bytes()
    assert after.startswith(before)
    assert rulings(file) == ["c1", "c1"]


def test_a_file_edited_by_hand_keeps_its_columns_their_order_and_its_last_line(tmp_path: Path) -> None:
    columns = ["when", "who", "Mine", *(column for column in COLUMNS if column not in {"when", "who"})]
    old = "1/5/2026,Ann,x,c0,,confirm,,,,"
    (tmp_path / "decisions.csv").write_text("\n".join([",".join(columns), old]))  # no line end at its end
    file = DecisionsFile(tmp_path)
    file.append(RULING)
    assert rulings(file) == ["c0", "c1"]
    assert (tmp_path / "decisions.csv").read_text().splitlines()[1] == old


def test_a_change_by_hand_counts_the_next_time_somebody_asks(tmp_path: Path) -> None:
    file = DecisionsFile(tmp_path)
    file.append(RULING)
    first = file.decisions()
    assert file.decisions() is first
    with (tmp_path / "decisions.csv").open("a") as text:
        text.write("c2,,confirm,,,,,Jo,1/5/2026\n")
    assert rulings(file) == ["c1", "c2"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"commitment,quote\nc1,x\n", "has no column “decision”"),
        (",".join(COLUMNS).encode() + "\n“c1”\n".encode("cp1252"), "is not UTF-8"),
    ],
)
def test_nothing_is_added_to_a_file_that_would_be_spoilt_by_it(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "decisions.csv").write_bytes(data)
    with pytest.raises(RegisterError, match=sentence):
        DecisionsFile(tmp_path).append(RULING)
    assert (tmp_path / "decisions.csv").read_bytes() == data


def test_a_folder_that_cannot_be_made_is_named_with_the_setting_to_change(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RegisterError, match=r"Set MATTERS_REGISTER to a folder that the site may write\.$"):
        DecisionsFile(tmp_path / "file" / "register").append(RULING)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_named_with_the_setting_to_change(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").touch(mode=0o400)
    with pytest.raises(RegisterError, match="Set MATTERS_REGISTER"):
        DecisionsFile(tmp_path).check()


def test_decisions_are_not_written_where_the_next_installation_would_lose_them() -> None:
    inside = Path(indexer.__file__).parent / "corpus" / "register"
    with pytest.raises(RegisterError, match="would be lost with the next installation"):
        DecisionsFile(inside).check()
    assert not inside.exists()


def _append_many(folder: Path, name: str) -> None:
    file = DecisionsFile(folder)
    for number in range(20):
        file.append(
            Ruling(commitment=f"{name}{number}", quote="x" * 3000, kind=RulingKind.CONFIRM, who="Jo", when=RULING.when)
        )


def test_two_sites_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_append_many, args=(tmp_path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    file = DecisionsFile(tmp_path)
    assert sorted(rulings(file)) == sorted(f"{name}{number}" for name in "ab" for number in range(20))
    assert file.decisions().problems == ()
