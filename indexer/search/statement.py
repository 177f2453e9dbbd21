"""How was a query read? The syntax tree in plain English, and as a query that reads the same again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.search.parser import USUAL_DISTANCE
from indexer.search.shapes import one_thing, others
from indexer.search.syntax import All, Any, InTitle, Nearness, Quoted, Starts, Syntax, Without, Word, Words


def told(syntax: Syntax | None, passed_over: Sequence[str] = ()) -> str:
    """The reading in plain English: "papers with all of: neglect, strategy; not: adult; passed over: the"."""
    parts = syntax.parts if isinstance(syntax, All) else (syntax,) if syntax else ()
    wanted = [_told(part) for part in parts if not isinstance(part, Without)]
    refused = [_told(part.part, within=All) for part in parts if isinstance(part, Without)]
    start = "all papers" if not wanted else f"papers with {'all of: ' if len(wanted) > 1 else ''}{', '.join(wanted)}"
    for name, words in (("not", refused), ("passed over", list(dict.fromkeys(passed_over)))):
        start += f"; {name}: {', '.join(words)}" if words else ""
    return start


def _told(part: Syntax, within: type[Syntax] | None = None) -> str:
    """``part`` in words, in brackets where it is a group ``within`` another thing."""
    match part:
        case InTitle(inner):
            return f"{_told(inner, InTitle)} in the title"
        case Without(inner):
            return f"not {_told(inner, Without)}"
        case All() | Any():
            sign = " or " if isinstance(part, Any) else " and "
            group = sign.join(_told(inner, type(part)) for inner in part.parts)
            return f"({group})" if within else group
        case _:
            return _words_told(part)


def _words_told(words: Words) -> str:
    match words:
        case Word(text):
            also = ", ".join(others(text))
            return f"{text} (or: {also})" if also else text
        case Quoted(text):
            return f'exactly "{text}"'
        case Starts(text):
            return f"any form of words that begin with {text}"
        case Nearness(near, distance):
            return f"{' near '.join(near)} (within {distance} {'word' if distance == 1 else 'words'})"


def asked(syntax: Syntax | None) -> str:
    """A query that is read as ``syntax``, for links and for a second look: what was passed over is not in it."""
    match syntax:
        case None:
            return ""
        case InTitle(part):
            return f"title:{_operand(part)}"
        case Without(part):
            return f"-{_operand(part)}"
        case Any(parts):
            return " OR ".join(_bracketed(part) if isinstance(part, All) else asked(part) for part in parts)
        case All(parts):
            return _side_by_side([asked(part) for part in parts])
        case _:
            return _words_asked(syntax)


def _words_asked(words: Words) -> str:
    match words:
        case Word(text):
            return text
        case Quoted(text):
            return f'"{text}"'
        case Starts(text):
            return f"{text}*"
        case Nearness(near, distance):
            return f" NEAR{'' if distance == USUAL_DISTANCE else f'/{distance}'} ".join(near)


def _operand(part: Syntax) -> str:
    return _bracketed(part) if isinstance(part, All | Any) else asked(part)


def _bracketed(part: Syntax) -> str:
    return f"({asked(part)})"


def _side_by_side(queries: Sequence[str]) -> str:
    """The queries one after another, where two words would be read as one thing ("section" and "47") kept apart."""
    apart = [f"({right})" if _meet(left, right) else right for left, right in pairwise(queries)]
    return " ".join((*queries[:1], *apart))


def _meet(left: str, right: str) -> bool:
    last, first = left.rpartition(" ")[2], right.partition(" ")[0]
    return one_thing((last.rpartition(":")[2].lstrip("-"), first))
