"""The read door: what do the papers in the index say? Search, documents, topics, coverage.

One ``Catalogue`` serves many threads and outlives builds: each call sees one whole generation of the index, the
newest there is when the call begins.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from indexer.enrich.people import People
from indexer.errors import HomeError, NotFoundError, RequestError
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.home import Home
from indexer.index.store import DocumentStore, Manifest, Outline, Relative, file_sha256
from indexer.model.document import Document, Passage
from indexer.model.paths import Similar, TopicHistory, YearCount
from indexer.model.person import CreditedPerson, Person
from indexer.model.query import Everything, Facet, Filter, Matches, Query, Sort
from indexer.model.report import Coverage
from indexer.model.search import SearchRequest, SearchResults, Span
from indexer.model.topic import Topic, TopicSummary
from indexer.model.versions import Comparison, Relation, Version
from indexer.search.expand import Names
from indexer.search.language import read_query
from indexer.search.lexicon import Lexicon
from indexer.search.newest import newest_paragraphs
from indexer.search.otherwise import helped
from indexer.search.removals import removals
from indexer.search.search import counted, search
from indexer.search.sentences.names import Names as SentenceNames
from indexer.search.sentences.understood import Understood, understood, without_topics
from indexer.search.similar import Papers, similar
from indexer.search.snippets import marks
from indexer.settings import Settings
from indexer.text.period import municipal_year_of, period
from indexer.text.words import stems
from indexer.versions.changes import compare
from indexer.vocabulary.current import CurrentThesaurus
from indexer.vocabulary.load import load
from indexer.vocabulary.names import name_key
from indexer.vocabulary.vocabulary import Vocabulary

# Kept in memory: the outlines of what lists show again and again (about 50 kB each), and the few papers being read
# (about 1 MB each).
_KEPT_OUTLINES, _KEPT_DOCUMENTS = 200, 10
_KEPT_VERSIONS = 1000  # a few hundred bytes each
_KEPT_COMPARISONS = 10  # a page and its JSON, and the same pages for the next reader: one may take a second to make


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file a document came from, unchanged since it was read."""

    path: Path
    name: str  # for a download
    media_type: str


class _Generation:
    """One state of the index, opened."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.state = _state(folder)
        self.folder = folder
        self.manifest = manifest
        self.engine = WhooshEngine(folder / "engine")
        self.document = lru_cache(_KEPT_DOCUMENTS)(self._document)
        self.outline = lru_cache(_KEPT_OUTLINES)(self._outline)
        self.comparison = lru_cache(_KEPT_COMPARISONS)(self._comparison)
        self.versions = lru_cache(_KEPT_VERSIONS)(self._versions)
        self.ask = self.engine.search
        self._store = DocumentStore(folder)
        self.labels = manifest.labels()
        self.files = {entry.document: entry for entry in manifest.files if entry.document}

    def _document(self, document: str) -> Document:
        with self._reading():
            return self._store.get(document)

    def _versions(self, document: str) -> tuple[Version, ...]:
        """The papers that are versions of this one, hold it or are printed in it, with itself, the oldest first."""
        if document not in self._related:
            return ()
        found = (_version(self, relative) for relative in self.manifest.relatives(document))
        return tuple(sorted(found, key=lambda version: (version.date or date.min, version.document)))

    @cached_property
    def _related(self) -> frozenset[str]:
        """The documents that have versions, or might."""
        holding = [entry for entry in self.files.values() if entry.parts]
        inside = (part.document for entry in holding for part in entry.parts)
        alike = (document for document, entry in self.files.items() if entry.work)
        return frozenset((*alike, *inside, *(entry.document for entry in holding if entry.document)))

    def _outline(self, document: str) -> Outline:
        with self._reading():
            return self._store.outline(document)

    def _comparison(self, old: str, new: str, partly: bool) -> Comparison:  # noqa: FBT001  # lru_cache compares
        return compare(self.document(old), self.document(new), partly=partly)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError, ExceptionGroup) as error:
            raise HomeError(f"The index in {self.folder} is damaged. Run `matters index` again.") from error

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The tables that this generation was enriched with, whatever an officer has changed since."""
        return load(self.folder / "vocabulary")

    @cached_property
    def people(self) -> People:
        """The persons whom the papers name, from the manifest alone."""
        papers = (entry.credits for entry in self.manifest.files if entry.credits)
        return People(papers, self.vocabulary.people)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that the papers have."""
        return Lexicon(self.engine)

    @cached_property
    def sayable(self) -> SentenceNames:
        """What a plain sentence may name."""
        return SentenceNames.of(self.vocabulary, self.labels.get(Facet.COMMITTEE.value, {}))

    def understood(self, request: SearchRequest, today: date | None) -> Understood:
        """What ``request`` means on the day ``today``; without a day its words are taken as they are typed."""
        if today is None or not request.query:
            return Understood.as_typed(request)
        return understood(request, self.sayable, today, self.label)

    @cached_property
    def compared(self) -> Papers:
        """What paragraphs are compared with."""
        return Papers(
            ask=self.engine.search,
            held=self.engine.held,
            outline=self.outline,
            passages=sum(entry.passages for entry in self.manifest.files),
            names=frozenset(stem for person in self.people.every() for name in person.names for stem in stems(name)),
        )

    def label(self, facet: Facet, value: str) -> str:
        """What people call a filter value, in a paper or at least in the tables."""
        return self.labels.get(facet.value, {}).get(value) or self.vocabulary.label(facet, value)

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Of each facet and value the names in papers. Of those that differ only in case, accents, apostrophes or stops
        the newest stands for all.
        """
        found = {}
        for facet, values in self.manifest.names().items():
            for value, names in values.items():
                different = {name_key(name): name for name in reversed(names)}
                different.pop(name_key(self.label(Facet(facet), value)), None)
                found[facet, value] = tuple(reversed(different.values()))
        return found

    def names(self, facet: Facet, value: str) -> tuple[str, ...]:
        """What papers call a filter value otherwise than its label, the newest first."""
        return self._names.get((facet.value, value), ())


