"""What does a question want to know, and which of its words must an answer's surroundings have?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.answer.wants import PaperFact, about_the_paper, counted_thing, wanted_kind
from indexer.model.answer import AnswerKind
from indexer.text.words import STOP_WORDS, tokens

# Words that ask, and words of courtesy; with the function words they are what a question is made of, not about.
_ASKING = frozenset(
    "get gets got whats whos whens wheres hows tell please give show whether many much often long "
    "far kind sort name called does doing done being having shall may might must let say says said also "
    "actually currently now today latest recent recently newest moment current there here its it's exactly "
    "ever yet still just only any anyone anybody someone something anything am pm like happened happen "
    "happening during mean means meant stand stands".split()
)
_NOT_ASKED = STOP_WORDS | _ASKING
# "Latest", "now": the newest paper that answers is wanted.
_NOW = re.compile(
    r"\b(?:latest|newest|current(?:ly)?|most recent(?:ly)?|recent(?:ly)?|now|today|at present|at the moment|these days"
    r"|up to date|so far|where are we|is there still|nowadays|(?:the|our) present)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:so|and|but|please|can you tell me|could you tell me|tell me|do you know|i want to know)?[,\s]*"
    r"(?:(?:(?:at|by|for|from|in|of|on|over|since|to|under|until|with)\s+)?(?:what|who|whom|whose|which|when|where|why|how)"
    r"|is|are|was|were|does|do|did|has|have|had|will|would|can|could|should)"
    r"(?:['’]s|s|['’]re|n['’]?t)?\b",
    re.IGNORECASE,
)
_COUNTING = frozenset({AnswerKind.NUMBER, AnswerKind.PERCENTAGE})
_LONGEST = 300  # characters; as of a search


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the question is about: its stem, as typed, and whether it is written as a name or a number is."""

    stem: str
    typed: str
    is_name: bool
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``words`` in the order typed, each stem once; ``now``: what is true today is asked for."""

    text: str
    kind: AnswerKind
    words: tuple[Word, ...]
    now: bool
    counted: tuple[str, ...] = ()  # the stems of what "how many" counts
    about: PaperFact | None = None  # of a question about a paper: which fact of it

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)


def is_question(text: str) -> bool:
    """Whether somebody who typed this wants an answer rather than a list of papers."""
    bare = text.strip()
    return len(bare.split()) > 1 and (bare.endswith("?") or _ASKS.match(bare) is not None or bool(_NOW.match(bare)))


def read_question(text: str) -> Question:
    """The reading of ``text``; any text may be asked, and one of function words alone has no ``words``."""
    asked = text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] or text[:_LONGEST]
    kind, used = wanted_kind(asked)
    about = about_the_paper(asked)
    return Question(
        text=asked,
        kind=AnswerKind.FRONT if about else kind,
        words=tuple(_words(asked, used | (about.used if about else frozenset()))),
        counted=counted_thing(asked) if kind in _COUNTING else (),
        now=_NOW.search(asked) is not None,
        about=about.fact if about else None,
    )


def without_paper(question: Question) -> Question:
    """The same question asked of what papers say, where it turned out to ask about no paper."""
    kind, used = wanted_kind(question.text)
    return replace(question, kind=kind, words=tuple(_words(question.text, used)), about=None)


def _words(text: str, used: frozenset[str]) -> Iterator[Word]:
    """The words that are left when those that ask are taken out; all where none would be left."""
    found = [
        Word(
            token.stem,
            typed := text[token.start : token.end],
            is_name=typed[0].isupper() and token.start > 0,
            is_number=typed[0].isdigit(),
        )
        for token in tokens(text)
    ]
    kept = [word for word in found if not _only_asks(word.typed) and word.stem not in used]
    kept = kept or [word for word in found if not _only_asks(word.typed)]
    seen: set[str] = set()
    for word in kept:
        if word.stem not in seen:
            seen.add(word.stem)
            yield word


def _only_asks(typed: str) -> bool:
    """Whether a word is one that asks or a function word, or one of these with what it is written together with."""
    word, mark, _ = typed.lower().replace("’", "'").partition("'")
    return word in _NOT_ASKED or (mark != "" and word.removesuffix("n") in _NOT_ASKED | {"ca", "wo"})
