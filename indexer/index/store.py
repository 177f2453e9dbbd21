"""How do a document and a manifest rest on disk and come back the same?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from indexer.index.home import write_whole
from indexer.model.document import Block, Document, Passage
from indexer.model.problem import Problem, Severity
from indexer.text.words import Words

T = TypeVar("T")

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
    withheld: bool = False  # marked exempt
    problems: tuple[Problem, ...] = ()
    labels: dict[str, dict[str, str]] = field(default_factory=dict)  # facet -> value -> what people call it


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a generation holds."""

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

    def save(self, generation: Path) -> None:
        write_whole(generation / "manifest.json", dumps(self))

    @classmethod
    def load(cls, generation: Path) -> Manifest:
        """Raises ``OSError`` or ``ValueError`` when there is none that can be read."""
        return loads((generation / "manifest.json").read_bytes(), cls)


def file_sha256(path: Path) -> str:
    """The hash of a file's bytes, in hexadecimal; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Outline:
    """A document as a list of results shows it: without its sections, and with any passage and its words by its anchor.

    Parsed only as far as asked for: a page of results takes thirty passages of the hundreds that ten papers have.
    """

    def __init__(self, raw: bytes) -> None:
        about, anchors, *self._lines = raw.split(b"\n")
        self.document = loads(about, Document)
        self._places = {anchor: place for place, anchor in enumerate(json.loads(anchors))}

    @staticmethod
    def of(document: Document) -> bytes:
        """The outline as it rests, a line each: the document without sections, its anchors, then each passage and
        after it its words.
        """
        passages = list(document.passages())
        about = dumps(replace(document, sections=()))
        anchors = json.dumps([passage.anchor for passage in passages])
        kept = (f"{dumps(passage)}\n{Words.of(passage.text).packed()}" for passage in passages)
        return "\n".join([about, anchors, *kept]).encode()

    def passage(self, anchor: str) -> tuple[Passage, Words] | None:
        """The passage at ``anchor``, with the words of its text."""
        place = self._places.get(anchor)
        if place is None:
            return None
        passage = loads(self._lines[2 * place], Passage)
        return passage, Words.unpacked(passage.text, self._lines[2 * place + 1].decode())


class DocumentStore:
    """The enriched documents of one generation: each whole, and in outline beside it."""

    def __init__(self, generation: Path) -> None:
        self._folder = generation / "documents"

    def put(self, document: Document) -> None:
        write_whole(self._path(document.id), dumps(document))
        write_whole(self._outline(document.id), Outline.of(document).decode())

    def get(self, document: str) -> Document:
        """Raises ``FileNotFoundError`` for an id that is not there."""
        return loads(self._path(document).read_bytes(), Document)

    def holds(self, document: str) -> bool:
        """Whether both its files are there and have something in them: a power cut may leave an empty one."""
        return all(path.is_file() and path.stat().st_size for path in (self._path(document), self._outline(document)))

    def outline(self, document: str) -> Outline:
        """Raises ``FileNotFoundError`` for an id that is not there."""
        return Outline(self._outline(document).read_bytes())

    def remove(self, document: str) -> None:
        self._path(document).unlink(missing_ok=True)
        self._outline(document).unlink(missing_ok=True)

    def _path(self, document: str) -> Path:
        return self._folder / f"{document}.json"

    def _outline(self, document: str) -> Path:
        return self._folder / f"{document}.outline"
