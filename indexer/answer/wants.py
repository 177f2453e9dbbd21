"""Which sort of thing does a question want, and which of its words only say so?

"What percentage of plans": a percentage is wanted, and no paper need have the word. The patterns of ``wants.csv`` are
tried in order; the first that fits says what is wanted. Many people type no question but its nouns ("first look launch
date"), so the words that name a sort of thing count wherever they stand once nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from indexer.answer.patterns import Row, read_patterns
from indexer.model.answer import AnswerKind as Kind
from indexer.text.words import stems


class PaperFact(StrEnum):
    """What can be asked about a paper itself."""

    AUTHOR = "author"
    COMMITTEE = "committee"
    DATE = "date"


def _compiled(rows: Iterable[Row]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.name, re.compile(row.pattern, re.IGNORECASE)) for row in rows)


_ROWS = read_patterns("wants.csv")
_ASKED = _compiled(row for row in _ROWS if row.sort == "asked")
_NAMED = _compiled(row for row in _ROWS if row.sort == "named")
_ABOUT_PAPER = _compiled(row for row in _ROWS if row.sort == "paper")
_COUNTED = _compiled(row for row in _ROWS if row.sort == "counted")
# "so", "can you tell me": what may stand before the words that ask; "do you pay" itself asks.
_LED = re.compile(
    r"(?:(?:so|and|but|please|hi|hello|ok|just"
    r"|(?:(?:can|could|would|will) (?:you|anyone|anybody|somebody|someone) )?(?:please )?tell (?:me|us)"
    r"|do (?:you|we|they) (?:happen to )?know|(?:i|we) (?:just )?(?:want|need|would like) to know)\b[,.\s]*)*",
    re.IGNORECASE,
)
# Of these the words that ask for the kind are no words of the subject.
_ONLY_ASKING = frozenset(
    stems(
        "percentage proportion per cent share money much many period year date day month term time number often old "
        "big large grade rating rated judgement judged graded rate judge reason cause purpose name named called title "
        "who person people place list mean stand refer define definition meaning deadline figure phone telephone email "
        "address contact details ring call explain sits sat sit age long job role position occupation"
    )
)
# Where the name of what is counted ends: "how many children | did".
_ENDS = frozenset(
    "did do does was were is are have has had will would can could should may might must in on of at for to by with "
    "from got get we you they who that this the our came come went go sit live take took left said".split()
)
_USED_ABOUT = frozenset(
    stems(
        "wrote write written author authored prepared prepare drafted produced report paper document item meeting "
        "considered received discussed heard had saw looked approved agreed go went whose taken presented published "
        "dated date contact officer come came note briefing committee"
    )
)


@dataclass(frozen=True, slots=True)
class AboutPaper:
    """A question about a paper, and the stems of the words that only ask."""

    fact: PaperFact
    used: frozenset[str]


def wanted_kind(text: str) -> tuple[Kind, frozenset[str]]:
    """What ``text`` asks for, and the stems of those of its words that only say so."""
    led = _LED.match(text)
    start = led.end() if led else 0
    bare, courtesy = text[start:], frozenset(stems(text[:start]))
    at_start = ((kind, pattern.match(bare)) for kind, pattern in _ASKED)
    anywhere = ((kind, pattern.search(bare)) for kind, pattern in (*_ASKED, *_NAMED))
    for kind, found in (*at_start, *anywhere):
        if found:
            return Kind(kind), courtesy | (frozenset(stems(found[0])) & _ONLY_ASKING)
    return Kind.OTHER, courtesy


def counted_thing(text: str) -> tuple[str, ...]:
    """The stems of what is counted in "how many ...": an answer that counts something else is none."""
    for _, pattern in _COUNTED:
        if found := pattern.search(text):
            words = found[1].lower().split()
            ends = (at for at, (before, word) in enumerate(pairwise(("", *words))) if _ends_name(before, word))
            end = next(ends, len(words))
            return stems(" ".join(words[:end]))
    return ()


def _ends_name(before: str, word: str) -> bool:
    """Whether ``word`` is of the name no more: "how many supported lodgings | used", "newly qualified nurses"."""
    return word in _ENDS or (word.endswith("ed") and before != "" and not before.endswith("ly"))


def about_the_paper(text: str) -> AboutPaper | None:
    """What of a paper ``text`` asks for; ``None`` when it asks for what papers say."""
    fact = next((fact for fact, pattern in _ABOUT_PAPER if pattern.search(text)), None)
    return AboutPaper(PaperFact(fact), _USED_ABOUT) if fact else None
