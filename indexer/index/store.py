"""How do a document and a manifest rest on disk and come back the same?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from indexer.index.home import write_whole
from indexer.model.commitment import Commitment
from indexer.model.document import Block, Document, Passage
from indexer.model.person import Credits
from indexer.model.problem import Problem, Severity
from indexer.model.versions import Part, Relation, Sketch
from indexer.text.words import Words

T = TypeVar("T")

# Raised when the files of a generation change their form: an index of another form is refused, and built anew.
FORMAT = 2

_converter = make_converter()
configure_tagged_union(Block, _converter, tag_name="block")


def dumps(value: object) -> str:
    """A model object as JSON text, in ASCII: a file name that is in no encoding survives as an escape."""
    return json.dumps(_converter.unstructure(value))


def loads(text: str | bytes, kind: type[T]) -> T:
    """The object that ``dumps`` wrote."""
    return _converter.structure(json.loads(text), kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One file of the folder, and what became of it. ``document`` is ``None`` when it is not in the index."""

    name: str  # relative to its folder
    path: str  # absolute
    sha256: str
    key: str  # of the paper in home/papers: changes when the file, its side file or the reading code does
    document: str | None = None
    digest: str | None = None  # of the enriched document
    passages: int = 0
    commitments: int = 0
    withheld: bool = False  # marked exempt
    problems: tuple[Problem, ...] = ()
    labels: dict[str, dict[str, str]] = field(default_factory=dict)  # facet -> value -> what people call it
    printed: dict[str, dict[str, str]] = field(default_factory=dict)  # facet -> value -> its name on the paper
    credits: Credits | None = None  # whom the document names
    draft: bool = False  # it calls itself one
    work: str | None = None  # shared by the versions of one paper; None when it has none and is in no pack
    parts: tuple[Part, ...] = ()  # the papers that are printed in this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a generation holds."""

    format: int  # of the files of a generation
    code: str  # fingerprint of the code that wrote it; other code writes anew
    vocabulary: str  # fingerprint of the tables it was enriched with
    built: datetime
    files: tuple[FileEntry, ...]
    folder_problems: tuple[Problem, ...]
    notice: str | None  # shown on every page that lists papers

    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the folder and its files: what could not be read first."""
        order = list(Severity)
        found = [*self.folder_problems, *(problem for entry in self.files for problem in entry.problems)]
        return tuple(sorted(found, key=lambda problem: (order.index(problem.severity), problem.where)))

    def labels(self) -> dict[str, dict[str, str]]:
        """What people call each filter value: facet -> value -> label."""
        merged: dict[str, dict[str, str]] = {}
        for entry in self.files:
            for facet, values in entry.labels.items():
                merged.setdefault(facet, {}).update(values)
        return merged

    def names(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The names that papers print for each filter value, the newest first: facet -> value -> names."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for entry in sorted(self.files, key=_year, reverse=True):
            for facet, values in entry.printed.items():
                for value, name in values.items():
                    found.setdefault(facet, {}).setdefault(value, {})[name] = None
        return {facet: {value: tuple(names) for value, names in values.items()} for facet, values in found.items()}

    def relatives(self, document: str) -> tuple[Relative, ...]:
        """The files whose papers are versions of ``document``, hold it or are printed in it; with its own, or none."""
        held = {entry.document: entry for entry in self.files if entry.document}
        own = held[document]
        alike = {other for other, entry in held.items() if own.work and entry.work == own.work} | {document}
        found = [Relative(other, Relation.VERSION, held[other].draft) for other in alike - {document}]
        found += [
            Relative(part.document, Relation.PART, held[part.document].draft, (document, part.start))
            for part in own.parts
        ]
        for other in held.keys() - alike:
            inside = [part for part in held[other].parts if part.document in alike]
            if inside:
                first = min(inside, key=lambda part: (part.document != document, part.start))
                found.append(Relative(other, Relation.HOLDS, held[other].draft, (other, first.start)))
        return (Relative(document, Relation.ITSELF, own.draft), *found) if found else ()

    def save(self, generation: Path) -> None:
        write_whole(generation / "manifest.json", dumps(self))

    @classmethod
    def load(cls, generation: Path) -> Manifest:
        """Raises ``OSError``, ``ValueError`` or ``ExceptionGroup`` when there is none that can be read."""
        manifest = loads((generation / "manifest.json").read_bytes(), cls)
        if manifest.format != FORMAT:
            raise ValueError(f"the files are of format {manifest.format}, not {FORMAT}")
        return manifest


class Relative(NamedTuple):
    """A paper that is a version of another. ``place`` is a document and the passage, counted from 0, at which the other
    paper begins in it.
    """

    document: str
    relation: Relation
    draft: bool
    place: tuple[str, int] | None = None


def _year(entry: FileEntry) -> int:
    return (entry.credits.year if entry.credits else None) or 0


def file_sha256(path: Path) -> str:
    """The hash of a file's bytes, in hexadecimal; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Outline:
    """A document as a list of results shows it: without its sections and what it promises, and with any passage and its
    words by its anchor.

    Parsed only as far as asked for: a page of results takes thirty passages of the hundreds that ten papers have.
    """

    def __init__(self, raw: bytes) -> None:
        about, self._commitments, anchors, *self._lines = raw.split(b"\n")
        self.document = loads(about, Document)
        self._places = {anchor: place for place, anchor in enumerate(json.loads(anchors))}

    @staticmethod
    def of(document: Document) -> bytes:
        """The outline as it rests, a line each: the document without sections and commitments, these, its anchors, then
        each passage and after it its words.
        """
        passages = list(document.passages())
        about = dumps(replace(document, sections=(), commitments=()))
        commitments = dumps(document.commitments)
        anchors = json.dumps([passage.anchor for passage in passages])
        kept = (f"{dumps(passage)}\n{Words.of(passage.text).packed()}" for passage in passages)
        return "\n".join([about, commitments, anchors, *kept]).encode()

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchor of every passage, in reading order."""
        return tuple(self._places)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What the paper promises, in reading order."""
        return loads(self._commitments, tuple[Commitment, ...])

    def passage(self, anchor: str) -> tuple[Passage, Words] | None:
        """The passage at ``anchor``, with the words of its text."""
        place = self._places.get(anchor)
        if place is None:
            return None
        passage = loads(self._lines[2 * place], Passage)
        return passage, Words.unpacked(passage.text, self._lines[2 * place + 1].decode())


