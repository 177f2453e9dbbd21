"""What did a person mean by what they typed? Any string is a legal query.

Words are all wanted, anywhere in a paper; ``"a phrase"`` is wanted as one; ``-word`` and ``-"a phrase"`` are not
wanted, and ``NOT`` in capitals before a word is the same; ``OR`` in capitals joins the word before it and the word
after it. A word that our tokeniser parts ("co-location", "2025/26") is read as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.model.query import And, Everything, Leaf, Node, Not, Or, Phrase, Term
from indexer.text.words import STOP_WORDS, stems

# A question is rarely over 150 characters long; what is far longer is a paste by mistake or an attack.
LONGEST_QUERY = 300
MOST_WORDS = 32

_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_EDGES = re.compile(r"^[^\w£€$]+|[^\w%]+$")  # punctuation that says nothing about how a word was read
_QUOTES = str.maketrans("“”„‟«»＂", '"""""""')


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a query was read. ``leaves`` are the words and phrases wanted, in the order typed."""

    tree: Node
    leaves: tuple[Leaf, ...]
    interpreted: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    """A word or phrase as typed, with what it becomes; or one of several (``OR``)."""

    alternatives: tuple[tuple[str, Leaf], ...]
    wanted: bool
    common: bool  # a function word, typed bare


def read_query(text: str) -> Reading:
    """The reading of ``text``; never raises."""
    pieces, notices = _pieces(text)
    typed = _joined(pieces)
    wishes = _without_common(typed)
    passed_over = [wish for wish in typed if wish not in wishes]
    wanted = [wish for wish in wishes if wish.wanted]
    unwanted = [wish for wish in wishes if not wish.wanted]
    parts = [_node(wish) for wish in wanted] + [Not(_node(wish)) for wish in unwanted]
    leaves = dict.fromkeys(leaf for wish in wanted for _, leaf in wish.alternatives)
    tree = Everything() if not parts else parts[0] if len(parts) == 1 else And(tuple(parts))
    return Reading(tree=tree, leaves=tuple(leaves), interpreted=_told(wanted, unwanted, passed_over), notices=notices)


def _pieces(text: str) -> tuple[list[_Wish | None], tuple[str, ...]]:
    """The words and phrases typed, ``None`` standing for ``OR``; with what was cut off, said."""
    notices = []
    text = " ".join(text.split())
    if len(text) > LONGEST_QUERY:
        text = text[: LONGEST_QUERY + 1].rpartition(" ")[0] or text[:LONGEST_QUERY]
        notices.append(f"Only the first {LONGEST_QUERY} characters were searched for: use fewer words.")
    pieces = list(_wishes(text.translate(_QUOTES)))
    if sum(piece is not None for piece in pieces) > MOST_WORDS:
        pieces = pieces[:MOST_WORDS]
        notices.append(f"Only the first {MOST_WORDS} words were searched for: use fewer words.")
    return pieces, tuple(notices)


def _wishes(text: str) -> Iterator[_Wish | None]:
    refused = False
    for match in _PIECE.finditer(text):
        if match[0] == "NOT":
            refused = True
            continue
        if match[0] == "OR":
            yield None
            continue
        typed = match["phrase"] if match["phrase"] is not None else match["word"]
        words = stems(typed)
        if not words:
            continue
        quoted = match["phrase"] is not None
        shown = f'"{typed}"' if quoted else _EDGES.sub("", typed)
        leaf: Leaf = Term(words[0]) if len(words) == 1 else Phrase(words)
        common = not quoted and typed.casefold() in STOP_WORDS
        yield _Wish(((shown, leaf),), wanted=not (match["minus"] or refused), common=common)
        refused = False


def _joined(pieces: Sequence[_Wish | None]) -> list[_Wish]:
    """Joins what stands on both sides of an ``OR``; one that has no two wanted neighbours is passed over."""
    joined: list[_Wish] = []
    either = False
    for piece in pieces:
        if piece is None:
            either = bool(joined)
        elif either and piece.wanted and joined[-1].wanted:
            joined[-1] = _Wish(joined[-1].alternatives + piece.alternatives, wanted=True, common=False)
            either = False
        else:
            joined.append(piece)
            either = False
    return joined


def _without_common(wishes: Sequence[_Wish]) -> Sequence[_Wish]:
    """Function words are not insisted on, unless nothing else is wanted."""
    telling = [wish for wish in wishes if not (wish.common and wish.wanted)]
    return telling if any(wish.wanted for wish in telling) else wishes


def _node(wish: _Wish) -> Node:
    leaves = tuple(leaf for _, leaf in wish.alternatives)
    return leaves[0] if len(leaves) == 1 else Or(leaves)


def _told(wanted: Sequence[_Wish], unwanted: Sequence[_Wish], passed_over: Sequence[_Wish]) -> str:
    """The reading in plain English: "papers with all of: neglect, strategy; not: adult; passed over: the"."""
    told = list(dict.fromkeys(" or ".join(shown for shown, _ in wish.alternatives) for wish in wanted))
    start = "all papers" if not told else f"papers with {'all of: ' if len(told) > 1 else ''}{', '.join(told)}"
    for name, wishes in (("not", unwanted), ("passed over", passed_over)):
        words = ", ".join(dict.fromkeys(shown for wish in wishes for shown, _ in wish.alternatives))
        start += f"; {name}: {words}" if words else ""
    return start
