"""How does a named style make a paragraph or a run look, with all it is based on?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.read.docx.markup import Element, W, integer, switch, value

_HEADING_NAME = re.compile(r"heading ([1-9])")
_LEVELS = 9  # of headings; the outline level 9 means body text


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What run properties say; None where they are silent. ``size`` is in points."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def over(self, base: Look) -> Look:
        """This look where it speaks, ``base`` where it is silent."""
        return Look(
            bold=base.bold if self.bold is None else self.bold,
            hidden=base.hidden if self.hidden is None else self.hidden,
            size=base.size if self.size is None else self.size,
        )

    def within(self, paragraph: Look) -> Look:
        """A character style inside a paragraph style: bold in both is not bold, as emphasis inside emphasis."""
        return Look(
            bold=bool(self.bold) != bool(paragraph.bold),
            hidden=bool(self.hidden) != bool(paragraph.hidden),
            size=paragraph.size if self.size is None else self.size,
        )


def look(properties: Element | None) -> Look:
    """What one ``w:rPr`` says."""
    if properties is None:
        return _SILENT
    half_points = integer(properties, "sz")
    return Look(
        bold=switch(properties, "b"),
        hidden=switch(properties, "vanish"),
        size=None if half_points is None else half_points / 2,
    )


_SILENT = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A paragraph style with all it inherits. ``linked`` are the styles that a list level may name as its own."""

    look: Look = _SILENT
    heading_level: int | None = None
    num_id: str | None = None
    list_level: int | None = None
    linked: tuple[str, ...] = ()
    is_contents: bool = False  # a line of a table of contents, or the heading above it


class Styles:
    """The styles of one file."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in styles}
        self._default = next(
            (
                style.get(W + "styleId")
                for style in styles
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}
            ),
            None,
        )
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._size = look(defaults).size
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str | None, Look] = {None: _SILENT}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The paragraph style of that id; the file's default style where there is none."""
        if style_id not in self._by_id:
            style_id = self._default
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._resolve(style_id)
        return self._paragraphs[style_id]

    def character(self, style_id: str | None) -> Look:
        """What the character style of that id says."""
        if style_id not in self._characters:
            self._characters[style_id] = self._inherited(style_id)
        return self._characters[style_id]

    @cached_property
    def bold_header_tables(self) -> frozenset[str]:
        """Ids of the table styles that print their first row in bold."""
        return frozenset(
            style_id
            for style_id in self._by_id
            if any(
                part.get(W + "type") == "firstRow" and switch(part.find(W + "rPr"), "b")
                for style in self._chain(style_id)
                for part in style.findall(W + "tblStylePr")
            )
        )

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style, what it is based on, and so on; a circle ends where it began."""
        seen = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = value(style, "basedOn")

    def _inherited(self, style_id: str | None) -> Look:
        found = _SILENT
        for style in self._chain(style_id):
            found = found.over(look(style.find(W + "rPr")))
        return found

    def _resolve(self, style_id: str | None) -> ParagraphStyle:
        found = self._inherited(style_id).over(Look(size=self._size))
        heading: int | None = None
        num_id: str | None = None
        level: int | None = None
        linked: list[str] = []
        is_contents = False
        for style in self._chain(style_id):
            properties = style.find(W + "pPr")
            name = (value(style, "name") or "").casefold()
            is_contents = is_contents or name.startswith("toc ")
            heading = _outline(properties, name) if heading is None else heading
            numbering = None if properties is None else properties.find(W + "numPr")
            level = integer(numbering, "ilvl") if level is None else level
            if num_id is None:
                linked.append(style.get(W + "styleId", ""))
                num_id = value(numbering, "numId")
        return ParagraphStyle(
            look=found,
            heading_level=heading if heading and heading <= _LEVELS else None,
            num_id=num_id,
            list_level=level,
            linked=tuple(linked),
            is_contents=is_contents,
        )


def _outline(properties: Element | None, name: str) -> int | None:
    """The heading level one style gives itself, 10 for body text; None where it does not say."""
    outline = integer(properties, "outlineLvl")
    if outline is not None:
        return outline + 1
    named = _HEADING_NAME.fullmatch(name)
    return int(named[1]) if named else None
