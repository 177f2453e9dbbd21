"""Where in a sentence does a thing of the wanted kind stand: a date, a person, a sum, a grade, a reason?

The patterns rest in ``things.csv``. They find too much rather than too little: which of several is meant, ``marking``
decides, and whether it can be an answer at all, ``gates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from indexer.answer.patterns import read_patterns
from indexer.model.answer import AnswerKind as Kind
from indexer.model.search import Span
from indexer.text.dates import dates

_THINGS = {row.name: re.compile(row.pattern) for row in read_patterns("things.csv")}
LONGEST = 2000  # characters of a sentence that are looked through; five times the longest of the sample papers
# What begins with a capital and names nobody, although two such words together look like a name.
_NOBODY = frozenset(
    "the a an in on at by of for to and from with there this that it we they he she our their its as if but so what "
    "when who children childrens child young family families service services social council cabinet committee board "
    "scrutiny ofsted act education health care strategy plan report team police hub academy school house home road "
    "street square leavers corporate parenting safeguarding partnership neglect early help youth justice local offer "
    "government department inspection inspectorate paragraph appendix table section part item january february march "
    "april may june july august september october november december monday tuesday wednesday thursday friday saturday "
    "sunday spring summer autumn winter background papers annual working together special educational needs north "
    "south east west new graded profile borough county city centre court hall trust nhs learning overview management "
    "panel forum group zone park practice".split()
)
_POST = _THINGS["post"]
_VERBS = frozenset({"may", "march"})
_STOPPED = re.compile(r"[a-z0-9)]\.$")
# What looks like a number and tells none: that of a label or an age, and the pronoun.
_LABEL_BEFORE = re.compile(
    r"\b(?:appendix|annex|item|section|paragraph|phase|stage|aged?)\s*(?:\d+\s?[–-]\s?)?$", re.IGNORECASE
)
_PRONOUN = re.compile(r"one[.,;:]", re.IGNORECASE)
_LED_BY = re.compile(_THINGS["title"].pattern + "|" + _THINGS["post"].pattern)


def detected(kind: Kind, text: str) -> list[Span]:
    """Where something of ``kind`` stands in ``text``, in order; nothing for kinds that have no shape of their own."""
    return list(_DETECTORS.get(kind, _nothing)(text[:LONGEST]))


def _found(name: str, text: str) -> Iterator[Span]:
    """What the pattern finds: of its groups the one that is there, without the full stop of the sentence."""
    for match in _THINGS[name].finditer(text):
        group = match.lastindex or 0
        if match[group]:
            yield Span(start=match.start(group), end=match.end(group) - bool(_STOPPED.search(match[group])))


def _dates(text: str) -> Iterator[Span]:
    """Whole dates first; then what is less than one: a month, an older year, a century, a season."""
    whole = [Span(start=mention.start, end=mention.end) for mention in dates(text)]
    less = (span for span in _found("loose date", text) if text[span.start : span.end] not in _VERBS)
    yield from sorted([*whole, *_apart(less, whole)], key=lambda span: span.start)


def _numbers(text: str) -> Iterator[Span]:
    """Numbers that are no part of a date or a sum, and no label, age or pronoun."""
    for span in _apart(_found("number", text), [*_dates(text), *_found("money", text)]):
        if not _LABEL_BEFORE.search(text, 0, span.start) and not _PRONOUN.match(text, span.start):
            yield span


def _apart(spans: Iterator[Span], taken: list[Span]) -> Iterator[Span]:
    """Those that overlap none of what is taken."""
    return (span for span in spans if not any(one.start < span.end and span.start < one.end for one in taken))


def _people(text: str) -> Iterator[Span]:
    """Persons by title, by two names that are no other words, and by their post; failing these by one name."""
    named = [span for span in _found("person", text) if _is_somebody(text[span.start : span.end])]
    alone = (span for span in _found("one name", text) if text[span.start : span.end].lower() not in _NOBODY)
    yield from named or alone


def is_post(named: str) -> bool:
    """Whether what was found for a person is a post and no name: "the Head of Safeguarding"."""
    return _POST.match(named) is not None


def _is_somebody(name: str) -> bool:
    words = (word.strip(".,;:'’").lower().removesuffix("'s").removesuffix("’s") for word in name.split())
    return _LED_BY.match(name) is not None or _NOBODY.isdisjoint(words)


def _places(text: str) -> Iterator[Span]:
    """Names after "in", "at" and the like that are no body's and no month's."""
    for span in _found("place", text):
        words = [word.strip(".,;:'’").lower() for word in text[span.start : span.end].split()]
        if not _NOBODY.issuperset(words):
            yield span


def _nothing(_text: str) -> Iterator[Span]:
    return iter(())


def _by_pattern(name: str) -> Callable[[str], Iterator[Span]]:
    return lambda text: _found(name, text)


_DETECTORS: Mapping[Kind, Callable[[str], Iterator[Span]]] = {
    Kind.DATE: _dates,
    Kind.PERSON: _people,
    Kind.NUMBER: _numbers,
    Kind.PLACE: _places,
    **{
        kind: _by_pattern(kind.value)
        for kind in (
            *(Kind.PERIOD, Kind.ORGANISATION, Kind.MONEY, Kind.PERCENTAGE, Kind.GRADE, Kind.NAME),
            *(Kind.REASON, Kind.LIST, Kind.DEFINITION, Kind.CONTACT, Kind.ROLE),
        )
    },
}
