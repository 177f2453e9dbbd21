"""Which files are under these paths?"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.errors import RequestError
from indexer.model.problem import Problem, Severity

# What is in a folder of papers and is none: side files, lock files of Office, what Windows and macOS leave behind.
_SIDE_FILE = ".meta.toml"
_NO_PAPERS_BEGIN = (".", "~$")
_NO_PAPERS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to be read; ``name``, its path below the folder that was asked for, with ``/``, no other file has."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The files in the order of their names, and what is there and cannot be read."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]


def find(paths: Sequence[Path]) -> Folder:
    """Every file under ``paths`` but hidden ones, side files and lock files; nothing is opened.

    Raises RequestError where a path does not exist.
    """
    search = _Search()
    for root in _outermost(paths):
        search.root(root)
    search.follow_links()
    files = sorted(_named(search.files), key=lambda found: found.name)
    return Folder(files=tuple(files), problems=tuple(sorted(search.problems, key=lambda problem: problem.where)))


def displayable(name: str) -> str:
    """``name`` in characters that can be shown on one line and written as UTF-8, the others as escapes."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else _escaped(c) for c in name)


def _escaped(character: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(character))


def _outermost(paths: Sequence[Path]) -> list[Path]:
    """``paths`` in their order, without those that lie inside another one or came before."""
    roots: list[tuple[Path, Path]] = []
    for path in paths:
        try:
            roots.append((path, path.resolve(strict=True)))
        except (OSError, RuntimeError, ValueError) as error:
            raise RequestError(
                f"There is no file or folder “{displayable(str(path))}”. Look at its spelling."
            ) from error
    resolved = [real for _, real in roots]
    return [
        path
        for at, (path, real) in enumerate(roots)
        if real not in resolved[:at] and not any(other in real.parents for other in resolved)
    ]


@dataclass(slots=True)
class _Search:
    """Goes down the folders; links last, so that a file is named by where it lies and not by a link to it."""

    files: list[tuple[Path, Path]] = field(default_factory=list)  # a root, and a path below it
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[Path, Path]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)  # device and inode of what has been met

    def root(self, path: Path) -> None:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            self._descend(path, path, status)
        else:
            self._take(path.parent, path, status)

    def follow_links(self) -> None:
        while self.links:
            root, path = self.links.pop(0)
            try:
                status = path.stat()
            except OSError as error:
                self._report(root, path, "is a link that leads nowhere", error)
                continue
            if (status.st_dev, status.st_ino) in self.seen:
                self._report(
                    root, path, "is a link to what is read already; it was not followed", severity=Severity.NOTICE
                )
            elif stat.S_ISDIR(status.st_mode):
                self._descend(root, path, status)
            else:
                self._take(root, path, status)

    def _descend(self, root: Path, top: Path, status: os.stat_result) -> None:
        self.seen.add((status.st_dev, status.st_ino))
        folders = [top]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(folder) as scan:
                    entries = sorted(scan, key=lambda entry: entry.name)
            except OSError as error:
                self._report(root, folder, "is a folder that cannot be read", error)
                continue
            folders += [folder / entry.name for entry in entries if self._enter(root, folder, entry)][::-1]

    def _enter(self, root: Path, folder: Path, entry: os.DirEntry[str]) -> bool:
        """Whether ``entry`` is a folder to go down into."""
        name = entry.name.casefold()
        if name.startswith(_NO_PAPERS_BEGIN) or name.endswith(_SIDE_FILE) or name in _NO_PAPERS:
            return False
        path = folder / entry.name
        try:
            if entry.is_symlink():
                self.links.append((root, path))
                return False
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            self._report(root, path, "cannot be looked at", error)
            return False
        if stat.S_ISDIR(status.st_mode):
            self.seen.add((status.st_dev, status.st_ino))
            return True
        self._take(root, path, status)
        return False

    def _take(self, root: Path, path: Path, status: os.stat_result) -> None:
        self.seen.add((status.st_dev, status.st_ino))
        if stat.S_ISREG(status.st_mode):
            self.files.append((root, path))
            return
        kind = next((name for is_kind, name in _KINDS if is_kind(status.st_mode)), "a special file")
        self._report(root, path, f"is {kind} and no file")

    def _report(
        self, root: Path, path: Path, what: str, error: OSError | None = None, severity: Severity = Severity.ERROR
    ) -> None:
        reason = f": {error.strerror.lower()}" if error is not None and error.strerror else ""
        where = path.relative_to(root).as_posix() if path != root else path.name
        hint = "Look at its permissions." if isinstance(error, PermissionError) else "Take it out of the folder."
        self.problems.append(Problem(severity=severity, where=displayable(where), message=f"{what}{reason}", hint=hint))


def _named(files: Sequence[tuple[Path, Path]]) -> Iterator[Found]:
    """The files, each with the shortest name that no other has: below its root, with the root's name, or in full."""
    waiting = list(files)
    for name_of in (_below_root, _with_root, _in_full):
        by_name: defaultdict[str, list[tuple[Path, Path]]] = defaultdict(list)
        for root, path in waiting:
            by_name[displayable(name_of(root, path))].append((root, path))
        waiting = []
        for name, same in by_name.items():
            if len(same) == 1:
                yield Found(path=same[0][1], name=name)
            else:
                waiting += same
    for number, (root, path) in enumerate(waiting, start=1):
        yield Found(path=path, name=f"{displayable(_in_full(root, path))} ({number})")


def _below_root(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _with_root(root: Path, path: Path) -> str:
    return f"{root.resolve().name}/{_below_root(root, path)}"


def _in_full(root: Path, path: Path) -> str:
    return (root.resolve() / path.relative_to(root)).as_posix()
