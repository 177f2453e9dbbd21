"""Are the officers' tables right, and if not, what should be written where?

All mistakes of all tables are found in one go; nothing is built on a table that has one. The tables of other names act
when somebody searches and not when the index is built, so they are loaded apart and are no part of the fingerprint.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from indexer.errors import VocabularyError
from indexer.vocabulary.name_tables import NAME_COLUMNS, parse_names
from indexer.vocabulary.people_table import PEOPLE_COLUMNS, parse_people
from indexer.vocabulary.rows import read_rows
from indexer.vocabulary.synonym_tables import (
    ABBREVIATION_COLUMNS,
    SYNONYM_COLUMNS,
    parse_abbreviations,
    parse_synonyms,
)
from indexer.vocabulary.thesaurus import Thesaurus
from indexer.vocabulary.topic_tables import PHRASE_COLUMNS, TOPIC_COLUMNS, parse_phrases, parse_topics
from indexer.vocabulary.vocabulary import Vocabulary

TABLES = ("topics.csv", "topic_phrases.csv", "portfolios.csv", "committees.csv", "people.csv")
SEARCH_TABLES = ("synonyms.csv", "abbreviations.csv")


def load(folder: Path) -> Vocabulary:
    """The vocabulary of the tables in ``folder``; raises ``VocabularyError`` with a line for every mistake."""
    mistakes: list[str] = []
    vocabulary = _vocabulary(folder, mistakes)
    _raise(mistakes)
    return vocabulary


def load_thesaurus(folder: Path) -> Thesaurus:
    """The other names of the tables in ``folder``; raises ``VocabularyError`` with a line for every mistake."""
    mistakes: list[str] = []
    thesaurus = _thesaurus(folder, mistakes)
    _raise(mistakes)
    return thesaurus


def load_all(folder: Path) -> tuple[Vocabulary, Thesaurus]:
    """What all tables in ``folder`` say; raises ``VocabularyError`` with a line for every mistake in any of them."""
    mistakes: list[str] = []
    found = _vocabulary(folder, mistakes), _thesaurus(folder, mistakes)
    _raise(mistakes)
    return found


def _raise(mistakes: list[str]) -> None:
    if mistakes:
        raise VocabularyError("\n".join(mistakes))


def _vocabulary(folder: Path, mistakes: list[str]) -> Vocabulary:
    topic_file, phrase_file, portfolio_file, committee_file, people_file = (folder / table for table in TABLES)
    topics = parse_topics(read_rows(topic_file, TOPIC_COLUMNS, mistakes), mistakes)
    phrases = parse_phrases(read_rows(phrase_file, PHRASE_COLUMNS, mistakes), topics, mistakes)
    portfolios = parse_names(read_rows(portfolio_file, NAME_COLUMNS, mistakes), mistakes)
    committees = parse_names(read_rows(committee_file, NAME_COLUMNS, mistakes), mistakes)
    people = parse_people(read_rows(people_file, PEOPLE_COLUMNS, mistakes), mistakes)
    return Vocabulary(
        topics=tuple(topic for topic, _ in topics.values()),
        phrases=phrases,
        portfolios=portfolios,
        committees=committees,
        people=people,
        fingerprint=fingerprint(folder),
    )


def _thesaurus(folder: Path, mistakes: list[str]) -> Thesaurus:
    synonym_file, abbreviation_file = (folder / table for table in SEARCH_TABLES)
    synonyms = parse_synonyms(read_rows(synonym_file, SYNONYM_COLUMNS, mistakes), mistakes)
    rows = read_rows(abbreviation_file, ABBREVIATION_COLUMNS, mistakes)
    return Thesaurus(synonyms=synonyms, abbreviations=parse_abbreviations(rows, synonyms, mistakes))


def fingerprint(folder: Path) -> str:
    """A SHA-256 over the bytes of the tables in ``folder``; a missing table counts as empty."""
    digest = hashlib.sha256()
    for table in TABLES:
        path = folder / table
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{table} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
