"""Laws of the query language: it reads everything, states what it runs, and reads its own writing as the same."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.query import And, Everything, Exact, Near, Node, Not, Or, Phrase, Prefix, Term, Titled
from indexer.search.language import LONGEST_QUERY, read_query
from indexer.search.lexemes import lexemes
from indexer.search.meaning import compiled
from indexer.search.parser import parse
from indexer.search.shapes import others
from indexer.search.statement import asked, told
from indexer.search.syntax import (
    All,
    Any,
    InTitle,
    Nearness,
    Quoted,
    Starts,
    Syntax,
    Without,
    Word,
    all_of,
    any_of,
    in_title,
    without,
)
from indexer.text.words import form, stem, stems

SIGNS = "OR AND NOT NEAR NEAR/3 ( ) (( )) - -( title: title:( author: \" ' “ ” ‘ ’ * , & – £ .".split()
WORDS = "plan plans planned policy police safety the of section s.47 47 16 to 17 co location O'Neill E.H.C.P.".split()


def _together(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(["", " "]), st.lists(pieces, max_size=25)).map(lambda made: made[0].join(made[1]))


PIECES = _together(st.sampled_from(SIGNS + WORDS))
SOUP = _together(st.sampled_from(SIGNS + WORDS) | st.text(max_size=3))


def read(text: str) -> Syntax | None:
    """The reading without limits of length."""
    return parse(lexemes(text, []), [], [])


@given(st.text(max_size=400) | SOUP)
def test_any_string_is_read_and_stated(typed: str) -> None:
    reading = read_query(typed)
    assert reading.interpreted.startswith(("papers with ", "all papers"))
    assert (reading.syntax is None) == (reading.tree == Everything())
    assert (reading.tree, reading.query) == (compiled(reading.syntax), asked(reading.syntax))


@given(st.text(max_size=100) | SOUP)
def test_what_a_reading_writes_is_read_as_the_same(typed: str) -> None:
    syntax = read(typed)
    assert read(asked(syntax)) == syntax
    assert told(read(asked(syntax))) == told(syntax)


def test_the_time_taken_grows_no_faster_than_the_text() -> None:
    for piece in ("(", "-", '"', "'", "title:", "a:", "NEAR ", "a NEAR ", "OR ", "a*", "E.", "1,", "-(", "£"):
        started = time.process_time()
        read_query(piece * LONGEST_QUERY)
        assert time.process_time() - started < 0.5, piece


# Trees in their normal form, as the parser makes them; "plan", "plans" and "planned" are forms of one word.
LEAVES: st.SearchStrategy[Syntax] = (
    st.sampled_from(["plan", "plans", "policy", "police", "neglect", "s.47", "co-location", "GCP2"]).map(Word)
    | st.sampled_from(["plan", "safety plans", "section 47", "neglect policy"]).map(Quoted)
    | st.sampled_from(["pla", "plann", "polic", "policy", "neglecti"]).map(Starts)
    | st.builds(
        Nearness,
        st.lists(st.sampled_from(["plan", "safety", "policy"]), min_size=2, max_size=3, unique=True).map(tuple),
        st.integers(1, 3),
    )
)


def _grown(trees: st.SearchStrategy[Syntax]) -> st.SearchStrategy[Syntax]:
    wanted = trees.filter(lambda tree: not isinstance(tree, Without))
    several = st.lists(trees, min_size=2, max_size=3).map(lambda parts: all_of(parts) or parts[0])
    either = st.lists(wanted, min_size=2, max_size=3).map(lambda parts: any_of(parts) or parts[0])
    return several | either | trees.map(without) | trees.map(in_title)


TREES = st.recursive(LEAVES, _grown, max_leaves=6)


@given(TREES)
def test_every_tree_can_be_written_as_a_query(tree: Syntax) -> None:
    assert read(asked(tree)) == tree


# The statement, read back by what its English says and without a look at how it is made.
_TOLD = re.compile(
    r'exactly "(?P<exactly>[^"]*)"'
    r"|any form of words that begin with (?P<begin>[\w']+)"
    r"|(?P<near>[\w]+(?: near \w+)+) \(within (?P<within>\d+) words?\)"
    r"|(?P<sign> or | and |not |\(|\)| in the title)"
    r"|(?P<word>[\w.-]+)(?: \(or: (?P<others>[^)]*)\))?"
)


class English:
    """A reader of statements."""

    def __init__(self, text: str) -> None:
        self.found = list(_TOLD.finditer(text))

    def take(self, sign: str) -> bool:
        taken = bool(self.found) and self.found[0]["sign"] == sign
        if taken:
            self.found.pop(0)
        return taken

    def group(self) -> Syntax:
        parts = [self.part()]
        if self.take(" or "):
            parts.append(self.part())
            while self.take(" or "):
                parts.append(self.part())
            return Any(tuple(parts))
        while self.take(" and "):
            parts.append(self.part())
        return All(tuple(parts)) if len(parts) > 1 else parts[0]

    def part(self) -> Syntax:
        if self.take("not "):
            return Without(self.part())
        if self.take("("):
            inner = self.group()
            assert self.take(")")
        else:
            inner = self.words()
        return InTitle(inner) if self.take(" in the title") else inner

    def words(self) -> Syntax:
        said = self.found.pop(0)
        if said["exactly"]:
            return Quoted(said["exactly"])
        if said["begin"]:
            return Starts(said["begin"])
        if said["near"]:
            return Nearness(tuple(said["near"].split(" near ")), int(said["within"]))
        assert (said["others"] or "") == ", ".join(others(said["word"]))
        return Word(said["word"])


def understood(statement: str) -> Syntax | None:
    wanted, _, refused = statement.partition("; not: ")
    papers = wanted.removeprefix("all papers").removeprefix("papers with ").removeprefix("all of: ")
    parts = [English(part).group() for part in _listed(papers)]
    return all_of([*parts, *(Without(English(part).group()) for part in _listed(refused))])


def _listed(text: str) -> list[str]:
    return [part for part in re.split(r", (?![^(]*\))", text) if part]


def _sorted(tree: Syntax | None) -> Syntax | None:
    """A statement says first what is wanted at its top; the order is nothing to the papers found."""
    if not isinstance(tree, All):
        return tree
    return All(tuple(sorted(tree.parts, key=lambda part: isinstance(part, Without))))


@given(TREES)
def test_a_statement_in_english_says_the_whole_tree_and_nothing_else(tree: Syntax) -> None:
    assert understood(told(tree)) == _sorted(tree)


class Paper(NamedTuple):
    title: str
    passages: Sequence[str]


TEXT = st.lists(
    st.sampled_from(
        "plan plans planning planned policy policies police safety neglect neglecting section s 47 s47 s.47 co "
        "location colocation co-located gcp2 GCP 2".split()
    ),
    max_size=7,
).map(" ".join)
PAPERS = st.builds(Paper, TEXT, st.lists(TEXT, min_size=1, max_size=2))
VOCABULARY = "plan plans planning planned policy policies police neglect neglecting".split()


def says(syntax: Syntax | None, paper: Paper, *, titles: bool = False) -> bool:
    """Whether a paper is what the syntax tree asks for, by looking at its words as they are written."""
    match syntax:
        case None:
            return True
        case InTitle(part):
            return says(part, paper, titles=True)
        case All(parts):
            return all(says(part, paper, titles=titles) for part in parts)
        case Any(parts):
            return any(says(part, paper, titles=titles) for part in parts)
        case Without(part):
            return not says(part, paper, titles=titles)
        case Word() | Quoted() | Starts() | Nearness():
            texts = [paper.title] if titles else [paper.title, *paper.passages]
            return any(stands(syntax, re.findall(r"\w+", text)) for text in texts)


def stands(leaf: Word | Quoted | Starts | Nearness, words: Sequence[str]) -> bool:
    match leaf:
        case Word(text):
            ways = [[stem(word) for word in re.findall(r"\w+", way)] for way in (text, *others(text))]
            return any(run in ways for run in runs([stem(word) for word in words]))
        case Quoted(text):
            return re.findall(r"\w+", text.lower()) in list(runs([word.lower() for word in words]))
        case Starts(text):
            forms = {stem(word) for word in VOCABULARY if word.startswith(text)}
            return any(word.lower().startswith(text) or stem(word) in forms for word in words)
        case Nearness(near, distance):
            places = [[at for at, word in enumerate(words) if stem(word) == stem(one)] for one in near]
            return any(chained(places[1:], first, distance) for first in places[0])


def runs(words: Sequence[str]) -> Iterator[list[str]]:
    return (list(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))


def chained(places: Sequence[Sequence[int]], before: int, distance: int) -> bool:
    if not places:
        return True
    return any(abs(at - before) <= distance and chained(places[1:], at, distance) for at in places[0])


def matches(node: Node, paper: Paper) -> bool:
    """Whether a paper is what the engine's tree asks for, as ``indexer.model.query`` describes it."""
    match node:
        case Everything():
            return True
        case And(parts):
            return all(matches(part, paper) for part in parts)
        case Or(parts):
            return any(matches(part, paper) for part in parts)
        case Not(part):
            return not matches(part, paper)
        case Titled(leaf):
            return matches(leaf, Paper(paper.title, ()))
    return any(in_field(node, text) for text in (paper.title, *paper.passages))


def in_field(leaf: Node, text: str) -> bool:
    words = stems(text)
    match leaf:
        case Term(word):
            return word in words
        case Phrase(sought):
            return list(sought) in list(runs(words))
        case Exact(sought):
            return list(sought) in list(runs([form(word) for word in re.findall(r"\w+", text)]))
        case Prefix(beginning):
            return any(word.startswith(beginning) for word in words)
        case Near(sought, distance):
            places = [[at for at, word in enumerate(words) if word == one] for one in sought]
            return any(chained(places[1:], first, distance) for first in places[0])
    raise AssertionError(leaf)


@given(TREES, PAPERS)
def test_what_is_run_is_what_is_said(tree: Syntax, paper: Paper) -> None:
    assert matches(compiled(tree), paper) == says(tree, paper)


@given(PIECES, PAPERS)
def test_what_is_typed_finds_what_is_stated(typed: str, paper: Paper) -> None:
    reading = read_query(typed)
    assert reading.interpreted.startswith(told(reading.syntax))
    assert matches(reading.tree, paper) == says(reading.syntax, paper)
