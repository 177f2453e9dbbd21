"""What does a Word file (.docx, .docm) say to the person who opens it? Its own walk over the XML, since no library
resolves automatic numbers and drops what is deleted or hidden; macros, links and embedded objects are never touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indexer.errors import UnreadableError
from indexer.model.problem import Problem, Severity
from indexer.read.docx.margins import Margins
from indexer.read.docx.markup import Element, W
from indexer.read.docx.numbering import Numbering
from indexer.read.docx.package import Package, Relationship
from indexer.read.docx.story import Story
from indexer.read.docx.styles import Styles
from indexer.read.result import ReadResult

_TRACKED = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_PROPERTIES = {"title": "title", "creator": "author", "created": "created"}


def read(data: bytes, where: str) -> ReadResult:
    """Headers, body, footers, notes; UnreadableError for what is no sound Word file, whatever is wrong with it."""
    try:
        return _read(Package(data), where)
    except RecursionError as error:
        raise UnreadableError("is nested deeper than any paper is", "Save it as PDF.") from error


def _read(package: Package, where: str) -> ReadResult:
    of_package = package.relationships("")
    name = _target(of_package, "officeDocument") or "word/document.xml"
    main = package.part(name)
    body = None if main is None or main.tag != W + "document" else main.find(W + "body")
    if main is None or body is None:
        raise UnreadableError("is an archive without a Word document in it", "Unpack it, or save it again in Word.")
    related = package.relationships(name)
    styles = Styles(_part(package, related, "styles"))
    numbering = Numbering(_part(package, related, "numbering"))
    story = Story(styles, numbering)
    blocks = story.blocks(body)
    margins = Margins(package, related, styles, numbering)
    headers, footers = margins.headers_and_footers(main)
    return ReadResult(
        blocks=(*headers, *blocks, *footers, *margins.notes(story.notes)),
        properties=tuple(_properties(_part(package, of_package, "core-properties"))),
        problems=tuple(_problems(story, body, where)),
    )


def _target(related: Mapping[str, Relationship], kind: str) -> str | None:
    return next((one.target for one in related.values() if one.kind == kind), None)


def _part(package: Package, related: Mapping[str, Relationship], kind: str) -> Element | None:
    target = _target(related, kind)
    return None if target is None else package.part(target)


def _properties(root: Element | None) -> Iterator[tuple[str, str]]:
    for child in () if root is None else root:
        name = _PROPERTIES.get(child.tag.rpartition("}")[2])
        text = " ".join((child.text or "").split())
        if name and text:
            yield name, text


def _problems(story: Story, body: Element, where: str) -> Iterator[Problem]:
    if story.embedded:
        yield Problem(
            severity=Severity.WARNING,
            where=where,
            message="has another document embedded in it, which was not read",
            hint="Open it in Word and save it again; Word then makes it part of the text.",
        )
    if next(body.iter(*_TRACKED), None) is not None:
        yield Problem(
            severity=Severity.NOTICE,
            where=where,
            message="has tracked changes: what was inserted is read as text, what was deleted is left out",
            hint="The original shows the changes.",
        )
