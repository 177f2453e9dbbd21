"""Where do people's decisions rest? In one file that is only ever added to, by this program and by hand."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path
from typing import BinaryIO

from indexer.errors import RegisterError
from indexer.model.problem import Problem, Severity
from indexer.model.register import Ruling
from indexer.model.spreadsheet import MARK, lines
from indexer.register.decisions import COLUMNS, FILE, Decisions, cells, header_of, lacking, parse

_State = tuple[int, int, int]

# What a wheel carries is replaced by the next one.
_PACKAGE = Path(__file__).resolve().parents[1]


class DecisionsFile:
    """``decisions.csv`` in a folder. A change counts from the next time that somebody asks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE
        self._lock = threading.Lock()
        self._read: tuple[_State, Decisions] | None = None

    def decisions(self) -> Decisions:
        """What the file holds now; the same object as long as it has not changed. Without a file there are none."""
        state = self._state()
        kept = self._read
        if kept is None or kept[0] != state:
            with self._lock:
                kept = self._read = state, self._parsed()
        return kept[1]

    def append(self, ruling: Ruling) -> None:
        """Adds a line; raises ``RegisterError`` when that cannot be done, and then has added nothing."""
        self.check()
        row = cells(ruling)
        try:
            with self._path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                header, before = self._begin(file)
                line = lines([[_one_line(row.get(column, "")) for column in header]])
                file.write((before + line).encode("utf-8", errors="replace"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._closed(error.strerror) from error

    def check(self) -> None:
        """Raises ``RegisterError`` unless lines can be added and will last."""
        if self._folder.resolve().is_relative_to(_PACKAGE):
            raise RegisterError(
                f"Decisions in {self._folder} would be lost with the next installation. Set MATTERS_REGISTER to a "
                "folder of your own that the site may write."
            )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._closed(error.strerror) from error
        if not os.access(self._path if self._path.exists() else self._folder, os.W_OK):
            raise self._closed("Permission denied")

    def _begin(self, file: BinaryIO) -> tuple[list[str], str]:
        """The columns of the file, and what has to stand before the next line."""
        file.seek(0)
        data = file.read()
        if not data.removeprefix(MARK.encode()).strip():
            return list(COLUMNS), ("" if data else MARK) + lines([COLUMNS])
        header = header_of(data)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._wrong("is not UTF-8: save it again as “CSV UTF-8 (comma delimited)”") from error
        if missing := lacking(header):
            raise self._wrong(f"has no column “{missing}”: its first line must be {','.join(COLUMNS)}")
        return header, "" if data.endswith((b"\n", b"\r")) else "\r\n"

    def _parsed(self) -> Decisions:
        try:
            return parse(self._path.read_bytes())
        except FileNotFoundError:
            return Decisions()
        except OSError as error:
            message, hint = f"cannot be read: {error.strerror}", "Let the program read it."
            return Decisions(problems=(Problem(severity=Severity.WARNING, where=FILE, message=message, hint=hint),))

    def _state(self) -> _State:
        try:
            status = self._path.stat()
        except OSError:
            return 0, 0, 0
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _closed(self, reason: str | None) -> RegisterError:
        return RegisterError(
            f"The decisions in {self._path} cannot be added to ({reason}). Set MATTERS_REGISTER to a folder that the "
            "site may write."
        )

    def _wrong(self, fault: str) -> RegisterError:
        return RegisterError(f"{self._path} {fault}. Mend it, then decide again: nothing was written.")


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
