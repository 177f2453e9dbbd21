"""The read door: what do the papers in the index say? Search, documents, topics, coverage.

One ``Catalogue`` serves many threads and outlives builds: each call sees one whole generation of the index, the
newest there is when the call begins.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from indexer.answer.answer import answer
from indexer.answer.candidates import Papers
from indexer.answer.question import is_question
from indexer.errors import HomeError, NotFoundError
from indexer.generation import Generation
from indexer.index.home import Home
from indexer.index.store import file_sha256
from indexer.model.answer import Answer
from indexer.model.document import Document, Passage
from indexer.model.paths import Similar, TopicHistory, YearCount
from indexer.model.person import CreditedPerson, Person
from indexer.model.query import Everything, Facet, Filter, Query, Sort
from indexer.model.report import Coverage
from indexer.model.search import SearchRequest, SearchResults, Span
from indexer.model.topic import Topic, TopicSummary
from indexer.model.versions import Comparison, Relation, Version
from indexer.registry import Registry
from indexer.search.expand import Names
from indexer.search.language import read_query
from indexer.search.newest import newest_paragraphs
from indexer.search.otherwise import helped
from indexer.search.removals import removals
from indexer.search.search import counted, search
from indexer.search.sentences.understood import without_topics
from indexer.search.similar import similar
from indexer.search.snippets import marks
from indexer.settings import Settings
from indexer.text.period import period
from indexer.vocabulary.current import CurrentThesaurus


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file a document came from, unchanged since it was read."""

    path: Path
    name: str  # for a download
    media_type: str


_OLD_NAMES = (
    "The tables of other names cannot be read as they are now: other names were looked for as they were before, if at "
    "all. Whoever keeps the tables should run `matters vocabulary check`."
)


