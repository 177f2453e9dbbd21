"""How is a name written that the paper prints in capitals?"""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.model.document import Fact

# Short names are abbreviations: "SEND", "MASH".
_SHORTEST = 5
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
# Abbreviations that stand among the words of names.
_ABBREVIATIONS = frozenset("CYP NHS SACRE SEN SEND SSCB".split())
_TITLE = re.compile(r"(?:(?:Councillor|Cllr|Mrs|Mr|Ms|Miss|Dr)\.?\s+)+")
_WORD = re.compile(r"[A-Z][A-Z'’]*")


def lowered(fact: Fact[str] | None) -> Fact[str] | None:
    """The fact with a name in capitals as names are written, and said to be so; any other as it is."""
    if fact is None or (name := without_capitals(fact.value)) == fact.value:
        return fact
    return replace(fact, value=name, where=f"{fact.where}, printed in capitals")


def without_capitals(name: str) -> str:
    """The name as names are written ("Children and Families Committee"), if it is all capitals; any other as it is."""
    title = _TITLE.match(name)
    start = title.end() if title else 0
    if not name[start:].isupper() or sum(map(str.isalpha, name[start:])) < _SHORTEST:
        return name
    return name[:start] + _WORD.sub(lambda word: _written(word[0], first=word.start() == 0), name[start:])


def _written(word: str, *, first: bool) -> str:
    if word in _ABBREVIATIONS:
        return word
    if word.lower() in _SMALL and not first:
        return word.lower()
    return re.sub(r"^(?:[OD]['’])?\w", lambda start: start[0].upper(), word.lower(), flags=re.IGNORECASE)
