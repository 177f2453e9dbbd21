"""Nothing was found: does the search find something without one of its filters?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.catalogue import Catalogue
from indexer.model.search import SearchRequest
from webapp.tags import Tag

# Each is a search of its own; who chose more than these begins again anyway.
MOST_TAGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Easier:
    """A search with the number of papers that it finds; ``label`` says what is different."""

    label: str
    request: SearchRequest
    count: int


def filters_off(catalogue: Catalogue, chosen: Sequence[Tag], today: date | None) -> list[Easier]:
    """The same search without one of its filters, for each of them."""
    return [
        Easier(label=f"{tag.name} {tag.label}", request=tag.without, count=catalogue.search(tag.without, today).total)
        for tag in chosen[:MOST_TAGS]
    ]
