"""What can a query say? The syntax tree: what was typed, and how it hangs together.

Both the engine's tree (``meaning``) and the plain English above the results (``statement``) are made of this tree and
of nothing else, so what is stated is what is run. The functions here build it in its one normal form: no group within
a group of its own kind, none of a single part, nothing twice, and ``Without`` only at the top or inside ``All``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.text.words import STOP_WORDS


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form, or what stands for one ("s.47", "2025/26", "1.7 million"), in any way of writing it."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words exactly as they are written, one directly after another."""

    text: str


@dataclass(frozen=True, slots=True)
class Starts:
    """Any form of the words that begin so."""

    text: str


@dataclass(frozen=True, slots=True)
class Nearness:
    """Words in any form, each within ``distance`` words of the one before it, on either side."""

    words: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class InTitle:
    """What is looked for in titles only; there is no ``InTitle`` inside."""

    part: Syntax


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Syntax, ...]


@dataclass(frozen=True, slots=True)
class Without:
    part: Syntax


Words = Word | Quoted | Starts | Nearness
Syntax = Words | InTitle | All | Any | Without


def all_of(parts: Sequence[Syntax]) -> Syntax | None:
    """What wants every one of ``parts``, but for the ``function_words`` among them."""
    left_out = function_words(parts)
    return _group(All, [part for part in _flat(parts) if part not in left_out])


def function_words(parts: Sequence[Syntax]) -> tuple[Word, ...]:
    """Those of ``parts`` that are not insisted on, unless nothing else is wanted: "the", "of"."""
    words = tuple(part for part in _flat(parts) if isinstance(part, Word) and part.text.casefold() in STOP_WORDS)
    telling = any(not isinstance(part, Without) and part not in words for part in _flat(parts))
    return words if telling else ()


def any_of(parts: Iterable[Syntax]) -> Syntax | None:
    """What wants at least one of ``parts``, none of which is a ``Without``."""
    return _group(Any, [inner for part in parts for inner in (part.parts if isinstance(part, Any) else (part,))])


def without(part: Syntax) -> Syntax:
    return part.part if isinstance(part, Without) else Without(part)


def in_title(part: Syntax) -> Syntax:
    bare = _anywhere(part)
    return Without(InTitle(bare.part)) if isinstance(bare, Without) else InTitle(bare)


def _flat(parts: Iterable[Syntax]) -> list[Syntax]:
    return [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]


def _group(kind: type[All | Any], parts: Iterable[Syntax]) -> Syntax | None:
    different = tuple(dict.fromkeys(parts))
    return kind(different) if len(different) > 1 else different[0] if different else None


def _anywhere(part: Syntax) -> Syntax:
    """The same without any ``InTitle``; in its normal form again."""
    match part:
        case InTitle(inner):
            return inner
        case Without(inner):
            return without(_anywhere(inner))
        case All(parts):
            return all_of([_anywhere(inner) for inner in parts]) or part
        case Any(parts):
            return any_of(_anywhere(inner) for inner in parts) or part
    return part
