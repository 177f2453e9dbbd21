"""Which committees, portfolios, kinds of paper and topics does a sentence name?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from indexer.model.document import Kind
from indexer.model.query import Facet
from indexer.search.sentences.words import tag
from indexer.text.words import stems
from indexer.vocabulary.names import name_key
from indexer.vocabulary.phrases import PhraseSort, singular
from indexer.vocabulary.vocabulary import Vocabulary

BODY, ROLE, KIND = "#", "&", "!"

# "The council" is said of everybody who works for it; the meeting is called full council.
_ORGANISATION = re.compile(r"(?:.* )?(?:borough |city |county |district )?council")
_MEETING = re.compile(r"(?:full|annual|extraordinary) council")
# Whoever says no more than this means the committee that the table lists first with the word "scrutiny".
_SCRUTINY = ("scrutiny", "scrutiny committee", "scrutiny panel")
# A printed name without a row in the table is believed to be a body's when it ends like one.
_LIKE_A_BODY = re.compile(r".+ (?:board|committee|panel|forum|partnership|group)")
_HOLDER = (
    r"(?:the )?(?:(?:portfolio|post) holder|(?:cabinet|executive|lead|portfolio) (?:member|councillor|lead))"
    r" (?:for|with responsibility for)(?: the)? "
)
_LEADER = r"(?:the )?(?:leader of the council|council leader|leader of council|leader)(?! of)"
_KINDS: Mapping[str, Kind] = {
    r"minutes": Kind.MINUTES,
    r"agendas?": Kind.AGENDA,
    r"briefing (?:notes?|papers?)|briefings": Kind.BRIEFING,
    r"cabinet reports?": Kind.CABINET_REPORT,
    r"committee reports?": Kind.COMMITTEE_REPORT,
    r"portfolio holder statements?": Kind.STATEMENT,
    r"strategies": Kind.STRATEGY,  # one strategy, or one action plan, is rather a title
    r"action plans": Kind.ACTION_PLAN,
}
_KIND = re.compile(rf"\b(?:{'|'.join(f'({pattern})' for pattern in _KINDS)})\b")
_KIND_VALUES = tuple(_KINDS.values())


@dataclass(frozen=True, kw_only=True)
class Names:
    """What a vocabulary calls things, as a sentence wants it: ids by the plain words of a name, topics by stems."""

    bodies: Mapping[str, str]
    portfolios: Mapping[str, str]
    topics: Mapping[tuple[str, ...], str]

    @classmethod
    def of(cls, vocabulary: Vocabulary, printed: Mapping[str, str]) -> Names:
        """The names of ``vocabulary``, and those committees that papers name beside it (label by id)."""
        bodies = {name_key(label): id_ for id_, label in printed.items() if _LIKE_A_BODY.fullmatch(name_key(label))}
        listed = vocabulary.committees.names
        bodies |= {name_key(name.label): name.id for name in listed} | {name_key(name.name): name.id for name in listed}
        first = next((name.id for name in listed if "scrutiny" in name_key(name.name)), None)
        if first:
            bodies |= dict.fromkeys(_SCRUTINY, first)
        held = vocabulary.portfolios.names
        return cls(
            bodies={key: id_ for key, id_ in bodies.items() if key and not _organisation(key)},
            portfolios={name_key(one.label): one.id for one in held} | {name_key(one.name): one.id for one in held},
            topics=_topics(vocabulary),
        )

    def topic(self, words: str) -> str | None:
        """The topic of which ``words`` are the label or a phrase, in any number."""
        return self.topics.get(_topic_key(words))

    def tag(self, plain: str) -> tuple[str, dict[str, list[tuple[Facet, str]]]]:
        """``plain`` with a tag for every name in it; what the tags mean, by their signs and numbers."""
        meant: dict[str, list[tuple[Facet, str]]] = {BODY: [], ROLE: [], KIND: []}

        def kind(found: re.Match[str]) -> str:
            meant[KIND].append((Facet.TYPE, _KIND_VALUES[(found.lastindex or 1) - 1].value))
            return tag(KIND, len(meant[KIND]) - 1, found[0])

        def named(sign: str, facet: Facet, ids: Mapping[str, str], found: re.Match[str]) -> str:
            meant[sign].append((facet, ids[found["name"] or "leader"]))
            return tag(sign, len(meant[sign]) - 1, found[0])

        plain = _KIND.sub(kind, plain)
        plain = self._roles.sub(partial(named, ROLE, Facet.PORTFOLIO, self.portfolios), plain)
        return self._bodies.sub(partial(named, BODY, Facet.COMMITTEE, self.bodies), plain), meant

    @cached_property
    def _bodies(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:(?:the|our) )?(?P<name>{_any(self.bodies)})s?(?: meetings?)?\b")

    @cached_property
    def _roles(self) -> re.Pattern[str]:
        leader = rf"|{_LEADER}" if "leader" in self.portfolios else ""
        return re.compile(rf"\b(?:{_HOLDER}(?P<name>{_any(self.portfolios)}){leader})\b")


def _any(names: Iterable[str]) -> str:
    """A pattern for any of ``names``, the longest that fits; for none of them, one that fits nothing."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"


def _organisation(key: str) -> bool:
    return bool(_ORGANISATION.fullmatch(key)) and not _MEETING.fullmatch(key)


def _topics(vocabulary: Vocabulary) -> Mapping[tuple[str, ...], str]:
    """Labels, the words of ids, and phrases that no other topic shares."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for phrase in vocabulary.phrases:
        if phrase.sort is not PhraseSort.NOT:
            meant.setdefault(_topic_key(phrase.text), set()).add(phrase.topic)
    keys = {key: min(topics) for key, topics in meant.items() if len(topics) == 1}
    keys |= {_topic_key(topic.id.replace("-", " ")): topic.id for topic in vocabulary.topics}
    return keys | {_topic_key(topic.label): topic.id for topic in vocabulary.topics}


def _topic_key(words: str) -> tuple[str, ...]:
    """The stems of several words; one word in the singular, since the stem of "adoption" is also that of "adopted"."""
    found = stems(words)
    return found if len(found) > 1 else (singular(words.strip()),)
