"""The write door: how does a folder of papers become an index? read → structure → enrich → index, only what changed.

A file is not read again while its bytes, its side file and our reading code are as they were; a paper is enriched
again when the vocabulary changed; the postings of a document that came out the same are not touched.
"""

from __future__ import annotations

import hashlib
import shutil
import time
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from indexer.enrich.credits import credits_of
from indexer.enrich.enrich import enrich
from indexer.enrich.procedure import procedure
from indexer.errors import HomeError, UnreadableError
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.home import Home
from indexer.index.records import record
from indexer.index.store import FORMAT, DocumentStore, FileEntry, Manifest, dumps
from indexer.model.document import Document, Exemption
from indexer.model.problem import Problem, Severity
from indexer.model.query import DocumentRecord, Everything, Facet, Query
from indexer.model.report import BuildReport
from indexer.papers import FOLDER_FACTS, Candidate, Papers, Progress, candidates, fingerprint, unread
from indexer.read.folder import find
from indexer.settings import Settings
from indexer.versions.sketch import is_draft, sketch
from indexer.versions.works import copied, find_works
from indexer.vocabulary.load import TABLES, load
from indexer.vocabulary.vocabulary import Vocabulary

# What a generation depends on: other code writes it anew.
_CODE = ("model", "text", "read", "structure", "enrich", "versions", "index", "vocabulary")


def build(paths: Sequence[Path], settings: Settings, *, now: datetime, progress: Progress) -> BuildReport:
    """Makes the index hold exactly the papers under ``paths`` (default: the corpus of the settings).

    Raises ``HomeError`` when another build is running or the home cannot be written, ``VocabularyError`` when a table
    is wrong, ``RequestError`` when a path does not exist. What is wrong with a file is in the report.
    """
    started = time.perf_counter()
    roots = tuple(paths) or (settings.corpus,)
    vocabulary = load(settings.vocabulary)
    notice, notice_problems = _notice(roots)
    home = Home(settings.home)
    with home.locked():
        folder = find(roots)
        papers = Papers(home.papers)
        wanted, failures = candidates(folder.files)
        failures |= papers.read(wanted, progress)
        serving = home.current()
        before = _usable(serving)
        generation = home.draft(serving if before else None)
        try:
            writer = _Writer(generation, before, vocabulary, papers)
            manifest = Manifest(
                format=FORMAT,
                code=fingerprint(*_CODE),
                vocabulary=vocabulary.fingerprint,
                built=now,
                files=writer.related(tuple(writer.entries(wanted, failures, progress))),
                folder_problems=(*folder.problems, *notice_problems),
                notice=notice,
            )
            changed = before is None or replace(manifest, built=before.built) != before
            if changed:
                writer.commit(manifest, settings.vocabulary, progress)
                progress("Switching over", 0, 1)
        except BaseException:
            home.discard(generation)
            raise
        if changed:  # from here on nothing may take the draft away: it serves
            home.publish(generation)
            progress("Switching over", 1, 1)
            papers.keep({entry.key for entry in (*manifest.files, *(before.files if before else ()))})
        else:
            home.discard(generation)
    return _report(before, manifest, frozenset(writer.written), papers.pages, time.perf_counter() - started)


class _Writer:
    """Brings one generation from what the one before it held to what the folder holds now."""

    def __init__(self, generation: Path, before: Manifest | None, vocabulary: Vocabulary, papers: Papers) -> None:
        self._generation = generation
        self._store = DocumentStore(generation)
        self._before = {entry.name: entry for entry in before.files} if before else {}
        self._enriched_alike = before is not None and before.vocabulary == vocabulary.fingerprint
        self._vocabulary = vocabulary
        self._papers = papers
        self.written: list[str] = []  # ids of the documents that are new or came out otherwise

    def entries(
        self, wanted: Sequence[Candidate], failures: Mapping[str, Problem], progress: Progress
    ) -> Iterator[FileEntry]:
        """What became of each file; stores the documents that changed."""
        for done, candidate in enumerate(wanted, start=1):
            failure = failures.get(candidate.found.name)
            yield _failed(candidate, failure) if failure else self._entry(candidate)
            progress("Looking for topics", done, len(wanted))

    def _entry(self, candidate: Candidate) -> FileEntry:
        old = self._before.get(candidate.found.name)
        if old and old.key == candidate.key and self._enriched_alike and not _is_failure(old):
            return replace(old, path=_absolute(candidate))
        try:
            paper = self._papers.get(candidate)
        except UnreadableError as error:
            return _failed(candidate, unread(candidate.found.name, str(error), error.hint))
        entry = replace(_blank(candidate), problems=paper.problems)
        if paper.exemption.value is Exemption.MARKED:
            return replace(entry, withheld=True)
        document = enrich(paper, self._vocabulary)
        digest = hashlib.sha256(dumps(document).encode()).hexdigest()
        if not old or old.digest != digest:
            self._store.put(document, sketch(document))
            self.written.append(document.id)
        return replace(
            entry,
            document=document.id,
            digest=digest,
            passages=sum(1 for _ in document.passages()),
            commitments=len(document.commitments),
            labels=_labels(document, self._vocabulary),
            printed=_printed(document),
            credits=credits_of(document),
            draft=is_draft(document),
        )

    def related(self, entries: Sequence[FileEntry]) -> tuple[FileEntry, ...]:
        """``entries`` with the works they belong to and the papers printed in them, as those of all papers have it."""
        documents = [entry.document for entry in entries if entry.document]
        if not self.written and set(documents) == {entry.document for entry in self._before.values() if entry.document}:
            before = {entry.document: entry for entry in self._before.values()}
            return tuple(
                replace(entry, work=before[entry.document].work, parts=before[entry.document].parts)
                if entry.document
                else entry
                for entry in entries
            )
        found = find_works({document: self._store.sketch(document) for document in documents})
        return tuple(
            replace(entry, work=found.works.get(entry.document), parts=found.parts.get(entry.document, ()))
            if entry.document
            else entry
            for entry in entries
        )

    def commit(self, manifest: Manifest, tables: Path, progress: Progress) -> None:
        """Writes the postings of what changed, takes out what has gone, and completes the generation."""
        held, holds = _held(self._before.values()), _held(manifest.files)
        gone = held.keys() - holds.keys()
        for document in gone:
            self._store.remove(document)
        if gone or held.keys() & set(self.written) or any(held[d] != holds[d] for d in held):
            # An engine's statistics remember what was taken out: for the same scores as from nothing, from nothing.
            shutil.rmtree(self._generation / "engine")
            self._write(list(holds), holds, progress)
        elif self.written or not held:
            self._write(self.written, holds, progress)
        kept = self._generation / "vocabulary"
        kept.mkdir(exist_ok=True)
        for table in TABLES:
            (kept / table).unlink(missing_ok=True)  # it may be a link to the one before
            shutil.copyfile(tables / table, kept / table)
        manifest.save(self._generation)

    def _write(self, documents: Sequence[str], placed: Mapping[str, _Place], progress: Progress) -> None:
        progress("Writing the index", 0, len(documents))
        engine = WhooshEngine(self._generation / "engine")
        engine.write((), (self._record(document, placed[document]) for document in documents))
        engine.close()
        progress("Writing the index", len(documents), len(documents))

    def _record(self, document_id: str, place: _Place) -> DocumentRecord:
        document = self._store.get(document_id)
        parts = [(work, self._store.sketch(part)) for part, work in place.parts]
        works = copied(self._store.sketch(document_id), parts) if parts else ()
        anchors = (passage.anchor for passage in document.passages())
        return record(
            document,
            work=place.work,
            copied={anchor for anchor, work in zip(anchors, works, strict=False) if work},
            procedure=procedure(document),
        )


