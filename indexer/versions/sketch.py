"""How is a paper remembered in little, so that its versions are found without opening every paper again?

By some of its shingles: runs of ``RUN`` words (stems), each hashed, of which those are kept whose hash ``KEPT``
divides. The same run is kept in every paper or in none, so the share of one paper's kept runs that another has too
estimates how much of the one is contained in the other (A. Z. Broder, "On the resemblance and containment of
documents", 1997). Runs go on from paragraph to paragraph: a paper and its print in a pack are not cut into paragraphs
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from zlib import crc32

from indexer.model.document import Document, Kind, Passage
from indexer.model.versions import Sketch
from indexer.text.words import stems

RUN = 5  # words: fewer are found everywhere, and of more one changed word breaks too many
# A paper of 3,000 words keeps 375 runs (4 kB on disk). Of 300 words it keeps 37, and the estimate is then right to
# about a tenth: the thresholds in `works` leave more room than that.
KEPT = 8

_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?!\d)(?:\s?[-–/]\s?(?P<last>(?:\d\d)?\d\d)\b)?")
_QUARTER = re.compile(r"\b(?:q|quarter\s)([1-4])\b|\b(first|second|third|fourth) quarter\b", re.IGNORECASE)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
# "DRAFT v0.3", "Consultation draft", at the head of a paper or in its title; "draft minutes" are those it approves.
_DRAFT = re.compile(r"\bdraft\b(?!\s+(?:minutes|budget)\b)", re.IGNORECASE)
_OPENING = 6  # paragraphs in which a paper says that it is a draft, in a line of its own
_LINE = 10  # words


def sketch(document: Document) -> Sketch:
    """The sketch of ``document``."""
    kind = document.kind.value
    passages = [stems(passage.text) for passage in document.passages()]
    prose, figures = _kept([word for words in passages for word in words])
    met = document.meeting_date if kind in {Kind.MINUTES, Kind.AGENDA} else None
    return Sketch(
        kind=kind,
        meeting=met.value.isoformat() if met else None,
        period=period(document.title.value),
        prose=tuple(sorted(prose)),
        figures=tuple(sorted(figures)),
        passages=tuple(crc32(" ".join(words).encode()) for words in passages),
    )


def period(title: str) -> tuple[str, ...]:
    """The years and quarters that ``title`` names, sorted: ("2023", "2024", "Q3")."""
    years = set()
    for found in _YEAR.finditer(title):
        first, last = found["first"], found["last"]
        years |= {first, first[: 4 - len(last)] + last} if last else {first}
    quarters = {f"Q{number or _ORDINALS[word.lower()]}" for number, word in _QUARTER.findall(title)}
    return tuple(sorted(years | quarters))


def is_draft(document: Document) -> bool:
    """Whether the paper calls itself a draft: in its title, or in a line of its own at its head."""
    return bool(_DRAFT.search(document.title.value)) or any(
        len(passage.text.split()) <= _LINE and _DRAFT.search(passage.text) for passage in _opening(document)
    )


def _opening(document: Document) -> Iterator[Passage]:
    return islice(document.passages(), _OPENING)


def _kept(words: list[str]) -> tuple[set[int], set[int]]:
    """The kept runs of ``words``, those without a number and those with one."""
    numbers = [place for place, word in enumerate(words) if word[0].isdigit()]
    with_number = {first for place in numbers for first in range(place - RUN + 1, place + 1)}
    prose, figures = set[int](), set[int]()
    for first, run in enumerate(zip(*(words[start:] for start in range(RUN)), strict=False)):
        code = crc32(" ".join(run).encode())
        if code % KEPT == 0:
            (figures if first in with_number else prose).add(code)
    return prose, figures
