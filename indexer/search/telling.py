"""What is a passage about, so that others about the same can be told? Its words without those of procedure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from indexer.model.document import Document, Passage
from indexer.text.words import STOP_WORDS, stem, tokens

# Words that papers of a council have whatever they are about, and the names of days and months.
_PROCEDURE = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday agenda agree annex apologies appendix approve approved attached attendance attended
    assistant author background board boards cabinet cabinets chair clerk cllr cllrs committee committees consider
    considered contact council councillor councillors date director email endorse executive financial holder
    implications item legal meeting member members minute minutes note noted officer officers overview panel paragraph
    portfolio present purpose received recommend recommendation recommendations recommended report reports resolve
    resolved scrutiny section tel telephone thank thanked vice
"""
_IDLE = frozenset(map(stem, [*STOP_WORDS, *_PROCEDURE.split()]))
# How a passage begins that only says who, where and when.
_FURNITURE = re.compile(
    r"(?:also )?present\b|membership\b|co-opted\b|officers\b|in attendance\b|apologies\b|contacts?\b|venue\b|place\b"
    r"|(?:director approving|report (?:of|by|to)|prepared (?:for|by)|presented to|written by|to:|title:)"
    r"|background (?:papers|documents)|additional documents|annexes\b|(?:related )?portfolios?\b|copies\b",
    re.IGNORECASE,
)
# A sentence that every agenda, minute and report has in nearly the same words.
_BOILERPLATE = re.compile(
    r"apologies for absence|(?:declar|disclos)\w* (?:of )?(?:any )?(?:\w+ )?interests?\b|no interests were|schedule 12A"
    r"|exempt information|press and (?:the )?public|minutes of the (?:last|previous|meeting)|matters arising"
    r"|any other (?:urgent )?business|enquiries should be|next meeting|meeting (?:was |be )?(?:declared )?closed"
    r"|\bno (?:\w+,? ){0,6}implications\b|implications? (?:that )?aris(?:e|ing) (?:directly )?from this report",
    re.IGNORECASE,
)
# What is no word of the text: Councillor N. Oakes, J Marsh; Assistant Director (Early Help); an e-mail address. All is
# bounded, so that no text takes long.
_NAME = re.compile(
    r"(?:\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Rev|Prof(?:essor)?|Sir|Dame)\b\.?\s+(?:[A-Z]\.?\s+){0,4}"
    r"|\b(?:[A-Z]\.\s*|[B-HJ-Z]\s+){1,4})[A-Z][\w'’-]+"
    r"|\b(?:Director|Head|Manager)(?: of|,)? \(?[A-Z][\w'’]*(?:(?:,? and|,| of)? [A-Z][\w'’]*){0,8}\)?"
    r"|\S{1,64}@\S+"
)
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
# A line with fewer words that no sentence ends is a name, a heading or an address.
_STOPPED = re.compile(r"[.;:!?…][)\]'\"’”]*$")
_LONG = 12


@dataclass(frozen=True, slots=True)
class Gist:
    """The words, as stems, that say what a passage is about, and the topics of the vocabulary it is listed under."""

    words: frozenset[str]
    topics: frozenset[str]


def gist(document: Document, passage: Passage, names: Collection[str]) -> Gist:
    """The gist of ``passage`` of ``document``; a word with a capital whose stem is in ``names`` is somebody's name.

    Without words where the passage says nothing of its own: who was present, a heading, what every paper says.
    """
    words = telling_words(passage.text, names)
    is_line = not passage.anchor.startswith("table-") and not _STOPPED.search(passage.text)
    return Gist(
        words=frozenset() if is_line and len(words) < _LONG else words,
        topics=frozenset(match.topic for match in document.topics if passage.anchor in match.paragraphs),
    )


def telling_words(text: str, names: Collection[str]) -> frozenset[str]:
    """The words, as stems, that say what any text of a paper is about."""
    return frozenset(_words(_said(text), names))


def _said(text: str) -> str:
    """The text without names and without sentences of procedure."""
    if _FURNITURE.match(text):
        return ""
    sentences = _SENTENCE_END.split(_NAME.sub(" ", text))
    return " ".join(sentence for sentence in sentences if not _BOILERPLATE.search(sentence))


def _words(text: str, names: Collection[str]) -> Iterator[str]:
    for word, start, _ in tokens(text):
        is_name = text[start].isupper() and word in names
        if len(word) > 1 and word not in _IDLE and not word[0].isdigit() and not is_name:
            yield word
