"""Papers made from words drawn by a seed, and what councils do to them: revise, reissue, bind into a pack."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date

from indexer.model.document import Basis, Document, Exemption, Fact, Kind, Paragraph, Section
from indexer.model.raw import Source

_WORDS = (
    "child family home school plan visit worker council support review service health need care team court order "
    "report member review budget risk panel board parent carer foster sibling advice transport training referral "
    "assessment conference meeting partner police nurse teacher hearing placement neighbour garden kitchen winter"
).split()


def sentences(seed: object, count: int, *, figures: bool = True) -> list[str]:
    """``count`` sentences of about fifteen words, every second with a number: no two seeds give the same."""
    draw = random.Random(str(seed))  # noqa: S311  # papers, no secrets
    made = []
    for place in range(count):
        words = draw.choices(_WORDS, k=15)
        if figures and place % 2:
            words[draw.randrange(15)] = str(draw.randrange(10, 9_999))
        made.append(" ".join(words).capitalize() + ".")
    return made


def revised(text: Sequence[str], share: float, seed: object) -> list[str]:
    """``text`` with ``share`` of its sentences written anew."""
    draw = random.Random(str(seed))  # noqa: S311  # papers, no secrets
    anew = set(draw.sample(range(len(text)), round(share * len(text))))
    return [
        sentences((seed, place), 2)[place % 2] if place in anew else sentence for place, sentence in enumerate(text)
    ]


def next_edition(text: Sequence[str], share: float, seed: object) -> list[str]:
    """The template of ``text`` filled in for another period: every number is new, and ``share`` of its sentences."""
    draw = random.Random(str(seed))  # noqa: S311  # papers, no secrets
    return [
        " ".join(str(draw.randrange(10, 9_999)) if word.strip(".").isdigit() else word for word in sentence.split())
        for sentence in revised(text, share, seed)
    ]


def paper(  # noqa: PLR0913  # what the tests vary
    name: str,
    text: Iterable[str],
    *,
    title: str = "Help at home",
    kind: Kind = Kind.COMMITTEE_REPORT,
    met: date | None = None,
    numbered: bool = True,
) -> Document:
    """A paper with a paragraph for each of ``text``."""
    blocks = tuple(
        Paragraph(anchor=f"para-{number}", number=str(number) if numbered else None, text=words)
        for number, words in enumerate(text, start=1)
    )
    return Document(
        id=name,
        source=Source(path=f"{name}.txt", sha256="0", media_type="text/plain", size=1, read_by="test"),
        title=Fact(value=title, basis=Basis.STATED, where="title"),
        kind=Fact(value=kind, basis=Basis.STATED, where="title"),
        exemption=Fact(value=Exemption.OPEN, basis=Basis.INFERRED, where="paper"),
        meeting_date=Fact(value=met, basis=Basis.STATED, where="line") if met else None,
        sections=(Section(anchor="section-1", heading="Report", level=1, blocks=blocks),),
    )
