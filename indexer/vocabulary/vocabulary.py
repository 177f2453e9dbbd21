"""What do the officers' tables say, and what does a person mean by a label, a former name or an abbreviation?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from indexer.model.document import Kind
from indexer.model.query import Facet
from indexer.model.topic import Topic
from indexer.vocabulary.names import Named, NameTable, name_key
from indexer.vocabulary.people import PeopleTable
from indexer.vocabulary.phrases import PhraseSort, TopicPhrase


@dataclass(frozen=True, kw_only=True, eq=False)
class Vocabulary:
    """The tables, checked. Compared by identity, so that what is made from one can be kept beside it.

    ``fingerprint`` is a SHA-256 over the bytes of all tables: another one means that papers must be enriched again.
    """

    topics: tuple[Topic, ...]  # in the order of the table
    phrases: tuple[TopicPhrase, ...]
    portfolios: NameTable
    committees: NameTable
    people: PeopleTable
    fingerprint: str

    def topic(self, identifier: str) -> Topic | None:
        """The topic with this id."""
        found = self._topics.get(name_key(identifier))
        return found if found and found.id == identifier else None

    def portfolio(self, printed: str) -> Named | None:
        """The portfolio that ``printed`` names (see ``NameTable.find``)."""
        return self.portfolios.find(printed)

    def committee(self, printed: str) -> Named | None:
        """The committee that ``printed`` names (see ``NameTable.find``)."""
        return self.committees.find(printed)

    def label(self, facet: Facet, identifier: str) -> str:
        """How pages call a facet's value; the value itself where it has no table."""
        match facet:
            case Facet.TOPIC:
                topic = self.topic(identifier)
                return topic.label if topic else identifier
            case Facet.PORTFOLIO:
                return self.portfolios.label(identifier)
            case Facet.COMMITTEE:
                return self.committees.label(identifier)
            case _:
                return identifier

    def resolve(self, facet: Facet, text: str) -> str | None:
        """The value a person means by an id, a label, a former name, or a topic's phrase that no other topic shares.

        ``None`` when there is nothing of that name, and for years, which nobody calls by another name.
        """
        match facet:
            case Facet.TOPIC:
                topic = self._topics.get(name_key(text))
                return topic.id if topic else None
            case Facet.PORTFOLIO:
                named = self.portfolios.known(text)
            case Facet.COMMITTEE:
                named = self.committees.known(text)
            case Facet.TYPE:
                return next((kind.value for kind in Kind if name_key(kind) == name_key(text)), None)
            case _:
                return None
        return named.id if named else None

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        """By every key a person may type; a phrase that stands for two topics says neither."""
        meant: dict[str, set[str]] = {}
        for phrase in self.phrases:
            if phrase.sort is not PhraseSort.NOT:
                meant.setdefault(name_key(phrase.text), set()).add(phrase.topic)
        by_id = {topic.id: topic for topic in self.topics}
        keys = {key: by_id[min(topics)] for key, topics in meant.items() if len(topics) == 1}
        keys |= {name_key(topic.label): topic for topic in self.topics}
        return keys | {name_key(topic.id): topic for topic in self.topics}
