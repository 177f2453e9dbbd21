"""What makes a candidate no answer, however well its words fit? Rules of sense, each of which a reader would insist on.

A wrong answer costs more than none. What is refused here was found by reading wrong answers to questions about the
sample papers; each rule is about the language and none about those questions.
"""

from __future__ import annotations

import re

from indexer.answer.candidates import Candidate, Considered, Sought
from indexer.answer.detectors import detected
from indexer.answer.features import defines
from indexer.answer.marking import counts, fresh
from indexer.model.answer import AnswerKind as Kind
from indexer.text.dates import MONTHS
from indexer.text.words import stem, stems

# An answer to one of these has a thing of that kind in it, or it is none.
MUST_HAVE = frozenset(
    {
        *(Kind.DATE, Kind.PERIOD, Kind.PERSON, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.GRADE, Kind.CONTACT),
        *(Kind.LIST, Kind.ROLE, Kind.PLACE),
    }
)
_MONTHS = {stem(name): number for name, number in MONTHS.items() if name != "may"}  # which is a verb more often
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPPOSITES = tuple(
    (stem(one), stem(other))
    for one, other in (
        *(("first", "last"), ("highest", "lowest"), ("most", "least"), ("largest", "smallest")),
        ("opened", "closed"),
        *(("rise", "fall"), ("before", "after"), ("minimum", "maximum"), ("oldest", "youngest"), ("boys", "girls")),
    )
)
# A question that the paper tells of, and a matter that it leaves open: neither answers anything.
_ASKED = re.compile(
    r"\b(?:asked?|asks|wondered|inquired|enquired|wanted to know|wishe[sd] to know) "
    r"(?:(?:the|him|her|us|them|officers) )?(?:whether|if|what|how|why|when|who|where)\b|\?[\s”\"’']*$",
    re.IGNORECASE,
)
_TO_ASK = frozenset(stems("ask wonder inquire enquire"))
_LEFT_OPEN = re.compile(
    r"\b(?:to be (?:confirmed|decided|announced|determined|agreed)|tb[ac]|not yet (?:known|decided|available|fixed)"
    r"|no figures? (?:is|are|was|were)|(?:is|was|are|were) not (?:known|available|recorded)|to follow)\b",
    re.IGNORECASE,
)
_ONLY_WISHED = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:bid|applied)|(?:bid|applied|asked) for|suggest(?:ed|ion) that|propos(?:ed|al) that)\b",
    re.IGNORECASE,
)
_ENTRIES = re.compile(r"[,;•]| and | or ")
_FEWEST_ENTRIES = 2  # signs between the entries of a list: three things or more
# Words after a number that let it count what the sentence is about: "of 41 referrals, 12 were accepted".
_OPEN_END = re.compile(
    r"\s*(?:[.,;:)|]|$|of (?:these|those|them|whom|which)\b|(?:were|are|was|is|had|have|has|did|do|in|at|on|by|last"
    r"|this|came|against|and|to|more|fewer|from|so|ought)\b)",
    re.IGNORECASE,
)


def may_answer(sought: Sought, one: Considered, candidate: Candidate, quoted: str) -> bool:
    """Whether ``quoted``, which is cut from the passage around the candidate, can be an answer at all."""
    return (
        _has_what_was_asked(sought, one, quoted)
        and not _leaves_it_open(sought, quoted)
        and not _is_of_another_time(sought, one, candidate)
        and not _says_the_opposite(sought, candidate)
        and (not sought.question.counted or _counts_it(sought, one, candidate, quoted))
    )


def _has_what_was_asked(sought: Sought, one: Considered, quoted: str) -> bool:
    """Whether a thing of the wanted kind is there, where that kind can be told by its shape."""
    kind = sought.question.kind
    if kind is Kind.DEFINITION:
        return defines(sought, quoted)
    if kind is Kind.LIST and len(_ENTRIES.findall(quoted)) < _FEWEST_ENTRIES and not one.passage.items:
        return False
    return kind not in MUST_HAVE or bool(fresh(sought, quoted))


def _leaves_it_open(sought: Sought, quoted: str) -> bool:
    """Whether it only tells of the question, or that nothing is settled."""
    kind = sought.question.kind
    if _ASKED.search(quoted) and sought.words.isdisjoint(_TO_ASK):  # "who asked" is answered by telling of the question
        return True
    if _LEFT_OPEN.search(quoted) and kind is not Kind.OTHER:
        return True
    return kind is Kind.YES_NO and _ONLY_WISHED.search(quoted) is not None


def _is_of_another_time(sought: Sought, one: Considered, candidate: Candidate) -> bool:
    """Whether the question names a month or a year, and the candidate and what stands above it only others."""
    above = frozenset(candidate.stems) | frozenset(candidate.lead_in) | one.heading
    around = frozenset(one.stems) | one.title | one.dated
    for asked, times in ((sought.years, _years), (_months(sought.words), _months)):
        named = times(above)
        if asked and not asked & (named or times(around)):
            return True
    return False


def _years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(filter(_YEAR.fullmatch, words))


def _months(words: frozenset[str]) -> frozenset[int]:
    """The months, from 1, whose names or short names are among ``words``."""
    return frozenset(_MONTHS[word] for word in words if word in _MONTHS)


def _says_the_opposite(sought: Sought, candidate: Candidate) -> bool:
    said = frozenset(candidate.stems)
    pairs = (*_OPPOSITES, *((other, one) for one, other in _OPPOSITES))
    return any(one in sought.words and one not in said and other in said for one, other in pairs)


def _counts_it(sought: Sought, one: Considered, candidate: Candidate, quoted: str) -> bool:
    """Whether some number in it counts what is asked for: said after it, or before it and nothing else after."""
    head = sought.question.counted[-1]
    alike = {head, *(other[-1] for run, other in sought.alike if run[-1] == head)}
    if one.passage.anchor.startswith("table-"):
        return not alike.isdisjoint((*one.stems, *one.heading))
    named = not alike.isdisjoint((*candidate.stems, *candidate.lead_in, *one.heading))
    numbers = [quoted[span.end :] for span in detected(sought.question.kind, quoted)]
    return any(counts(sought, after) or (named and _OPEN_END.match(after)) for after in numbers)
