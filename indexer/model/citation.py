"""How does a person cite a paragraph aloud or in a letter?"""

from __future__ import annotations

from indexer.model.document import Document, Passage


def citation(document: Document, passage: Passage) -> str:
    """Plain text: body, date, title, item, place: 'Cabinet, 7 June 2016, "Title", item 7, paragraph 4.2'."""
    day = document.date.value if document.date else None
    when = f"{day.day} {day:%B %Y}" if day else str(document.year.value) if document.year else None
    who = document.committee or document.portfolio_holder
    parts = (
        who.value if who else None,
        when,
        f'"{document.title.value}"',
        f"item {document.item.value}" if document.item else None,
        _place(passage),
    )
    return ", ".join(part for part in parts if part)


def _place(passage: Passage) -> str:
    if passage.number:
        return f"paragraph {passage.number}"
    place = f'under "{passage.heading}"' if passage.heading else "at the beginning"
    return f"{place} (page {passage.page})" if passage.page else place
