"""Which stems have the words that begin as somebody typed? ``polic*`` is police, policy and policing.

Indexes hold stems, and a stem is not always the beginning of its words: *policy* is kept as "polici", *planned* as
"plan", *education* as "educ". So ``policy*``, ``plann*`` and ``educat*`` are the words whose stems begin so, or are one
of those that such words can have. Which these are is found by putting on the beginning the rest of every ending that
the stemmer takes off, and asking the stemmer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from indexer.model.query import Prefix, Term
from indexer.text.words import form, stem

# With fewer letters half of all papers would be found, and a thousand words marked.
FEWEST_LETTERS = 3

# The endings of the Snowball stemmer for English, as words have them, and what may follow each.
_DERIVED = """
    ability able abled ably al ality aliz ally ance ancy ant at ate ated ately ating ation ational ationality ationally
    ative ativity ator ed edly eed ely ement ence ency ent ently er fulness ful fully ibility ible ibling ibly ic ical
    icality icate icated icating ication icator icity ied ily iness ing ingly ion ional ionality ionally ioned ioning
    ism ity ive ively iveness ivity ize ized izer izing ization less lessly ly ment ness or ous ously ousness y ying
""".split()
_INFLECTED = ("", "s", "es", "ed", "ing", "ly")
_ENDINGS = frozenset(
    ending.removesuffix(cut) + more
    for ending, more in product(("", "e", *_DERIVED), _INFLECTED)
    for cut in ("", "e" if more in {"ed", "ing"} else "", "y" if more == "es" else "")
) | {ending.removesuffix("y") + "ies" for ending in _DERIVED if ending.endswith("y")}
# These change the letters before them too: planned, happiness, dying.
_TOUCHING = ("", "ed", "edly", "ing", "ingly", "ings", "er")


def _rests() -> Mapping[str, Sequence[str]]:
    """What is missing of an ending whose first letters stand there."""
    rests: dict[str, dict[str, None]] = {}
    for ending in sorted(_ENDINGS):
        for length in range(1, len(ending) + 1):
            rests.setdefault(ending[:length], {})[ending[length:]] = None
    return {head: tuple(rest) for head, rest in rests.items()}


_RESTS = _rests()


@lru_cache(maxsize=1000)
def leaves_beginning(typed: str) -> tuple[Prefix | Term, ...]:
    """What to look for, for the words that begin with the one word ``typed``."""
    beginning = form(typed)
    found = dict.fromkeys(stem(word) for word in _words(beginning))
    return Prefix(beginning), *(Term(word) for word in found if not word.startswith(beginning))


def _words(beginning: str) -> Iterator[str]:
    """The beginning with every ending of which it has the first letters already, and some more."""
    for ending in _TOUCHING:
        yield beginning + ending
    yield f"{beginning.removesuffix('s')}'s"
    for length in range(1, len(beginning)):
        for rest in _RESTS.get(beginning[-length:], ()):
            yield beginning + rest
