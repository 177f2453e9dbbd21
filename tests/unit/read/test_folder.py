"""Which files are under these paths?"""

import os
import socket
from pathlib import Path

import pytest

from indexer.errors import RequestError
from indexer.model.problem import Severity
from indexer.read.folder import Folder, find


def write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def names(folder: Folder) -> list[str]:
    return [found.name for found in folder.files]


def troubles(folder: Folder) -> dict[str, str]:
    return {problem.where: problem.message for problem in folder.problems}


def test_files_are_found_at_every_depth_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", tmp_path / "2024" / "c.pdf", tmp_path / "2024" / "june" / "a.docx")
    folder = find([tmp_path])
    assert names(folder) == ["2024/c.pdf", "2024/june/a.docx", "b.txt"]
    assert folder.files[2].path.read_text() == "text"
    assert folder.problems == ()


def test_hidden_files_side_files_and_lock_files_are_no_papers(tmp_path: Path) -> None:
    for name in (".a.txt", ".git/b.txt", "a.meta.toml", "~$a.docx", "Thumbs.db", "__MACOSX/a.pdf"):
        write(tmp_path / name)
    write(tmp_path / "a.txt")
    assert find([tmp_path]) == Folder(files=find([tmp_path / "a.txt"]).files, problems=())


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    assert names(find([tmp_path / "a.txt"])) == ["a.txt"]


def test_what_is_inside_another_path_or_named_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path / "2024" / "a.txt")
    assert names(find([tmp_path / "2024", tmp_path, tmp_path, tmp_path / "2024" / "a.txt"])) == ["2024/a.txt"]


def test_equal_names_under_two_folders_bear_the_folders_names(tmp_path: Path) -> None:
    write(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt", tmp_path / "two" / "b.txt")
    assert names(find([tmp_path / "one", tmp_path / "two"])) == ["b.txt", "one/a.txt", "two/a.txt"]


def test_equal_names_under_folders_of_equal_names_are_given_in_full(tmp_path: Path) -> None:
    write(tmp_path / "x" / "docs" / "a.txt", tmp_path / "y" / "docs" / "a.txt")
    found = find([tmp_path / "x" / "docs", tmp_path / "y" / "docs"])
    assert names(found) == [str(tmp_path / "x" / "docs" / "a.txt"), str(tmp_path / "y" / "docs" / "a.txt")]


def test_a_loop_of_links_ends_and_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    folder = find([tmp_path])
    assert names(folder) == ["a/a.txt"]
    assert "not followed" in troubles(folder)["a/loop"]
    assert "leads nowhere" in troubles(folder)["self"]


def test_links_to_other_places_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "a.txt", tmp_path / "single.txt", tmp_path / "papers" / "own.txt")
    (tmp_path / "papers" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "papers" / "one.txt").symlink_to(tmp_path / "single.txt")
    assert names(find([tmp_path / "papers"])) == ["linked/a.txt", "one.txt", "own.txt"]


def test_a_link_to_a_file_that_is_read_anyway_gives_no_second_document(tmp_path: Path) -> None:
    write(tmp_path / "z.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "z.txt")
    folder = find([tmp_path])
    assert names(folder) == ["z.txt"]
    assert [problem.severity for problem in folder.problems] == [Severity.NOTICE]


def test_pipes_sockets_and_dangling_links_are_told_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    monkeypatch.chdir(tmp_path)  # the path of a socket may have no more than 107 bytes
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.pdf")
        (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing")
        (tmp_path / "null.pdf").symlink_to("/dev/null")
        folder = find([tmp_path])
    assert names(folder) == []
    assert troubles(folder) == {
        "gone.pdf": "is a link that leads nowhere: no such file or directory",
        "null.pdf": "is a device and no file",
        "pipe.pdf": "is a pipe and no file",
        "socket.pdf": "is a socket and no file",
    }
    assert all(problem.severity is Severity.ERROR and problem.hint for problem in folder.problems)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path / "closed" / "a.txt", tmp_path / "b.txt")
    (tmp_path / "closed").chmod(0)
    folder = find([tmp_path])
    (tmp_path / "closed").chmod(0o755)
    assert names(folder) == ["b.txt"]
    assert troubles(folder) == {"closed": "is a folder that cannot be read: permission denied"}


def test_names_that_cannot_be_shown_are_told_with_escapes(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\n.txt"))).write_text("text")
    os.mkfifo(tmp_path / "a\npipe")
    folder = find([tmp_path])
    assert names(folder) == ["a\\xff\\x0a.txt"]
    assert troubles(folder) == {"a\\x0apipe": "is a pipe and no file"}


@pytest.mark.parametrize("missing", ["nowhere", "a.txt/below", "nul\0byte"])
def test_a_path_that_does_not_exist_is_refused(tmp_path: Path, missing: str) -> None:
    write(tmp_path / "a.txt")
    with pytest.raises(RequestError, match="There is no file or folder “"):
        find([tmp_path / missing])
