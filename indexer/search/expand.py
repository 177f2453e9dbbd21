"""Which other names of what a person typed are searched for too?

The longest run of plain words that is a name or an abbreviation of the officers' tables becomes itself or any of its
other names, each a phrase and worth less. Words in quotation marks, beside ``NEAR`` and after a minus sign stay what
they are: who leaves something out by a word means that word. Of several words, one beside ``OR`` belongs to the ``OR``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, product

from indexer.model.query import Exact, Phrase, Term, Weighted
from indexer.model.search import Expansion, Meaning, Question
from indexer.search.lexicon import Lexicon
from indexer.search.rewrite import rewritten
from indexer.search.shapes import others
from indexer.search.spelling import correction
from indexer.search.syntax import All, Also, Any, InTitle, Named, Syntax, Without, Word, all_of, wanted_words
from indexer.text.words import STOP_WORDS, forms, stems
from indexer.vocabulary.thesaurus import OtherName, Sense, Thesaurus

# Another name says nearly the same; the paper that has the very words should come first. On the judged searches of the
# half `before` 0.2 gives an nDCG@10 of 0.865, 0.5 of 0.872, 1 of 0.874: half is the most that still says "less".
EXPANSION_WEIGHT = 0.5

# The largest group of the shipped tables (children in care) has ten names and two abbreviations. Each more is a line of
# text for the reader and a phrase to look up, some tenths of a millisecond in 100,000 paragraphs.
MOST_NAMES = 12

# "s.47" can be written in five ways; a name with more than two such words is none that anybody types.
_MOST_WAYS = 25


class Names:
    """Finds the names among typed words. One serves one state of the tables and of the index.

    Without a ``lexicon`` every name counts as one that stands in some paper, and nothing as misspelt.
    """

    def __init__(self, thesaurus: Thesaurus, lexicon: Lexicon | None = None) -> None:
        self._thesaurus = thesaurus
        self._lexicon = lexicon

    def correction(self, word: str) -> str | None:
        """The word of the papers that ``word`` is a misspelling of; an abbreviation of the tables is none."""
        if self._lexicon is None or self._thesaurus.abbreviated(word):
            return None
        return correction(word, self._lexicon)

    def __call__(self, parts: Sequence[Syntax]) -> list[Syntax]:
        """``parts``, which stand side by side, with the names among them."""
        found: list[Syntax] = []
        for _, run in groupby(parts, lambda part: isinstance(part, Word)):
            together = list(run)
            words = [part.text for part in together if isinstance(part, Word)]
            found += self._run(words) if words else map(self._part, together)
        return found

    def senses(self, words: Sequence[str]) -> tuple[Sense, ...]:
        """What typed words may stand for together, each with such other names as stand in some paper.

        Of several things only those count that some paper names: in no other sense can the papers mean the words.
        """
        senses = next(filter(None, map(self._thesaurus.senses, _ways(words))), ())
        if len(senses) > 1:
            senses = tuple(sense for sense in senses if self._has(_phrase(stems(sense.meaning))))
        return tuple(Sense(sense.meaning, self._worth(words, sense.others)) for sense in senses)

    def absent(self, word: str) -> tuple[str, ...]:
        """What ``word``, an abbreviation of the tables, may stand for, where no paper says any of that."""
        if not self._thesaurus.abbreviated(word):
            return ()
        senses = self._thesaurus.senses(word)
        leaves = (leaf for one in senses for leaf in (_phrase(stems(one.meaning)), *map(_leaf, one.others)))
        return () if any(map(self._has, leaves)) else tuple(one.meaning for one in senses)

    def _has(self, leaf: Term | Phrase | Exact) -> bool:
        return self._lexicon is None or self._lexicon.has(leaf)

    def _part(self, part: Syntax) -> Syntax:
        """A part that is no plain word; what stood in its brackets was a sequence of its own."""
        match part:
            case Any(parts):
                return Any(tuple(map(self._part, parts)))
            case InTitle(inner):
                return InTitle(self._part(inner))
            case Without(inner):
                return Without(_as_typed(inner))
            case Word(text):
                return self._named([text]) or part
            case _:
                return part

    def _run(self, words: Sequence[str]) -> Iterator[Syntax]:
        """The longest name from each word on; a word that begins none stays what it is."""
        at = 0
        while at < len(words):
            lengths = range(min(len(words) - at, self._thesaurus.longest), 0, -1)
            names = ((length, self._named(words[at : at + length])) for length in lengths)
            length, name = next(((length, name) for length, name in names if name), (1, Word(words[at])))
            yield name
            at += length

    def _named(self, words: Sequence[str]) -> Syntax | None:
        senses = self.senses(words)
        typed = all_of([Word(word) for word in words])
        if len(senses) != 1 or not senses[0].others or typed is None:
            return None
        return Named(
            tuple(words),
            typed,
            tuple(Also(other.words, Weighted(_leaf(other), EXPANSION_WEIGHT)) for other in senses[0].others),
        )

    def _worth(self, words: Sequence[str], names: Iterable[OtherName]) -> tuple[OtherName, ...]:
        """Those that find something which neither the words typed nor a shorter name find."""
        kept = [other for other in names if self._has(_leaf(other))]
        wanted = {stem for word in words if word.casefold() not in STOP_WORDS for stem in stems(word)}
        phrases = [stems(other.words) for other in kept]
        telling = (
            other
            for other, phrase in zip(kept, phrases, strict=True)
            if not (wanted and wanted.issubset(phrase))
            and not any(shorter != phrase and _within(shorter, phrase) for shorter in phrases)
        )
        return tuple(islice(telling, MOST_NAMES))


def expansions(syntax: Syntax | None) -> tuple[Expansion, ...]:
    """What is searched for beside the words typed, in the order typed."""
    names = {part.text: part.also for part in wanted_words(syntax) if isinstance(part, Named)}
    return tuple(Expansion(word=text, also=tuple(other.text for other in also)) for text, also in names.items())


def questions(query: str, syntax: Syntax | None, names: Names) -> tuple[Question, ...]:
    """Which of the words of ``query`` stand for several things, and how it reads with each of these."""
    return tuple(
        Question(word=words[0], meanings=tuple(_meant(query, words[0], sense.meaning) for sense in senses))
        for words, senses in explained(syntax, names).items()
        if len(senses) > 1
    )


def explained(syntax: Syntax | None, names: Names) -> Mapping[tuple[str, ...], tuple[Sense, ...]]:
    """What the words typed may stand for; words that stand for nothing known are left out."""
    typed = (part.words if isinstance(part, Named) else (part.text,) for part in _plain(syntax))
    found = ((words, names.senses(words)) for words in dict.fromkeys(typed))
    return {words: senses for words, senses in found if senses}


def _plain(syntax: Syntax | None) -> Iterator[Word | Named]:
    return (part for part in wanted_words(syntax) if isinstance(part, Word | Named))


def _meant(query: str, word: str, meaning: str) -> Meaning:
    return Meaning(text=meaning, query=rewritten(query, {word: meaning}))


def _as_typed(part: Syntax) -> Syntax:
    """``part`` without other names."""
    match part:
        case Named(_, typed):
            return typed
        case All(parts):
            return all_of([_as_typed(inner) for inner in parts]) or part
        case Any(parts):
            return Any(tuple(map(_as_typed, parts)))
        case InTitle(inner):
            return InTitle(_as_typed(inner))
        case Without(inner):
            return Without(_as_typed(inner))
        case _:
            return part


def _ways(words: Sequence[str]) -> Iterator[str]:
    """The words, and those that can be written otherwise in these ways too: "s.47 enquiry" is "section 47 enquiry"."""
    return islice(map(" ".join, product(*((word, *others(word)) for word in words))), _MOST_WAYS)


def _leaf(other: OtherName) -> Term | Phrase | Exact:
    """A phrase, or a word; letters that have a stem other than themselves only as they are: EDS is not "Ed"."""
    words = stems(other.words)
    if other.is_abbreviation and words != forms(other.words):
        return Exact(forms(other.words))
    return _phrase(words)


def _phrase(words: tuple[str, ...]) -> Term | Phrase:
    return Term(words[0]) if len(words) == 1 else Phrase(words)


def _within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words of ``shorter`` stand one directly after another in ``longer``."""
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))
