"""Which passages are looked into for a question? The best that hold any of its words, or of what stands for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from indexer.answer.candidates import LOOKED_INTO, Considered, Papers, Sought, considered
from indexer.answer.question import Question, Word
from indexer.answer.variants import is_plain_word, variants
from indexer.model.query import FoundPassage, Leaf, PassageQuery, Phrase, Term, Weighted
from indexer.search.expand import Names
from indexer.search.syntax import Named
from indexer.search.syntax import Word as Typed
from indexer.text.words import stem, stems

# Another word says nearly the same; less, since "led" may also be of another verb, and "started" is not "opened".
VARIANT_WEIGHT = 0.5
# Shorter words that the papers do not have are others than the papers', and no misspellings: "kids", "cash".
_LONG = 6

Standing = tuple[tuple[tuple[str, ...], frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """A question with its words spelt as the papers spell them, what may stand for them, and what to ask the engine."""

    question: Question
    standing: Standing
    leaves: tuple[Leaf, ...]
    alike: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()  # words as typed and as they were looked for


def meant(question: Question, names: Names | None = None) -> Meant:
    """What ``question`` looks for; without ``names`` only its words and their forms."""
    corrected: list[tuple[str, str]] = []
    if names is not None:
        question = replace(question, words=tuple(_spelt(word, names, corrected) for word in question.words))
    own = frozenset(question.stems)
    leaves: list[Leaf] = [Term(word.stem) for word in question.words]
    standing: list[tuple[tuple[str, ...], frozenset[str]]] = []
    alike = tuple(variants(stems(question.text)))
    for run, other in alike:
        if own.intersection(run):
            leaves.append(Weighted(_phrase(other), VARIANT_WEIGHT))
            standing.append((other, own.intersection(run)))
    for named in _named(question.text, names) if names is not None else ():
        for also in named.also:
            leaves.append(also.leaf)
            standing.append((stems(also.text), own.intersection(stems(named.text))))
    return Meant(question, tuple(standing), tuple(dict.fromkeys(leaves)), alike, tuple(corrected))


def retrieved(
    query: PassageQuery, papers: Papers, left_out: Callable[[FoundPassage], bool] | None = None
) -> list[Considered]:
    """The passages that ``query`` finds, taken apart, the best first; what is ``left_out`` makes room for others."""
    found: Sequence[FoundPassage] = papers.best(query)
    kept = [one for one in found if left_out is None or not left_out(one)][:LOOKED_INTO]
    return [one for one in (considered(passage, papers) for passage in kept) if one is not None]


def sought(meaning: Meant, papers: Papers) -> Sought:
    return Sought.by(meaning.question, meaning.standing, meaning.alike, papers)


def _named(text: str, names: Names) -> list[Named]:
    """The names and abbreviations of the officers' tables that stand in ``text``."""
    words = [Typed(word.strip("?!.,;:()'\"“”‘’")) for word in text.split()]
    return [part for part in names([word for word in words if word.text]) if isinstance(part, Named)]


def _spelt(word: Word, names: Names, corrected: list[tuple[str, str]]) -> Word:
    known = len(word.typed) < _LONG or is_plain_word(word.stem)
    right = None if known else names.correction(word.typed)
    if right is None:
        return word
    corrected.append((word.typed, right))
    return replace(word, stem=stem(right), typed=right)


def _phrase(run: tuple[str, ...]) -> Term | Phrase:
    return Term(run[0]) if len(run) == 1 else Phrase(run)
