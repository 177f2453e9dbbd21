"""Where does the index live, and how does a search never see half of one?

::

    home/
      lock                    held by the one build that runs
      papers/<key>.json       every paper as read and arranged, before enrichment; named by what it was made from
      current -> generations/7
      generations/7/
        manifest.json         which file became which document, what went wrong, which version wrote this
        vocabulary/           the tables it was enriched with
        documents/<id>.json   the documents as shown; beside them what lists show, <id>.outline, and what versions are
                              found by, <id>.sketch
        engine/               the postings

A build makes generation 8 from hard links to 7 (files are replaced, never changed), then turns ``current`` round in
one rename. Killed before that, 7 serves on, and the next build starts from 7 with every paper read so far in
``papers``. Generation 7 is kept until the build after, for searches that still hold it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import HomeError


class Home:
    """The folder that ``--home`` or ``MATTERS_HOME`` names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.papers = path / "papers"
        self._generations = path / "generations"
        self._current = path / "current"

    def current(self) -> Path | None:
        """The folder of the generation that serves, or ``None`` before the first build."""
        try:
            name = self._current.readlink().name
        except OSError:
            return None
        return self._generations / name if name.isdigit() else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps every other build out; raises ``HomeError`` when one is running or the folder cannot be written."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self.papers.mkdir(mode=0o700, exist_ok=True)  # papers marked exempt rest here too
            self._generations.mkdir(exist_ok=True)
            lock = (self.path / "lock").open("w")
        except OSError as error:
            raise HomeError(
                f"The folder {self.path} cannot be written ({error.strerror}). "
                "Name another one with --home or MATTERS_HOME."
            ) from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise HomeError(
                    f"Another build is writing the index in {self.path}. Wait until it has finished, then try again."
                ) from error
            yield

    def draft(self, start: Path | None) -> Path:
        """A new generation, linked from ``start`` (or empty). What an unfinished build left is thrown away."""
        serving = self.current()
        draft = self._generations / str(int(serving.name) + 1 if serving else 1)
        if draft.exists():
            shutil.rmtree(draft)
        if start:
            shutil.copytree(start, draft, copy_function=_link, symlinks=True)
        (draft / "documents").mkdir(parents=True, exist_ok=True)
        return draft

    def publish(self, draft: Path) -> None:
        """Makes ``draft`` the generation that serves, at once; drops all but the one that served until now."""
        serving = self.current()
        turned = self.path / "current.new"
        turned.unlink(missing_ok=True)
        turned.symlink_to(Path("generations") / draft.name)
        turned.replace(self._current)
        for folder in self._generations.iterdir():
            if folder.name not in {draft.name, serving.name if serving else ""}:
                shutil.rmtree(folder)

    def discard(self, draft: Path) -> None:
        """Throws a draft away: nothing had changed, or the build failed."""
        shutil.rmtree(draft)


def write_whole(path: Path, text: str) -> None:
    """Writes a file by replacing it, so that hard links to the old one keep the old text, and no reader sees half."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
