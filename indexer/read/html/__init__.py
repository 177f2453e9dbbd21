"""What does a web page say, of a committee system or any other? Nothing that it names is fetched or run."""

from __future__ import annotations

import html
import re

from bs4 import BeautifulSoup

from indexer.errors import UnreadableError
from indexer.model.problem import Problem, Severity
from indexer.model.raw import RawBlock, RawTable
from indexer.read.decode import clean, decode
from indexer.read.html.flow import blocks_of
from indexer.read.html.page import main_part, properties_of
from indexer.read.result import ReadResult
from indexer.read.text import blocks_of as blocks_of_text

# Committee pages nest some 30 deep. The walk down the tree takes up to four calls a level, and Python allows 1000.
_DEEPEST = 150
_LARGEST_TREE = 1_000_000  # tags; 1.5 GB as a tree

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b")
# Elements that hold none of their own kind or end by themselves: counting these would find depth where there is none.
_FLAT = frozenset(
    "area base br col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr "
    "track wbr".split()
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_BREAK = re.compile(r"</?(?:p|div|li|tr|h[1-6]|table|ul|ol|section|article|blockquote|dd|dt)\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!?][^<>]*>?")


def read(data: bytes, where: str) -> ReadResult:
    """The blocks of a web page without its navigation. Raises UnreadableError where it has no words."""
    declared = _CHARSET.search(data[:4096])
    text = decode(data, declared[1].decode("ascii") if declared else None)
    blocks: list[RawBlock | RawTable] = []
    properties: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    if (why := _too_tangled(text)) is None:
        soup = BeautifulSoup(text, "lxml")
        properties = properties_of(soup, text)
        blocks = blocks_of(main_part(soup))
    else:
        blocks = blocks_of_text(_without_markup(text))
        problems = (
            Problem(
                severity=Severity.WARNING,
                where=where,
                message=f"{why}; its words were read without headings, lists and tables",
                hint="Save the page again from the council's site, or print it to PDF.",
            ),
        )
    if not blocks:
        raise UnreadableError("is a web page without text", "Save the page again, or print it to PDF.")
    return ReadResult(blocks=tuple(blocks), properties=properties, problems=problems)


def _too_tangled(text: str) -> str | None:
    """Why the page should not be made into a tree, found in one pass over its tags."""
    depth = deepest = count = 0
    for match in _TAG.finditer(text):
        count += 1
        if match[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        return f"nests {deepest:,} elements in one another, more than {_DEEPEST}"
    return f"has {count:,} tags, more than {_LARGEST_TREE:,}" if count > _LARGEST_TREE else None


def _without_markup(text: str) -> str:
    text = _BREAK.sub("\n\n", " ".join(_UNSEEN.sub(" ", text).split()))
    return clean(html.unescape(_MARKUP.sub("", text)))
