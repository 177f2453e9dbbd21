"""Papers made for a test: a title, headings, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from indexer.model.document import Basis, Block, Document, Exemption, Fact, Kind, Paragraph, Section, Table
from indexer.model.raw import Source

Rows = tuple[tuple[str, ...], ...]

# Sixteen words that name no topic.
PLAIN = "The committee is asked to note the figures in the appendix and to say what it thinks."


def stated(value: str) -> Fact[str]:
    return Fact(value=value, basis=Basis.STATED, where="line 1")


def paper(  # noqa: PLR0913  # a paper has many facts, each by its name
    title: str,
    sections: Mapping[str, Sequence[str | Rows]],
    *,
    committee: str | None = None,
    portfolio: str | None = None,
    kind: Kind = Kind.OTHER,
    day: date | None = None,
) -> Document:
    """A paper; a block is the text of a paragraph or the rows of a table. Anchors are p-1, p-2, ... and table-1, ..."""
    arranged: list[Section] = []
    paragraphs = tables = 0
    for heading, contents in sections.items():
        blocks: list[Block] = []
        for content in contents:
            if isinstance(content, str):
                paragraphs += 1
                blocks.append(Paragraph(anchor=f"p-{paragraphs}", text=content))
            else:
                tables += 1
                blocks.append(Table(anchor=f"table-{tables}", header=(), rows=content))
        arranged.append(Section(anchor=f"section-{len(arranged) + 1}", heading=heading, level=1, blocks=tuple(blocks)))
    return Document(
        id="paper",
        source=Source(path="paper.txt", sha256="0" * 64, media_type="text/plain", size=1, read_by="text"),
        title=stated(title),
        kind=Fact(value=kind, basis=Basis.INFERRED, where="nothing"),
        exemption=Fact(value=Exemption.OPEN, basis=Basis.INFERRED, where="nothing"),
        sections=tuple(arranged),
        committee=stated(committee) if committee else None,
        portfolio=stated(portfolio) if portfolio else None,
        date=Fact(value=day, basis=Basis.STATED, where="line 2") if day else None,
    )
