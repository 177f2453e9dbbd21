"""How do the signs and words of a query hang together? Any order of them is legal.

From the loosest bond to the closest: words side by side (all are wanted), ``OR``, the minus sign, ``title:``, ``NEAR``.
A sign that has nothing to join is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.search.lexemes import Kind, Lexeme, no_sign
from indexer.search.syntax import (
    Nearness,
    Quoted,
    Starts,
    Syntax,
    Without,
    Word,
    all_of,
    any_of,
    function_words,
    in_title,
    without,
)
from indexer.text.words import tokens

# Nobody nests deeper by hand; it bounds how deep any walk of the tree goes.
MOST_NESTED = 5

# What SQLite's full-text search takes too; about half a sentence of a council paper.
USUAL_DISTANCE = 10
# About the length of a paragraph: beyond it, the words alone say the same.
LONGEST_DISTANCE = 100

_OPERANDS = frozenset({Kind.WORD, Kind.QUOTED, Kind.STARTS})


def parse(lexemes: Sequence[Lexeme], notices: list[str], passed_over: list[str]) -> Syntax | None:
    """The syntax tree, ``None`` where nothing is asked for.

    ``notices`` gets what was not read as it may have been meant, ``passed_over`` the words and signs left out.
    """
    parser = _Parser(_shallow(lexemes, notices), notices, passed_over)
    parts = []
    while parser.kind():
        if part := parser.sequence():
            parts.append(part)
        if parser.take(Kind.CLOSE):
            notices.append("A closing bracket without an opening one was passed over.")
    return parser.all_of(parts)


def _shallow(lexemes: Sequence[Lexeme], notices: list[str]) -> list[Lexeme]:
    """The lexemes without the brackets that are nested too deep."""
    kept, depth = [], 0
    for lexeme in lexemes:
        depth += lexeme.kind is Kind.OPEN
        if depth <= MOST_NESTED or lexeme.kind not in {Kind.OPEN, Kind.CLOSE}:
            kept.append(lexeme)
        else:
            notices.append(f"Brackets nested more than {MOST_NESTED} deep were passed over.")
        depth = max(0, depth - (lexeme.kind is Kind.CLOSE))
    return kept


class _Parser:
    def __init__(self, lexemes: Sequence[Lexeme], notices: list[str], passed_over: list[str]) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._notices = notices
        self._passed_over = passed_over

    def kind(self, ahead: int = 0) -> Kind | None:
        at = self._at + ahead
        return self._lexemes[at].kind if at < len(self._lexemes) else None

    def take(self, *kinds: Kind) -> Lexeme | None:
        """The next lexeme, if it is of one of these kinds."""
        if self.kind() not in kinds:
            return None
        self._at += 1
        return self._lexemes[self._at - 1]

    def all_of(self, parts: Sequence[Syntax]) -> Syntax | None:
        self._passed_over += [word.text for word in function_words(parts)]
        return all_of(parts)

    def sequence(self) -> Syntax | None:
        """What stands side by side, as far as a closing bracket."""
        parts: list[Syntax] = []
        either: Lexeme | None = None
        while self.kind() not in {None, Kind.CLOSE}:
            if sign := self.take(Kind.OR):
                self._pass_over(either)
                either = sign
            elif not self.take(Kind.AND) and (part := self._unit()):
                if either and parts and not isinstance(parts[-1], Without) and not isinstance(part, Without):
                    part = any_of((parts.pop(), part)) or part
                else:
                    self._pass_over(either)
                either = None
                parts.append(part)
        self._pass_over(either)
        return self.all_of(parts)

    def _unit(self) -> Syntax | None:
        """What may follow an ``OR``."""
        minus = None
        while sign := self.take(Kind.WITHOUT):
            minus = sign
        part = self._operand()
        if not part:
            self._pass_over(minus)
        return without(part) if minus and part else part

    def _operand(self) -> Syntax | None:
        if self.take(Kind.OPEN):
            part = self.sequence()
            if not self.take(Kind.CLOSE):
                self._notices.append("A bracket is not closed: it was read as ending where the text ends.")
            return part
        if field := self.take(Kind.TITLE):
            part = self._unit()
            return in_title(part) if part else Word(field.text.rstrip(":"))
        if self.take(Kind.NEAR):
            self._notices.append("NEAR joins single words; here it was read as a word itself.")
            return Word("near")
        word = self.take(*_OPERANDS)
        return (self._nearness(word) or _leaf(word)) if word else None

    def _nearness(self, first: Lexeme) -> Syntax | None:
        chain, distances = [first], []
        while self.kind() is Kind.NEAR and self.kind(1) in _OPERANDS:
            distances.append(_distance(self._lexemes[self._at]))
            chain.append(self._lexemes[self._at + 1])
            self._at += 2
        if not distances:
            return None
        if any(lexeme.kind is not Kind.WORD for lexeme in chain):
            self._notices.append("NEAR takes words in any form: quotation marks and stars beside it were passed over.")
        words = tuple(word for lexeme in chain for word in _single(lexeme.text))
        return Nearness(words, max(distances))

    def _pass_over(self, sign: Lexeme | None) -> None:
        if sign:
            self._passed_over.append(sign.text)


def _leaf(word: Lexeme) -> Syntax:
    match word.kind:
        case Kind.QUOTED:
            return Quoted(word.text)
        case Kind.STARTS:
            return Starts(word.text)
    return Word(word.text)


def _single(text: str) -> list[str]:
    return [no_sign(text[found.start : found.end]) for found in tokens(text)]


def _distance(near: Lexeme) -> int:
    _, slash, words = near.text.partition("/")
    return min(max(1, int(words)), LONGEST_DISTANCE) if slash else USUAL_DISTANCE
