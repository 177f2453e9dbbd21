"""Which topics is a paper about, how much, and in which paragraphs?

Being about a topic differs from mentioning it. What tells them apart, the strongest sign first:

- The **title** names it. Officers title a paper by its subject, so this alone is half of the weight.
- The **share** of the paper's words that stand beside the topic. A passage that names it once may do so in passing and
  vouches for ``VOUCHED`` words, about the sentence the mention stands in; one that comes back to it dwells on it, so n
  mentions vouch for ``VOUCHED`` · n^1.5 words, never more than the passage has. Under a heading that names the topic
  every word counts, since nobody repeats a heading in each sentence.

A paper in which ``FULL_SHARE`` of the words stand beside a topic is all about it: front matter, decisions and
implications name no topic. The two signs are joined as independent evidence::

    weight = 1 - (1 - TITLE · named in title) · (1 - min(1, share / FULL_SHARE))

so a weight lies between 0 and 1, is 1 for a paper all about the topic, and no sign takes away from another.

A paper *has* a topic, and the filter shows it, when the title or a heading names it; or when it is named more than once
and the words beside it are ``ENOUGH_SHARE`` of the paper or ``ENOUGH_WORDS``, whichever is less: in a short paper three
sentences are a part of it, in a pack of a hundred pages a few paragraphs are a passage of their own. What is named in
passing is left out altogether: it is found by searching for the word.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.enrich.phrases import PhraseTree, Reading
from indexer.model.document import Document, Passage
from indexer.model.topic import TopicMatch

TITLE = 0.5
# Chosen by reading what papers of all kinds name, most of all what lies near the line: on the one side a yearly
# statement's paragraph on holiday activities, on the other a report that mentions a youth centre hired for training.
VOUCHED = 30  # words; a sentence of those papers has 25 to 30
FULL_SHARE = 0.5
ENOUGH_SHARE = 0.045
ENOUGH_WORDS = 200


@dataclass(slots=True)
class _Evidence:
    """What speaks for one topic."""

    in_title: bool = False
    in_heading: bool = False
    mentions: int = 0
    words: float = 0
    paragraphs: list[str] = field(default_factory=list)

    def weight(self, total: int) -> float:
        title = TITLE if self.in_title else 0.0
        share = self.words / total if total else 0.0
        return 1 - (1 - title) * (1 - min(1.0, share / FULL_SHARE))

    def is_enough(self, total: int) -> bool:
        named = self.in_title or self.in_heading
        enough = min(ENOUGH_SHARE * total, ENOUGH_WORDS)
        return named or (self.mentions > 1 and self.words >= enough)


def find_topics(document: Document, phrases: PhraseTree) -> tuple[TopicMatch, ...]:
    """The topics ``document`` has, the weightiest first.

    A topic's paragraphs are those that name it and the first below each heading that does, in reading order.
    """
    title = phrases.read(document.title.value)
    sections = [
        (phrases.read(section.heading), [(passage, phrases.read(passage.text)) for passage in section.passages()])
        for section in document.walk()
    ]
    readings = [reading for _, passages in sections for _, reading in passages]
    headings = [heading for heading, _ in sections]
    contexts = _contexts([title, *headings, *readings])
    evidence: dict[str, _Evidence] = {}
    for topic in title.topics(contexts):
        evidence.setdefault(topic, _Evidence()).in_title = True
    for heading, passages in sections:
        _weigh_section(heading, passages, contexts, evidence)
    total = sum(reading.words for reading in readings)
    matches = [
        TopicMatch(topic=topic, weight=round(found.weight(total), 3), paragraphs=tuple(found.paragraphs))
        for topic, found in evidence.items()
        if found.is_enough(total)
    ]
    return tuple(sorted(matches, key=lambda match: (-match.weight, match.topic)))


def _weigh_section(
    heading: Reading,
    passages: Iterable[tuple[Passage, Reading]],
    contexts: frozenset[str],
    evidence: dict[str, _Evidence],
) -> None:
    headed = heading.topics(contexts)
    for topic in headed:
        evidence.setdefault(topic, _Evidence()).in_heading = True
    for number, (passage, reading) in enumerate(passages):
        mentions = reading.topics(contexts)
        for topic in headed.keys() | mentions.keys():
            found = evidence.setdefault(topic, _Evidence())
            vouched = math.inf if topic in headed else VOUCHED * mentions[topic] ** 1.5
            found.words += min(reading.words, vouched)
            found.mentions += mentions[topic]
            if topic in mentions or number == 0:
                found.paragraphs.append(passage.anchor)


def _contexts(readings: Iterable[Reading]) -> frozenset[str]:
    return frozenset(context for reading in readings for context in reading.contexts)
