"""What did a person mean by what they typed? Any string is a legal query.

Words are all wanted, anywhere in a paper; ``"a phrase"`` as it is written; ``-word`` and ``NOT word`` are not wanted;
``OR`` joins what stands beside it; ``word*`` is any word that begins so; ``title:`` looks in titles; ``NEAR`` wants
words close together; brackets make one thing of several. Signs are written in capitals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.model.query import Leaf, Node, wanted
from indexer.search.lexemes import Kind, Lexeme, lexemes
from indexer.search.meaning import compiled
from indexer.search.parser import Names, parse
from indexer.search.statement import asked, told
from indexer.search.syntax import Syntax

# A question is rarely over 150 characters long; what is far longer is a paste by mistake or an attack.
LONGEST_QUERY = 300
MOST_WORDS = 32

_WORDS = frozenset({Kind.WORD, Kind.QUOTED, Kind.STARTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a query was read.

    ``leaves`` are the words and phrases wanted, in the order typed; ``query`` is read as ``syntax`` again.
    """

    syntax: Syntax | None
    tree: Node
    leaves: tuple[Leaf, ...]
    interpreted: str
    query: str
    notices: tuple[str, ...]


def read_query(text: str, names: Names | None = None) -> Reading:
    """The reading of ``text``, with the other ``names`` of what it names; never raises."""
    notices: list[str] = []
    passed_over: list[str] = []
    found = _words_within(lexemes(_text_within(text, notices), notices), notices)
    return reading(parse(found, notices, passed_over, names), passed_over, notices)


def reading(syntax: Syntax | None, passed_over: Sequence[str] = (), notices: Sequence[str] = ()) -> Reading:
    """What the syntax tree means, and how it is told: both from the tree alone."""
    tree = compiled(syntax)
    return Reading(
        syntax=syntax,
        tree=tree,
        leaves=tuple(dict.fromkeys(wanted(tree))),
        interpreted=told(syntax, passed_over),
        query=asked(syntax),
        notices=tuple(dict.fromkeys(notices)),
    )


def _text_within(text: str, notices: list[str]) -> str:
    """The text in single blanks, cut between words where it is too long."""
    text = " ".join(text.split())
    if len(text) > LONGEST_QUERY:
        text = text[: LONGEST_QUERY + 1].rpartition(" ")[0] or text[:LONGEST_QUERY]
        notices.append(f"Only the first {LONGEST_QUERY} characters were searched for: use fewer words.")
    return text


def _words_within(found: Sequence[Lexeme], notices: list[str]) -> Sequence[Lexeme]:
    words = [at for at, lexeme in enumerate(found) if lexeme.kind in _WORDS]
    if len(words) <= MOST_WORDS:
        return found
    notices.append(f"Only the first {MOST_WORDS} words were searched for: use fewer words.")
    return found[: words[MOST_WORDS]]
