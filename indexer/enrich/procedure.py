"""Which passages of a paper are procedure, and by which of their words are they still found?

A passage is procedure when each of its sentences belongs to a standing item (apologies, declarations of interest, "no
financial implications") and has no word but those in which nothing is said there. One other word is doubt enough:
what is taken for procedure wrongly would be lost to searches, what is not is only one result too many.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from indexer.enrich.standing import CLERK, ITEMS, Item
from indexer.model.document import Document, Kind

# A resolution to exclude the public, the longest empty text there is, has some 600 characters with all its grounds.
_LONGEST = 1000

_BESIDE_HEADING = re.compile(
    r"^(?:item )?\d[\d./]*[a-z]?[.:)]?\s+|\s*\((?:pages?|to follow|if any|standing item)\b[^)]*\)$", re.IGNORECASE
)
# An initial or a title before a name ends no sentence.
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])(?<!\b\w\.)(?<!\b(?:dr|mr|ms)\.)(?<!\b(?:rev|mrs)\.)(?<!\bcllr\.)\s+", re.IGNORECASE
)
_MARK = re.compile(r"(?:(?:minutes|decision)\s*:|(?:resolved|agreed|noted)\b)(?:[\s:.–—-]|that,?\s)*", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+")
_WORD = re.compile(r"(?<!\w)(?<!\b\w\.)[^\W\d_]+(?:['-][^\W\d_]+)*")
# A sum or a share is never procedure.
_FIGURES = re.compile(r"[£$€%]")
_INITIALS = 3  # "MBE", "S J"; longer words in capitals are read as words


def procedure(document: Document) -> dict[str, str]:
    """The passages that are procedure, by anchor; each with those of its words by which it is found besides those of
    its heading, which are none where the heading names the item.
    """
    items = (*ITEMS, CLERK) if document.kind.value in {Kind.MINUTES, Kind.AGENDA} else ITEMS
    found = ((p.anchor, found_by(p.text, p.heading, items)) for p in document.passages())
    return {anchor: words for anchor, words in found if words is not None}


def found_by(text: str, heading: str, items: Collection[Item] = ITEMS) -> str | None:
    """The words of ``text`` that name the items it belongs to and ``heading`` does not; ``None``: not procedure."""
    if len(text) > _LONGEST or _FIGURES.search(text):
        return None
    headed = _headed(heading)
    if not headed and _MARK.fullmatch(text):
        return None
    names: dict[Item, str] = {}
    for sentence in _SENTENCE_END.split(_straight(text)):
        said = sentence[_end_of_mark(sentence) :]
        if not said or any(_says_nothing(said, item) for item in headed):
            continue
        named = next((item for item in items if _is_named(item, said, names) and _says_nothing(said, item)), None)
        if named is None:
            return None
        if name := named.name.search(said):
            names[named] = f"{names.get(named, '')} {said[name.start() : name.end()]}"
    return "".join(names.values()).strip()


@lru_cache(maxsize=10_000)  # papers of one template share their headings
def _headed(heading: str) -> tuple[Item, ...]:
    """The items that ``heading`` names; only one, but for headings such as "Minutes and matters arising"."""
    bare = _BESIDE_HEADING.sub("", _straight(heading).strip()).strip(" :.*")
    return tuple(item for item in ITEMS if item.heading.fullmatch(bare))


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _end_of_mark(sentence: str) -> int:
    """Where the words begin that come after "RESOLVED – That"; 0 where there are none before them."""
    mark = _MARK.match(sentence)
    return mark.end() if mark else 0


def _says_nothing(sentence: str, item: Item) -> bool:
    return item.empty.search(sentence) is not None and all(
        len(word) == 1 or word.lower() in item.words or (item.proper and _is_proper(word))
        for word in _WORD.findall(_ADDRESS.sub("", sentence))
    )


def _is_named(item: Item, sentence: str, before: Collection[Item]) -> bool:
    """Whether a sentence, or one before it, says that this is ``item``: "Public questions. There were none"."""
    return item in before or item.name.search(sentence) is not None


def _is_proper(word: str) -> bool:
    """Whether a word has the shape of a name or of initials."""
    return word[0].isupper() and (not word.isupper() or len(word) <= _INITIALS)
