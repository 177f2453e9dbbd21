"""The write door: how does a folder of papers become an index? read → structure → enrich → index, only what changed.

A file is not read again while its bytes, its side file and our reading code are as they were; a paper is enriched
again when the vocabulary changed; the postings of a document that came out the same are not touched.
"""

from __future__ import annotations

import hashlib
import json
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from indexer.enrich.enrich import enrich
from indexer.errors import UnreadableError
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.home import Home, write_whole
from indexer.index.records import record
from indexer.index.store import DocumentStore, FileEntry, Manifest, dumps, loads
from indexer.model.document import Document, Exemption
from indexer.model.problem import Problem, Severity
from indexer.model.query import Facet
from indexer.model.report import BuildReport
from indexer.read.folder import Found, displayable, find
from indexer.read.isolate import Isolation
from indexer.read.reader import read
from indexer.settings import Settings
from indexer.structure.identity import document_ids
from indexer.structure.paper import structure
from indexer.structure.side import ENDING, SideFacts, read_side
from indexer.vocabulary.load import load
from indexer.vocabulary.vocabulary import Vocabulary

# What is said of the progress: a stage, how many files are done, how many there are.
Progress = Callable[[str, int, int], None]

_PACKAGE = Path(__file__).parent
# What a stored paper depends on, and what the rest of a generation does: other code means reading or writing anew.
_READING = ("model", "text", "read", "structure")
_INDEXING = (*_READING, "enrich", "index", "vocabulary")
_FOLDER_FACTS = "folder.meta.toml"  # what is true of every paper of a folder: notice = "..."


def build(paths: Sequence[Path], settings: Settings, *, now: datetime, progress: Progress) -> BuildReport:
    """Makes the index hold exactly the papers under ``paths`` (default: the corpus of the settings).

    Raises ``HomeError`` when another build is running or the home cannot be written, ``VocabularyError`` when a table
    is wrong, ``RequestError`` when a path does not exist. What is wrong with a file is in the report.
    """
    started = time.perf_counter()
    roots = tuple(paths) or (settings.corpus,)
    vocabulary = load(settings.vocabulary)
    home = Home(settings.home)
    with home.locked():
        folder = find(roots)
        papers = _Papers(home.papers)
        candidates, failures = _candidates(folder.files)
        failures |= papers.read(candidates, progress)
        serving = home.current()
        before = _usable(serving)
        generation = home.draft(serving if before else None)
        try:
            writer = _Writer(generation, before, vocabulary, papers)
            manifest = Manifest(
                code=fingerprint(*_INDEXING),
                vocabulary=vocabulary.fingerprint,
                built=now,
                files=tuple(writer.entries(candidates, failures, progress)),
                folder_problems=folder.problems,
                notice=_notice(roots),
            )
            writer.commit(manifest, progress)
        except BaseException:
            home.discard(generation)
            raise
        if before and replace(manifest, built=before.built) == before:
            home.discard(generation)
        else:
            manifest.save(generation)
            home.publish(generation)
            papers.prune(manifest, before)
    return _report(before, manifest, writer.written, papers.pages, time.perf_counter() - started)