class Catalogue:
    """Everything a page, the API or the terminal can ask. Raises ``RequestError`` for what cannot be asked."""

    def __init__(self, settings: Settings) -> None:
        self._home = Home(settings.home)
        self._thesaurus = CurrentThesaurus(settings.vocabulary)
        self._lock = threading.Lock()
        self._opened: Generation | None = None
        self.register = Registry(settings, self._generation)

    @classmethod
    def open(cls, settings: Settings) -> Catalogue:
        """The catalogue of ``settings.home``; raises ``HomeError`` when there is no index that can be read."""
        catalogue = cls(settings)
        catalogue._generation()
        return catalogue

    def search(self, request: SearchRequest, today: date | None = None) -> SearchResults:
        """A page of results. Filter values may be ids, labels or former names; an unknown one is a ``RequestError``.

        On the day ``today`` a plain sentence is read as words and filters; without a day, words are taken as typed.
        """
        now = self._generation()
        resolved = replace(request, filters=tuple(now.resolved(chosen) for chosen in request.filters))
        names = self._names(now)

        def run(asked: SearchRequest) -> SearchResults:
            meant = now.understood(asked, today)
            found = search(meant, now, names, today)
            easier = meant if found.total else without_topics(meant)
            # A paper may say it without being about it: a topic that nobody chose must not hide it.
            return found if easier is meant else search(easier, now, names, today)

        def count(asked: SearchRequest) -> int:
            return counted(now.understood(asked, today), now, names, today)

        found = helped(run(resolved), names, run)
        notices = (*found.notices, _OLD_NAMES) if self._thesaurus.wrong and request.query else found.notices
        return replace(found, notices=notices, without=removals(found, count))

    def ask(self, request: SearchRequest) -> Answer:
        """The answer to the question that ``request`` asks, in the words of the papers that pass its filters."""
        now = self._generation()
        resolved = replace(request, filters=tuple(now.resolved(chosen) for chosen in request.filters))
        return answer(resolved, now.questioned, self._names(now), now.searched(resolved))

    def is_question(self, request: SearchRequest) -> bool:
        """Whether who typed this wants an answer above the papers that are found."""
        return not request.literal and is_question(request.query)

    def questioned(self) -> tuple[Papers, Names]:
        """What questions are answered from: the papers, and the other names of things."""
        now = self._generation()
        return now.questioned, self._names(now)

    def words(self, request: SearchRequest, today: date | None) -> str:
        """The words that a search for ``request`` looks for: its query without what is read as a filter."""
        return self._generation().understood(request, today).run.query

    def documents(self) -> tuple[str, ...]:
        """The ids of all documents."""
        return tuple(self._generation().files)

    def unknown(self, request: SearchRequest) -> tuple[tuple[Facet, str], ...]:
        """The filter values of ``request`` that name nothing in the index, each with its filter."""
        now = self._generation()
        chosen = ((one.facet, value) for one in request.filters for value in one.values)
        return tuple((facet, value) for facet, value in chosen if now.meant(facet, value) is None)

    def document(self, document_id: str) -> Document:
        """The document with this id; raises ``NotFoundError``."""
        return _document(self._generation(), document_id)

    def passage(self, document_id: str, anchor: str) -> tuple[Document, Passage]:
        """One paragraph or table row with its document; raises ``NotFoundError``."""
        document = self.document(document_id)
        return document, _passage(document, anchor)

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The papers that are versions of this one, hold it or are printed in it, with itself, the oldest first.

        Empty when there are none. Raises ``NotFoundError`` for an id that is not there.
        """
        now = self._generation()
        _document(now, document_id)
        return now.versions(document_id)

    def work(self, document_id: str) -> str:
        """What the versions of a paper have in common, and no other paper has; raises ``NotFoundError``."""
        entry = self._generation().files.get(document_id)
        if entry is None:
            raise _no_document(document_id)
        return entry.work or document_id

    def changes(self, document_id: str, other_id: str) -> Comparison:
        """What changed from the one paper to the other; raises ``NotFoundError`` unless they are versions of one."""
        now = self._generation()
        _document(now, document_id), _document(now, other_id)
        relations = {relative.document: relative.relation for relative in now.manifest.relatives(document_id)}
        relation = relations.get(other_id, Relation.ITSELF)
        if relation is Relation.ITSELF:
            raise NotFoundError(
                f"{document_id!r} and {other_id!r} are not two versions of one paper, so there is nothing to compare. "
                "The page of a paper lists its versions."
            )
        return now.comparison(document_id, other_id, relation is not Relation.VERSION)

    def similar(self, document_id: str, anchor: str) -> Similar:
        """What papers that are no version of this one say that is like its paragraph; raises ``NotFoundError``."""
        now = self._generation()
        document = _document(now, document_id)
        passage = _passage(document, anchor)
        apart = {relative.document for relative in now.manifest.relatives(document_id)}
        return similar(document, passage, apart, now.compared)

    def marked(self, document_id: str, query: str, *, literal: bool = False) -> Mapping[str, tuple[Span, ...]]:
        """For each passage of a document that holds words of ``query``, or unless ``literal`` other names of what they
        name: where they stand in its text, by anchor.
        """
        now = self._generation()
        leaves = read_query(query, None if literal else self._names(now)).leaves
        found = ((passage.anchor, marks(passage.text, leaves)) for passage in _document(now, document_id).passages())
        return {anchor: spans for anchor, spans in found if spans}

    def original(self, document_id: str) -> Original:
        """The file as it came; raises ``NotFoundError`` when it has gone or has changed since it was read."""
        now = self._generation()
        document, entry = _document(now, document_id), now.files[document_id]
        path = Path(entry.path)
        if not path.is_file() or file_sha256(path) != entry.sha256:
            raise NotFoundError(
                f"The file {entry.name} has gone or has changed since it was read. Run `matters index` again."
            )
        return Original(path=path, name=Path(entry.name).name, media_type=document.source.media_type)

    def topics(self) -> tuple[TopicSummary, ...]:
        """Every topic of the vocabulary in its order, with the number of papers that a search for it finds."""
        now = self._generation()
        counts = now.engine.search(Query(tree=Everything(), limit=0, works=True)).counts[Facet.TOPIC]
        return tuple(TopicSummary(topic=topic, documents=counts.get(topic.id, 0)) for topic in now.vocabulary.topics)

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id; raises ``NotFoundError``."""
        return _topic(self._generation(), topic_id)

    def topic_history(self, topic_id: str) -> TopicHistory:
        """When papers were about a topic, what the newest of them say, who held the portfolio; ``NotFoundError``."""
        now = self._generation()
        topic = _topic(now, topic_id)
        every = Query(tree=Everything(), limit=0)
        of_topic = replace(every, filters=(Filter(facet=Facet.TOPIC, values=(topic.id,)),), sort=Sort.NEWEST)
        about = now.engine.search(replace(of_topic, limit=len(now.files), passages=0))
        counts = now.engine.search(replace(of_topic, works=True)).counts[Facet.YEAR]
        documents = dict.fromkeys(hit.document for hit in about.hits)
        years = [int(year) for year in now.engine.search(every).counts[Facet.YEAR]]
        of_works: dict[str, str] = {}
        for document in documents:
            if not any(part.document in documents for part in now.files[document].parts):  # a pack: they come alone
                of_works.setdefault(now.files[document].work or document, document)
        return TopicHistory(
            years=tuple(
                YearCount(year=year, documents=counts.get(str(year), 0))
                for year in range(min(years, default=0), max(years, default=-1) + 1)
            ),
            without_year=about.total - sum(about.counts[Facet.YEAR].values()),
            newest=newest_paragraphs(topic.id, now.vocabulary.phrases, map(now.outline, of_works.values())),
            holders=now.people.holders(set(documents)),
        )

    def people(self) -> tuple[Person, ...]:
        """Everybody whom a paper names as portfolio holder, chair or author, by surname."""
        return self._generation().people.every()

    def person(self, person_id: str) -> Person:
        """The person with this id, or with an id made of another of their names; raises ``NotFoundError``."""
        person = self._generation().people.get(person_id)
        if person is None:
            raise NotFoundError(
                f"There is no person {person_id!r} in the papers, or more than one of that name. "
                "The people page lists those there are."
            )
        return person

    def people_in(self, document_id: str) -> tuple[CreditedPerson, ...]:
        """Whom a document names; nobody where there is no such document."""
        return self._generation().people.credited(document_id)

    def people_named(self, words: str) -> tuple[Person, ...]:
        """Whom the words of a search are the name of, and nothing else: usually nobody."""
        return self._generation().people.named(words)

    def outline(self, document_id: str) -> Document:
        """The document without its sections, as a list needs it; raises ``NotFoundError``."""
        now = self._generation()
        if document_id not in now.files:
            raise _no_document(document_id)
        return now.outline(document_id).document

    def label(self, facet: Facet, value: str) -> str:
        """What people call a filter value."""
        return self._generation().label(facet, value)

    def coverage(self) -> Coverage:
        """What is in the index and what is not."""
        now = self._generation()
        every = now.ask(Query(tree=Everything(), limit=0))
        searched, dated = now.searched(SearchRequest()), now.searched(SearchRequest(date_from=date.min))
        by_kind = sorted(every.counts[Facet.TYPE].items(), key=lambda item: -item[1])
        by_year = sorted(((int(year), count) for year, count in every.counts[Facet.YEAR].items()), reverse=True)
        return Coverage(
            documents=every.total,
            passages=sum(entry.passages for entry in now.manifest.files),
            first=searched.first,
            last=searched.last,
            undated=searched.documents - dated.documents,
            built=now.manifest.built,
            by_kind=tuple(by_kind),
            by_year=tuple(by_year),
            withheld=tuple(entry.name for entry in now.manifest.files if entry.withheld),
            problems=(*now.manifest.problems(), *self.register.problems()),
        )

    def notice(self) -> str | None:
        """What every page that lists papers must say, from ``folder.meta.toml`` of the folder that was indexed."""
        return self._generation().manifest.notice

    def _names(self, now: Generation) -> Names:
        return Names(self._thesaurus.get(), now.lexicon)

    def _generation(self) -> Generation:
        """The newest generation, opened when it is not the one that is open."""
        folder = self._home.current()
        opened = self._opened
        if opened is not None and opened.is_current(folder):
            return opened
        with self._lock:
            if folder is None:
                raise HomeError(f"There is no index in {self._home.path}. Make one with `matters index FOLDER`.")
            if self._opened is None or self._opened is opened:  # else another thread has opened it meanwhile
                self._opened = Generation(folder)
            return self._opened


def days_meant(typed: str) -> tuple[date, date] | None:
    """The first and the last day of the date that somebody typed; ``None`` when it is no date."""
    return period(typed)


def _document(now: Generation, document_id: str) -> Document:
    if document_id not in now.files:
        raise _no_document(document_id)
    return now.document(document_id)


def _passage(document: Document, anchor: str) -> Passage:
    for passage in document.passages():
        if passage.anchor == anchor:
            return passage
    raise NotFoundError(
        f"The document {document.id!r} has no paragraph {anchor!r}. Show the whole document to see its paragraphs."
    )


def _topic(now: Generation, topic_id: str) -> Topic:
    topic = now.vocabulary.topic(topic_id)
    if topic is None:
        raise NotFoundError(f"There is no topic {topic_id!r}. The topics page lists those there are.")
    return topic


def _no_document(document_id: str) -> NotFoundError:
    return NotFoundError(f"There is no document {document_id!r} in the index. Search for it by a word of its title.")
