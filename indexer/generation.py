"""What does one state of the index hold, once it is opened? Its engine, its papers and tables, and what is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from indexer.answer.candidates import Papers as Questioned
from indexer.enrich.people import People
from indexer.errors import HomeError, RequestError
from indexer.index.engines.whoosh.engine import WhooshEngine
from indexer.index.store import DocumentStore, Manifest, Outline, Relative
from indexer.model.answer import Searched
from indexer.model.document import Document
from indexer.model.query import Everything, Facet, Filter, Matches, Query, Sort
from indexer.model.register import Mentions
from indexer.model.search import SearchRequest
from indexer.model.versions import Comparison, Version
from indexer.register.gathered import Gathered, gather
from indexer.register.mentions import mentions
from indexer.search.lexicon import Lexicon
from indexer.search.sentences.names import Names as SentenceNames
from indexer.search.sentences.understood import Understood, understood
from indexer.search.similar import Papers
from indexer.text.period import municipal_year_of
from indexer.text.words import stems
from indexer.versions.changes import compare
from indexer.vocabulary.load import load
from indexer.vocabulary.names import name_key
from indexer.vocabulary.vocabulary import Vocabulary

# Kept in memory: the outlines of what lists show again and again (about 50 kB each), and the few papers being read
# (about 1 MB each).
_KEPT_OUTLINES, _KEPT_DOCUMENTS = 200, 10
_KEPT_VERSIONS = 1000  # a few hundred bytes each
_KEPT_MENTIONS = 5000  # a few kB each: what came of every commitment of twenty years
_KEPT_COMPARISONS = 10  # a page and its JSON, and the same pages for the next reader: one may take a second to make


class Generation:
    """One state of the index, opened."""

    def __init__(self, folder: Path) -> None:
        """Raises ``HomeError`` when there is none in ``folder`` that can be read."""
        self._state = _state(folder)
        self.folder = folder
        self.manifest = manifest = _manifest(folder)
        self.engine = WhooshEngine(folder / "engine")
        self.document = lru_cache(_KEPT_DOCUMENTS)(self._document)
        self.outline = lru_cache(_KEPT_OUTLINES)(self._outline)
        self.comparison = lru_cache(_KEPT_COMPARISONS)(self._comparison)
        self.versions = lru_cache(_KEPT_VERSIONS)(self._versions)
        self.mentions = lru_cache(_KEPT_MENTIONS)(self._mentions)
        self.ask = self.engine.search
        self._store = DocumentStore(folder)
        self.labels = manifest.labels()
        self.files = {entry.document: entry for entry in manifest.files if entry.document}

    def is_current(self, folder: Path | None) -> bool:
        """Whether ``folder`` is still what was opened."""
        return folder == self.folder and self._state == _state(self.folder)

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

    def _relatives(self, document: str) -> frozenset[str]:
        """The papers that are versions of this one, hold it or are printed in it, without itself."""
        if document not in self._related:
            return frozenset()
        return frozenset(relative.document for relative in self.manifest.relatives(document)) - {document}

    @cached_property
    def gathered(self) -> tuple[Gathered, ...]:
        """What the papers promise, each commitment once."""
        with self._reading():
            promising = (self._store.outline(one) for one, entry in self.files.items() if entry.commitments)
            return gather(promising, self._relatives, self._body)

    def _body(self, document: Document) -> str:
        """Where a paper comes from: its committee, else its portfolio, else what kind of paper it is."""
        if document.committee_id:
            return self.label(Facet.COMMITTEE, document.committee_id)
        if document.portfolio_id:
            return self.label(Facet.PORTFOLIO, document.portfolio_id)
        return document.kind.value.value

    @cached_property
    def commitments(self) -> Mapping[str, Gathered]:
        """What is ``gathered``, by its ids."""
        return {one.commitment.id: one for one in self.gathered}

    def _mentions(self, commitment: str) -> Mentions:
        """Later passages that seem to speak of a commitment, by the id of what was ``gathered``."""
        one = self.commitments[commitment]
        apart = self._relatives(one.document.id).union(copy.document.id for copy in one.copies)
        return mentions(one.commitment, one.document, apart, self.compared)

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

    @cached_property
    def questioned(self) -> Questioned:
        """What questions are answered from."""
        return Questioned(
            best=self.engine.passages,
            held=self.engine.held,
            outline=self.outline,
            work=lambda document: self.files[document].work or document,
            passages=sum(entry.passages for entry in self.manifest.files),
            newest=self.searched(SearchRequest()).last,
        )

    def searched(self, request: SearchRequest) -> Searched:
        """The papers that pass the filters of ``request``, whatever its words."""
        query = Query(
            tree=Everything(),
            filters=request.filters,
            date_from=request.date_from,
            date_to=request.date_to,
            limit=1,
        )
        found = self.ask(replace(query, sort=Sort.NEWEST))
        oldest = self.ask(replace(query, date_from=query.date_from or date.min, sort=Sort.OLDEST))
        return Searched(
            documents=found.total,
            first=self._day(oldest) if oldest.total else None,
            last=self._day(found) if oldest.total else None,
        )

    def _day(self, matches: Matches) -> date | None:
        fact = self.outline(matches.hits[0].document).document.date
        return fact.value if fact else None

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

    def resolved(self, chosen: Filter) -> Filter:
        """The filter with ids for what was typed; raises ``RequestError`` for a value that names nothing there is."""
        return replace(chosen, values=tuple(dict.fromkeys(self._value(chosen.facet, value) for value in chosen.values)))

    def _value(self, facet: Facet, typed: str) -> str:
        value = self.meant(facet, typed)
        if value is None and facet is Facet.MUNICIPAL_YEAR:
            raise RequestError(f"{typed!r} is not a municipal year: write it like 2025/26.")
        if value is None:
            allowed = ", ".join(sorted(self.labels.get(facet.value, {}))) or "none"
            raise RequestError(f"There is no {facet.value} {typed!r} in the index. There is: {allowed}.")
        return value

    def meant(self, facet: Facet, typed: str) -> str | None:
        """The id of a filter value typed as an id, a label or a former name; any year may be asked for, since that
        there is nothing of it is an answer.
        """
        if facet is Facet.YEAR:
            return typed
        if facet is Facet.MUNICIPAL_YEAR:
            return municipal_year_of(typed)
        known = self.labels.get(facet.value, {})
        if typed in known:
            return typed
        by_label = {label.casefold(): value for value, label in known.items()}
        return by_label.get(typed.casefold()) or self.vocabulary.resolve(facet, typed)


def _version(now: Generation, relative: Relative) -> Version:
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


def _manifest(folder: Path) -> Manifest:
    try:
        return Manifest.load(folder)
    except (OSError, ValueError, ExceptionGroup) as error:
        raise HomeError(
            f"The index in {folder.parent.parent} cannot be read: it is damaged or of another version. "
            "Run `matters index` again."
        ) from error


def _state(folder: Path) -> tuple[int, int]:
    """Tells a generation from another one that later bears its number: a home may be deleted and built again."""
    try:
        status = (folder / "manifest.json").stat()
    except OSError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns
