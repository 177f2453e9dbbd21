"""Which person could a printed name be? "Cllr R. Okafor" and "Councillor Dr Ruth Okafor OBE" could be one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

_MEMBER = frozenset("councillor cllr councilor alderman".split())
_NEVER_A_NAME = _MEMBER | frozenset("mr mrs ms mx dr".split())
# Dropped before a name as long as a word is left, which is then the surname: "Councillor Lord".
_TITLES = _NEVER_A_NAME | frozenset("miss sir dame lord lady baroness rev reverend revd prof professor".split())
# Dropped after a name. Those that are surnames too (BA, MA) are not met in council papers.
_HONOURS = frozenset("obe mbe cbe kbe dbe bem qpm qc kc jp mp phd msc".split())
# Small words that belong to the surname after them.
_PARTICLES = frozenset("van von der den de la le du da dos del della di bin ibn bint al el ter ten".split())


class Fullness(IntEnum):
    """How much of a name is printed."""

    SURNAME = 0
    INITIALS = 1
    FULL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name in the form in which names are compared: without case, accents, titles and honours."""

    key: str  # all its words, "ruth-okafor"; the same for names that are the same
    given: tuple[str, ...]
    surname: str  # "stott-wray", "van-der-berg"
    printed: str  # as it was, without titles and honours
    is_member: bool  # printed with a councillor's title

    @property
    def fullness(self) -> Fullness:
        if not self.given:
            return Fullness.SURNAME
        return Fullness.FULL if len(self.given[0]) > 1 else Fullness.INITIALS


@lru_cache(maxsize=32768)  # more forms of names than twenty years of one council have
def read_name(printed: str) -> PersonName | None:
    """The name of the person in ``printed``; ``None`` where there is none. Words in brackets tell namesakes apart."""
    bare, _, aside = printed.partition("(")
    words = re.sub(r"[.,;:]+", ". ", bare).split()
    titles = set()
    while words and (title := _folded(words[0])) in _TITLES and (len(words) > 1 or title in _NEVER_A_NAME):
        titles.add(title)
        words.pop(0)
    while len(words) > 1 and _folded(words[-1]) in _HONOURS:
        words.pop()
    words = [word for word in words if _folded(word)]
    if not words:
        return None
    start = len(words) - 1
    while start and _folded(words[start - 1]) in _PARTICLES and (start > 1 or words[start - 1].islower()):
        start -= 1
    told_apart = [_folded(word) for word in aside.split()]
    return PersonName(
        key="-".join(filter(None, [*map(_folded, words), *told_apart])),
        given=tuple(part for word in words[:start] for part in _folded(word).split("-")),
        surname="-".join(map(_folded, words[start:])),
        printed=" ".join(_shown(words)) + (f" ({aside}" if any(told_apart) else ""),
        is_member=not _MEMBER.isdisjoint(titles),
    )


def fits(one: PersonName, other: PersonName) -> bool:
    """Whether both could be the same person's: one surname, and no given name or initial that speaks against it."""
    return one.surname == other.surname and all(map(_same_given, one.given, other.given))


def _same_given(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _folded(word: str) -> str:
    """The letters and digits of ``word``, a hyphen for what stands between them."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    return "-".join(re.findall(r"[^\W_]+", plain))


def _shown(words: list[str]) -> list[str]:
    """The words as they were, with a full stop behind initials only."""
    return [f"{bare}." if len(bare := word.rstrip(".")) == 1 else bare for word in words]