def fingerprint(*packages: str) -> str:
    """A hash of our own code in these packages: what another version wrote is not trusted."""
    files = sorted(path for package in packages for path in (_PACKAGE / package).rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A file to be in the index. ``key`` names the paper that reading it gives."""

    found: Found
    document: str
    sha256: str
    key: str


def _candidates(files: Sequence[Found]) -> tuple[list[_Candidate], dict[str, Problem]]:
    """Every file with its hashes; and by name, what is wrong with those that cannot even be opened."""
    ids = document_ids([found.name for found in files])
    code = fingerprint(*_READING)
    candidates, failures = [], {}
    for found in files:
        side = _side_file(found.path)
        sha256 = side_sha256 = ""
        try:
            sha256, side_sha256 = _sha256(found.path), _sha256(side) if side else ""
        except OSError as error:
            failures[found.name] = _unread(found.name, f"cannot be opened: {error.strerror}")
        parts = (code, sha256, side_sha256, found.name, ids[found.name])
        key = hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()
        candidates.append(_Candidate(found=found, document=ids[found.name], sha256=sha256, key=key))
    return candidates, failures


def _unread(name: str, message: str, hint: str | None = None) -> Problem:
    return Problem(severity=Severity.ERROR, where=displayable(name), message=message, hint=hint)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Papers:
    """The papers as read and arranged, before enrichment: kept between builds, also by one that was killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = 0  # read in this build

    def read(self, candidates: Sequence[_Candidate], progress: Progress) -> dict[str, Problem]:
        """Reads what is not there yet, each in a process of its own; returns the failures by name."""
        new = [candidate for candidate in candidates if candidate.sha256 and not self._path(candidate.key).exists()]
        arguments = [
            json.dumps([str(candidate.found.path), candidate.found.name, candidate.document]).encode()
            for candidate in new
        ]
        failures: dict[str, Problem] = {}
        if not new:
            return failures
        progress("Reading", 0, len(new))
        with Isolation(read_paper) as isolation:
            for done, (candidate, outcome) in enumerate(zip(new, isolation.map(arguments), strict=True), start=1):
                name = candidate.found.name
                if isinstance(outcome, UnreadableError):
                    failures[name] = _unread(name, str(outcome), outcome.hint)
                else:
                    write_whole(self._path(candidate.key), outcome.decode())
                    self.pages += max((passage.page or 0 for passage in self.get(candidate).passages()), default=0)
                progress("Reading", done, len(new))
        return failures

    def get(self, candidate: _Candidate) -> Document:
        return loads(self._path(candidate.key).read_bytes(), Document)

    def prune(self, manifest: Manifest, before: Manifest | None) -> None:
        """Drops papers that neither this build nor the one before it used."""
        used = {entry.key for entry in (*manifest.files, *(before.files if before else ()))}
        for path in self._folder.glob("*.json"):
            if path.stem not in used:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


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
    return next((place for place in places if place.is_file()), None)


class _Writer:
    """Brings one generation from what the one before it held to what the folder holds now."""

    def __init__(self, generation: Path, before: Manifest | None, vocabulary: Vocabulary, papers: _Papers) -> None:
        self._engine_folder = generation / "engine"
        self._store = DocumentStore(generation)
        self._before = {entry.name: entry for entry in before.files} if before else {}
        self._enriched_alike = before is not None and before.vocabulary == vocabulary.fingerprint
        self._vocabulary = vocabulary
        self._papers = papers
        self.written: list[str] = []  # ids of the documents that are new or came out otherwise

    def entries(
        self, candidates: Sequence[_Candidate], failures: Mapping[str, Problem], progress: Progress
    ) -> Iterator[FileEntry]:
        """What became of each file; stores the documents that changed."""
        for done, candidate in enumerate(candidates, start=1):
            failure = failures.get(candidate.found.name)
            yield _failed(candidate, failure) if failure else self._entry(candidate)
            progress("Looking for topics", done, len(candidates))

    def _entry(self, candidate: _Candidate) -> FileEntry:
        old = self._before.get(candidate.found.name)
        path = str(candidate.found.path.absolute())
        if old and old.key == candidate.key and self._enriched_alike:
            return replace(old, path=path)
        paper = self._papers.get(candidate)
        withheld = paper.exemption.value is Exemption.MARKED
        entry = FileEntry(
            name=candidate.found.name, path=path, sha256=candidate.sha256, key=candidate.key,
            withheld=withheld, problems=paper.problems,
        )  # fmt: skip
        if withheld:
            return entry
        document = enrich(paper, self._vocabulary)
        text = dumps(document)
        digest = hashlib.sha256(text.encode()).hexdigest()
        if not old or old.digest != digest:
            self._store.put(document)
            self.written.append(document.id)
        passages = sum(1 for _ in document.passages())
        return replace(
            entry, document=document.id, digest=digest, passages=passages, labels=_labels(document, self._vocabulary)
        )

    def commit(self, manifest: Manifest, progress: Progress) -> None:
        """Writes the postings of what changed and takes out what has gone."""
        held = {entry.document for entry in self._before.values() if entry.document}
        gone = held - {entry.document for entry in manifest.files}
        for document in gone:
            self._store.remove(document)
        if gone or self.written or not held:
            progress("Writing the index", 0, len(self.written))
            engine = WhooshEngine(self._engine_folder)
            engine.write(gone, (record(self._store.get(document)) for document in self.written))
            engine.close()
            progress("Writing the index", len(self.written), len(self.written))


def _failed(candidate: _Candidate, problem: Problem) -> FileEntry:
    return FileEntry(
        name=candidate.found.name,
        path=str(candidate.found.path.absolute()),
        sha256=candidate.sha256,
        key=candidate.key,
        problems=(problem,),
    )


def _labels(document: Document, vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """What people call the document's filter values; a name in no table is its own label."""
    kind = document.kind.value.value
    labels = {
        Facet.TYPE.value: {kind: kind.capitalize()},
        Facet.TOPIC.value: {match.topic: vocabulary.label(Facet.TOPIC, match.topic) for match in document.topics},
    }
    if document.portfolio and document.portfolio_id:
        named = vocabulary.portfolio(document.portfolio.value)
        labels[Facet.PORTFOLIO.value] = {document.portfolio_id: named.label if named else document.portfolio.value}
    if document.committee and document.committee_id:
        named = vocabulary.committee(document.committee.value)
        labels[Facet.COMMITTEE.value] = {document.committee_id: named.label if named else document.committee.value}
    return labels


def _usable(serving: Path | None) -> Manifest | None:
    """The manifest of the generation that serves, when the same code wrote it."""
    if serving is None:
        return None
    try:
        manifest = Manifest.load(serving)
    except (OSError, ValueError, ExceptionGroup):
        return None
    return manifest if manifest.code == fingerprint(*_INDEXING) else None


def _notice(roots: Sequence[Path]) -> str | None:
    """The notices of the folders, if they have any."""
    notices = []
    for root in roots:
        try:
            facts = tomllib.loads((root / _FOLDER_FACTS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        notices.append(str(facts.get("notice", "")))
    return " ".join(filter(None, notices)) or None


def _report(
    before: Manifest | None, manifest: Manifest, written: Sequence[str], pages: int, seconds: float
) -> BuildReport:
    held = {entry.name for entry in before.files if entry.document} if before else set()
    holding = [entry for entry in manifest.files if entry.document]
    names = {entry.name for entry in holding}
    return BuildReport(
        added=tuple(entry.name for entry in holding if entry.name not in held),
        changed=tuple(e.name for e in holding if e.name in held and e.document in set(written)),
        unchanged=tuple(e.name for e in holding if e.name in held and e.document not in set(written)),
        removed=tuple(sorted(held - names)),
        withheld=tuple(entry.name for entry in manifest.files if entry.withheld),
        problems=manifest.problems(),
        documents=len(holding),
        passages=sum(entry.passages for entry in holding),
        pages=pages,
        seconds=seconds,
    )
