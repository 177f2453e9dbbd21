"""Which rows of synonyms.csv and abbreviations.csv are wrong, and what should be written instead?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from indexer.text.words import STOP_WORDS, stems
from indexer.vocabulary.rows import Row
from indexer.vocabulary.synonyms import Abbreviation, Relation, Synonym
from indexer.vocabulary.topic_tables import ID, ID_FORM

SYNONYM_COLUMNS = ("group", "words", "relation", "from", "to", "source")
ABBREVIATION_COLUMNS = ("abbreviation", "meaning", "capitals", "source")

_YEAR = re.compile(r"\d{4}", re.ASCII)
_LETTERS = re.compile(r"[A-Z0-9](?:&?[A-Z0-9])+")  # EHCP, GCP2, O&S
_NO_SOURCE = "has no source; write where the words are so used, or delete the line"


def parse_synonyms(rows: Sequence[Row], mistakes: list[str]) -> tuple[Synonym, ...]:
    """The rows in the order of the table; what is wrong is added to ``mistakes``, and such a row left out."""
    found = []
    for row in rows:
        wrong = list(_synonym_mistakes(row))
        mistakes += map(row.mistake, wrong)
        if not wrong:
            found.append((_synonym(row), row))
    mistakes += _shared_words(found)
    mistakes += _incomplete_groups(rows)
    return tuple(synonym for synonym, _ in found)


def parse_abbreviations(
    rows: Sequence[Row], synonyms: Iterable[Synonym], mistakes: list[str]
) -> tuple[Abbreviation, ...]:
    """The rows in the order of the table; what is wrong is added to ``mistakes``, and such a row left out."""
    worded = {stems(synonym.words): synonym.words for synonym in synonyms}
    first: dict[str, Row] = {}
    meant: dict[tuple[str, tuple[str, ...]], Row] = {}
    found = []
    for row in rows:
        wrong = [*_abbreviation_mistakes(row), *_meaning_mistakes(row, worded)]
        wrong += _differing(row, first.setdefault(row["abbreviation"], row))
        same = meant.setdefault((row["abbreviation"], stems(row["meaning"])), row)
        if same is not row:
            wrong.append(f"says what line {same.line} says; delete one")
        mistakes += map(row.mistake, wrong)
        if not wrong:
            found.append(_abbreviation(row))
    return tuple(found)


def _synonym(row: Row) -> Synonym:
    return Synonym(
        group=row["group"],
        words=row["words"],
        relation=Relation(row["relation"]),
        first=_year(row["from"]),
        last=_year(row["to"]),
        source=row["source"],
    )


def _abbreviation(row: Row) -> Abbreviation:
    return Abbreviation(
        letters=row["abbreviation"], meaning=row["meaning"], capitals=row["capitals"] == "yes", source=row["source"]
    )


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def _synonym_mistakes(row: Row) -> Iterator[str]:
    if not ID.fullmatch(row["group"]):
        yield f"“{row['group']}” cannot be a group; {ID_FORM}"
    yield from _words_mistakes("words", row["words"])
    if row["relation"] not in list(Relation):
        yield f"“{row['relation']}” is no relation; write {' or '.join(Relation)}"
    years = [row[column] for column in ("from", "to") if row[column]]
    wrong = [year for year in years if not _YEAR.fullmatch(year)]
    yield from (f"“{year}” is no year; write one like 2018, or nothing" for year in wrong)
    if not wrong and years != sorted(years):
        yield "ends before it begins; mend “from” or “to”"
    if not row["source"]:
        yield _NO_SOURCE


def _words_mistakes(column: str, words: str) -> Iterator[str]:
    if not stems(words):
        yield f"has no {column}; write what people say, or delete the line"
    elif STOP_WORDS.issuperset(words.casefold().split()):
        yield f"“{words}” stands in every paper; write words that tell the thing"


def _shared_words(found: Sequence[tuple[Synonym, Row]]) -> Iterator[str]:
    """The same words twice in a group, or in two groups as ``same``."""
    in_group: dict[tuple[str, tuple[str, ...]], Row] = {}
    as_same: dict[tuple[str, ...], Row] = {}
    for synonym, row in found:
        words = stems(synonym.words)
        twin = in_group.setdefault((synonym.group, words), row)
        if twin is not row:
            yield row.mistake(f"“{synonym.words}” is the same as “{twin['words']}” in line {twin.line}; delete one")
        elif synonym.relation is Relation.SAME and (other := as_same.setdefault(words, row)) is not row:
            yield row.mistake(
                f"“{synonym.words}” is the same as “{other['words']}” of the group “{other['group']}” "
                f"in line {other.line}; make the two groups one, or write narrower in one of them"
            )


def _incomplete_groups(rows: Sequence[Row]) -> Iterator[str]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["group"]].append(row)
    for group, members in groups.items():
        if len(members) == 1:
            yield members[0].mistake(f"is alone in the group “{group}”; add another name of it, or delete the line")
        elif all(row["relation"] == Relation.NARROWER for row in members):
            yield members[0].mistake(f"the group “{group}” says only what is narrower; write same for what it is about")


def _abbreviation_mistakes(row: Row) -> Iterator[str]:
    letters = row["abbreviation"]
    if not letters:
        yield "has no abbreviation; write it in capitals, or delete the line"
    elif not _LETTERS.fullmatch(letters):
        plain = "".join(c for c in letters.upper() if c.isalnum() or c == "&")
        if _LETTERS.fullmatch(plain):
            yield f"“{letters}” is not in capitals without full stops; write “{plain}”"
        else:
            yield f"“{letters}” is no abbreviation; write two or more capitals or digits"
    if row["capitals"] not in {"", "yes"}:
        yield f"“{row['capitals']}” under capitals says nothing; write yes, or leave it empty"
    elif len(letters) == 2 and not row["capitals"]:
        yield f"“{letters}” has two letters and is a word or part of a name when typed small; write yes under capitals"
    if not row["source"]:
        yield _NO_SOURCE


def _meaning_mistakes(row: Row, worded: dict[tuple[str, ...], str]) -> Iterator[str]:
    meaning = row["meaning"]
    yield from _words_mistakes("meaning", meaning)
    words = worded.get(stems(meaning), meaning)
    if words != meaning:
        yield f"the meaning “{meaning}” is “{words}” in synonyms.csv; write it as it is there"


def _differing(row: Row, first: Row) -> Iterator[str]:
    if row["capitals"] != first["capitals"]:
        there = first["capitals"] or "nothing"
        here = row["capitals"] or "nothing"
        yield f"has {here} under capitals, but line {first.line} has {there}; write the same in both"
