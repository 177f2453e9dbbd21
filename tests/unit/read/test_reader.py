"""How does a file become a RawDocument?"""

import hashlib
import os
from pathlib import Path

import pytest

from indexer.errors import UnreadableError
from indexer.model.raw import RawBlock, Source
from indexer.read.reader import read


def test_a_document_says_where_it_came_from(tmp_path: Path) -> None:
    data = b"<html><head><link rel=canonical href='https://council.example/7'></head><body><p>Text</p></body></html>"
    (tmp_path / "a.txt").write_bytes(data)
    document = read(tmp_path / "a.txt", "2024/a.txt")
    assert document.source == Source(
        path="2024/a.txt",
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/html",
        size=len(data),
        read_by="html",
        url="https://council.example/7",
    )
    assert document.blocks == (RawBlock(text="Text"),)


def test_a_file_above_the_limit_is_refused_and_one_at_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 2_000_000)
    assert read(tmp_path / "a.txt", "a.txt", largest=2_000_000).source.size == 2_000_000
    with pytest.raises(UnreadableError, match="is larger than 1 MB, the most that is read of one file"):
        read(tmp_path / "a.txt", "a.txt", largest=1_999_999)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(UnreadableError, match="is not a file"):
        read(tmp_path / "a.pdf", "a.pdf")


def test_a_folder_or_a_file_that_is_gone_is_refused_with_the_systems_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened: no such file or directory"):
        read(tmp_path / "gone.pdf", "gone.pdf")
    with pytest.raises(UnreadableError, match=r"is a directory|is not a file"):
        read(tmp_path, "folder")
