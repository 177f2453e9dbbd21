"""What makes a candidate no answer, however well its words fit? Rules of sense, each of which a reader would insist on.

A wrong answer costs more than none. What is refused here was found by reading wrong answers to questions about the
sample papers; each rule is about the language and none about those questions.
"""

from __future__ import annotations

import re

from indexer.answer.candidates import Candidate, Considered, Sought
from indexer.answer.detectors import detected, is_post
from indexer.answer.features import defines
from indexer.answer.marking import counted_names, counts, fresh
from indexer.model.answer import AnswerKind as Kind
from indexer.model.search import Span
from indexer.text.dates import MONTHS
from indexer.text.words import stem, stems

# An answer to one of these has a thing of that kind in it, or it is none.
MUST_HAVE = frozenset(
    {
        *(Kind.DATE, Kind.PERIOD, Kind.PERSON, Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE, Kind.GRADE, Kind.CONTACT),
        *(Kind.LIST, Kind.ROLE, Kind.PLACE, Kind.REASON),
    }
)
# Of these a line without a sentence may be the answer: "Portfolio Holder: Councillor Oakes".
_OF_LABELS = frozenset({Kind.PERSON, Kind.ROLE, Kind.CONTACT, Kind.DATE, Kind.ORGANISATION, Kind.FRONT, Kind.GRADE})
_COUNTED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE})
# Who asks so wants a name, and no other post.
_WANTS_NAME = re.compile(r"\bwho(?:['’]?s| is| was| are| were) (?:the|our)\b|\bnames? of\b", re.IGNORECASE)
_STOPPED = re.compile(r"[.;:!?][)\]'\"’”]*$")
_LINE = 15  # words; what is longer without a stop is rarely a label
_FEWEST_WORDS = 3  # of a sentence that says something
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
_PAST = re.compile(r"\b(?:did|was|were)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:is|are)\b[^.;]{0,20}\bto be\b|\bwill be\b", re.IGNORECASE)
_ENTRIES = re.compile(r"[,;•]| and | or ")
_FEWEST_ENTRIES = 2  # signs between the entries of a list: three things or more
# Words after a number that let it count what the sentence is about: "of 41 referrals, 12 were accepted".
_OPEN_END = re.compile(
    r"\s*(?:[.,;:)|]|$|of (?:these|those|them|whom|which)\b|(?:were|are|was|is|had|have|has|did|do|in|at|on|by|last"
    r"|this|came|against|and|to|more|fewer|from|so|ought)\b)",
    re.IGNORECASE,
)
# A figure that does not say how many there are: a share, a difference, something supposed, and who told of a meaning.
_SHARE = re.compile(r"\s*(?:%|per ?cent\b)", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\s+(?:more|fewer|extra|additional|further)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:(?:increase|decrease|rise|fall|reduction|drop)(?: of|,)|(?:whether|if)\b[^.;]*)\s*$", re.IGNORECASE
)
_TELLS_OF_MEANING = re.compile(r"\b(?:what|how)\b[^.;]*\b(?:means?|meant|feels?|felt|is like)\b", re.IGNORECASE)


def may_answer(sought: Sought, one: Considered, candidate: Candidate, quoted: str) -> bool:
    """Whether ``quoted``, which is cut from the passage around the candidate, can be an answer at all."""
    return (
        _has_what_was_asked(sought, one, quoted)
        and not _is_no_statement(sought.question.kind, one, candidate)
        and not _leaves_it_open(sought, quoted)
        and not _is_still_to_come(sought, quoted)
        and not _is_of_another_time(sought, one, candidate)
        and not _is_of_another_place(sought, one, candidate)
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
    found = [quoted[span.start : span.end] for span in fresh(sought, quoted)] if kind in MUST_HAVE else []
    if kind is Kind.PERSON and _WANTS_NAME.search(sought.question.text):
        return not all(map(is_post, found))
    return kind not in MUST_HAVE or bool(found)


def _is_no_statement(kind: Kind, one: Considered, candidate: Candidate) -> bool:
    """Whether it is a heading, a label or a line of the front sheet, which say who and where but nothing else."""
    text = one.passage.text[candidate.quotable.start : candidate.quotable.end]
    if kind in _OF_LABELS or one.passage.anchor.startswith("table-") or candidate.quotable.lead_in:
        return False
    is_line = not one.passage.heading and not _STOPPED.search(text) and len(candidate.stems) < _LINE
    return is_line or len(candidate.stems) < _FEWEST_WORDS


def _leaves_it_open(sought: Sought, quoted: str) -> bool:
    """Whether it only tells of the question, or that nothing is settled."""
    kind = sought.question.kind
    if _ASKED.search(quoted) and sought.words.isdisjoint(_TO_ASK):  # "who asked" is answered by telling of the question
        return True
    if _LEFT_OPEN.search(quoted) and kind is not Kind.OTHER:
        return True
    return kind is Kind.YES_NO and _ONLY_WISHED.search(quoted) is not None


def _is_still_to_come(sought: Sought, quoted: str) -> bool:
    """Whether it only says that a thing is to be, where the question asks when it was or whether."""
    asked = sought.question.kind in {Kind.DATE, Kind.YES_NO} and _PAST.search(sought.question.text)
    return bool(asked) and _TO_COME.search(quoted) is not None


def is_out_of_date(sought: Sought, one: Considered) -> bool:
    """Whether what is true now is asked, and the paper is too old to say."""
    if sought.since is None:
        return False
    day, year = one.document.date, one.document.year
    return day.value < sought.since if day else year is None or year.value < sought.since.year


def _is_of_another_place(sought: Sought, one: Considered, candidate: Candidate) -> bool:
    """Whether a count or a sum of something named is asked, which neither the candidate nor what is above it names."""
    if sought.question.kind not in _COUNTED:
        return False
    said = sought.matched((*candidate.stems, *candidate.lead_in)) | (sought.words & (one.heading | one.title))
    return bool(sought.names - said - _MONTHS.keys())


def _is_of_another_time(sought: Sought, one: Considered, candidate: Candidate) -> bool:
    """Whether the question names a month or a year, and the candidate and what stands above it only others."""
    above = frozenset(candidate.stems) | frozenset(candidate.lead_in) | one.heading
    around = frozenset(one.stems) | one.dated
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
    names = counted_names(sought)
    numbers = [span for span in detected(sought.question.kind, quoted) if _is_count(sought, quoted, span)]
    if one.passage.anchor.startswith("table-"):
        return bool(numbers) and not names.isdisjoint((*one.stems, *one.heading))
    named = not names.isdisjoint((*candidate.stems, *candidate.lead_in, *one.heading))
    ends = [quoted[span.end :] for span in numbers]
    return any(counts(sought, after) or (named and _OPEN_END.match(after)) for after in ends)


def _is_count(sought: Sought, quoted: str, figure: Span) -> bool:
    """Whether the figure, where a number is asked for, says how many there are."""
    before, after = quoted[: figure.start], quoted[figure.end :]
    return sought.question.kind is not Kind.NUMBER or not (
        _SHARE.match(after)
        or (_DIFFERENCE.match(after) and not _DIFFERENCE.search(sought.question.text))
        or _SUPPOSED.search(before)
        or _TELLS_OF_MEANING.search(after)
    )
