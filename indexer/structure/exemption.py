"""Does the paper say that it is itself exempt (Local Government Act 1972, Schedule 12A), or only speak of such things?

Open papers are full of the words: every agenda offers to exclude the public, many reports have an exempt appendix.
Only a mark on the paper itself, in its running heads, its title or its front sheet, withholds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.model.document import Basis, Exemption, Fact
from indexer.model.raw import RawTable
from indexer.structure.layout import Layout
from indexer.structure.lines import Element

_WORDS = re.compile(
    r"\bnot for publication\b|\bexempt (?:information|report|from (?:publication|disclosure))\b|\b(?:is|are) exempt\b|"
    r"\bexempt (?:by virtue|under|in accordance)\b|\bschedule 12\s?\(?A\)?|\brestricted enclosure\b|"
    r"\bconfidential report\b|\bnot for (?:public )?release\b",
    re.IGNORECASE,
)
# A line that is nothing but a mark.
_MARK = re.compile(
    r"(?:strictly )?(?:private and confidential|private|confidential|exempt|restricted|"
    r"(?:private|exempt|confidential) (?:report|item)(?: [–-] .*)?|"
    r"part (?:2|ii|b)(?: item| report| [–-] (?:private|exempt|confidential))?)\W*",
    re.IGNORECASE,
)
_ANOTHER_PART = re.compile(
    r"\b(?:appendi(?:x|ces)|annex(?:e|es)?|enclosures?|attachments?|schedule of|part 2 (?:of|report)|separate|"
    r"confidential version)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|none|not applicable|n/a|nothing|without|does not contain|do not contain|not exempt|whether|if any|any)\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"\bexclu(?:de|ded|ding|sion)\b|\bitems?\b|\bpress and public\b|\bpublic and press\b|\bmembers of the public\b|"
    r"\bsection 100|\bsession\b|\bresolved\b",
    re.IGNORECASE,
)
# A template's two alternatives, of which nobody struck one out.
_ALTERNATIVES = re.compile(r"general release", re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:this|the) (?:report|paper|document|note|briefing)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def exemption(layout: Layout, title: str) -> Fact[Exemption]:
    """Marked, unclear (a person should look), or open; ``where`` quotes what decided it."""
    sheet = [text for element in layout.sheet for text in _texts(element)]
    for place, texts in (("running head", layout.running_heads), ("title", [title]), ("front sheet", sheet)):
        for sentence in _sentences(texts):
            if _MARK.fullmatch(sentence) or _is_about_itself(sentence):
                return Fact(value=Exemption.MARKED, basis=Basis.STATED, where=f"{place}: '{sentence}'")
    for sentence in _sentences(text for element in layout.elements for text in _texts(element)):
        if _is_about_itself(sentence):
            return Fact(value=Exemption.UNCLEAR, basis=Basis.INFERRED, where=f"the words '{sentence}'")
    return Fact(value=Exemption.OPEN, basis=Basis.INFERRED, where="no mark on the paper")


def _texts(element: Element) -> Iterable[str]:
    if isinstance(element, RawTable):
        return [" ".join(cell for cell in row if cell) for row in element.rows]
    return [element.printed]


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _SENTENCE.split(" ".join(text.split()))


def _is_about_itself(sentence: str) -> bool:
    """Whether it says of the paper that it is exempt: not of a part of it, nor of the agenda, nor that it is not."""
    if not _WORDS.search(sentence) or _ANOTHER_PART.search(sentence) or _NEGATED.search(sentence):
        return False
    if _ALTERNATIVES.search(sentence):
        return False
    return bool(_ITSELF.search(sentence)) or not _PROCEDURE.search(sentence)