class DocumentStore:
    """The enriched documents of one generation: each whole, and beside it in outline and in little."""

    def __init__(self, generation: Path) -> None:
        self._folder = generation / "documents"

    def put(self, document: Document, sketch: Sketch) -> None:
        write_whole(self._path(document.id), dumps(document))
        write_whole(self._outline(document.id), Outline.of(document).decode())
        write_whole(self._sketch(document.id), dumps(sketch))

    def get(self, document: str) -> Document:
        """Raises ``FileNotFoundError`` for an id that is not there."""
        return loads(self._path(document).read_bytes(), Document)

    def holds(self, document: str) -> bool:
        """Whether its files are there and have something in them: a power cut may leave an empty one."""
        return all(path.is_file() and path.stat().st_size for path in self._files(document))

    def outline(self, document: str) -> Outline:
        """Raises ``FileNotFoundError`` for an id that is not there."""
        return Outline(self._outline(document).read_bytes())

    def sketch(self, document: str) -> Sketch:
        """Raises ``FileNotFoundError`` for an id that is not there."""
        return loads(self._sketch(document).read_bytes(), Sketch)

    def remove(self, document: str) -> None:
        for path in self._files(document):
            path.unlink(missing_ok=True)

    def _files(self, document: str) -> tuple[Path, ...]:
        return self._path(document), self._outline(document), self._sketch(document)

    def _path(self, document: str) -> Path:
        return self._folder / f"{document}.json"

    def _outline(self, document: str) -> Path:
        return self._folder / f"{document}.outline"

    def _sketch(self, document: str) -> Path:
        return self._folder / f"{document}.sketch"
