"""What do the headers, footers and notes of a file say?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from indexer.model.raw import RawBlock, RawTable, Role
from indexer.read.docx.markup import Element, R, W, switch
from indexer.read.docx.numbering import Numbering
from indexer.read.docx.package import Package, Relationship
from indexer.read.docx.story import Story
from indexer.read.docx.styles import Styles
from indexer.read.docx.tables import Blocks
from indexer.read.docx.text import PAGE_NUMBER

_MARGINS = (("headerReference", Role.HEADER), ("footerReference", Role.FOOTER))
# "Page 3 of 10" with the sign that may part it from what stands beside it.
_PAGE_OF = re.compile(rf"\s*[|–—-]?\s*(?:\bpage\s*)?{PAGE_NUMBER}(?:\s*(?:of|/)\s*{PAGE_NUMBER})?", re.IGNORECASE)


class Margins:
    """Reads what stands outside the body, each as a story of its own."""

    def __init__(
        self, package: Package, related: Mapping[str, Relationship], styles: Styles, numbering: Numbering
    ) -> None:
        self._package = package
        self._related = related
        self._styles = styles
        self._numbering = numbering

    def headers_and_footers(self, main: Element) -> tuple[tuple[RawBlock, ...], tuple[RawBlock, ...]]:
        """The headers and the footers that some page shows, each text once."""
        targets = list(dict.fromkeys(self._shown(main)))
        found: dict[Role, dict[str, RawBlock]] = {Role.HEADER: {}, Role.FOOTER: {}}
        for role, target in targets:
            for block in self._read(target, role):
                found[role].setdefault(block.text, block)
        return tuple(found[Role.HEADER].values()), tuple(found[Role.FOOTER].values())

    def notes(self, references: list[tuple[str, str]]) -> tuple[RawBlock, ...]:
        """The footnotes and endnotes that the body refers to, in that order."""
        texts = {
            (kind, note.get(W + "id", "")): note
            for kind in ("footnote", "endnote")
            for note in self._part(f"{kind}s")
            if note.tag == W + kind
        }
        wanted = [texts[reference] for reference in dict.fromkeys(references) if reference in texts]
        return tuple(block for note in wanted for block in self._blocks(note, Role.NOTE))

    def _shown(self, main: Element) -> Iterator[tuple[Role, str]]:
        """The parts that hold them, section by section; a section without its own goes on with the one before."""
        even = switch(self._root("settings"), "evenAndOddHeaders")
        in_force: dict[tuple[Role, str], str] = {}
        for section in main.iter(W + "sectPr"):
            for name, role in _MARGINS:
                for reference in section.findall(W + name):
                    related = self._related.get(reference.get(R + "id", ""))
                    if related is not None:
                        in_force[role, reference.get(W + "type", "default")] = related.target
            kinds = {
                "default": True,
                "first": switch(section, "titlePg"),
                "even": even,
            }
            yield from ((role, target) for (role, kind), target in in_force.items() if kinds.get(kind))

    def _read(self, target: str, role: Role) -> Iterator[RawBlock]:
        root = self._package.part(target)
        if root is not None:
            yield from self._blocks(root, role)

    def _root(self, kind: str) -> Element | None:
        target = next((one.target for one in self._related.values() if one.kind == kind), None)
        return None if target is None else self._package.part(target)

    def _part(self, kind: str) -> Iterator[Element]:
        root = self._root(kind)
        return iter(()) if root is None else iter(root)

    def _blocks(self, container: Element, role: Role) -> Iterator[RawBlock]:
        for block in _rows_as_blocks(Story(self._styles, self._numbering).blocks(container)):
            text = " ".join(_PAGE_OF.sub(" ", block.text).split())
            if text:
                yield RawBlock(text=text, label=block.label, style=block.style, role=role)


def _rows_as_blocks(blocks: Blocks) -> Iterator[RawBlock]:
    for block in blocks:
        if isinstance(block, RawTable):
            for row in block.rows:
                yield RawBlock(text=" ".join(cell for cell in row if cell))
        else:
            yield block
