"""Of which signs and words is a query made? Any string falls apart into these, from left to right, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from indexer.search.beginnings import FEWEST_LETTERS
from indexer.search.shapes import joined
from indexer.text.words import forms, tokens


class Kind(Enum):
    WORD = auto()
    QUOTED = auto()
    STARTS = auto()  # a word with a star
    TITLE = auto()
    WITHOUT = auto()
    OR = auto()
    AND = auto()
    NEAR = auto()
    OPEN = auto()
    CLOSE = auto()


class Lexeme(NamedTuple):
    """A sign as typed, or a word without the punctuation around it."""

    kind: Kind
    text: str


_SIGNS = {"OR": Kind.OR, "AND": Kind.AND, "NOT": Kind.WITHOUT}
_NEAR = re.compile(r"NEAR(/\d{1,4})?")
_QUOTES = str.maketrans("“”„‟«»＂", '"""""""')
_PIECE = re.compile(
    r"(?P<minus>(?<![^\s(])[-−–]+(?=[^\W_]|[\"'‘(£€$]))"  # not the dash between two words
    r'|"(?P<quoted>[^"]*)(?P<closing>"?)'
    r"|(?<![^\s(\-−–:])['‘](?P<single>[^\"()]*?[^\s\"()])['’](?![^\s)])"  # and no apostrophe
    r"|(?P<open>\()|(?P<close>\))"
    r'|(?P<run>(?:[^\W_]|[£€$])[^\s"()]*)'
)
_FIELD = re.compile(r"([^\W\d_]+):(.*)")
_BARE_WORD = re.compile(r"[^\W_]|[£€$]")


def lexemes(text: str, notices: list[str]) -> list[Lexeme]:
    """The lexemes of ``text``; what was not read as it may have been meant is put among the ``notices``."""
    found = _lexemes(text.translate(_QUOTES), notices)
    return [together for kind, run in groupby(found, lambda lexeme: lexeme.kind) for together in _joined(kind, run)]


def _joined(kind: Kind, run: Iterable[Lexeme]) -> Iterator[Lexeme]:
    """Words that are one thing together are made one."""
    if kind is Kind.WORD:
        return (Lexeme(kind, text) for text in joined([lexeme.text for lexeme in run]))
    return iter(run)


def _lexemes(text: str, notices: list[str]) -> Iterator[Lexeme]:
    for piece in _PIECE.finditer(text):
        match piece.lastgroup:
            case "minus":
                yield Lexeme(Kind.WITHOUT, piece[0])
            case "closing" | "single":
                yield from _quoted(piece, notices)
            case "open" | "close":
                yield Lexeme(Kind.OPEN if piece[0] == "(" else Kind.CLOSE, piece[0])
            case _:
                yield from _run(piece[0], notices)


def _quoted(piece: re.Match[str], notices: list[str]) -> Iterator[Lexeme]:
    text = " ".join((piece["quoted"] or piece["single"] or "").split())
    span = _span(text)
    if not span:
        return
    if piece["closing"] == "":
        notices.append(f"The quotation mark before {text} is not closed: all that follows was read as one phrase.")
    if "*" in text:
        notices.append("Between quotation marks a star has no meaning: there, words are found as they are written.")
    yield Lexeme(Kind.QUOTED, text[slice(*span)])


def _run(run: str, notices: list[str]) -> Iterator[Lexeme]:
    """What stands between two blanks: a sign, or a word with fields before it or a star after it."""
    if kind := _SIGNS.get(run) or (Kind.NEAR if _NEAR.fullmatch(run) else None):
        yield Lexeme(kind, run)
        return
    while (span := _span(run)) and (field := _FIELD.match(run, span[0])):
        name, rest = field.groups()
        if name.casefold() == "title":
            yield Lexeme(Kind.TITLE, f"{name}:")
            if rest.startswith(("-", "−", "–")):
                yield Lexeme(Kind.WITHOUT, rest[0])
        elif _BARE_WORD.match(rest):
            notices.append(f"“{name}:” was read as a word: only “title:” says where to look.")
            yield _word(name)
        else:
            break
        run = rest
    if span:
        start, end = span
        if "*" in run[start:end]:
            notices.append("A star has a meaning only at the end of a word.")
        yield _starts(run[start:end], notices) if run[end : end + 1] == "*" else _word(run[start:end])


def no_sign(word: str) -> str:
    """The word; one that would be read as a sign is written small."""
    return word.lower() if word in _SIGNS or _NEAR.fullmatch(word) else word


def _word(text: str) -> Lexeme:
    return Lexeme(Kind.WORD, no_sign(text))


def _starts(text: str, notices: list[str]) -> Lexeme:
    words = forms(text)
    if len(words) == 1 and len(words[0]) >= FEWEST_LETTERS:
        return Lexeme(Kind.STARTS, text)
    reason = f"{FEWEST_LETTERS} letters or more" if len(words) == 1 else "a single word"
    notices.append(f"A star works after {reason}: {text} was read without it.")
    return _word(text)


def _span(run: str) -> tuple[int, int] | None:
    """Where the words of ``run`` begin and end, with a sign of currency or per cent; ``None`` where there are none."""
    found = list(tokens(run))
    if not found:
        return None
    start, end = found[0].start, found[-1].end
    return start - (start > 0 and run[start - 1] in "£€$"), end + run.startswith("%", end)
