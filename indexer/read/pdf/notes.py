"""Which lines at the foot of a page are footnotes, and where are they called?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.model.raw import RawBlock, Role, Style
from indexer.read.pdf.geometry import Page, Word, word_rows
from indexer.read.pdf.hyphens import Hyphens

# Footnotes are set at least a point below the text, which is 10 to 12 points in council papers.
SMALLER = 0.92
# Lines of notes further apart than this many of their sizes do not belong together.
APART = 2.2
_CALL = re.compile(r"(\d{1,3}|[*†‡])")


class Notes(NamedTuple):
    words: Sequence[Word]  # of the page, without its notes and without the raised signs that call them
    blocks: tuple[RawBlock, ...]


def take_notes(page: Page, words: Sequence[Word], body_size: float, hyphens: Hyphens) -> Notes:
    """Parts the footnotes from ``words``, which stand on ``page``; small print that begins with no sign is none."""
    lowest = _small_print(words, body_size)
    notes: list[list[list[Word]]] = []
    for row in lowest:
        if _CALL.match(row[0].text):
            notes.append([row])
        elif notes:
            notes[-1].append(row)
    if not notes:
        return Notes(words, ())
    calls = {match[1] for note in notes if (match := _CALL.match(note[0][0].text))}
    taken = {word for note in notes for row in note for word in row}
    taken.update(word for word in words if word.raised and word.text in calls)
    blocks = tuple(
        RawBlock(text=hyphens.join(note), page=page.number, style=Style(size=note[0][-1].size), role=Role.NOTE)
        for note in notes
    )
    return Notes([word for word in words if word not in taken], blocks)


def _small_print(words: Sequence[Word], body_size: float) -> Sequence[list[Word]]:
    """The rows at the foot of a page that are smaller than the text."""
    found: list[list[Word]] = []
    for row in reversed(word_rows(words)):
        size = max(word.size for word in row)
        close = not found or found[-1][0].baseline - row[0].baseline <= APART * size
        if size > SMALLER * body_size or not close:
            break
        found.append(row)
    return found[::-1]
