"""Which programmes, places and other things does a text call by a name of their own?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from indexer.text.words import stems

_CAPITAL = r"[A-Z][\w'’]*[a-z][\w'’]*"
# "Staying Close", "Speak Up Ashenbrook", "School of Nursing"; "GCP2", "MASH"; "Turnaround" inside a sentence.
_SEVERAL = re.compile(rf"\b{_CAPITAL}(?:(?:\s+(?:of|and|for|the|in|on))?[\s-]+(?:{_CAPITAL}|[A-Z0-9]{{2,}}))+")
_LETTERS = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Z0-9]*[A-Z0-9]s?\b")
_SINGLE = re.compile(rf"(?<=[a-z,] ){_CAPITAL}\b")
_ARTICLE = re.compile(r"^(?:The|This|That|These|Our|An?|In|On|At|By|For|From|Its?|With|To)\s+")
# Bodies, posts and days are named in every paper, and are no programmes.
_BODY = re.compile(
    r"\b(?:Committee|Council|Cabinet|Board|Panel|Department|Director|Directorate|Officer|Head|Manager|Chair|Portfolio"
    r"|Holder|Members?|Councillor|Cllr|Government|Ofsted|Executive|Appendix|Section|Act|Schedule|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Christmas|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mrs?|Ms|Miss|Dr|CCG|RESOLVED|ACTION)\b"
)


def named(text: str, names: Collection[str], *, in_row: bool = False) -> Iterator[tuple[str, ...]]:
    """The things named in ``text``, as stems, each once; words whose stems are in ``names`` are those of people.

    In a row of a table sentences run on without stops, so that a single capital may begin one: it names nothing there.
    """
    seen: set[tuple[str, ...]] = set()
    for pattern in (_SEVERAL, _LETTERS) if in_row else (_SEVERAL, _LETTERS, _SINGLE):
        for match in pattern.finditer(text):
            words = _ARTICLE.sub("", match[0])
            found = stems(words)
            if found and found not in seen and not _BODY.search(words) and not any(word in names for word in found):
                seen.add(found)
                yield found
        text = pattern.sub(lambda match: "#" * len(match[0]), text)  # what is part of a longer name has none of its own
