"""What does Whoosh find by itself? The papers in an index of its own, made and asked as its documentation shows.

The measure of what our analysis, query language and ranking are worth: ``matters evaluate`` asks it the same searches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import fields, qparser
from whoosh.analysis import StemmingAnalyzer
from whoosh.filedb.filestore import RamStorage
from whoosh.query import QueryError

from indexer.model.document import Block, Document, Paragraph

_SCHEMA = fields.Schema(
    id=fields.ID(stored=True),
    title=fields.TEXT(analyzer=StemmingAnalyzer()),
    headings=fields.TEXT(analyzer=StemmingAnalyzer()),
    text=fields.TEXT(analyzer=StemmingAnalyzer()),
)
# The last two are what its parser fails with, on signs and operators in no order.
_UNREADABLE = (qparser.QueryParserError, QueryError, IndexError, AssertionError)


class PlainWhoosh:
    """An index of ``papers`` in memory, one Whoosh document each, that ranks by BM25F with Whoosh's own numbers."""

    def __init__(self, papers: Iterable[Document]) -> None:
        index = RamStorage().create_index(_SCHEMA)
        writer = index.writer()
        for paper in papers:
            sections = list(paper.walk())
            writer.add_document(
                id=paper.id,
                title=paper.title.value,
                headings="\n".join(section.heading for section in sections if section.heading),
                text="\n".join(text for section in sections for block in section.blocks for text in _texts(block)),
            )
        writer.commit()
        self._searcher: Any = index.searcher()
        self._parser: Any = qparser.MultifieldParser(["title", "headings", "text"], _SCHEMA)

    def ranked(self, query: str, limit: int) -> tuple[str, ...]:
        """The ids of the best papers, the best first; none for a query that Whoosh cannot read."""
        try:
            results = self._searcher.search(self._parser.parse(query), limit=limit)
        except _UNREADABLE:
            return ()
        return tuple(result["id"] for result in results)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    yield from filter(None, (block.caption, *block.header))
    for row in block.rows:
        yield from row