class _Place(NamedTuple):
    """Where a document stands among the others: what its record says besides what the document says."""

    work: str | None
    parts: tuple[tuple[str, str], ...]  # the papers printed in it, each with its work


def _held(entries: Collection[FileEntry]) -> dict[str, _Place]:
    """The documents of ``entries``."""
    works = {entry.document: entry.work for entry in entries if entry.document}
    return {
        entry.document: _Place(entry.work, tuple((part.document, works[part.document] or "") for part in entry.parts))
        for entry in entries
        if entry.document
    }


def _blank(candidate: Candidate) -> FileEntry:
    return FileEntry(name=candidate.found.name, path=_absolute(candidate), sha256=candidate.sha256, key=candidate.key)


def _failed(candidate: Candidate, problem: Problem) -> FileEntry:
    return replace(_blank(candidate), problems=(problem,))


def _is_failure(entry: FileEntry) -> bool:
    return entry.document is None and not entry.withheld


def _absolute(candidate: Candidate) -> str:
    return str(candidate.found.path.absolute())


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


def _printed(document: Document) -> dict[str, dict[str, str]]:
    """The names of the time: what the paper itself calls its committee and its portfolio."""
    facts = (
        (Facet.PORTFOLIO, document.portfolio_id, document.portfolio),
        (Facet.COMMITTEE, document.committee_id, document.committee),
    )
    return {facet.value: {value: fact.value} for facet, value, fact in facts if value and fact}


def _usable(serving: Path | None) -> Manifest | None:
    """The manifest of the generation that serves, when the same code wrote it and nothing of it is missing."""
    if serving is None:
        return None
    try:
        manifest = Manifest.load(serving)
        engine = WhooshEngine(serving / "engine")
        held = engine.search(Query(tree=Everything(), limit=0)).total
        engine.close()
    except (OSError, ValueError, ExceptionGroup, HomeError):
        return None
    store = DocumentStore(serving)
    documents = [entry.document for entry in manifest.files if entry.document]
    whole = held == len(documents) and all(store.holds(document) for document in documents)
    return manifest if whole and manifest.code == fingerprint(*_CODE) else None


def _notice(roots: Sequence[Path]) -> tuple[str | None, list[Problem]]:
    """The notices of the folders, if they have any; and what is wrong with the files that hold them."""
    notices, problems = [], []
    for root in roots:
        file = root / FOLDER_FACTS
        if not root.is_dir() or not file.is_file():
            continue
        try:
            facts = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            facts, message = {}, f"is not TOML: {error}"
        else:
            message = "may hold nothing but a notice in quotation marks"
        if facts.keys() == {"notice"} and isinstance(facts["notice"], str):
            notices.append(facts["notice"])
        else:
            hint = 'Write one line: notice = "...".'
            problems.append(Problem(severity=Severity.WARNING, where=FOLDER_FACTS, message=message, hint=hint))
    return " ".join(notices) or None, problems


def _report(
    before: Manifest | None, manifest: Manifest, written: frozenset[str], pages: int, seconds: float
) -> BuildReport:
    held = {entry.name for entry in before.files if entry.document} if before else set()
    holding = [entry for entry in manifest.files if entry.document]
    return BuildReport(
        added=tuple(entry.name for entry in holding if entry.name not in held),
        changed=tuple(e.name for e in holding if e.name in held and e.document in written),
        unchanged=tuple(e.name for e in holding if e.name in held and e.document not in written),
        removed=tuple(sorted(held - {entry.name for entry in holding})),
        withheld=tuple(entry.name for entry in manifest.files if entry.withheld),
        problems=manifest.problems(),
        documents=len(holding),
        passages=sum(entry.passages for entry in holding),
        pages=pages,
        seconds=seconds,
    )
