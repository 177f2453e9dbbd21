"""Which questions did others write, over which texts? Reads a set in the form of SQuAD 2.0 as papers of ours.

P. Rajpurkar, R. Jia and P. Liang, "Know What You Don't Know: Unanswerable Questions for SQuAD", 2018; CC BY-SA 4.0. The
set itself is no part of this repository.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.answer.candidates import Papers
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.records import record
from indexer.index.store import Outline
from indexer.model.document import Basis, Document, Exemption, Fact, Kind, Paragraph, Section
from indexer.model.raw import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuestion:
    """A question about one paragraph of one article, with the places of its answers there: (start, end) in characters.

    Without places the paragraph does not answer it, though it looks as if it might.
    """

    text: str
    document: str
    anchor: str
    answers: tuple[tuple[int, int], ...]


class Shelf:
    """Documents in an index of their own; ``papers`` is what a question sees of it."""

    def __init__(self, documents: Sequence[Document]) -> None:
        folder = tempfile.mkdtemp()
        engine = WhooshEngine(Path(folder) / "engine")
        weakref.finalize(engine, shutil.rmtree, folder, ignore_errors=True)  # the papers keep the engine, it the folder
        engine.write((), [record(document) for document in documents])
        outlines = {document.id: Outline(Outline.of(document)) for document in documents}
        self.papers = Papers(
            best=engine.passages,
            held=engine.held,
            outline=outlines.__getitem__,
            work=str,
            passages=sum(1 for document in documents for _ in document.passages()),
        )


def read_set(path: Path) -> tuple[list[Document], list[SetQuestion]]:
    """The articles, each a document, and the questions; white space is single, as everywhere."""
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    documents = [_document(article) for article in articles]
    return documents, [question for article in articles for question in _questions(article)]


def _document(article: dict[str, Any]) -> Document:
    title = article["title"].replace("_", " ")
    paragraphs = (" ".join(paragraph["context"].split()) for paragraph in article["paragraphs"])
    blocks = tuple(Paragraph(anchor=f"p-{number}", text=text) for number, text in enumerate(paragraphs, start=1))
    return Document(
        id=article["title"],
        source=Source(path=article["title"], sha256="", media_type="text/plain", size=0, read_by="benchmark"),
        title=Fact(value=title, basis=Basis.GIVEN, where="set"),
        kind=Fact(value=Kind.OTHER, basis=Basis.GIVEN, where="set"),
        exemption=Fact(value=Exemption.OPEN, basis=Basis.GIVEN, where="set"),
        sections=(Section(anchor="section-1", heading="", level=1, blocks=blocks),),
    )


def _questions(article: dict[str, Any]) -> Iterator[SetQuestion]:
    for number, paragraph in enumerate(article["paragraphs"], start=1):
        for asked in paragraph["qas"]:
            answers = (_place(paragraph["context"], one["answer_start"], one["text"]) for one in asked["answers"])
            yield SetQuestion(
                text=" ".join(asked["question"].split()),
                document=article["title"],
                anchor=f"p-{number}",
                answers=() if asked["is_impossible"] else tuple(sorted(set(answers))),
            )


def _place(text: str, start: int, answer: str) -> tuple[int, int]:
    """Where an answer stands once white space is single."""
    start += len(answer) - len(answer.lstrip())
    before = " ".join(text[:start].split())
    at = len(before) + (1 if before and text[start - 1].isspace() else 0)
    return at, at + len(" ".join(answer.split()))
