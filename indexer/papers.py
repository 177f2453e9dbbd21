"""Which papers have been read already, and what comes of those that have not?

A paper is what reading and arranging one file gives, before enrichment. It is kept under a key made from all that it
depends on, between builds and also by a build that was killed, so that nothing is read twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from indexer.errors import UnreadableError
from indexer.index.home import write_whole
from indexer.index.store import dumps, file_sha256, loads
from indexer.model.document import Document
from indexer.model.problem import Problem, Severity
from indexer.read.folder import Found, displayable
from indexer.read.isolate import Isolation
from indexer.read.reader import read
from indexer.structure.identity import document_ids
from indexer.structure.paper import structure
from indexer.structure.side import ENDING, SideFacts, read_side

# What is said of the progress: a stage, how many files are done, how many there are.
Progress = Callable[[str, int, int], None]

FOLDER_FACTS = "folder.meta.toml"  # what is true of every paper of a folder; no paper's side file
_READING = ("model", "text", "read", "structure")
_PACKAGE = Path(__file__).parent
_OWN = (".py", ".json", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file to be in the index. ``key`` names the paper that reading it gives; without a hash it cannot be opened."""

    found: Found
    document: str
    sha256: str
    key: str


def fingerprint(*packages: str) -> str:
    """A hash of our own code in these packages, and of its tables: what another version wrote is not trusted."""
    files = sorted(path for package in packages for ending in _OWN for path in (_PACKAGE / package).rglob(f"*{ending}"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def candidates(files: Sequence[Found]) -> tuple[list[Candidate], dict[str, Problem]]:
    """Every file with its hashes; and by name, what is wrong with those that cannot even be opened."""
    ids = document_ids([found.name for found in files])
    code = fingerprint(*_READING)
    made, failures = [], {}
    for found in files:
        sha256 = side_sha256 = ""
        try:
            side = _side_file(found.path)
            sha256, side_sha256 = file_sha256(found.path), file_sha256(side) if side else ""
        except OSError as error:
            failures[found.name] = unread(found.name, f"cannot be opened: {error.strerror}")
        parts = (code, sha256, side_sha256, found.name, ids[found.name])
        key = hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()
        made.append(Candidate(found=found, document=ids[found.name], sha256=sha256, key=key))
    return made, failures


def unread(name: str, message: str, hint: str | None = None) -> Problem:
    """The problem of a file of which nothing is in the index."""
    return Problem(severity=Severity.ERROR, where=displayable(name), message=message, hint=hint)


class Papers:
    """The papers kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = 0  # read in this build

    def read(self, wanted: Sequence[Candidate], progress: Progress) -> dict[str, Problem]:
        """Reads what is not there yet, each in a process of its own; returns the failures by name.

        A file that could not be read is tried again by every build: memory or LibreOffice may be there by then.
        """
        new = [candidate for candidate in wanted if candidate.sha256 and not self._path(candidate.key).exists()]
        failures: dict[str, Problem] = {}
        if not new:
            return failures
        progress("Reading", 0, len(new))
        with Isolation(read_paper) as isolation:
            outcomes = isolation.map(_argument(candidate) for candidate in new)
            for done, (candidate, outcome) in enumerate(zip(new, outcomes, strict=True), start=1):
                if isinstance(outcome, UnreadableError):
                    name = candidate.found.name
                    failures[name] = unread(name, str(outcome), outcome.hint)
                else:
                    write_whole(self._path(candidate.key), outcome.decode())
                    self.pages += max((passage.page or 0 for passage in self.get(candidate).passages()), default=0)
                progress("Reading", done, len(new))
        return failures

    def get(self, candidate: Candidate) -> Document:
        """The paper of ``candidate``; one that is damaged is dropped, and raises ``UnreadableError``."""
        path = self._path(candidate.key)
        try:
            return loads(path.read_bytes(), Document)
        except (ValueError, ExceptionGroup) as error:
            path.unlink()
            raise UnreadableError(
                "was read, but the copy kept of it is damaged", "Run `matters index` again."
            ) from error

    def keep(self, keys: set[str]) -> None:
        """Drops all but these."""
        for path in self._folder.glob("*.json"):
            if path.stem not in keys:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _argument(candidate: Candidate) -> bytes:
    return json.dumps([str(candidate.found.path), candidate.found.name, candidate.document]).encode()


def read_paper(argument: bytes) -> bytes:
    """Runs in a child process: reads and arranges one file. Raises ``UnreadableError``."""
    path, name, document = json.loads(argument)
    return dumps(structure(read(Path(path), name), document_id=document, side=_side(Path(path), name))).encode()


def _side(path: Path, name: str) -> SideFacts | None:
    file = _side_file(path)
    if file is None:
        return None
    where = displayable(str(PurePosixPath(name).with_name(file.name)))
    return read_side(file.read_text(encoding="utf-8", errors="replace"), where=where)


def _side_file(path: Path) -> Path | None:
    """``report.pdf.meta.toml``, else ``report.meta.toml``, when there is one beside ``report.pdf``."""
    places = (path.with_name(path.name + ENDING), path.with_suffix(ENDING))
    return next((place for place in places if place.name != FOLDER_FACTS and _is_file(place)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be one
        return False
