"""Nothing has all of this: which easier queries are worth a try?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.search.beginnings import FEWEST_LETTERS
from indexer.search.shapes import others
from indexer.search.statement import asked
from indexer.search.syntax import All, Nearness, Quoted, Starts, Syntax, Without, Word, all_of
from indexer.text.words import forms, tokens

# Each is a search of its own; who typed more parts than these begins again anyway.
MOST_PARTS = 6


class Easier(NamedTuple):
    """``label`` says what is different from the query as typed."""

    label: str
    query: str


def easier(syntax: Syntax | None) -> Iterator[Sequence[Easier]]:
    """Easier queries, the nearest to what was typed first; those that are as near stand together."""
    parts = syntax.parts[:MOST_PARTS] if isinstance(syntax, All) else (syntax,) if syntax else ()
    begun = {part: star for part in parts if (star := _begun(part))}
    label = f"words that begin with {', '.join(star.text for star in begun.values())}"
    yield [_named(label, [begun.get(part, part) for part in parts])] if begun else []
    yield [
        *(_named(_without(part), [other for other in parts if other is not part]) for part in _spared(parts)),
        *(
            _named(f"{asked(part)} with its words anywhere", [words if other is part else other for other in parts])
            for part in parts
            if (words := _apart(part))
        ),
    ]
    yield [_named(f"{asked(part)} alone", [part]) for part in _wanted(parts)] if len(_wanted(parts)) > 2 else []


def _begun(part: Syntax) -> Starts | None:
    """The words that begin as ``part`` does, where it is a word of letters, enough of them for a star."""
    if not isinstance(part, Word) or others(part.text):
        return None
    written = forms(part.text)
    whole = len(written) == 1 and written[0].isalpha() and len(written[0]) >= FEWEST_LETTERS
    return Starts(part.text) if whole else None


def _spared(parts: Sequence[Syntax]) -> Sequence[Syntax]:
    """The parts that can be left out so that something wanted remains."""
    wanted = _wanted(parts)
    return [part for part in parts if len(wanted) > 1 or (wanted and isinstance(part, Without))]


def _wanted(parts: Sequence[Syntax]) -> Sequence[Syntax]:
    return [part for part in parts if not isinstance(part, Without)]


def _without(part: Syntax) -> str:
    return f"even with {asked(part.part)}" if isinstance(part, Without) else f"without {asked(part)}"


def _apart(part: Syntax) -> Syntax | None:
    """The words of a phrase, or of what stands near each other, anywhere in a paper."""
    match part:
        case Quoted(text):
            words = [text[token.start : token.end] for token in tokens(text)]
        case Nearness(near, _):
            words = list(near)
        case _:
            return None
    return all_of([Word(word) for word in words]) if words else None


def _named(label: str, parts: Sequence[Syntax]) -> Easier:
    return Easier(label, asked(all_of(parts)))