class Catalogue:
    """Everything a page, the API or the terminal can ask. Raises ``RequestError`` for what cannot be asked."""

    def __init__(self, settings: Settings) -> None:
        self._home = Home(settings.home)
        self._thesaurus = CurrentThesaurus(settings.vocabulary)
        self._lock = threading.Lock()
        self._opened: _Generation | None = None

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
        resolved = replace(request, filters=tuple(self._resolved(now, chosen) for chosen in request.filters))
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
        return replace(found, without=removals(found, count))

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
        return tuple((facet, value) for facet, value in chosen if self._meant(now, facet, value) is None)

    def document(self, document_id: str) -> Document:
        """The document with this id; raises ``NotFoundError``."""
        now = self._generation()
        if document_id not in now.files:
            raise _no_document(document_id)
        return now.document(document_id)

    def passage(self, document_id: str, anchor: str) -> tuple[Document, Passage]:
        """One paragraph or table row with its document; raises ``NotFoundError``."""
        document = self.document(document_id)
        for passage in document.passages():
            if passage.anchor == anchor:
                return document, passage
        raise NotFoundError(
            f"The document {document_id!r} has no paragraph {anchor!r}. Show the whole document to see its paragraphs."
        )

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The papers that are versions of this one, hold it or are printed in it, with itself, the oldest first.

        Empty when there are none. Raises ``NotFoundError`` for an id that is not there.
        """
        self.document(document_id)
        return self._generation().versions(document_id)

    def work(self, document_id: str) -> str:
        """What the versions of a paper have in common, and no other paper has; raises ``NotFoundError``."""
        entry = self._generation().files.get(document_id)
        if entry is None:
            raise _no_document(document_id)
        return entry.work or document_id

    def changes(self, document_id: str, other_id: str) -> Comparison:
        """What changed from the one paper to the other; raises ``NotFoundError`` unless they are versions of one."""
        self.document(document_id), self.document(other_id)
        now = self._generation()
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
        document, passage = self.passage(document_id, anchor)
        now = self._generation()
        apart = {relative.document for relative in now.manifest.relatives(document_id)}
        return similar(document, passage, apart, now.compared)

    def marked(self, document_id: str, query: str, *, literal: bool = False) -> Mapping[str, tuple[Span, ...]]:
        """For each passage of a document that holds words of ``query``, or unless ``literal`` other names of what they
        name: where they stand in its text, by anchor.
        """
        leaves = read_query(query, None if literal else self._names(self._generation())).leaves
        found = ((passage.anchor, marks(passage.text, leaves)) for passage in self.document(document_id).passages())
        return {anchor: spans for anchor, spans in found if spans}

    def original(self, document_id: str) -> Original:
        """The file as it came; raises ``NotFoundError`` when it has gone or has changed since it was read."""
        document = self.document(document_id)
        entry = self._generation().files[document_id]
        path = Path(entry.path)
        if not path.is_file() or file_sha256(path) != entry.sha256:
            raise NotFoundError(
                f"The file {entry.name} has gone or has changed since it was read. Run `matters index` again."
            )
        return Original(path=path, name=Path(entry.name).name, media_type=document.source.media_type)

    def topics(self) -> tuple[TopicSummary, ...]:
        """Every topic of the vocabulary with the number of documents about it, in the vocabulary's order."""
        now = self._generation()
        counts = now.engine.search(Query(tree=Everything(), limit=0)).counts[Facet.TOPIC]
        return tuple(TopicSummary(topic=topic, documents=counts.get(topic.id, 0)) for topic in now.vocabulary.topics)

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id; raises ``NotFoundError``."""
        topic = self._generation().vocabulary.topic(topic_id)
        if topic is None:
            raise NotFoundError(f"There is no topic {topic_id!r}. The topics page lists those there are.")
        return topic

    def topic_history(self, topic_id: str) -> TopicHistory:
        """When papers were about a topic, what the newest of them say, who held the portfolio; ``NotFoundError``."""
        topic = self.topic(topic_id)
        now = self._generation()
        every = Query(tree=Everything(), limit=0)
        of_topic = (Filter(facet=Facet.TOPIC, values=(topic.id,)),)
        about = now.engine.search(replace(every, filters=of_topic, sort=Sort.NEWEST, limit=len(now.files), passages=0))
        counts = about.counts[Facet.YEAR]
        documents = [hit.document for hit in about.hits]
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
            without_year=about.total - sum(counts.values()),
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
        ask = now.engine.search
        every = ask(Query(tree=Everything(), sort=Sort.NEWEST, limit=1))
        dated = ask(Query(tree=Everything(), date_from=date.min, sort=Sort.OLDEST, limit=1))
        by_kind = sorted(every.counts[Facet.TYPE].items(), key=lambda item: -item[1])
        by_year = sorted(((int(year), count) for year, count in every.counts[Facet.YEAR].items()), reverse=True)
        return Coverage(
            documents=every.total,
            passages=sum(entry.passages for entry in now.manifest.files),
            first=_date(now, dated) if dated.total else None,
            last=_date(now, every) if dated.total else None,
            undated=every.total - dated.total,
            built=now.manifest.built,
            by_kind=tuple(by_kind),
            by_year=tuple(by_year),
            withheld=tuple(entry.name for entry in now.manifest.files if entry.withheld),
            problems=now.manifest.problems(),
        )

    def notice(self) -> str | None:
        """What every page that lists papers must say, from ``folder.meta.toml`` of the folder that was indexed."""
        return self._generation().manifest.notice

    def _names(self, now: _Generation) -> Names:
        return Names(self._thesaurus.get(), now.lexicon)

    def _resolved(self, now: _Generation, chosen: Filter) -> Filter:
        return replace(
            chosen, values=tuple(dict.fromkeys(self._value(now, chosen.facet, value) for value in chosen.values))
        )

    def _value(self, now: _Generation, facet: Facet, typed: str) -> str:
        value = self._meant(now, facet, typed)
        if value is None and facet is Facet.MUNICIPAL_YEAR:
            raise RequestError(f"{typed!r} is not a municipal year: write it like 2025/26.")
        if value is None:
            allowed = ", ".join(sorted(now.labels.get(facet.value, {}))) or "none"
            raise RequestError(f"There is no {facet.value} {typed!r} in the index. There is: {allowed}.")
        return value

    def _meant(self, now: _Generation, facet: Facet, typed: str) -> str | None:
        """The id of a filter value typed as an id, a label or a former name; any year may be asked for, since that
        there is nothing of it is an answer.
        """
        if facet is Facet.YEAR:
            return typed
        if facet is Facet.MUNICIPAL_YEAR:
            return municipal_year_of(typed)
        known = now.labels.get(facet.value, {})
        if typed in known:
            return typed
        by_label = {label.casefold(): value for value, label in known.items()}
        return by_label.get(typed.casefold()) or now.vocabulary.resolve(facet, typed)

    def _generation(self) -> _Generation:
        """The newest generation, opened when it is not the one that is open."""
        folder = self._home.current()
        opened = self._opened
        if opened is not None and opened.folder == folder and opened.state == _state(opened.folder):
            return opened
        with self._lock:
            if folder is None:
                raise HomeError(f"There is no index in {self._home.path}. Make one with `matters index FOLDER`.")
            if self._opened is None or self._opened is opened:  # else another thread has opened it meanwhile
                self._opened = _Generation(folder, _manifest(folder))
            return self._opened


def days_meant(typed: str) -> tuple[date, date] | None:
    """The first and the last day of the date that somebody typed; ``None`` when it is no date."""
    return period(typed)


def _no_document(document_id: str) -> NotFoundError:
    return NotFoundError(f"There is no document {document_id!r} in the index. Search for it by a word of its title.")


def _manifest(folder: Path) -> Manifest:
    try:
        return Manifest.load(folder)
    except (OSError, ValueError, ExceptionGroup) as error:
        raise HomeError(
            f"The index in {folder.parent.parent} cannot be read: it is damaged or of another version. "
            "Run `matters index` again."
        ) from error


def _version(now: _Generation, relative: Relative) -> Version:
    document = now.outline(relative.document).document
    return Version(
        document=document.id,
        title=document.title.value,
        kind=document.kind.value,
        relation=relative.relation,
        committee=document.committee.value if document.committee else None,
        date=document.date.value if document.date else None,
        draft=relative.draft,
        anchor=now.outline(relative.place[0]).anchors[relative.place[1]] if relative.place else None,
    )


def _date(now: _Generation, matches: Matches) -> date | None:
    fact = now.outline(matches.hits[0].document).document.date
    return fact.value if fact else None


def _state(folder: Path) -> tuple[int, int]:
    """Tells a generation from another one that later bears its number: a home may be deleted and built again."""
    try:
        status = (folder / "manifest.json").stat()
    except OSError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns
