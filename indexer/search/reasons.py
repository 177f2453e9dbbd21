"""Why is this passage here? What an engine says a passage is worth, in the words that are printed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.model.document import Document, Passage
from indexer.model.query import Leaf, Part, Titled, Weighted
from indexer.model.search import Reason
from indexer.search.snippets import marks


def reasons(parts: Sequence[Part], passage: Passage, document: Document) -> tuple[Reason, ...]:
    """A reason for each of ``parts``, what is worth most first.

    One has no words where they stand in a heading before the passage's own: the engine keeps it, and no list shows it.
    """
    found = (
        Reason(
            words=tuple(_printed(_text(part.field, passage, document), part.leaf)), where=part.field, worth=part.score
        )
        for part in parts
    )
    return tuple(sorted(found, key=lambda reason: -reason.worth))


def _text(field: str, passage: Passage, document: Document) -> str:
    """What stands in a field, as ``indexer.index.records`` puts it there."""
    if field == "title":
        return document.title.value
    if field == "heading":
        return " ".join((passage.heading, passage.number or "", passage.caption or "", *passage.columns))
    return passage.text


def _printed(text: str, leaf: Leaf) -> Iterator[str]:
    """The words of ``text`` that match, each way of writing once."""
    yield from dict.fromkeys(text[span.start : span.end] for span in marks(text, (_inside(leaf),)))


def _inside(leaf: Leaf) -> Leaf:
    """What is looked for, wherever it must stand."""
    return _inside(leaf.leaf) if isinstance(leaf, Titled | Weighted) else leaf
