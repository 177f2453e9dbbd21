"""What of a passage can be quoted by itself? Its sentences, the items of its lists with what leads in to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.model.document import ListItem, Passage
from indexer.model.search import Span
from indexer.text.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotable:
    """``text[start:end]`` of a passage, in characters, which says something by itself.

    ``lead_in`` is what an item of a list goes on from: "Our work over the next 12 months includes:"; ``label`` what is
    printed before the item. A long item has several sentences: the later ones have the lead-in too.
    """

    start: int
    end: int
    lead_in: Span | None = None
    label: str | None = None


def quotables(passage: Passage) -> tuple[Quotable, ...]:
    """What can be quoted from ``passage``, in order, none overlapping another; a table row is quoted whole."""
    if passage.anchor.startswith("table-"):
        return (Quotable(start=0, end=len(passage.text)),) if passage.text else ()
    return tuple(_of_paragraph(passage.text, sorted(passage.items, key=lambda item: item.start)))


def _of_paragraph(text: str, items: list[ListItem]) -> Iterator[Quotable]:
    at = 0
    leads: dict[int, Span] = {}  # by the level of the items that go on from it
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        for between in _sentences(text, at, item.start):
            yield Quotable(start=between.start, end=between.end)
            leads = {item.level: between}
        at = min(item.end, following.start) if following else item.end
        own = list(_sentences(text, item.start, at))
        for number, sentence in enumerate(own):
            label = item.label if number == 0 else None
            lead_in = next((leads[level] for level in range(item.level, -1, -1) if level in leads), None)
            yield Quotable(start=sentence.start, end=sentence.end, lead_in=lead_in, label=label)
        if own and following and following.level > item.level:
            leads[following.level] = own[-1]
    for rest in _sentences(text, at, len(text)):
        yield Quotable(start=rest.start, end=rest.end)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for span in sentences(text[start:end]):
        yield Span(start=start + span.start, end=start + span.end)
