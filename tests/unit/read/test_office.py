from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock
from indexer.read import office
from tests.unit.read.word_file import p, word_file

DOC = bytes.fromhex("d0cf11e0a1b11ae1") + b"an old Word file"
ODT = b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder where programs are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(programs: Path, script: str, name: str = "soffice") -> None:
    """A LibreOffice that does what ``script`` says; $out is where the converted file belongs, $in the file given."""
    (programs / "made.docx").write_bytes(word_file(p("Converted")))
    read_arguments = 'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done; in=$1\n'
    (programs / name).write_text(f'#!/bin/sh\nhere={programs}\necho "$@" > $here/arguments\n{read_arguments}{script}\n')
    (programs / name).chmod(0o755)


CONVERT = "mkdir -p $out; cp $here/made.docx $out/paper.docx; cp $in $here/given; env > $here/environment"


def test_without_libreoffice_the_problem_says_so_and_what_to_do(programs: Path) -> None:
    assert not list(programs.iterdir())
    with pytest.raises(UnreadableError, match="can be read only with LibreOffice") as caught:
        office.read(DOC, "old.doc")
    assert caught.value.hint is not None
    assert "Install LibreOffice" in caught.value.hint


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
@pytest.mark.parametrize("data", [DOC, ODT])
def test_what_libreoffice_makes_of_the_file_is_read(programs: Path, data: bytes, name: str) -> None:
    install(programs, CONVERT, name)
    [block] = office.read(data, "old.doc").blocks
    assert isinstance(block, RawBlock)
    assert block.text == "Converted"
    assert (programs / "given").read_bytes() == data


def test_the_file_is_given_the_ending_of_what_it_holds(programs: Path) -> None:
    install(programs, CONVERT)
    for data, ending in ((DOC, "paper.doc"), (ODT, "paper.odt")):
        office.read(data, "misnamed.txt")
        assert (programs / "arguments").read_text().split()[-1].endswith(ending)


def test_it_runs_headless_with_a_profile_of_its_own_that_is_gone_afterwards(programs: Path) -> None:
    install(programs, f"{CONVERT}; cp $(dirname $out)/profile/user/registrymodifications.xcu $here/settings")
    office.read(DOC, "old.doc")
    arguments = (programs / "arguments").read_text().split()
    assert "--headless" in arguments
    profile = Path(next(a for a in arguments if a.startswith("-env:UserInstallation=")).partition("file://")[2])
    assert not profile.exists()
    settings = (programs / "settings").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert "127.0.0.1" in settings


def test_it_sees_nothing_of_our_environment(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "42")
    install(programs, CONVERT)
    office.read(DOC, "old.doc")
    assert "SECRET_TOKEN" not in (programs / "environment").read_text()


@pytest.mark.parametrize(
    "script", ["exit 1", "exit 0", "mkdir -p $out; echo junk > $out/paper.docx", "mkdir -p $out/paper.docx"]
)
def test_a_conversion_that_fails_is_a_problem(programs: Path, script: str) -> None:
    install(programs, script)
    with pytest.raises(UnreadableError):
        office.read(DOC, "old.doc")


def test_a_program_that_does_not_start_is_a_problem(programs: Path) -> None:
    (programs / "soffice").write_text("no program at all")
    (programs / "soffice").chmod(0o755)
    with pytest.raises(UnreadableError, match="does not start"):
        office.read(DOC, "old.doc")


def test_a_conversion_that_hangs_is_given_up(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "LONGEST_SECONDS", 0.2)
    install(programs, "exec sleep 3600")
    with pytest.raises(UnreadableError, match="was not finished"):
        office.read(DOC, "old.doc")
