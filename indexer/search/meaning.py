"""What is the engine asked, for what was typed? The syntax tree becomes the engine's tree."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.model.query import And, Everything, Exact, Near, Node, Not, Or, Phrase, Term, Titled, Weighted
from indexer.search.beginnings import leaves_beginning
from indexer.search.shapes import others
from indexer.search.syntax import All, Any, InTitle, Named, Nearness, Quoted, Starts, Syntax, Without, Word, Words
from indexer.text.words import forms, stem, stems


def compiled(syntax: Syntax | None) -> Node:
    """The engine's tree of ``syntax``; every paper where nothing is asked for."""
    match syntax:
        case None:
            return Everything()
        case InTitle(part):
            return _titled(compiled(part))
        case All(parts):
            different = tuple(dict.fromkeys(map(compiled, parts)))
            return And(different) if len(different) > 1 else different[0]
        case Any(parts):
            return _either(map(compiled, parts))
        case Without(part):
            return Not(compiled(part))
        case _:
            return _looked_for(syntax)


def _looked_for(words: Words | Named) -> Node:
    match words:
        case Word(text):
            return _either(map(_leaf, (text, *others(text))))
        case Named(_, typed, also):
            return _either((compiled(typed), *(other.leaf for other in also)))
        case Quoted(text):
            return Exact(forms(text))
        case Starts(text):
            return _either(leaves_beginning("".join(forms(text))))
        case Nearness(near, distance):
            return Near(tuple(map(stem, near)), distance)


def _leaf(text: str) -> Term | Phrase:
    words = stems(text)
    return Term(words[0]) if len(words) == 1 else Phrase(words)


def _either(nodes: Iterable[Node]) -> Node:
    flat = dict.fromkeys(inner for node in nodes for inner in (node.parts if isinstance(node, Or) else (node,)))
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat))


def _titled(node: Node) -> Node:
    match node:
        case And(parts):
            return And(tuple(map(_titled, parts)))
        case Or(parts):
            return Or(tuple(map(_titled, parts)))
        case Not(part):
            return Not(_titled(part))
        case Weighted(leaf, weight):
            return Weighted(leaf if isinstance(leaf, Titled) else Titled(leaf), weight)
        case Everything() | Titled():
            return node
        case _:
            return Titled(node)
