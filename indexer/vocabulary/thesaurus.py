"""Under which other names do the papers speak of the same thing, and what does an abbreviation stand for?

Names are compared by their stems, abbreviations letter by letter. A name leads to all others of its group, to what is
narrower, and to the abbreviations of these. An abbreviation leads to what it means, and from there on as its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from indexer.text.words import forms, stems
from indexer.vocabulary.synonyms import Abbreviation, Relation, Synonym

Entry = Synonym | Abbreviation
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class OtherName:
    """Words for what was typed, and the row of a table that says so."""

    words: str
    because: Entry

    @property
    def is_abbreviation(self) -> bool:
        """Whether the words are letters that stand for others."""
        return isinstance(self.because, Abbreviation) and self.words == self.because.letters


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that typed words may stand for, with its other names: the likeliest to be wanted first."""

    meaning: str
    others: tuple[OtherName, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Thesaurus:
    """The rows of both tables, checked, in their order."""

    synonyms: tuple[Synonym, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def senses(self, typed: str) -> tuple[Sense, ...]:
        """What ``typed`` may stand for: nothing that is known, one thing, or several of which one must be chosen."""
        words = stems(typed)
        if words in self._named:
            return (Sense(typed, self._without(words, self._names(words))),)
        found: dict[str, Sense] = {}
        for row in self.abbreviated(typed):
            meaning = stems(row.meaning)
            others = (OtherName(row.meaning, row), *self._names(meaning))
            thing = next((synonym.group for synonym in self._same.get(meaning, ())), row.meaning)
            found.setdefault(thing, Sense(row.meaning, self._without(words, others)))
        return tuple(found.values())

    def abbreviated(self, typed: str) -> tuple[Abbreviation, ...]:
        """The rows of the abbreviation that ``typed`` is, with or without full stops and a plural s."""
        letters = "".join(forms(typed))
        rows = self._letters.get(letters) or self._letters.get(letters.removesuffix("s")) or ()
        return tuple(row for row in rows if not row.capitals or _in_capitals(typed, row.letters))

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest name, counted as stems."""
        return max(map(len, (*self._named, *(stems(row.letters) for row in self.abbreviations))), default=0)

    def _names(self, words: tuple[str, ...]) -> Iterator[OtherName]:
        """The other names of what ``words`` name, those of the same thing before those of its kinds."""
        groups = dict.fromkeys(row.group for row in self._same.get(words, ()))
        rows = [row for group in groups for row in self._groups[group]]
        for relation in Relation:
            chosen = [row for row in rows if row.relation is relation]
            yield from (OtherName(row.words, row) for row in chosen)
            named = {stems(row.words): None for row in chosen} | ({words: None} if relation is Relation.SAME else {})
            for name in named:
                yield from (OtherName(row.letters, row) for row in self._shortened.get(name, ()))

    @staticmethod
    def _without(words: tuple[str, ...], others: Iterable[OtherName]) -> tuple[OtherName, ...]:
        """Each of ``others`` once, and not what was typed."""
        once: dict[tuple[str, ...], OtherName] = {}
        for other in others:
            once.setdefault(stems(other.words), other)
        once.pop(words, None)
        return tuple(once.values())

    @cached_property
    def _groups(self) -> dict[str, list[Synonym]]:
        return _by((row.group, row) for row in self.synonyms)

    @cached_property
    def _same(self) -> dict[tuple[str, ...], list[Synonym]]:
        return _by((stems(row.words), row) for row in self.synonyms if row.relation is Relation.SAME)

    @cached_property
    def _letters(self) -> dict[str, list[Abbreviation]]:
        return _by(("".join(forms(row.letters)), row) for row in self.abbreviations)

    @cached_property
    def _shortened(self) -> dict[tuple[str, ...], list[Abbreviation]]:
        """The abbreviations that say one thing only, and say it however they are written, by what they mean.

        Others would find what is not meant: "send" is a verb, and CSA stands for two things.
        """
        single = (rows[0] for rows in self._letters.values() if len(rows) == 1)
        return _by((stems(row.meaning), row) for row in single if not row.capitals)

    @cached_property
    def _named(self) -> frozenset[tuple[str, ...]]:
        """The names that lead to others."""
        return frozenset((*self._same, *self._shortened))


def _by(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    gathered: dict[K, list[V]] = {}
    for key, value in pairs:
        gathered.setdefault(key, []).append(value)
    return gathered


def _in_capitals(typed: str, letters: str) -> bool:
    """Whether ``typed`` has the letters large; an s after them may be small."""
    written = "".join(filter(str.isalnum, typed))
    return written.startswith("".join(filter(str.isalnum, letters)))
