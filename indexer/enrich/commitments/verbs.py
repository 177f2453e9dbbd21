"""What is done, in the words after a verb that looks ahead: something that can be seen to be done, or only a state?"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from indexer.text.words import stem


class Deed(StrEnum):
    """What sort of thing a verb does; the value is the name of the cue."""

    DOES = "a deed"  # "be published", "write", "open"
    WEAK = "a weak deed"  # "continue to", "support", "consider": nobody could say that it was not done
    IS = "a state"  # "be shorter", "have the numbers first"
    TURNS_OUT = "how things turn out"  # "cost", "rise", "depend": a forecast
    TELLS = "tells"  # "include", "inform", "lead": of a thing how it is, of somebody what they do


class Verb(NamedTuple):
    """A verb in its place: ``word`` in small letters, its participle where it is passive."""

    word: str
    is_passive: bool
    deed: Deed


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_WEAK = _stems(
    "aim attempt champion consider continue discuss embed encourage ensure explore focus help hope improve listen "
    "look promote reflect seek strengthen strive support think try work"
)
_TURNS_OUT = _stems(
    "affect allow appear apply argue bear believe belong benefit call cease contain cost decline decrease defend "
    "depend differ drop enable end exceed expect expire fall feel forecast grow happen hear judge know lack last like "
    "lose love matter mean miss need notice outweigh prefer range rather recall recognise remain remember require "
    "result rise say see seem spend stand stay struggle suffer suppose surprise understand vary want welcome wish "
    "wonder"
)
_TELLS = _stems(
    "comprise consist cover demonstrate describe find form get include incorporate increase inform involve lead look "
    "outline relate represent save underpin"
)
_NOTES = _stems(
    "acknowledge apologise appreciate commend comment congratulate consider discuss exclude note receive recognise "
    "record sign thank welcome"
)
# "Be available from May" is something that happens then.
_READY = frozenset("available complete finished live open operational ready".split())
_IN_PLACE = frozenset("place post use operation".split())
# "Be subject to yearly review".
_REVIEWED = frozenset("evaluation monitoring review scrutiny".split())
_COPULAS = frozenset("be become have".split())
# Participles without "-ed"; others of these endings are adjectives ("open") or nouns.
_IRREGULAR = frozenset(
    (
        "begun borne bought bound broken brought built caught chosen cut done drawn driven fed fought found given "
        "grown heard held hung kept known laid led left lent let lost made met paid put read rebuilt redone "
        "rewritten run seen sent set shown shut sought spent split spoken spread taken taught thought told "
        "understood undertaken withdrawn won written"
    ).split()
)
_ADJECTIVES = frozenset(
    "advised needed pleased required supposed tempted determined interested limited unlimited".split()
)
_SKIPPED = frozenset(
    "also and both each all again first not now soon then therefore further jointly accordingly to".split()
)
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_ASIDE = re.compile(r"^\s*,[^,.;]{1,60},")  # "will, by January, launch"
_NEAR = 6  # words in which the verb stands: "be jointly and fully reviewed"


def verb_after(words: str) -> Verb:
    """The verb that ``words`` begin with, after "will" or "is to"."""
    words = _ASIDE.sub("", words, count=1)
    near = [found[0].lower() for _, found in zip(range(_NEAR), _WORD.finditer(words), strict=False)]
    near = [word for word in near if word not in _SKIPPED and not (word.endswith("ly") and len(word) > 4)]
    if not near:
        return Verb("", is_passive=False, deed=Deed.IS)
    first, following = near[0], near[1] if len(near) > 1 else ""
    if first in _COPULAS:
        if first == "be" and is_participle(following):
            is_kept = near[1:4] == ["kept", "under", "review"]
            return Verb(following, is_passive=True, deed=Deed.WEAK if is_kept else _deed(following))
        if first == "be" and following == "subject" and not _REVIEWED.isdisjoint(near[2:]):
            return Verb(first, is_passive=True, deed=Deed.DOES)
        is_ready = following in _READY or (following == "in" and len(near) > 2 and near[2] in _IN_PLACE)
        return Verb(first, is_passive=False, deed=Deed.DOES if is_ready else Deed.IS)
    return Verb(first, is_passive=False, deed=_deed(first))


def is_weak(item: str) -> bool:
    """Whether ``item`` of a list begins with a verb that promises little: "looking into", "continuing to improve"."""
    words = [found[0].lower() for _, found in zip(range(3), _WORD.finditer(item), strict=False)]
    if len(words) > 2 and words[0].startswith("continu") and words[1] == "to":
        return stem(words[2]) in _WEAK
    return bool(words) and stem(words[0]) in _WEAK


def _deed(word: str) -> Deed:
    root = stem(word)
    if root in _WEAK:
        return Deed.WEAK
    if root in _TELLS:
        return Deed.TELLS
    return Deed.TURNS_OUT if root in _TURNS_OUT else Deed.DOES


def is_participle(word: str) -> bool:
    """Whether ``word`` can be what is done after "be"."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and word not in _ADJECTIVES)


_BODY_DOES = re.compile(
    r"^(?:the\s)?(?:(?:[A-Z][\w’'&,-]*|and|of|for)\s){0,9}?(?:Committee|committee|Cabinet|Board|Panel|Council|Members|members|Scrutiny|Executive|Forum)\s"
    r"(?:(?:also|therefore|formally)\s)?(?P<done>[a-z]+)\b"
)
_BE_DONE = re.compile(
    r"\b(?:be|being)\s(?:(?:\w{2,12}ly|also|further|jointly|otherwise|hereby|so)\s){0,2}(?P<done>[a-z]+)\b"
)


_AND_DONE = re.compile(r"\band\s(?:\w{2,12}ly\s)?(?P<done>[a-z]+)\b")
_ON_RECORD = re.compile(
    r"^\W*place[sd]?\son\srecord\b|\bas\sa\s(?:true\sand\s)?correct\srecord\b|\border\sof\sbusiness\b|\bpress\sand\s(?:the\s)?public\b"
    r"|\bas\sconfidential\b"
)


def only_notes(resolution: str) -> bool:
    """Whether all that is done in ``resolution`` is done by saying so: "the report be noted and officers thanked"."""
    if _ON_RECORD.search(resolution):
        return True
    done = [stem(found["done"]) for found in _BE_DONE.finditer(resolution)]
    if done:
        done += [stem(found["done"]) for found in _AND_DONE.finditer(resolution) if is_participle(found["done"])]
    elif first := _BODY_DOES.match(resolution) or _WORD.match(resolution.lstrip(" (")):
        done = [stem(first.groupdict().get("done") or first[0])]
    return bool(done) and all(root in _NOTES for root in done)
