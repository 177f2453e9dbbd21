"""Nothing was found: which easier search would find something?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.catalogue import Catalogue
from indexer.model.search import SearchRequest

# Each is a search of its own; who typed more than these begins again anyway.
MOST_WORDS = 4

_QUOTES = str.maketrans("“”„", '"""')
_PIECE = re.compile(r'-?"[^"]*"?|[^\s"]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class Easier:
    """A search with the number of papers that it finds; ``label`` says what is different."""

    label: str
    request: SearchRequest
    count: int


def words_alone(catalogue: Catalogue, asked: SearchRequest) -> list[Easier]:
    """A search for each word or phrase alone, everything else the same; none where only one was typed."""
    typed = list(dict.fromkeys(_wanted(asked.query)))
    if len(typed) < 2:
        return []
    requests = [(word, replace(asked, query=word, page=1)) for word in typed[:MOST_WORDS]]
    return [Easier(label=word, request=request, count=catalogue.search(request).total) for word, request in requests]


def _wanted(query: str) -> Iterator[str]:
    """The words and phrases worth a search: not those to be left out, and no short words such as "of"."""
    for piece in _PIECE.findall(query.translate(_QUOTES)):
        telling = piece.startswith('"') or len(piece) > 3 or (piece.isupper() and piece not in {"OR", "NOT", "AND"})
        if telling and not piece.startswith("-") and any(map(str.isalnum, piece)):
            yield piece
